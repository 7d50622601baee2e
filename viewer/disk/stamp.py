"""What a file system says of a file, by which it shows whether anybody has been at it."""

import stat
from pathlib import Path
from typing import TypeAlias

#: A file's length, when it was last written to, and which one it is: editors put new ones in place.
Stamp: TypeAlias = tuple[int, int, int]


def stamp_of(path: Path) -> Stamp | None:
    """Return a file's stamp; None where there is none, or where it is a folder or a pipe.

    Raises `OSError` where the disk does not tell.
    """
    try:
        status = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    if not stat.S_ISREG(status.st_mode):
        return None
    return status.st_size, status.st_mtime_ns, status.st_ino
