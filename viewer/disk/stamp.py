"""What a file system says of a file, by which it shows whether anybody has been at it."""

import stat
from pathlib import Path
from typing import TypeAlias

#: A file's length, and when it was last written to. Its number on the disk is no part of it: many
#: disks number their files anew each time, and each look would be followed by reading the file.
Stamp: TypeAlias = tuple[int, int]


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
    return status.st_size, status.st_mtime_ns
