"""The tables of the index in PostgreSQL; who only reads needs them to be there, and no more."""

from typing import TYPE_CHECKING, Final

from viewer.library.errors import LibraryError

if TYPE_CHECKING:
    from psycopg import Connection

VERSION: Final = "5"
#: What whoever writes takes turns at, in the whole database.
TURN: Final = 0x43_55_45_4C

_TABLES: Final = """
CREATE EXTENSION IF NOT EXISTS pg_trgm;
DROP TABLE IF EXISTS about, folder, file, body, found, met, word;
CREATE TABLE about(key text PRIMARY KEY, value text);
CREATE TABLE folder(id serial PRIMARY KEY, path bytea NOT NULL UNIQUE);
CREATE TABLE file(
    id serial PRIMARY KEY, folder integer NOT NULL, path bytea NOT NULL UNIQUE,
    size bigint, mtime_ns bigint, key text, problem text,
    title text, channel text, published text, length_ms bigint, language text, format text,
    url text, segments integer, speakers text, filed_under text, recording bytea
);
CREATE INDEX file_folder ON file(folder);
CREATE TABLE body(id integer PRIMARY KEY, folded bytea NOT NULL, marks bytea NOT NULL);
-- Without positions, of which PostgreSQL keeps no more than 256 a word; `large` may hold any word,
-- of `joined` the joints are in `met`, a row for each part.
CREATE TABLE found(
    id integer PRIMARY KEY, words tsvector, large boolean NOT NULL, joined boolean NOT NULL
);
CREATE INDEX found_words ON found USING gin(words);
CREATE INDEX found_large ON found(id) WHERE large;
CREATE INDEX found_unjoined ON found(id) WHERE NOT joined;
CREATE TABLE met(id integer NOT NULL, joints tsvector NOT NULL);
CREATE INDEX met_joints ON met USING gin(joints);
CREATE INDEX met_id ON met(id);
CREATE TABLE word(word text PRIMARY KEY);
CREATE INDEX word_parts ON word USING gin(word gin_trgm_ops);
"""


def prepare(connection: "Connection") -> str:
    """Make sure that the tables are there, and return what has to be said of them."""
    version = _version(connection)
    if version == VERSION:
        return ""
    if version is not None and version > VERSION:
        raise LibraryError(
            "The shared library was made by a newer version of Cueline.", hint="Update this one."
        )
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", (TURN,))
        if _version(connection) != VERSION:
            connection.execute(_TABLES)
            connection.execute("INSERT INTO about VALUES('version', %s)", (VERSION,))
    return "" if version is None else "The library's index is of another version and is made anew."


def _version(connection: "Connection") -> str | None:
    (table,) = connection.execute("SELECT to_regclass('about')").fetchone() or (None,)
    if table is None:
        return None
    row = connection.execute("SELECT value FROM about WHERE key='version'").fetchone()
    return row[0] if row else None
