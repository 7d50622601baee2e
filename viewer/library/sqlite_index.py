"""The index in SQLite: one file, in which FTS5 finds words and the folded texts decide."""

import json
import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any, Final

from viewer.library import sqlite_schema
from viewer.library.entry import Entry, Known, Read, Stamp
from viewer.library.errors import translated
from viewer.library.index import AnyOf, Batch
from viewer.library.leaf import Leaf, unpacked
from viewer.library.pool import Pool
from viewer.library.records import ASKED, COUNTED, KEPT, counts_of, entry_of, path_of, values_of
from viewer.library.tokens import PARTS, is_word, joints_of, looked_up
from viewer.library.vocabulary import Vocabulary

_INSERT: Final = f"INSERT INTO file({KEPT}) VALUES({', '.join('?' * 16)})"
#: So many texts are fetched at once.
_READ_AT_ONCE: Final = 64
#: To look into so many texts takes no longer than to ask for words that stand in most of them.
_FEW: Final = 400
#: When one in so many transcripts has been let go of, the file is made smaller.
_MOST_GONE: Final = 5


class SqliteIndex:
    """An index in a file of its own; see `index.Index`."""

    def __init__(self, path: Path) -> None:
        self.place = str(path)
        self._pool = Pool(partial(sqlite_schema.connect, path))
        self._vocabulary: tuple[object, Vocabulary] | None = None
        #: Words that are written already, and how often words had been let go of then.
        self._words: set[str] = set()
        self._let_go: object = None
        self.news = sqlite_schema.open_file(path)

    def close(self) -> None:
        """Let go of the file."""
        self._pool.close()

    # Folders

    def folders(self) -> Mapping[Path, int]:
        """Return the folders and the numbers under which their files are kept."""
        rows = self._rows("SELECT path, id FROM folder ORDER BY id")
        return {path_of(path): number for path, number in rows}

    def add_folder(self, folder: Path) -> int:
        """Take in a folder, if it is not there already, and return its number."""
        place = os.fsencode(folder)
        with self._writing() as connection:
            connection.execute("INSERT OR IGNORE INTO folder(path) VALUES(?)", (place,))
            found = connection.execute("SELECT id FROM folder WHERE path=?", (place,)).fetchone()
        return int(found[0])

    def remove_folder(self, folder: Path) -> None:
        """Forget a folder and all that is known of its files."""
        number = self.folders().get(folder)
        if number is None:
            return
        with self._writing() as connection:
            _forget(connection, "folder", number)
            connection.execute("DELETE FROM folder WHERE id=?", (number,))

    # Files

    def known(self, folder: int) -> Mapping[bytes, Known]:
        """Return what is known of a folder's files, by their paths."""
        columns = "path, id, size, mtime_ns, key"
        rows = self._rows(f"SELECT {columns} FROM file WHERE folder=?", folder)
        return {path: Known(id_, Stamp(*stamp), key) for path, id_, *stamp, key in rows}

    def write(self, folder: int, batch: Batch) -> None:
        """Take in what was read."""
        fresh: set[str] = set()
        with self._writing() as connection:
            for id_ in batch.gone:
                _forget(connection, "id", id_)
            for id_, stamp in batch.same:
                values = (stamp.size, stamp.mtime_ns, id_)
                connection.execute("UPDATE file SET size=?, mtime_ns=? WHERE id=?", values)
            for each in batch.read:
                _take_in(connection, folder, each)
                fresh |= each.words
            let_go = connection.execute("SELECT value FROM about WHERE key='let go'").fetchone()
            known = self._words if let_go == self._let_go else set()
            fresh = {word for word in fresh - known if is_word(word)}
            rows = ((word,) for word in fresh)
            connection.executemany("INSERT OR IGNORE INTO word VALUES(?)", rows)
        self._words, self._let_go = known | fresh, let_go

    def unjoined(self) -> Sequence[int]:
        """Return the transcripts whose joints are not made yet."""
        asked = "SELECT id FROM unjoined WHERE id NOT IN (SELECT id FROM forgotten) ORDER BY id"
        return [id_ for (id_,) in self._rows(asked)]

    def join(self, joints: Mapping[int, Sequence[Iterable[str]]]) -> None:
        """Take in the joints of transcripts that have none yet."""
        with self._writing(news=False) as connection:
            for id_, parts in joints.items():
                # Another program may have been quicker, or the file has changed meanwhile.
                if connection.execute("DELETE FROM unjoined WHERE id=?", (id_,)).rowcount:
                    rows = _met(id_, parts)
                    connection.executemany("INSERT INTO met(rowid, joints) VALUES(?, ?)", rows)

    def forgotten(self) -> Sequence[int]:
        """Return the transcripts that are forgotten, but not let go of yet."""
        return [id_ for (id_,) in self._rows("SELECT id FROM forgotten ORDER BY id")]

    def let_go(self, ids: Iterable[int]) -> None:
        """Let go of transcripts that are forgotten; the file shrinks when much of it is empty."""
        with self._writing(news=False) as connection:
            if connection.execute("SELECT 1 FROM file LIMIT 1").fetchone() is None:
                _let_go_of_all(connection)
            for id_ in ids:
                _let_go_of(connection, id_)
        if not self.forgotten():
            self._shrink()

    def _shrink(self) -> None:
        """Make the file smaller, where that is worth it."""
        [(gone,)] = self._rows("SELECT coalesce(max(value), 0) FROM about WHERE key='gone'")
        [(left,)] = self._rows("SELECT count(*) FROM body")
        if _MOST_GONE * int(gone) > left:
            with self._writing() as connection:
                _let_go_of_words(connection)
            self._rows("VACUUM")

    def set_recordings(self, recordings: Mapping[int, Path | None]) -> None:
        """Take in where the recordings of some transcripts are."""
        with self._writing() as connection:
            rows = ((os.fsencode(path) if path else None, id_) for id_, path in recordings.items())
            connection.executemany("UPDATE file SET recording=? WHERE id=?", rows)

    def entries(self, ids: Collection[int] | None = None) -> Sequence[Entry]:
        """Return everything that is in the library, or some of it."""
        folders = {number: folder for folder, number in self.folders().items()}
        if ids is None:
            rows = self._rows(f"SELECT {ASKED} FROM file")
        else:
            wanted = f"SELECT {ASKED} FROM file WHERE id IN (SELECT value FROM json_each(?))"
            rows = self._rows(wanted, json.dumps(list(ids)))
        return [entry_of(row, folders) for row in rows if row[1] in folders]

    def counts(self) -> Mapping[Path, Mapping[bool, int]]:
        """Return how many files of each folder have no problem, and how many have one."""
        return counts_of(self._rows(COUNTED))

    # Looking for

    def state(self) -> object:
        """Return what is another one than before after anything was written."""
        return self._rows("SELECT value FROM about WHERE key='writes'")

    def candidates(self, words: Sequence[AnyOf], joints: Sequence[AnyOf] = ()) -> set[int]:
        """Return the transcripts with a word of each group, and a joint where these are made."""
        # Asked first: they may be joined, or let go of, meanwhile.
        late, gone = set(self.unjoined()) if joints else set[int](), set(self.forgotten())
        found = None
        if joints:
            parts = f"SELECT DISTINCT rowid / {PARTS} FROM met WHERE met MATCH ?"
            found = self._matching(parts, joints) | late
        if words and (found is None or len(found) > _FEW):
            having = self._matching("SELECT rowid FROM found WHERE found MATCH ?", words)
            found = having if found is None else found & having
        return (found or set()) - gone

    def _matching(self, statement: str, groups: Sequence[AnyOf]) -> set[int]:
        wanted = " AND ".join(
            "(" + " OR ".join(f'"{word}"' for word in group) + ")" for group in groups
        )
        return {id_ for (id_,) in self._rows(statement, wanted)}

    def words_like(
        self, part: str, *, begins: bool, ends: bool, most: int
    ) -> tuple[str, ...] | None:
        """Return the words in which a part stands; None where there are more than `most`."""
        state = self.state()
        if self._vocabulary is None or self._vocabulary[0] != state:
            words = (word for (word,) in self._rows("SELECT word FROM word"))
            self._vocabulary = state, Vocabulary(words)
        return self._vocabulary[1].like(part, begins=begins, ends=ends, most=most)

    def leaves(self, ids: Iterable[int]) -> Iterator[tuple[int, Leaf]]:
        """Yield the texts of transcripts in the order asked for; of some there are none."""
        wanted = list(ids)
        for begin in range(0, len(wanted), _READ_AT_ONCE):
            some = wanted[begin : begin + _READ_AT_ONCE]
            asked = f"SELECT id, folded, marks FROM body WHERE id IN ({_places(some)})"
            found = {id_: (folded, marks) for id_, folded, marks in self._rows(asked, *some)}
            yield from ((id_, Leaf(*found[id_])) for id_ in some if id_ in found)

    # Connections

    @contextmanager
    def _borrowed(self) -> Iterator[sqlite3.Connection]:
        """Lend a connection to one thread at a time; what SQLite complains of is translated."""
        try:
            with self._pool.lent(sqlite3.Error) as connection:
                yield connection
        except sqlite3.Error as error:
            raise translated(error) from error

    def _rows(self, statement: str, *values: object) -> list[Any]:
        with self._borrowed() as connection:
            return connection.execute(statement, values).fetchall()

    @contextmanager
    def _writing(self, *, news: bool = True) -> Iterator[sqlite3.Connection]:
        """Write all that the block does, or nothing of it; it is news to those with entries."""
        with self._borrowed() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                if news:
                    _count(connection, "writes")
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    connection.execute("ROLLBACK")
                raise


