"""The list of all hits: when and by whom each is said, with its words in the middle of others."""

from typing import Final

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from viewer.core.direction import reads_rightwards
from viewer.core.find import Found
from viewer.core.transcript import Transcript
from viewer.ui.side.found_rows import ROW, FoundRow, FoundRows
from viewer.ui.side.place_list import EDGE_PX, SIDE_PX, Index, PlaceList, RowPainter

#: What was found begins in this part of a row at the latest, where the row is cut.
_LEAD: Final = 0.4


class FoundList(PlaceList):
    """Lists hits; while it is hidden that costs nothing."""

    LINES = 2.3

    def __init__(self, parent: QWidget | None = None) -> None:
        self._rows = FoundRows()
        #: What waits to be listed until the list is seen, and the hit at which the reader is.
        self._owed: tuple[Transcript, Found | None] | None = None
        self._here = -1
        super().__init__(self._rows, parent)
        self.setItemDelegate(_FoundPainter(self))
        self.setAccessibleName(self.tr("Places found"))
        self.empty = self.tr("What is looked for is listed here.")

    @Slot(object, object)
    def show_found(self, transcript: Transcript, found: Found | None) -> None:
        """List what was found."""
        self._owed, self._here = (transcript, found), -1
        asked, nowhere = (
            self.tr("What is looked for is listed here."),
            self.tr("It is nowhere in this transcript."),
        )
        self.empty = asked if found is None else nowhere
        if self.isVisible():
            self._pay()

    @Slot(int)
    def mark(self, number: int) -> None:
        """Mark the hit at which the reader is."""
        self._here = number
        if self.isVisible():
            super().mark(number)

    def setVisible(self, visible: bool) -> None:  # noqa: N802 - Qt's own name
        """List what waits when the list comes into view."""
        super().setVisible(visible)
        if visible:
            self._pay()

    def _pay(self) -> None:
        owed, self._owed = self._owed, None
        if owed is not None:
            self._rows.show(*owed)
        super().mark(self._here)


class _FoundPainter(RowPainter):
    """Paints when and by whom in small letters, and below it the words with those found marked."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = index.data(ROW)
        if not isinstance(row, FoundRow):
            return
        self.paint_ground(painter, option)
        rect = QRectF(option.rect).adjusted(SIDE_PX, EDGE_PX, -SIDE_PX, -EDGE_PX)
        painter.save()
        painter.setClipRect(rect)
        small = painter.font()
        small.setPointSizeF(small.pointSizeF() * 0.85)
        metrics = QFontMetrics(small)
        head = " · ".join(filter(None, (row.place, row.speaker)))
        painter.setPen(self.colours.time)
        plain_font = painter.font()
        painter.setFont(small)
        cut = metrics.elidedText(head, Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), cut)
        painter.setFont(plain_font)
        painter.setPen(self.colours.text)
        self._paint_words(painter, row, rect.adjusted(0, metrics.height() + 1, 0, 0))
        painter.restore()

    def _paint_words(self, painter: QPainter, row: FoundRow, rect: QRectF) -> None:
        text, before = fitted(row, painter.fontMetrics(), int(rect.width()))
        layout = QTextLayout(text, painter.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        if reads_rightwards(text) is False:
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
            option.setAlignment(Qt.AlignmentFlag.AlignRight)
        layout.setTextOption(option)
        part = QTextLayout.FormatRange()
        part.start, part.length = _units(before), _units(row.found)
        part.format = QTextCharFormat()
        part.format.setBackground(self.colours.found)
        part.format.setFontUnderline(True)
        layout.setFormats([part])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(rect.width())
        layout.endLayout()
        layout.draw(painter, rect.topLeft())


def fitted(row: FoundRow, metrics: QFontMetrics, width: int) -> tuple[str, str]:
    """Return a row's words, and those before what was found, cut at words to a width in pixels."""
    before, rest = row.before, row.found + row.after
    if metrics.horizontalAdvance(before + rest) > width:
        lead = metrics.elidedText(before, Qt.TextElideMode.ElideLeft, int(width * _LEAD))
        if lead != before:
            _, space, whole = lead.partition(" ")
            before = f"… {whole}" if space else lead
    return metrics.elidedText(before + rest, Qt.TextElideMode.ElideRight, width), before


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
