"""The notes as rows: when, what was said, what was thought of it; and how a row looks."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from PySide6.QtCore import (
    QAbstractTableModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from viewer.core.timecode import format_clock
from viewer.state.note import Note
from viewer.ui.side.place_list import EDGE_PX, SIDE_PX, Index, RowPainter
from viewer.ui.theme import plain
from viewer.ui.theme.palette import tabular
from viewer.ui.theme.tags import tag_colour, tag_title

_SMALLER: Final = 0.85
_TAG_PX: Final = 4
_MIME: Final = "application/x-cueline-note"


class NoteRows(QAbstractTableModel):
    """A row a note; `moved` tells that one was dragged before another, or with -1 to the end."""

    moved = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.notes: tuple[Note, ...] = ()
        self.lost: frozenset[str] = frozenset()
        self.names: Mapping[str, str] = {}
        #: Whether rows are in the user's own order, and so can be dragged.
        self.by_hand = False

    def show(self, notes: Sequence[Note], lost: frozenset[str], names: Mapping[str, str]) -> None:
        """Show these notes; those in `lost` are not in the transcript any more."""
        self.beginResetModel()
        self.notes, self.lost, self.names = tuple(notes), lost, names
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many notes there are."""
        return 0 if parent.isValid() else len(self.notes)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Return one: all is painted in it."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a note in words, for readers and tooltips."""
        if not index.isValid():
            return None
        note = self.notes[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tip("\n".join(filter(None, (self.words(note), note.comment))))
        if role == Qt.ItemDataRole.DisplayRole:
            parts = (self.head(note), self.words(note), plain.line(note.comment))
            return " · ".join(filter(None, parts))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Have rows dragged where they are in the user's own order."""
        flags = super().flags(index)
        if not self.by_hand:
            return flags
        dragged = (
            Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.ItemIsDropEnabled
        )
        return flags | dragged

    def supportedDropActions(self) -> Qt.DropAction:  # noqa: N802 - Qt's own name
        """Move rows only."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's own name
        """Take rows of this list alone."""
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:  # noqa: N802
        """Carry the number of the row that is dragged."""
        data = QMimeData()
        data.setData(_MIME, str(indexes[0].row()).encode() if indexes else b"")
        return data

    def dropMimeData(  # noqa: N802 - Qt's own name
        self,
        data: QMimeData,
        _action: Qt.DropAction,
        row: int,
        _column: int,
        parent: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Tell of a row that was let go; whoever keeps the notes moves it."""
        carried = bytes(data.data(_MIME).data()).decode()
        if not carried.isdecimal() or int(carried) >= len(self.notes):
            return False
        self.moved.emit(int(carried), parent.row() if parent.isValid() else row)
        return False  # nothing is left for the view to remove

    def head(self, note: Note) -> str:
        """Return when it is, by whom it is said and what it is tagged with."""
        quote = note.quote
        time = "" if note.at_ms is None else format_clock(note.at_ms)
        who = "" if quote is None else ", ".join(plain.line(name) for name in quote.speakers)
        tag = plain.line(tag_title(note.tag, self.names)) if note.tag else ""
        gone = self.tr("no longer in the transcript") if note.id in self.lost else ""
        return " · ".join(filter(None, (time, who, tag, gone)))

    def words(self, note: Note) -> str:
        """Return what is said, or that nothing is."""
        return plain.line(note.quote.text) if note.quote else self.tr("A moment without words")


class NotePainter(RowPainter):
    """Paints the tag as a stripe, the head in small letters, the words, and the comment."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        rows = index.model()
        assert isinstance(rows, NoteRows)
        note = rows.notes[index.row()]
        painter.save()
        self.paint_ground(painter, option)
        rect = QRectF(option.rect).adjusted(SIDE_PX, EDGE_PX, -SIDE_PX, -EDGE_PX)
        stripe = QRectF(rect.left(), rect.top(), _TAG_PX, rect.height())
        painter.fillRect(stripe, tag_colour(note.tag, option.palette))
        rect.adjust(_TAG_PX + 8, 0, 0, 0)
        small = tabular(option.font)
        small.setPointSizeF(option.font.pointSizeF() * _SMALLER)
        painter.setFont(small)
        painter.setPen(self.colours.time)
        rect.setTop(self._write(painter, rows.head(note), rect, 1))
        painter.setFont(option.font)
        painter.setPen(self.colours.text)
        rect.setTop(self._write(painter, rows.words(note), rect, 1 if note.comment else 2))
        if note.comment:
            italic = QFont(option.font)
            italic.setItalic(True)
            painter.setFont(italic)
            painter.setPen(self.colours.time)
            self._write(painter, plain.line(note.comment), rect, 1)
        painter.restore()

    def _write(self, painter: QPainter, words: str, rect: QRectF, lines: int) -> float:
        """Write on so many lines, cut at their end; return where the next line begins."""
        metrics, left = painter.fontMetrics(), words
        top, width = rect.top(), int(rect.width())
        for number in range(lines):
            fits = (
                left if number == lines - 1 else _begin_of(left, metrics.horizontalAdvance, width)
            )
            cut = metrics.elidedText(fits, Qt.TextElideMode.ElideRight, width)
            start = int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
            painter.drawText(QRectF(rect.left(), top, width, metrics.height()), start, cut)
            left, top = left[len(fits) :].lstrip(), top + metrics.height()
        return top


def _begin_of(words: str, width_of: Callable[[str], int], width: int) -> str:
    """Return the words that fit on a line, at least one."""
    if width_of(words) <= width:
        return words
    fits, longest = "", words[:400]
    for end in (place for place, char in enumerate(longest) if char == " "):
        if width_of(longest[:end]) > width:
            break
        fits = longest[:end]
    return fits or longest
