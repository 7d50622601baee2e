"""How our page comes to the one who shows it: with an origin and a referrer that sites accept.

Either as text with the project's address as its base, which needs no server; or from a server on
this machine, for a site that does not believe the first. Its name stands for its own port alone,
in Chromium and nowhere else, so that no other port of this machine can be reached by it.
"""

import secrets
from functools import cache
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QUrl, Slot
from PySide6.QtNetwork import QHostAddress, QTcpServer, QTcpSocket
from PySide6.QtWebEngineCore import QWebEnginePage

from viewer.web.embeds import HOME, SERVED_HOST

_END: Final = b"\r\n\r\n"
#: A longer request is none of the page's.
_MOST: Final = 16_384


def deliver(page: QWebEnginePage, html: str, *, served: bool) -> None:
    """Have a page show our own: as text, or `served` by this machine."""
    if served:
        page.load(QUrl(server().offer(html)))
    else:
        page.setHtml(html, QUrl(HOME))


@cache
def server() -> "PageServer":
    """Return the one server, which listens from the first time that it is asked for."""
    return PageServer(QCoreApplication.instance())


class PageServer(QObject):
    """Gives one page, under a path that nobody can guess, to whoever asks by its own name."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener = QTcpServer(self)
        self._listener.newConnection.connect(self._greet)
        self._listener.listen(QHostAddress(QHostAddress.SpecialAddress.LocalHost))
        self._path, self._html = "", b""

    @property
    def port(self) -> int:
        """Where it listens."""
        return self._listener.serverPort()

    def offer(self, html: str) -> str:
        """Give this page from now on, and return its address."""
        self._path, self._html = f"/{secrets.token_urlsafe(16)}", html.encode()
        return f"http://{SERVED_HOST}{self._path}"

    @Slot()
    def _greet(self) -> None:
        while (caller := self._listener.nextPendingConnection()) is not None:
            caller.readyRead.connect(self._answer)
            caller.disconnected.connect(caller.deleteLater)

    @Slot()
    def _answer(self) -> None:
        caller = self.sender()
        assert isinstance(caller, QTcpSocket)
        asked = bytes(caller.peek(_MOST).data())
        if _END not in asked and len(asked) < _MOST:
            return
        lines = asked.split(b"\r\n")
        own = lines[0].split(b" ")[:2] == [b"GET", self._path.encode()]
        hosts = [line for line in lines if line.lower().startswith(b"host:")]
        if own and hosts == [f"Host: {SERVED_HOST}".encode()]:
            caller.write(_head(b"200 OK", len(self._html)) + self._html)
        else:
            caller.write(_head(b"404 Not Found", 0))
        caller.disconnectFromHost()


def _head(status: bytes, length: int) -> bytes:
    kind = b"Content-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\n"
    return b"HTTP/1.1 %s\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n" % (
        status,
        kind,
        length,
    )
