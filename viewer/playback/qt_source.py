"""Where Qt is to find a recording, also one whose name Qt has no letters for."""

import os
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl

from viewer.core.counted import counted_ms
from viewer.core.media_source import MediaSource
from viewer.errors import NetworkError
from viewer.playback.first_look import FirstLook
from viewer.playback.open_file import OpenFile
from viewer.playback.source import refusal, unreadable
from viewer.web.hosts import PROTOCOLS

QT_TITLE: Final = "Qt Multimedia"
#: Where Qt's FFmpeg reads which protocols it may use, each time that it opens something.
_PROTOCOLS: Final = "QT_FFMPEG_PROTOCOL_WHITELIST"
#: Where it reads whom to ask without the proxy.
_DIRECT: Final = "no_proxy"
_LOOPBACK: Final = "127.0.0.1"


class QtSource:
    """The URL of a recording, how it may be reached, and how long it is where Qt only guesses it.

    Names on Linux are bytes. Those that are no UTF-8 cannot be said in a `QUrl`; such a file is
    opened here, and Qt is given the name that the system gives to what is open.
    """

    def __init__(self, source: MediaSource) -> None:
        """Find the URL: of an address, one of the relay's that fetches it. May read a whole file.

        Raises `OSError` where the file must be opened and cannot be, and `NetworkError`.
        """
        self._file: OpenFile | None = None
        self._stream = ""
        self._asked: FirstLook[str] | None = None
        self.length_ms = counted_ms(source.path) if source.path is not None else None
        self._protocols = ("file",) if source.path is not None else PROTOCOLS
        if source.path is None:
            self._stream, relayed = _found(source)
            self.url = QUrl(relayed)
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
        if self._stream and "http_proxy" in os.environ:
            os.environ[_DIRECT] = _with_this_machine(os.environ.get(_DIRECT, ""))

    def trouble(self) -> str | None:
        """Return what went wrong on the way from the web, as a sentence; empty where nothing did.

        Another process answers, and a worker waits for it: None until then. Each answer is given
        once; later it is asked for anew.
        """
        if not self._stream:
            return ""
        if self._asked is None:
            from viewer.web.relaying import relay

            self._asked = FirstLook(partial(relay.reason, self._stream))
        if (found := self._asked.found) is not None:
            self._asked = None
        return found

    def close(self) -> None:
        """Let go of the file, when Qt has."""
        if self._file is not None:
            self._file.close()


def looked_at(source: MediaSource) -> QtSource | str:
    """Return where Qt finds a recording, or why it is none, as a sentence. Blocks."""
    try:
        return refusal(source) or QtSource(source)
    except OSError as error:
        return unreadable(source, error)
    except NetworkError as error:
        return f"{error} {error.hint}".strip()


def _with_this_machine(direct: str) -> str:
    """Return the hosts that are asked without a proxy, this machine among them."""
    hosts = [host for host in direct.split(",") if host]
    return direct if _LOOPBACK in hosts else ",".join([*hosts, _LOOPBACK])


def _found(source: MediaSource) -> tuple[str, str]:
    from viewer.web.look import look  # what asks servers takes long to load
    from viewer.web.relaying import relay

    seen = look(str(source), asked=source.asked)
    if seen.is_page:
        raise NetworkError(
            f"{source.name} answers with a page, and not with a recording.",
            hint="Some networks show a page of their own until you log in: open it in the browser.",
        )
    return relay.lead(seen.url, asked=source.asked)


def _has_letters(path: Path) -> bool:
    try:
        str(path).encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True
