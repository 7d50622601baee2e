"""How the window was left: read from the settings, and written back to them."""

import base64
import binascii
from typing import Final

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QMainWindow, QStyle

from viewer.state.settings import Window
from viewer.ui.window.panes import Panes
from viewer.ui.window.text_side import TranscriptPane

#: The picture's share is kept in thousandths.
_WHOLE: Final = 1000
_DEFAULT_SIZE: Final = QSize(1200, 760)


def restore(window: QMainWindow, panes: Panes, text: TranscriptPane, settings: Window) -> None:
    """Give the window the place, size and proportions that it had, within the screens there are."""
    window.resize(_DEFAULT_SIZE.boundedTo(_room(window)))
    try:
        geometry = base64.b64decode(settings.geometry, validate=True)
    except binascii.Error:
        geometry = b""
    if geometry:
        window.restoreGeometry(QByteArray(geometry))
    if settings.splitter is not None:
        beside, above = settings.splitter
        panes.shares = (beside / _WHOLE, above / _WHOLE)
    text.beside.share = settings.side_share


def _room(window: QMainWindow) -> QSize:
    """Return how large the window can be on its screen, within the frame that it will have."""
    title = window.style().pixelMetric(QStyle.PixelMetric.PM_TitleBarHeight, None, window)
    return window.screen().availableGeometry().size() - QSize(2, title + 2)


def left(window: QMainWindow, panes: Panes, text: TranscriptPane) -> dict[str, object]:
    """Return the window's settings as they are to be kept."""
    geometry = base64.b64encode(bytes(window.saveGeometry().data())).decode("ascii")
    beside, above = panes.shares
    return {
        "geometry": geometry,
        "splitter": (round(beside * _WHOLE), round(above * _WHOLE)),
        "side_share": text.beside.share,
        "side_tab": text.side.current,
    }
