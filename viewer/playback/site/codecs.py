"""What the Chromium of this machine can decode, as its own pages say."""

import sys
from typing import Final

#: Which video a page asks itself about, and how.
H264: Final = "document.createElement('video').canPlayType('video/mp4; codecs=\"avc1.42E01E\"')"
_YES: Final = ("probably", "maybe")
#: What loads nothing has answered by then.
_LIMIT_MS: Final = 20_000


class _Known:
    h264: bool | None = None


def note(*, h264: bool) -> None:
    """Take in what a page has found out."""
    _Known.h264 = h264


def has_h264() -> bool | None:
    """Return whether H.264 is decoded, which some sites have nothing besides; None is not known."""
    return _Known.h264


def ask() -> bool:
    """Ask a Chromium in a process of its own, which blocks; where none answers there is none."""
    from viewer.web.processes import begun

    with begun(__name__, QT_QPA_PLATFORM="offscreen") as process:
        said = process.stdout.readline().strip() if process.stdout is not None else ""
    return said in _YES


def main() -> None:
    """Say what a page of nothing says of H.264."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWebEngineCore import QWebEnginePage
    from PySide6.QtWidgets import QApplication

    from viewer.playback.site.fences import set_up

    application = QApplication(sys.argv[:1])
    set_up([])
    page = QWebEnginePage()

    def tell(answer: object) -> None:
        sys.stdout.write(f"{answer}\n")
        sys.stdout.flush()
        application.quit()

    page.loadFinished.connect(lambda _: page.runJavaScript(H264, tell))
    QTimer.singleShot(_LIMIT_MS, application.quit)
    page.setHtml("<title></title>")
    application.exec()


if __name__ == "__main__":
    main()
