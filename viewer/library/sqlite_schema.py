"""The tables of the index in SQLite, and opening them: what is broken or older is made anew."""

import sqlite3
import unicodedata
from contextlib import closing
from pathlib import Path
from typing import Final

from viewer.disk.lock import turn_at
from viewer.library.errors import LibraryError, translated

#: Whatever changes the tables, the folding or the words needs another number.
_NUMBER: Final = 6
VERSION: Final = f"{_NUMBER}, Unicode {unicodedata.unidata_version}"
#: Another program's turn at writing is waited for as long.
BUSY_S: Final = 30.0
#: What was written and is not yet in its place takes no more of the disk, in bytes.
_LARGEST_LOG: Final = 1_000_000

_NOT_BROKEN: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_CANTOPEN})
_TABLES: Final = """
CREATE TABLE about(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
CREATE TABLE folder(id INTEGER PRIMARY KEY AUTOINCREMENT, path BLOB NOT NULL UNIQUE);
CREATE TABLE file(
    id INTEGER PRIMARY KEY AUTOINCREMENT,  -- never used again, for `found` keeps old ones
    folder INTEGER NOT NULL, path BLOB NOT NULL UNIQUE,
    size INTEGER, mtime_ns INTEGER, key TEXT, problem TEXT,
    title TEXT, channel TEXT, published TEXT, length_ms INTEGER, language TEXT, format TEXT,
    url TEXT, segments INTEGER, speakers TEXT, filed_under TEXT, recording BLOB
);
CREATE INDEX file_folder ON file(folder);
CREATE TABLE body(id INTEGER PRIMARY KEY, folded BLOB NOT NULL, marks BLOB NOT NULL);
CREATE TABLE unjoined(id INTEGER PRIMARY KEY);  -- of `body`, those whose joints are to be made
CREATE TABLE forgotten(id INTEGER PRIMARY KEY);  -- of `body`, those whose words are to be let go of
CREATE TABLE word(word TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE VIRTUAL TABLE found USING fts5(  -- by the number of the file
    words, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '$+<=>|~_'"
);
CREATE VIRTUAL TABLE met USING fts5(  -- by twelve times that number and the part's
    joints, content='', detail=none, columnsize=0, tokenize="ascii tokenchars '_'"
);
"""


def open_file(path: Path) -> str:
    """Make sure that the index at `path` can be used, and return what has to be said of it.

    Raises `LibraryError` where there can be none.
    """
    try:
        with turn_at(path):
            reason = _reason_to_make_anew(path)
            if reason is not None:
                _make(path)
    except sqlite3.Error as error:
        raise translated(error) from error
    except OSError as error:
        sentence = f"The library's index cannot be kept at {path}: {error.strerror or error}."
        raise LibraryError(sentence, hint="Free some space there, or allow writing.") from error
    return reason or ""


def connect(path: Path) -> sqlite3.Connection:
    """Return a connection to an index that is there; raises `sqlite3.Error`."""
    connection = sqlite3.connect(
        path, timeout=BUSY_S, isolation_level=None, check_same_thread=False
    )
    try:
        connection.execute("PRAGMA synchronous=NORMAL")
        connection.execute(f"PRAGMA journal_size_limit={_LARGEST_LOG}")
    except sqlite3.Error:  # it is no database
        connection.close()
        raise
    return connection


def _reason_to_make_anew(path: Path) -> str | None:
    """Return None for an index that is in order, else a sentence; it is empty for a first one."""
    if not path.exists():
        return ""
    broken = "The library's index was broken and is made anew; no file of yours is touched."
    try:
        with closing(connect(path)) as connection:
            asked = connection.execute("SELECT value FROM about WHERE key='version'")
            (version,) = asked.fetchone()
            number = int(version.partition(",")[0])
            connection.execute("SELECT count(*) FROM folder").fetchone()
            connection.execute("SELECT * FROM body ORDER BY id DESC LIMIT 1").fetchone()
    except (sqlite3.DatabaseError, TypeError, ValueError) as error:
        if getattr(error, "sqlite_errorcode", None) in _NOT_BROKEN:
            raise
        return broken
    if number > _NUMBER:
        sentence = "The library's index was made by a newer version of Cueline."
        raise LibraryError(sentence, hint=f"Update this one, or delete {path}.")
    if version != VERSION:
        return "The library's index is of another version and is made anew."
    return None


def _make(path: Path) -> None:
    for each in (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal"))):
        each.unlink(missing_ok=True)
    with closing(connect(path)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.executescript(f"BEGIN;{_TABLES}COMMIT;")
        connection.execute("INSERT INTO about VALUES('version', ?)", (VERSION,))
