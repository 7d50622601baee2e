"""Taking turns at a file, among the threads of a program and among several programs."""

import errno
import os
import random
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

#: A turn takes milliseconds. Who holds it for longer is stuck, and must not stop the others.
LIMIT_S: Final = 10.0
#: What a file system says that knows no turns; there is nothing to do but to go on.
_UNKNOWN: Final = frozenset({errno.ENOLCK, errno.EOPNOTSUPP, errno.ENOSYS})
_SHORTEST_S: Final = 0.002
_LONGEST_S: Final = 0.02
_FLAGS: Final = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_NOFOLLOW", 0)


@contextmanager
def turn_at(path: Path, limit_s: float = LIMIT_S) -> Iterator[None]:
    """Have the only turn at `path` for as long as the block lasts.

    A file beside it, ending in `.lock`, stands for it: `path` itself is swapped for another one
    when it is saved. Raises `TimeoutError` where the turn does not come within the limit, and
    `OSError` where there can be no such file. The system ends a turn when its process ends.
    """
    target = Path(os.path.realpath(path))
    target.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(target.with_suffix(".lock"), _FLAGS, 0o600)
    try:
        _wait(handle, time.monotonic() + limit_s)
        yield
    finally:
        os.close(handle)  # which ends the turn


def _wait(handle: int, deadline_s: float) -> None:
    while not _taken(handle):
        if time.monotonic() > deadline_s:
            raise TimeoutError(None, "another window is still using it")
        time.sleep(random.uniform(_SHORTEST_S, _LONGEST_S))  # not in step with the others


def _taken(handle: int) -> bool:
    """Return whether the turn is ours now; each opening has its own, also of one process."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    except OSError as error:
        if error.errno not in _UNKNOWN:
            raise
    return True
