"""The index at a place: a file of its own, or a server that many share."""

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from viewer.library.index import Index


def index_at(place: str) -> "Index":
    """Open the index at a file's path or a server's URL; raises `LibraryError`."""
    if "://" in place:
        from viewer.library.postgres_index import PostgresIndex  # what few have is loaded for them

        return PostgresIndex(place)
    from viewer.library.sqlite_index import SqliteIndex

    return SqliteIndex(Path(place))
