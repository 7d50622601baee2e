"""A transcript that is not where it was, found again by its content."""

import itertools
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

from viewer.errors import StateError
from viewer.state.content_key import key_for_file

#: No more files than these are looked into, and none that is larger.
MOST_FILES: Final = 5_000
_LARGEST: Final = 64 * 1024 * 1024
#: So far up is looked for a folder that is still there.
_STEPS_UP: Final = 2


def find_moved(
    key: str,
    was: Path,
    folders: Iterable[Path],
    suffixes: tuple[str, ...],
    cancelled: Callable[[], bool] = lambda: False,
) -> Path | None:
    """Return a file of that content, looked for where it was and in some folders; None for none."""
    looked_at = set[Path]()
    for folder in (*_near(was), *folders):
        for path in _files_in(folder, suffixes):
            if cancelled() or len(looked_at) >= MOST_FILES:
                return None
            if path not in looked_at and _has_key(path, key):
                return path
            looked_at.add(path)
    return None


def _near(was: Path) -> Iterator[Path]:
    """Yield the folder that a file was in, or the first one above it that is still there."""
    there = (folder for folder in was.parents[: _STEPS_UP + 1] if folder.is_dir())
    yield from itertools.islice(there, 1)


def _files_in(place: Path, suffixes: tuple[str, ...]) -> Iterator[Path]:
    for folder, folders, names in os.walk(place):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        yield from (Path(folder, name) for name in names if name.lower().endswith(suffixes))


def _has_key(path: Path, key: str) -> bool:
    try:
        return path.stat().st_size <= _LARGEST and key_for_file(path) == key
    except (OSError, StateError):
        return False
