"""The program's one way to write a file: a new one beside it, down to the disk, then swapped in.

Whoever looks finds the old file or the new one, never a part of either, whatever ends the program
and however many write at once.
"""

import errno
import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

if sys.platform != "win32":
    import fcntl

#: What the new file is called until it is whole. Nobody can guess the name and lay a link there.
_FRESH: Final = re.compile(r"\.cueline-[0-9a-f]{16}\.new")
#: What is younger may be another writer's that has only just begun.
_LEFT_OVER_S: Final = 60.0
_BINARY: Final = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_NO_LINK: Final = getattr(os, "O_NOFOLLOW", 0)
_GROUP_BITS: Final = 0o070


def write_whole(path: Path, data: bytes, *, private: bool = False) -> None:
    """Put `data` into the file at `path`, as `whole_file` does it; raises `OSError`."""
    with whole_file(path, private=private) as file:
        file.write(data)


@contextmanager
def whole_file(path: Path, *, private: bool = False) -> Iterator[BinaryIO]:
    """Give a new file that takes the place of the one at `path` when the block ends well.

    A link at `path` stays, and what it leads to is replaced. The file keeps the permissions that
    it had; a new one gets those that are usual, or is for its owner alone where it is `private`.
    Raises `OSError`; what was there is then as it was, and nothing is left beside it.
    """
    target = Path(os.path.realpath(path))
    if os.path.exists(target) and not os.path.isfile(target):
        raise OSError(errno.EINVAL, "it is not a file that can be replaced")
    _clear_left_overs(target.parent)
    fresh, file = _begin(target.parent, 0o600 if private else 0o666)
    try:
        with file:
            yield file
            file.flush()
            _take_permissions(file.fileno(), target)
            os.fsync(file.fileno())
        os.replace(fresh, target)
    except BaseException:
        fresh.unlink(missing_ok=True)
        raise
    _settle(target.parent)


def _begin(folder: Path, mode: int) -> tuple[Path, BinaryIO]:
    """Make a file that was not there; the system refuses where anything has its name."""
    fresh = folder / f".cueline-{os.urandom(8).hex()}.new"
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY | _NO_LINK
    handle = os.open(fresh, flags, mode)
    if sys.platform != "win32":
        with suppress(OSError):  # it only tells others that this one is at work
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return fresh, os.fdopen(handle, "w+b")


def _take_permissions(handle: int, target: Path) -> None:
    """Give the new file the permissions of the one it replaces, and its group where that may be.

    Where it may not, another group must not be let in by what the old one was allowed.
    """
    try:
        old = target.stat()
    except FileNotFoundError:
        return
    if sys.platform == "win32" or not stat.S_ISREG(old.st_mode):
        return
    mode = stat.S_IMODE(old.st_mode) & 0o777
    if os.fstat(handle).st_gid != old.st_gid:
        try:
            os.fchown(handle, -1, old.st_gid)
        except OSError:
            mode &= ~_GROUP_BITS
    os.fchmod(handle, mode)


def _settle(folder: Path) -> None:
    """Have the swap itself reach the disk, where folders can be asked for that."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _clear_left_overs(folder: Path) -> None:
    """Delete what writers left behind that were killed."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if _FRESH.fullmatch(entry.name) and _is_left_over(entry):
                with suppress(OSError):
                    os.unlink(entry.path)


def _is_left_over(entry: "os.DirEntry[str]") -> bool:
    """Return whether a new file is nobody's: old enough, and no writer holds it."""
    try:
        if not entry.is_file(follow_symlinks=False):
            return False
        if time.time() - entry.stat(follow_symlinks=False).st_mtime < _LEFT_OVER_S:
            return False
        if sys.platform == "win32":
            return True  # one that is still open cannot be deleted there
        handle = os.open(entry.path, os.O_RDONLY | _BINARY | _NO_LINK | os.O_NONBLOCK)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        finally:
            os.close(handle)
    except OSError:
        return False
    return True
