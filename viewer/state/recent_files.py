"""The files opened last, with their titles; one that is gone stays until it is dropped."""

import os
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final, Literal

from viewer.core.value import value
from viewer.state import store
from viewer.state.checked import checked, first, one_of, read, record, text

#: As many are remembered.
MOST_FILES: Final = 20
LONGEST_TITLE: Final = 300
#: As large as the file can be, with all the paths as long as the system allows.
_MOST_BYTES: Final = 1024 * 1024
#: More entries than these are not looked at, good or bad.
_MOST_LOOKED_AT: Final = 10 * MOST_FILES


@value
class RecentFile:
    """A file that was open once."""

    path: str = checked(text(32_767, ".+"))
    title: str = checked(text(LONGEST_TITLE), "")

    @property
    def gone(self) -> bool:
        """Whether it is no longer there, or cannot be seen now."""
        return not os.path.isfile(self.path)


@value
class _Recent:
    version: Literal[1] = checked(one_of(1), 1)
    files: tuple[RecentFile, ...] = checked(first(_MOST_LOOKED_AT, record(RecentFile)), ())


class RecentFiles:
    """The list that is kept in a file; other programs may write it, too."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def files(self) -> tuple[RecentFile, ...]:
        """Return the files opened last, the latest first; raises `StateError`."""
        return self._load().files[:MOST_FILES]

    def add(self, path: Path, title: str) -> tuple[RecentFile, ...]:
        """Put `path` first and return the list; raises `StateError`.

        A path whose name is not text in the system's encoding cannot be kept, and is not.
        """
        entry = {"path": os.path.abspath(path), "title": " ".join(title.split())[:LONGEST_TITLE]}
        added = read(_Recent, {"files": [entry]}, []).files
        with self._turn():
            others = [known for known in self._load().files if not _same(known.path, path)]
            return self._save((*added, *others))

    def forget_if_gone(self, path: Path) -> tuple[RecentFile, ...]:
        """Drop `path` where there is no such file, and return the list; raises `StateError`."""
        with self._turn():
            known = self._load().files
            kept = tuple(each for each in known if not (_same(each.path, path) and each.gone))
            return known if kept == known else self._save(kept)

    def clear(self) -> tuple[RecentFile, ...]:
        """Drop all and return the list, which is empty; raises `StateError`."""
        with self._turn():
            return self._save(())

    def _turn(self) -> AbstractContextManager[None]:
        """Keep others from saving what they have not seen."""
        return store.turn(self._file)

    def _load(self) -> _Recent:
        return store.load(_Recent, self._file, _MOST_BYTES)

    def _save(self, entries: tuple[RecentFile, ...]) -> tuple[RecentFile, ...]:
        kept = entries[:MOST_FILES]
        store.save(_Recent(files=kept), self._file)
        return kept


def _same(known: str, path: Path) -> bool:
    return os.path.normcase(known) == os.path.normcase(os.path.abspath(path))
