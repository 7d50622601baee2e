"""What the library can fail at, and what SQLite says as sentences."""

import sqlite3
from typing import Final

from viewer.errors import LibraryError

__all__ = ["BrokenIndexError", "LibraryError", "UnansweredError", "translated"]


class BrokenIndexError(LibraryError):
    """The index is damaged; it is made anew when it is opened next."""


class UnansweredError(Exception):
    """A disk gives nothing, nor says why."""


_BROKEN: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})
_TOLD: Final = {
    sqlite3.SQLITE_FULL: (
        "The disk is full, so the library's index cannot grow.",
        "Free some space; it then goes on where it was.",
    ),
    sqlite3.SQLITE_BUSY: (
        "Another window or command keeps the library's index for itself.",
        "Try again when it is done.",
    ),
    sqlite3.SQLITE_READONLY: (
        "The library's index may not be written.",
        "Allow writing in Cueline's cache folder.",
    ),
    sqlite3.SQLITE_IOERR: (
        "The disk with the library's index cannot be read or written.",
        "Check whether it is full or failing; deleting the index loses nothing.",
    ),
}


def translated(error: sqlite3.Error) -> LibraryError:
    """Return what SQLite complains of as a sentence."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _TOLD:
        sentence, hint = _TOLD[code]
        return LibraryError(sentence, hint=hint)
    if code in _BROKEN:
        return BrokenIndexError(
            "The library's index is damaged.", hint="It is made anew when it is opened again."
        )
    return LibraryError(f"The library's index cannot be used: {error}.")
