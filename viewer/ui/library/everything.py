"""All that the library's panel lists, gathered off the GUI thread."""

from typing import TypeAlias

from viewer.library.entry import Entry
from viewer.library.shelves import Shelves
from viewer.state.library_folders import LibraryFolder

#: The folders, what is in them, and how the library was then.
Everything: TypeAlias = tuple[tuple[LibraryFolder, ...], list[Entry], tuple[object, object]]


def everything(shelves: Shelves) -> Everything:
    """Return the folders, what is in them, and what was written by then."""
    written = shelves.written()  # what is written while this is gathered is told the next time
    shelves.library.count_quotes()
    return shelves.folders(), list(shelves.library.entries.values()), written
