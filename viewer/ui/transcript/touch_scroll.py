"""Scrolling with a finger: what a `QScroller` asks and tells, in pixels of an endless text."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QScrollEvent, QScrollPrepareEvent
from PySide6.QtWidgets import QScroller, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QSinglePointEvent

#: A text of unknown height is as good as endless; its ends stop the finger by themselves.
_FAR: Final = 1_000_000


class TouchScroll:
    """Turns a finger's way over a widget into steps in pixels."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._at = 0
        QScroller.grabGesture(widget, QScroller.ScrollerGestureType.TouchGesture)

    def begin(self, event: QScrollPrepareEvent) -> None:
        """Tell the scroller how far it may go: as far as it likes."""
        event.setViewportSize(QSizeF(self._widget.size()))
        event.setContentPosRange(QRectF(0, 0, 0, 2 * _FAR))
        event.setContentPos(QPointF(0, _FAR))
        event.accept()
        self._at = _FAR

    def step(self, event: QScrollEvent) -> int:
        """Return how far down the scroller wants to go now."""
        by = round(event.contentPos().y()) - self._at
        self._at += by
        event.accept()
        return by


def by_touch(event: "QSinglePointEvent") -> bool:
    """Return whether a mouse event was made up for a finger."""
    from PySide6.QtGui import QPointingDevice

    return event.device().type() == QPointingDevice.DeviceType.TouchScreen
