"""How the window was left: read from the settings, and written back to them."""

import base64
import binascii

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow

from viewer.state.settings import Window
from viewer.ui.panes import Panes

#: The picture's share is kept in thousandths.
_WHOLE = 1000
_DEFAULT_SIZE = (1200, 760)


def restore(window: QMainWindow, panes: Panes, settings: Window) -> None:
    """Give the window the place, size and proportions that it had."""
    window.resize(*_DEFAULT_SIZE)
    try:
        geometry = base64.b64decode(settings.geometry, validate=True)
    except binascii.Error:
        geometry = b""
    if geometry:
        window.restoreGeometry(QByteArray(geometry))
    if settings.splitter is not None:
        beside, above = settings.splitter
        panes.shares = (beside / _WHOLE, above / _WHOLE)


def left(window: QMainWindow, panes: Panes) -> dict[str, object]:
    """Return the window's settings as they are to be kept."""
    geometry = base64.b64encode(bytes(window.saveGeometry().data())).decode("ascii")
    beside, above = panes.shares
    return {
        "geometry": geometry,
        "splitter": (round(beside * _WHOLE), round(above * _WHOLE)),
    }
