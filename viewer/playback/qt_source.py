"""Where Qt is to find a recording, also one whose name Qt has no letters for."""

from pathlib import Path

from PySide6.QtCore import QUrl

from viewer.core.media_source import MediaSource
from viewer.playback.open_file import OpenFile


class QtSource:
    """The URL of a recording.

    Names on Linux are bytes. Those that are no UTF-8 cannot be said in a `QUrl`; such a file is
    opened here, and Qt is told the name that the system gives to what is open.
    """

    def __init__(self, source: MediaSource) -> None:
        """Find the URL; raises `OSError` where the file must be opened and cannot be."""
        self._file: OpenFile | None = None
        if source.path is None:
            self.url = QUrl(str(source))
        elif _has_letters(source.path):
            self.url = QUrl.fromLocalFile(str(source))
        else:
            self._file = OpenFile(source.path)
            self.url = QUrl.fromLocalFile(str(self._file.path))

    def close(self) -> None:
        """Let go of the file, when Qt has."""
        if self._file is not None:
            self._file.close()


def _has_letters(path: Path) -> bool:
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
