"""The small card above the seek bar: a time, and what is said there."""

from html import escape
from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from viewer.ui.theme import plain
from viewer.ui.theme.palette import mix

_WIDEST: Final = 300
_GAP: Final = 4
_LONGEST: Final = 140


class HoverTip(QLabel):
    """A card in a window of its own: over the picture no other widget would be seen."""

    def __init__(self, parent: QWidget) -> None:
        flags = Qt.WindowType.ToolTip | Qt.WindowType.WindowTransparentForInput
        super().__init__(parent, flags)
        self._bar = parent
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setMargin(8)
        self.setAutoFillBackground(True)

    def show_at(self, x: int, time: str, line: str) -> None:
        """Show the card above the parent, centred on its `x`."""
        self._take_colours()
        self.setText(_page(time, line))
        self.setWordWrap(False)
        self.ensurePolished()
        wide = self.sizeHint().width() > _WIDEST
        self.setWordWrap(wide)
        self.resize(QSize(_WIDEST, self.heightForWidth(_WIDEST)) if wide else self.sizeHint())
        self.move(self._place(x))
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words, and a hairline that sets the card off from the picture."""
        super().paintEvent(event)
        ink = self.palette()
        painter = QPainter(self)
        painter.setPen(mix(ink.color(ink.ColorRole.Window), ink.color(ink.ColorRole.Text), 0.3))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def _place(self, x: int) -> QPoint:
        bar = self._bar
        spot = bar.mapToGlobal(QPoint(x - self.width() // 2, -self.height() - _GAP))
        room = bar.screen().availableGeometry()
        if spot.y() < room.top():
            spot.setY(bar.mapToGlobal(QPoint(0, bar.height() + _GAP)).y())
        spot.setX(max(room.left(), min(spot.x(), room.right() - self.width())))
        return spot

    def _take_colours(self) -> None:
        palette = QPalette(self._bar.palette())
        tips = QToolTip.palette()
        group, role = QPalette.ColorGroup.All, QPalette.ColorRole
        for ours, theirs in ((role.Window, role.ToolTipBase), (role.WindowText, role.ToolTipText)):
            palette.setColor(group, ours, tips.color(theirs))
        self.setPalette(palette)


def _page(time: str, line: str) -> str:
    """Return the card's text; a block of its own lets the line read from right to left."""
    words = plain.line(line, _LONGEST)
    said = f"<div>{escape(words)}</div>" if words else ""
    return f"<div><b>{escape(plain.line(time, _LONGEST))}</b></div>{said}"
