"""The files of a folder that may be transcripts, and the recordings among them."""

import errno
import os
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from viewer.core.value import value
from viewer.formats.entries import SUFFIXES
from viewer.library.entry import Stamp
from viewer.library.errors import LibraryError
from viewer.media import names

_HIDDEN: Final = "."
#: What is said of a file that has vanished meanwhile, and of a link that leads nowhere.
_NOWHERE: Final = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ELOOP})
#: After so long it is told what was found; a slow disk takes that long for a file.
_TELL_S: Final = 0.2


@value
class Folder:
    """What is to be looked through; with `captions` its recordings count as transcripts, too."""

    path: Path
    captions: bool = False


@dataclass(slots=True)
class Walk:
    """What was found in a folder; `unread` is what is in it, but could not be looked at."""

    files: dict[bytes, Stamp] = field(default_factory=dict)
    recordings: list[Path] = field(default_factory=list)
    unread: list[Path] = field(default_factory=list)
    #: Whether the folder has nothing in it at all, not even what is hidden.
    empty: bool = True
    #: Whether it was looked through to its end.
    whole: bool = False

    def take(self, more: "Walk") -> None:
        """Add what was found since."""
        self.files |= more.files
        self.recordings += more.recordings
        self.unread += more.unread
        self.empty, self.whole = self.empty and more.empty, more.whole


def walk(folder: Folder) -> Iterator[Walk]:
    """Look through a folder and the folders in it, and yield what was found since the last time.

    Hidden ones are left out. One that is reached a second time, by a link, is not entered again:
    circles end there. Raises `LibraryError` where the folder itself cannot be listed.
    """
    found, seen, told_s = Walk(), set[tuple[int, int]](), time.monotonic()
    waiting = [folder.path]
    while waiting:
        here = waiting.pop()
        try:
            place = here.stat()
            if (place.st_dev, place.st_ino) in seen:
                continue
            seen.add((place.st_dev, place.st_ino))
            with os.scandir(here) as listing:
                for each in listing:
                    found.empty = False
                    waiting += _note(each, found, captions=folder.captions)
                    if time.monotonic() - told_s > _TELL_S:
                        yield found
                        found, told_s = Walk(), time.monotonic()
        except OSError as error:
            if here == folder.path:
                raise _unlisted(here, error) from error
            found.unread.append(here)
    found.whole = True
    yield found


def _note(each: "os.DirEntry[str]", found: Walk, *, captions: bool) -> Iterator[Path]:
    """Note what one entry of a folder is, and yield it where it is a folder."""
    if each.name.startswith(_HIDDEN):
        return
    try:
        if each.is_dir():
            yield Path(each.path)
            return
        is_media = names.is_media(Path(each.name))
        if is_media:
            found.recordings.append(Path(each.path))
        if names.may_be_transcript(each.name, SUFFIXES) or (is_media and captions):
            status = each.stat()
            if stat.S_ISREG(status.st_mode):
                found.files[os.fsencode(each.path)] = Stamp.of(status)
    except OSError as error:
        if error.errno not in _NOWHERE:
            found.unread.append(Path(each.path))


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
