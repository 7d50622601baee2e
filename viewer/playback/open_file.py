"""A file without its name: held open here, and led to by what the system calls what is open."""

import os
from pathlib import Path


class OpenFile:
    """A file that is held open, and the path that leads to it for as long as it is."""

    def __init__(self, path: Path) -> None:
        """Open it; raises `OSError`."""
        self._handle: int | None = os.open(path, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
        self.path = Path(f"/proc/self/fd/{self._handle}")

    def close(self) -> None:
        """Let go of the file."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None