def _places(values: Sequence[object]) -> str:
    return ", ".join("?" * len(values))


def _count(connection: sqlite3.Connection, what: str) -> None:
    """Count what other windows have to know of."""
    one_more = "INSERT INTO about VALUES(?, 1) ON CONFLICT(key) DO UPDATE SET value=value + 1"
    connection.execute(one_more, (what,))


def _take_in(connection: sqlite3.Connection, folder: int, read: Read) -> None:
    old = connection.execute("SELECT id FROM file WHERE path=?", (read.path,)).fetchone()
    if old is not None:
        _forget(connection, "id", old[0])
    row = connection.execute(_INSERT, values_of(folder, read))
    if read.folded:
        body = (row.lastrowid, read.folded, read.marks)
        connection.execute("INSERT INTO body VALUES(?, ?, ?)", body)
        connection.execute("INSERT INTO unjoined VALUES(?)", (row.lastrowid,))
        words = (row.lastrowid, " ".join(read.words))
        connection.execute("INSERT INTO found(rowid, words) VALUES(?, ?)", words)


def _forget(connection: sqlite3.Connection, column: str, value: int) -> None:
    """Forget files, by their number or their folder's; their words are let go of later."""
    files = f"SELECT id FROM file WHERE {column}=?"
    connection.execute(f"INSERT INTO forgotten SELECT id FROM body WHERE id IN ({files})", (value,))
    connection.execute(f"DELETE FROM file WHERE {column}=?", (value,))


