"""A line of text that ends in dots where there is no room, and tells all of it in a tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from viewer.ui.theme import plain
from viewer.ui.theme.words import isolated

_FEWEST_CHARACTERS = 8


class ElidedLabel(QWidget):
    """Shows plain text on one line; it never asks for more width than there is."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(plain.line(text))

    def text(self) -> str:
        """Return the whole text."""
        return self._text

    def setText(self, text: str) -> None:  # noqa: N802 - as QLabel calls it
        """Show a text, made plain: on one line, and no longer than anyone reads."""
        self._text, self._whole = plain.line(text), plain.line(text, plain.TIP)
        self.setAccessibleName(plain.line(text))
        self.updateGeometry()
        self.update()

    def shown_text(self) -> str:
        """Return the text as far as there is room for it."""
        right = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self._text, right, self.width())

    def sizeHint(self) -> QSize:
        """Return the room that the whole text needs."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self._text) + 2, metrics.height())

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few characters."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * _FEWEST_CHARACTERS, metrics.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text; the tooltip is there only where something is left out."""
        shown = self.shown_text()
        tip = plain.tip(self._whole) if shown != self._whole else ""
        if tip != self.toolTip():
            self.setToolTip(tip)
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        along = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(self.rect(), along | Qt.TextFlag.TextSingleLine, isolated(shown))
