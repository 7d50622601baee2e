"""The places in one transcript, with the words about them."""

from collections.abc import Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from viewer.core.timecode import format_clock
from viewer.library.passages import Passage
from viewer.ui.library.hit_words import Wanted, draw_words, wanted_of
from viewer.ui.library.keys import kept, plays
from viewer.ui.theme import plain
from viewer.ui.theme.page_colours import PageColours

Index: TypeAlias = QModelIndex | QPersistentModelIndex
PASSAGE: Final = Qt.ItemDataRole.UserRole
_SIDE, _EDGE, _MOST_LINES = 14, 6, 3
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class HitRows(QAbstractListModel):
    """A row a place."""

    def __init__(self) -> None:
        super().__init__()
        self._passages: Sequence[Passage] = ()
        #: Finds in the words about one place what the others have, too.
        self.wanted: Wanted | None = None

    def show(self, passages: Sequence[Passage]) -> None:
        """List other places."""
        self.beginResetModel()
        self._passages = passages
        self.wanted = wanted_of(plain.line(passage.text) for passage in passages)
        self.endResetModel()

    @property
    def shown(self) -> Sequence[Passage]:
        """The places that are listed."""
        return tuple(self._passages)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many there are."""
        return 0 if parent.isValid() else len(self._passages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the place, or its words for whoever reads them out."""
        if not 0 <= index.row() < len(self._passages):
            return None
        passage = self._passages[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{head_of(passage)}: {before_of(passage)}{found_of(passage)}"
        return passage if role == PASSAGE else None


class HitList(QListView):
    """Lists places; a double click or Enter opens one, Space plays it."""

    opened = Signal(object)
    played = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = HitRows()
        self.setModel(self.rows)
        self.setItemDelegate(_HitPainter(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Places in this transcript"))

    @property
    def several(self) -> list[Passage]:
        """The places that are chosen, in their order, where they are more than one."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        places = [self.rows.index(row).data(PASSAGE) for row in rows] if len(rows) > 1 else []
        return [each for each in places if isinstance(each, Passage)]

    @property
    def current(self) -> Passage | None:
        """The place that is chosen."""
        passage = self.currentIndex().data(PASSAGE)
        return passage if isinstance(passage, Passage) else None

    def event(self, event: QEvent) -> bool:
        """Keep the key that plays a place."""
        return kept(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open a place by Enter, play it by Space."""
        if event.key() in _ENTER and self.current is not None:
            self.opened.emit(self.current)
        elif plays(event):
            self.played.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the place under the pointer."""
        passage = self.indexAt(event.position().toPoint()).data(PASSAGE)
        if event.button() == Qt.MouseButton.LeftButton and isinstance(passage, Passage):
            self.opened.emit(passage)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words for another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()


def head_of(passage: Passage) -> str:
    """Return when and by whom it is said."""
    start = passage.start_ms
    place = f"{passage.segment + 1}" if start is None else format_clock(start)
    return " · ".join(filter(None, (place, plain.line(passage.speaker))))


def before_of(passage: Passage) -> str:
    """Return the words before what was found."""
    return plain.line(passage.before) + (" " if passage.before[-1:].isspace() else "")


def found_of(passage: Passage) -> str:
    """Return what was found, with the words after it."""
    after = (" " if passage.after[:1].isspace() else "") + plain.line(passage.after)
    return plain.line(passage.text) + after


class _HitPainter(QStyledItemDelegate):
    """Paints when and by whom in small letters, and the words below it with those found marked."""

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Leave room for a head and some lines."""
        line = QFontMetricsF(option.font).height()
        return QSize(200, round(line * (0.85 + _MOST_LINES)) + 2 * _EDGE + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one place."""
        passage = index.data(PASSAGE)
        if not isinstance(passage, Passage):
            return
        colours = PageColours.of(option.palette)
        _paint_ground(painter, option, colours)
        rect = QRectF(option.rect).adjusted(_SIDE, _EDGE, -_SIDE, -_EDGE)
        painter.save()
        painter.setClipRect(rect)
        small = painter.font()
        small.setPointSizeF(small.pointSizeF() * 0.85)
        normal = painter.font()
        painter.setFont(small)
        painter.setPen(colours.time)
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft, head_of(passage))
        painter.setFont(normal)
        painter.setPen(colours.text)
        top = rect.topLeft() + QPointF(0, QFontMetricsF(small).height() + 1)
        rows = index.model()
        wanted = rows.wanted if isinstance(rows, HitRows) else None
        words = before_of(passage) + found_of(passage)
        draw_words(painter, words, wanted, QRectF(top, rect.bottomRight()), colours)
        painter.restore()


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem, colours: PageColours) -> None:
    if option.state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, colours.band)
        painter.fillRect(option.rect.adjusted(0, 0, 4 - option.rect.width(), 0), colours.bar)
    elif option.state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, colours.pointed)
