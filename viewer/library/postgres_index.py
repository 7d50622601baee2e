"""The index on a PostgreSQL server, for a library that many share."""

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, LiteralString

from viewer.library import postgres_schema
from viewer.library.entry import Entry, Known, Read, Stamp
from viewer.library.errors import LibraryError
from viewer.library.index import AnyOf, Batch
from viewer.library.leaf import Leaf
from viewer.library.pool import Pool
from viewer.library.records import ASKED, COUNTED, KEPT, counts_of, entry_of, path_of, values_of
from viewer.library.tokens import is_word

if TYPE_CHECKING:
    from psycopg import Connection

_INSERT: Final = f"INSERT INTO file({KEPT}) VALUES({', '.join(['%s'] * 16)}) RETURNING id"
#: PostgreSQL takes a megabyte of words; a transcript with more may hold any.
_MOST_BYTES: Final = 900_000
_CONNECT_S: Final = 10


class PostgresIndex:
    """An index on a server, by its URL; see `index.Index`. Reading needs no right to write."""

    def __init__(self, url: str) -> None:
        self._url = self.place = url
        self._pool = Pool(self._connected)
        with self._borrowed() as connection:
            self.news = postgres_schema.prepare(connection)

    def close(self) -> None:
        """Let go of the server."""
        self._pool.close()

    # Folders

    def folders(self) -> Mapping[Path, int]:
        """Return the folders and the numbers under which their files are kept."""
        rows = self._rows("SELECT path, id FROM folder ORDER BY id")
        return {path_of(path): number for path, number in rows}

    def add_folder(self, folder: Path) -> int:
        """Take in a folder, if it is not there already, and return its number."""
        known = self.folders().get(folder)
        if known is not None:
            return known
        with self._writing() as connection:
            connection.execute(
                "INSERT INTO folder(path) VALUES(%s) ON CONFLICT DO NOTHING", (os.fsencode(folder),)
            )
        return self.folders()[folder]

    def remove_folder(self, folder: Path) -> None:
        """Forget a folder and all that is known of its files."""
        number = self.folders().get(folder)
        if number is None:
            return
        with self._writing() as connection:
            files = "SELECT id FROM file WHERE folder=%s"
            connection.execute(f"DELETE FROM body WHERE id IN ({files})", (number,))
            connection.execute(f"DELETE FROM found WHERE id IN ({files})", (number,))
            connection.execute(f"DELETE FROM met WHERE id IN ({files})", (number,))
            connection.execute("DELETE FROM file WHERE folder=%s", (number,))
            connection.execute("DELETE FROM folder WHERE id=%s", (number,))
            connection.execute("DELETE FROM word")
            connection.execute(
                "INSERT INTO word SELECT DISTINCT term FROM found,"
                " unnest(tsvector_to_array(words)) AS term WHERE position('_' in term) = 0"
            )

    # Files

    def known(self, folder: int) -> Mapping[bytes, Known]:
        """Return what is known of a folder's files, by their paths."""
        columns = "path, id, size, mtime_ns, key"
        rows = self._rows(f"SELECT {columns} FROM file WHERE folder=%s", folder)
        return {bytes(path): Known(id_, Stamp(*stamp), key) for path, id_, *stamp, key in rows}

    def write(self, folder: int, batch: Batch) -> None:
        """Take in what was read."""
        with self._writing() as connection:
            for id_ in batch.gone:
                _forget(connection, id_)
            for id_, stamp in batch.same:
                connection.execute(
                    "UPDATE file SET size=%s, mtime_ns=%s WHERE id=%s",
                    (stamp.size, stamp.mtime_ns, id_),
                )
            for each in batch.read:
                _take_in(connection, folder, each)
            terms = set().union(*(each.words for each in batch.read))
            words = sorted(filter(is_word, terms))
            connection.execute(
                "INSERT INTO word SELECT unnest(%s::text[]) ON CONFLICT DO NOTHING", (words,)
            )

    def unjoined(self) -> Sequence[int]:
        """Return the transcripts whose joints are not made yet."""
        return [id_ for (id_,) in self._rows("SELECT id FROM found WHERE NOT joined ORDER BY id")]

    def join(self, joints: Mapping[int, Sequence[Iterable[str]]]) -> None:
        """Take in the joints of transcripts that have none yet."""
        late = "UPDATE found SET joined = true WHERE id=%s AND NOT joined"
        with self._writing(news=False) as connection:
            for id_, parts in joints.items():
                if connection.execute(late, (id_,)).rowcount:
                    for part in parts:
                        values = (id_, list(part))
                        connection.execute(
                            "INSERT INTO met VALUES(%s, array_to_tsvector(%s::text[]))", values
                        )

    def forgotten(self) -> Sequence[int]:
        """Return none: the server lets go of what is deleted by itself."""
        return ()

    def let_go(self, ids: Iterable[int]) -> None:
        """Do nothing, for none is left."""

    def set_recordings(self, recordings: Mapping[int, Path | None]) -> None:
        """Take in where the recordings of some transcripts are."""
        with self._writing() as connection:
            for id_, path in recordings.items():
                place = os.fsencode(path) if path else None
                connection.execute("UPDATE file SET recording=%s WHERE id=%s", (place, id_))

    def entries(self, ids: Collection[int] | None = None) -> Sequence[Entry]:
        """Return everything that is in the library, or some of it."""
        folders = {number: folder for folder, number in self.folders().items()}
        asked = f"SELECT {ASKED} FROM file"
        some = self._rows(f"{asked} WHERE id = ANY(%s)", list(ids)) if ids is not None else None
        rows = some if some is not None else self._rows(f"{asked} ORDER BY id")
        return [entry_of(row, folders) for row in rows if row[1] in folders]

    def counts(self) -> Mapping[Path, Mapping[bool, int]]:
        """Return how many files of each folder have no problem, and how many have one."""
        return counts_of(self._rows(COUNTED))

    # Looking for

    def state(self) -> object:
        """Return what is another one than before after anything was written."""
        return self._rows("SELECT value FROM about WHERE key='writes'")

    def candidates(self, words: Sequence[AnyOf], joints: Sequence[AnyOf] = ()) -> set[int]:
        """Return the transcripts that have a word of each group, and the large ones."""
        asked, values = "SELECT id FROM found WHERE true", []
        if words:
            asked += " AND (large OR words @@ %s::tsquery)"
            values.append(_query(words))
        if joints:
            asked += " AND (NOT joined OR id IN (SELECT id FROM met WHERE joints @@ %s::tsquery))"
            values.append(_query(joints))
        return {id_ for (id_,) in self._rows(asked, *values)}

    def words_like(
        self, part: str, *, begins: bool, ends: bool, most: int
    ) -> tuple[str, ...] | None:
        """Return the words in which a part stands; None where there are more than `most`."""
        pattern = f"{'' if begins else '%'}{part}{'' if ends else '%'}"
        rows = self._rows("SELECT word FROM word WHERE word LIKE %s LIMIT %s", pattern, most + 1)
        return None if len(rows) > most else tuple(word for (word,) in rows)

    def leaves(self, ids: Iterable[int]) -> Iterator[tuple[int, Leaf]]:
        """Yield the texts of transcripts in the order asked for; of some there are none."""
        for id_ in ids:
            for folded, marks in self._rows("SELECT folded, marks FROM body WHERE id=%s", id_):
                yield id_, Leaf(folded, marks)

    # Connections

    @contextmanager
    def _borrowed(self) -> "Iterator[Connection]":
        """Lend a connection to one thread at a time; what the server refuses is translated."""
        try:
            import psycopg
        except ImportError as error:
            raise LibraryError(
                "A shared library needs the package psycopg.",
                hint="Install it with: pip install 'cueline[postgresql]'.",
            ) from error
        try:
            with self._pool.lent(psycopg.Error) as connection:
                yield connection
        except psycopg.Error as error:
            raise _translated(error) from error

    def _connected(self) -> "Connection":
        import psycopg

        return psycopg.connect(self._url, autocommit=True, connect_timeout=_CONNECT_S)

    def _rows(self, statement: str, *values: object) -> list[tuple[Any, ...]]:
        with self._borrowed() as connection:
            return connection.execute(_own(statement), values).fetchall()

    @contextmanager
    def _writing(self, *, news: bool = True) -> "Iterator[Connection]":
        """Write all that the block does, or nothing of it; one writes after the other."""
        with self._borrowed() as connection, connection.transaction():
            connection.execute("SELECT pg_advisory_xact_lock(%s)", (postgres_schema.TURN,))
            yield connection
            if news:
                connection.execute(
                    "INSERT INTO about VALUES('writes', '1') ON CONFLICT(key)"
                    " DO UPDATE SET value=(about.value::bigint + 1)::text"
                )


