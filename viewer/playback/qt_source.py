"""Where Qt is to find a recording, also one whose name Qt has no letters for."""

import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl

from viewer.core.media_source import MediaSource
from viewer.errors import NetworkError
from viewer.playback.open_file import OpenFile
from viewer.web.hosts import PROTOCOLS

#: Where Qt's FFmpeg reads which protocols it may use, each time that it opens something.
_PROTOCOLS: Final = "QT_FFMPEG_PROTOCOL_WHITELIST"


class QtSource:
    """The URL of a recording, and how it may be reached.

    Names on Linux are bytes. Those that are no UTF-8 cannot be said in a `QUrl`; such a file is
    opened here, and Qt is told the name that the system gives to what is open.
    """

    def __init__(self, source: MediaSource) -> None:
        """Find the URL: of an address, the one that it leads to.

        Raises `OSError` where the file must be opened and cannot be, and `NetworkError`.
        """
        self._file: OpenFile | None = None
        self._protocols = ("file",) if source.path is not None else PROTOCOLS
        if source.path is None:
            self.url = QUrl(_found(source))
        elif _has_letters(source.path):
            self.url = QUrl.fromLocalFile(str(source))
        else:
            self._file = OpenFile(source.path)
            self.url = QUrl.fromLocalFile(str(self._file.path))

    def guard(self) -> None:
        """Have FFmpeg keep to what this may be reached by, and so all that it names in turn."""
        allowed = ",".join(self._protocols)
        if os.environ.get(_PROTOCOLS) != allowed:
            os.environ[_PROTOCOLS] = allowed

    def close(self) -> None:
        """Let go of the file, when Qt has."""
        if self._file is not None:
            self._file.close()


def _found(source: MediaSource) -> str:
    from viewer.web.look import look  # what asks servers takes long to load

    seen = look(str(source), asked=source.asked)
    if seen.is_page:
        raise NetworkError(
            f"{source.name} answers with a page, and not with a recording.",
            hint="Some networks show a page of their own until you log in: open it in the browser.",
        )
    return seen.url


def _has_letters(path: Path) -> bool:
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
