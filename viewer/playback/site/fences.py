"""Qt WebEngine as it may be used here: one site's player, and no other host, by several fences.

An interceptor alone lets some redirects out, and WebRTC goes round it; so names that are not the
site's stand for nothing in Chromium itself, and what opens other connections is taken away.
"""

import os
from collections.abc import Iterable
from functools import cache
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QUrl
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEngineFullScreenRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

from viewer.playback.site.delivery import server
from viewer.web.embeds import SERVED_HOST, Embed

FLAGS: Final = "QTWEBENGINE_CHROMIUM_FLAGS"
_BACKEND: Final = "QT_QUICK_BACKEND"
_OWN: Final = ("--disable-gpu", "--disable-logging", "--log-level=3")
#: What leads nowhere but into the page itself, or to Qt's own files.
_INSIDE: Final = frozenset({"data", "blob", "qrc", "about"})
_OUTSIDE: Final = frozenset({"https", "wss"})
_Setting = QWebEngineSettings.WebAttribute
_OFF: Final = (
    _Setting.JavascriptCanOpenWindows,
    _Setting.JavascriptCanAccessClipboard,
    _Setting.LocalContentCanAccessRemoteUrls,
    _Setting.LocalContentCanAccessFileUrls,
    _Setting.ScreenCaptureEnabled,
    _Setting.DnsPrefetchEnabled,
    _Setting.HyperlinkAuditingEnabled,
    _Setting.PluginsEnabled,
    _Setting.PdfViewerEnabled,
    _Setting.ErrorPageEnabled,
    _Setting.NavigateOnDropEnabled,
    _Setting.FocusOnNavigationEnabled,
    _Setting.PlaybackRequiresUserGesture,
)
_NO_WAY_ROUND: Final = """
for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport'])
  Object.defineProperty(window, name, { value: undefined, writable: false, configurable: false });
"""


def set_up(hosts: Iterable[str]) -> None:
    """Tell Chromium, before it starts, which hosts there are; what the user has set stays.

    Pictures are drawn without the graphics card, which is fast enough for one video everywhere.
    """
    page = f"MAP {SERVED_HOST} 127.0.0.1:{server().port}"
    rules = ",".join([page, "MAP * ~NOTFOUND", *(f"EXCLUDE {host}" for host in hosts)])
    flags = os.environ.get(FLAGS, "")
    if "--host-resolver-rules" not in flags:
        ours = " ".join((f'--host-resolver-rules="{rules}"', *_OWN))
        os.environ[FLAGS] = f"{flags} {ours}".strip()
    os.environ.setdefault(_BACKEND, "software")


@cache
def profile() -> QWebEngineProfile:
    """Return the one profile, off the record: with a name it would keep things."""
    made = QWebEngineProfile(QCoreApplication.instance())
    for attribute in _OFF:
        made.settings().setAttribute(attribute, False)
    script = QWebEngineScript()
    script.setName("no way round")
    script.setSourceCode(_NO_WAY_ROUND)
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setWorldId(QWebEngineScript.ScriptWorldId.MainWorld)
    script.setRunsOnSubFrames(True)
    made.scripts().insert(script)
    made.downloadRequested.connect(_refuse_download)
    return made


def _refuse_download(request: QWebEngineDownloadRequest) -> None:
    request.cancel()


class Gate(QWebEngineUrlRequestInterceptor):
    """Lets out what the site needs, and stops everything else."""

    def __init__(self, embed: Embed, schemes: frozenset[str], parent: QObject) -> None:
        super().__init__(parent)
        self._embed, self._schemes = embed, schemes

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:  # noqa: N802
        """Stop a request that leads anywhere else."""
        if not passes(info.requestUrl(), self._embed, self._schemes):
            info.block(True)


def passes(url: QUrl, embed: Embed, schemes: frozenset[str] = _OUTSIDE) -> bool:
    """Return whether a request may be made."""
    inside = url.scheme() in _INSIDE or is_own(url)
    return inside or (url.scheme() in schemes and embed.reaches(url.host()))


def is_own(url: QUrl) -> bool:
    """Return whether it is our page's own address, where this machine serves it."""
    return url.scheme() == "http" and url.host() == SERVED_HOST


class FencedPage(QWebEnginePage):
    """A page that stays where it is, asks for nothing and tells nobody anything."""

    def __init__(self, embed: Embed, schemes: frozenset[str] = _OUTSIDE) -> None:
        super().__init__(profile())
        self._embed, self._schemes = embed, schemes
        self.setUrlRequestInterceptor(Gate(embed, schemes, self))
        self.permissionRequested.connect(_deny)
        self.fullScreenRequested.connect(_stay_small)

    def acceptNavigationRequest(  # noqa: N802
        self, url: QUrl | str, _kind: QWebEnginePage.NavigationType, is_main: bool
    ) -> bool:
        """Have the page itself stay, and the frame in it on its site."""
        url = QUrl(url)
        if is_main:
            return url.scheme() == "data" or is_own(url)
        return passes(url, self._embed, self._schemes)

    def createWindow(  # type: ignore[override]  # noqa: N802
        self, _kind: QWebEnginePage.WebWindowType
    ) -> QWebEnginePage | None:
        """Open no window."""
        return None

    def chooseFiles(self, *_arguments: object) -> list[str]:  # noqa: N802
        """Hand over no file."""
        return []

    def javaScriptConsoleMessage(self, *_arguments: object) -> None:  # noqa: N802
        """Hear nothing."""

    def javaScriptAlert(self, *_arguments: object) -> None:  # noqa: N802
        """Show nothing."""

    def javaScriptConfirm(self, *_arguments: object) -> bool:  # noqa: N802
        """Agree to nothing."""
        return False

    def javaScriptPrompt(self, *_arguments: object) -> tuple[bool, str]:  # noqa: N802
        """Say nothing."""
        return False, ""


def _deny(permission: QWebEnginePermission) -> None:
    permission.deny()


def _stay_small(request: QWebEngineFullScreenRequest) -> None:
    request.reject()
