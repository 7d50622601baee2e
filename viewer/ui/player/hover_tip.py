"""The small card above the seek bar: a time, and what is said there."""

from html import escape
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent, QPalette, QShowEvent
from PySide6.QtWidgets import QLabel, QStyle, QStyleOptionFrame, QStylePainter, QToolTip, QWidget

from viewer.ui.theme import plain

_WIDEST: Final = 300
_GAP: Final = 4
_LONGEST: Final = 140
_HOLDING: Final = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)


class HoverTip(QLabel):
    """A card in a window of its own: over the picture no other widget would be seen.

    A key puts it away, as it does tooltips: whoever types looks at what it lies on.
    """

    def __init__(self, parent: QWidget) -> None:
        flags = Qt.WindowType.ToolTip | Qt.WindowType.WindowTransparentForInput
        super().__init__(parent, flags)
        self._bar = parent
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setForegroundRole(QPalette.ColorRole.ToolTipText)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)

    def show_at(self, x: int, time: str, line: str) -> None:
        """Show the card above the parent, centred on its `x`."""
        self._take_look()
        self.setText(_page(time, line))
        self.setWordWrap(False)
        self.ensurePolished()
        wide = self.sizeHint().width() > _WIDEST
        self.setWordWrap(wide)
        self.resize(QSize(_WIDEST, self.heightForWidth(_WIDEST)) if wide else self.sizeHint())
        self.move(self._place(x))
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card as the style draws tooltips, and the words on it."""
        painter, option = QStylePainter(self), QStyleOptionFrame()
        option.initFrom(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_PanelTipLabel, option)
        painter.end()
        super().paintEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Hear of keys, wherever they go."""
        super().showEvent(event)
        if (app := QCoreApplication.instance()) is not None:
            app.installEventFilter(self)

    def hideEvent(self, event: QHideEvent) -> None:
        """Hear of them no more."""
        super().hideEvent(event)
        if (app := QCoreApplication.instance()) is not None:
            app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go when a key is pressed; those of commands come as nothing but this event."""
        if event.type() is QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)
            if event.key() not in _HOLDING:
                self.hide()
        return super().eventFilter(watched, event)

    def _place(self, x: int) -> QPoint:
        bar = self._bar
        spot = bar.mapToGlobal(QPoint(x - self.width() // 2, -self.height() - _GAP))
        room = bar.screen().availableGeometry()
        if spot.y() < room.top():
            spot.setY(bar.mapToGlobal(QPoint(0, bar.height() + _GAP)).y())
        spot.setX(max(room.left(), min(spot.x(), room.right() - self.width())))
        return spot

    def _take_look(self) -> None:
        """Look as tooltips do; the style gives both the same edge and the same room."""
        self.setPalette(QToolTip.palette())
        self.setFont(QToolTip.font())
        frame = QStyle.PixelMetric.PM_ToolTipLabelFrameWidth
        self.setMargin(1 + self.style().pixelMetric(frame, None, self))


def _page(time: str, line: str) -> str:
    """Return the card's text; a block of its own lets the line read from right to left."""
    words = plain.line(line, _LONGEST)
    said = f"<div>{escape(words)}</div>" if words else ""
    return f"<div><b>{escape(plain.line(time, _LONGEST))}</b></div>{said}"
