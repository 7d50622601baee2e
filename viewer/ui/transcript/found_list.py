"""The list of all hits: when and by whom each is said, with its words in the middle of others."""

from typing import Final

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from viewer.core.find import Found
from viewer.core.transcript import Transcript
from viewer.ui.transcript.colours import TranscriptColours
from viewer.ui.transcript.found_rows import ROW, FoundRow, FoundRows, Index

_SIDE, _EDGE = 12, 5
#: What was found begins in this part of a row at the latest, where the row is cut.
_LEAD: Final = 0.4
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class FoundList(QTableView):
    """Lists hits; a click or Enter on one goes there, with Ctrl it plays from there.

    A table of one column, for that is what Qt shows a million rows of without looking at each.
    """

    chosen = Signal(int)
    play_requested = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = FoundRows()
        #: What waits to be listed until the list is seen.
        self._owed: tuple[Transcript, Found | None] | None = None
        self.setModel(self._rows)
        self.setItemDelegate(_RowPainter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSize(140, 60)
        self.setAccessibleName(self.tr("Places found"))
        self.clicked.connect(self._clicked)
        self._fit_rows()

    def show_found(self, transcript: Transcript, found: Found | None) -> None:
        """List what was found; while the list is hidden that costs nothing."""
        self._owed = transcript, found
        if self.isVisible():
            self._pay()

    @Slot(int)
    def mark(self, number: int) -> None:
        """Mark the hit at which the reader is."""
        if self.isVisible() and 0 <= number < self._rows.rowCount():
            index = self._rows.index(number, 0)
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def setVisible(self, visible: bool) -> None:  # noqa: N802 - Qt's own name
        """List what waits when the list comes into view."""
        super().setVisible(visible)
        if visible:
            self._pay()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to a hit, play from it, or leave."""
        row = self.currentIndex().row()
        if event.key() in _ENTER and row >= 0:
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            (self.play_requested if control else self.chosen).emit(row)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # they seek, as everywhere
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: object) -> None:
        """Make rows as high as two lines of other letters."""
        super().changeEvent(event)  # type: ignore[arg-type]
        self._fit_rows()

    def _fit_rows(self) -> None:
        height = round(2.3 * self.fontMetrics().height()) + 2 * _EDGE
        if height != self.verticalHeader().defaultSectionSize():
            self.verticalHeader().setDefaultSectionSize(height)

    def _pay(self) -> None:
        owed, self._owed = self._owed, None
        if owed is not None:
            self._rows.show(*owed)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())


class _RowPainter(QStyledItemDelegate):
    """Paints when and by whom in small letters, and below it the words with those found marked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._colours = TranscriptColours.of(parent.palette())
        self._palette_key = parent.palette().cacheKey()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Leave the height to the list."""
        return QSize(140, option.fontMetrics.height())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row, palette = index.data(ROW), option.palette
        if not isinstance(row, FoundRow):
            return
        if palette.cacheKey() != self._palette_key:
            self._palette_key, self._colours = palette.cacheKey(), TranscriptColours.of(palette)
        self._paint_ground(painter, option)
        rect = QRectF(option.rect).adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        painter.save()
        painter.setClipRect(rect)
        small = painter.font()
        small.setPointSizeF(small.pointSizeF() * 0.85)
        metrics = QFontMetrics(small)
        head = " · ".join(filter(None, (row.place, row.speaker)))
        painter.setPen(self._colours.time)
        plain_font = painter.font()
        painter.setFont(small)
        cut = metrics.elidedText(head, Qt.TextElideMode.ElideRight, int(rect.width()))
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop), cut)
        painter.setFont(plain_font)
        painter.setPen(self._colours.text)
        self._paint_words(painter, row, rect.adjusted(0, metrics.height() + 1, 0, 0))
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        state, rect = option.state, option.rect
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, self._colours.band)
            bar = rect.adjusted(0, 0, 0, 0)
            bar.setWidth(4 if state & QStyle.StateFlag.State_HasFocus else 2)
            painter.fillRect(bar, self._colours.bar)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self._colours.pointed)

    def _paint_words(self, painter: QPainter, row: FoundRow, rect: QRectF) -> None:
        text, before = fitted(row, painter.fontMetrics(), int(rect.width()))
        layout = QTextLayout(text, painter.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        part = QTextLayout.FormatRange()
        part.start, part.length = _units(before), _units(row.found)
        part.format = QTextCharFormat()
        part.format.setBackground(self._colours.found)
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
