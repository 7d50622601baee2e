"""The files of a folder that may be transcripts, and the recordings among them."""

import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from viewer.formats.entries import SUFFIXES
from viewer.library.entry import Stamp
from viewer.library.errors import LibraryError
from viewer.media import names

_HIDDEN: Final = "."


@dataclass(slots=True)
class Walk:
    """What was found in a folder; `unread` are folders in it that could not be listed."""

    files: dict[bytes, Stamp] = field(default_factory=dict)
    recordings: list[Path] = field(default_factory=list)
    unread: list[Path] = field(default_factory=list)
    #: Whether the folder has nothing in it at all, not even what is hidden.
    empty: bool = True


def walk(folder: Path, cancelled: Callable[[], bool] = lambda: False) -> Walk:
    """Look through a folder and the folders in it; hidden ones are left out.

    A folder that is reached a second time, by a link, is not entered again: circles end there.
    Raises `LibraryError` where the folder itself cannot be listed.
    """
    found, seen = Walk(), set[tuple[int, int]]()
    waiting = [folder]
    while waiting and not cancelled():
        here = waiting.pop()
        try:
            place = here.stat()
            if (place.st_dev, place.st_ino) in seen:
                continue
            seen.add((place.st_dev, place.st_ino))
            waiting += _list(here, found)
        except OSError as error:
            if here == folder:
                raise _unlisted(folder, error) from error
            found.unread.append(here)
    return found


def _list(folder: Path, found: Walk) -> Iterator[Path]:
    """Note the files of one folder, and yield the folders in it."""
    with os.scandir(folder) as listing:
        for each in listing:
            found.empty = False
            if each.name.startswith(_HIDDEN):
                continue
            try:
                if each.is_dir():
                    yield Path(each.path)
                else:
                    _note(each, found)
            except OSError:
                continue  # it has vanished meanwhile, or is a link that leads nowhere


def _note(each: "os.DirEntry[str]", found: Walk) -> None:
    if names.may_be_transcript(each.name, SUFFIXES):
        status = each.stat()
        if stat.S_ISREG(status.st_mode):
            found.files[os.fsencode(each.path)] = Stamp.of(status)
    elif names.is_media(Path(each.name)):
        found.recordings.append(Path(each.path))


def _unlisted(folder: Path, error: OSError) -> LibraryError:
    if isinstance(error, FileNotFoundError):
        return LibraryError(
            f"The folder {folder.name or folder} is not there.",
            hint="Connect its disk, or take it out of the library; what is known of it stays.",
        )
    if isinstance(error, NotADirectoryError):
        return LibraryError(f"{folder.name} is a file, not a folder.", hint="Choose its folder.")
    return LibraryError(
        f"The folder {folder.name or folder} cannot be read: {error.strerror}.",
        hint="What is known of it stays.",
    )
