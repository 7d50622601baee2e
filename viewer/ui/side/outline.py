"""The outline: the chapters, with the one that is played lit."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QRect, Qt, Signal, Slot
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from viewer.core.chapters import chapter_at
from viewer.core.timecode import format_clock
from viewer.core.transcript import Chapter
from viewer.ui.side.place_list import SIDE_PX, Index, PlaceList, RowPainter
from viewer.ui.theme import plain
from viewer.ui.theme.palette import tabular

_GAP_PX: Final = 10
_SMALLER: Final = 0.9


class Outline(PlaceList):
    """Lists chapters; a click on one goes there, a double click or Enter plays from there.

    `place_chosen` and `moment_chosen` carry a number of a chapter and its moment.
    """

    place_chosen = Signal(int)
    moment_chosen = Signal(int)

    LINES = 1.4

    def __init__(self, parent: QWidget | None = None) -> None:
        self._rows, self._timed = _Rows(), True
        super().__init__(self._rows, parent)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(self.tr("Outline"))
        self.empty = self.tr("This transcript has no chapters.")
        self.chosen.connect(self.place_chosen)
        self.play_requested.connect(self._play)

    def show_chapters(self, chapters: Sequence[Chapter], *, timed: bool = True) -> None:
        """List these chapters, none of them lit; nor later, where their text has no times."""
        self._timed = timed
        self._rows.show(chapters)

    @Slot(int)
    def light(self, ms: int) -> None:
        """Light the chapter that is played at a moment."""
        row = chapter_at(self._rows.chapters, ms) if self._timed else -1
        if row != self._rows.lit:
            self._rows.lit = row
            self.viewport().update()
            if row >= 0 and not self.hasFocus():
                self.scrollTo(self._rows.index(row, 0))

    def enter(self, row: int, *, control: bool) -> None:
        """Play from a chapter."""
        self._play(row)

    def double(self, row: int) -> None:
        """Play from a chapter."""
        self._play(row)

    @Slot(int)
    def _play(self, row: int) -> None:
        self.moment_chosen.emit(self._rows.chapters[row].start_ms)


class _Rows(QAbstractTableModel):
    """A row a chapter."""

    def __init__(self) -> None:
        super().__init__()
        self.chapters: tuple[Chapter, ...] = ()
        self.lit = -1

    def show(self, chapters: Sequence[Chapter]) -> None:
        self.beginResetModel()
        self.chapters, self.lit = tuple(chapters), -1
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.chapters)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        chapter = self.chapters[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tip(chapter.title)
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{format_clock(chapter.start_ms)} · {plain.line(chapter.title)}"
        return None


class _Painter(RowPainter):
    """Paints the time in small figures, and the chapter's name beside it."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        rows = index.model()
        assert isinstance(rows, _Rows)
        chapter, lit = rows.chapters[index.row()], index.row() == rows.lit
        painter.save()
        self.paint_ground(painter, option, lit=lit)
        rect = option.rect.adjusted(SIDE_PX, 0, -SIDE_PX, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        title_font = option.font
        small = tabular(title_font)
        small.setPointSizeF(title_font.pointSizeF() * _SMALLER)
        painter.setFont(small)
        last = rows.chapters[-1].start_ms
        width = painter.fontMetrics().horizontalAdvance(format_clock(last))
        painter.setPen(self.colours.text if lit else self.colours.time)
        right = int(Qt.AlignmentFlag.AlignRight | middle)
        time = QRect(rect.left(), rect.top(), width, rect.height())
        painter.drawText(time, right, format_clock(chapter.start_ms))
        painter.setFont(title_font)
        painter.setPen(self.colours.text)
        rest = rect.adjusted(width + _GAP_PX, 0, 0, 0)
        end = Qt.TextElideMode.ElideRight
        title = painter.fontMetrics().elidedText(plain.line(chapter.title), end, rest.width())
        painter.drawText(rest, int(Qt.AlignmentFlag.AlignLeft | middle), title)
        painter.restore()
