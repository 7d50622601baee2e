"""Where Qt is to find a recording, also one whose name Qt has no letters for."""

import os
from pathlib import Path

from PySide6.QtCore import QUrl


class QtSource:
    """The URL of a recording.

    Names on Linux are bytes. Those that are no UTF-8 cannot be said in a `QUrl`; such a file is
    opened here, and Qt is told the name that the system gives to what is open.
    """

    def __init__(self, source: Path | str) -> None:
        """Find the URL; raises `OSError` where the file must be opened and cannot be."""
        self._handle: int | None = None
        if isinstance(source, str):
            self.url = QUrl(source)
            return
        if _has_letters(source):
            self.url = QUrl.fromLocalFile(str(source))
            return
        self._handle = os.open(source, os.O_RDONLY | getattr(os, "O_CLOEXEC", 0))
        self.url = QUrl.fromLocalFile(f"/proc/self/fd/{self._handle}")

    def close(self) -> None:
        """Let go of the file, when Qt has."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _has_letters(path: Path) -> bool:
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