def _size(words: Iterable[str]) -> int:
    """Return what words take in a row."""
    return sum(len(word.encode()) + 4 for word in words)


def _query(groups: Iterable[AnyOf]) -> str:
    """Return how the server is asked for a word of each group."""
    return " & ".join("(" + " | ".join(f"'{word}'" for word in group) + ")" for group in groups)


def _own(statement: str) -> LiteralString:
    """Return a statement that is made of the program's own words alone."""
    return statement


def _take_in(connection: "Connection", folder: int, read: Read) -> None:
    for (old,) in connection.execute("SELECT id FROM file WHERE path=%s", (read.path,)).fetchall():
        _forget(connection, old)
    row = connection.execute(_INSERT, values_of(folder, read)).fetchone()
    if row is None or not read.folded:
        return
    body = (row[0], read.folded, read.marks)
    connection.execute("INSERT INTO body VALUES(%s, %s, %s)", body)
    large = _size(read.words) > _MOST_BYTES
    words = [] if large else list(read.words)
    connection.execute(
        "INSERT INTO found VALUES(%s, array_to_tsvector(%s::text[]), %s, false)",
        (row[0], words, large),
    )


def _forget(connection: "Connection", id_: int) -> None:
    connection.execute("DELETE FROM body WHERE id=%s", (id_,))
    connection.execute("DELETE FROM found WHERE id=%s", (id_,))
    connection.execute("DELETE FROM met WHERE id=%s", (id_,))
    connection.execute("DELETE FROM file WHERE id=%s", (id_,))


def _translated(error: Exception) -> LibraryError:
    code = getattr(error, "sqlstate", None) or ""
    if code in ("42501", "25006"):
        return LibraryError(
            "The shared library may only be read from here.",
            hint="Ask whoever keeps it to read the folder.",
        )
    if not code or code.startswith(("08", "57", "28", "3D")):
        reason = (str(error).strip() or "no answer").splitlines()[0].rstrip(".")
        return LibraryError(
            f"The shared library's server cannot be used: {reason}.",
            hint="Check the address in the settings, and the network.",
        )
    return LibraryError(f"The shared library cannot be used: {str(error).splitlines()[0]}.")