def _let_go_of(connection: sqlite3.Connection, id_: int) -> None:
    """Let go of a file's words; FTS5 needs the very words that it was given before."""
    if not connection.execute("DELETE FROM forgotten WHERE id=?", (id_,)).rowcount:
        return  # another program was quicker
    _count(connection, "gone")
    (folded,) = connection.execute("SELECT folded FROM body WHERE id=?", (id_,)).fetchone()
    text, gone = unpacked(folded), "INSERT INTO {0}({0}, rowid, {1}) VALUES('delete', ?, ?)"
    connection.execute(gone.format("found", "words"), (id_, " ".join(looked_up(text))))
    if not connection.execute("DELETE FROM unjoined WHERE id=?", (id_,)).rowcount:
        connection.executemany(gone.format("met", "joints"), _met(id_, joints_of(text)))
    connection.execute("DELETE FROM body WHERE id=?", (id_,))


def _let_go_of_all(connection: sqlite3.Connection) -> None:
    """Let go of everything at once, where no file is left."""
    _count(connection, "gone")
    for table in ("found", "met"):
        connection.execute(f"INSERT INTO {table}({table}) VALUES('delete-all')")
    for table in ("body", "unjoined", "forgotten"):
        connection.execute(f"DELETE FROM {table}")


def _met(id_: int, parts: Sequence[Iterable[str]]) -> list[tuple[int, str]]:
    """Return the rows in which a transcript's joints are kept."""
    return [(PARTS * id_ + number, " ".join(joints)) for number, joints in enumerate(parts)]


def _let_go_of_words(connection: sqlite3.Connection) -> None:
    """Leave no words behind of what was forgotten."""
    for table in ("found", "met"):
        connection.execute(f"INSERT INTO {table}({table}) VALUES('optimize')")
    connection.execute("DELETE FROM about WHERE key='gone'")
    _count(connection, "let go")
    connection.execute("DELETE FROM word")
    connection.execute("CREATE VIRTUAL TABLE temp.term USING fts5vocab(main, found, row)")
    connection.execute("INSERT INTO word SELECT term FROM temp.term WHERE instr(term, '_')=0")
    connection.execute("DROP TABLE temp.term")
