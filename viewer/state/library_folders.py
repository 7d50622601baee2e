"""The folders that the user took into the library; what is in them, only the index knows."""

import os
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Final, Literal

from viewer.core.value import value
from viewer.disk.stamp import Stamp, stamp_of
from viewer.errors import UsageError
from viewer.state import store
from viewer.state.checked import checked, first, one_of, record, text

#: No library is made of more.
MOST_FOLDERS: Final = 200
_FLAG: Final = one_of(True, False)


@value
class LibraryFolder:
    """A folder of the library."""

    path: str = checked(text(32_767, ".+"))
    #: Whether changes in it are left alone for now.
    paused: bool = checked(_FLAG, default=False)
    #: Whether captions inside its recordings count, too.
    captions: bool = checked(_FLAG, default=False)

    @property
    def folder(self) -> Path:
        """Where it is."""
        return Path(self.path)


@value
class _Folders:
    version: Literal[1] = checked(one_of(1), 1)
    folders: tuple[LibraryFolder, ...] = checked(first(MOST_FOLDERS, record(LibraryFolder)), ())


class LibraryFolders:
    """The list that is kept in a file; other windows and commands may change it, too."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def stamp(self) -> Stamp | None:
        """Return what is another one than before after the list was changed, by whomever."""
        try:
            return stamp_of(self._file)
        except OSError:
            return None

    def all(self) -> tuple[LibraryFolder, ...]:
        """Return the folders in the order in which they came; raises `StateError`."""
        return self._load().folders

    def add(self, folder: Path, *, captions: bool = False) -> tuple[LibraryFolder, list[Path]]:
        """Take a folder in, in place of those inside it; return it, and those.

        One that is inside one that is there changes nothing, and that is returned; one that is
        there itself has its captions looked for from now on, where that is wanted. Raises
        `StateError`, and `UsageError` for a folder that cannot be noted.
        """
        added = LibraryFolder(_noted(folder), captions=captions)
        with self._turn():
            known = self._load().folders
            for each in known:
                if each.folder == added.folder and captions:
                    more = replace(each, captions=True)
                    self._save(tuple(more if one == each else one for one in known))
                    return more, []
                if added.folder.is_relative_to(each.folder):
                    return each, []
            inside = [each for each in known if each.folder.is_relative_to(added.folder)]
            if len(known) - len(inside) >= MOST_FOLDERS:
                raise UsageError(f"The library has {MOST_FOLDERS} folders, which is the most.")
            self._save((*(each for each in known if each not in inside), added))
        return added, [each.folder for each in inside]

    def remove(self, folder: Path) -> bool:
        """Take a folder out, and return whether it was there; raises `StateError`."""
        path = os.path.abspath(folder)
        with self._turn():
            known = self._load().folders
            kept = tuple(each for each in known if each.path != path)
            if len(kept) < len(known):
                self._save(kept)
        return len(kept) < len(known)

    def pause(self, folder: Path, *, paused: bool) -> None:
        """Note whether changes in a folder are left alone for now; raises `StateError`."""
        with self._turn():
            known = self._load().folders
            self._save(tuple(replace(e, paused=paused) if e.folder == folder else e for e in known))

    def look_inside(self, folder: Path, *, captions: bool) -> None:
        """Note whether captions inside a folder's recordings count; raises `StateError`."""
        with self._turn():
            known = self._load().folders
            self._save(
                tuple(replace(e, captions=captions) if e.folder == folder else e for e in known)
            )

    def _turn(self) -> AbstractContextManager[None]:
        return store.turn(self._file)

    def _load(self) -> _Folders:
        return store.load(_Folders, self._file)

    def _save(self, folders: tuple[LibraryFolder, ...]) -> None:
        store.save(_Folders(folders=folders), self._file)


def _noted(folder: Path) -> str:
    path = os.path.abspath(folder)
    try:
        path.encode()
    except UnicodeEncodeError:
        sentence = f"The name of the folder {folder.name!r} is not text in the system's encoding."
        raise UsageError(sentence, hint="Rename it, or take in the folder around it.") from None
    return path
