"""A list of places in the transcript, of which one goes to one and plays from it."""

from typing import Final, TypeAlias

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
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

from viewer.ui.theme import plain
from viewer.ui.theme.page_colours import PageColours
from viewer.ui.widgets.tab_ring import TabRing

Index: TypeAlias = QModelIndex | QPersistentModelIndex
#: What is left free beside and above the words of a row.
SIDE_PX, EDGE_PX = 12, 5
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ALONE: Final = (
    QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
)
_BAR_PX, _FOCUSED_BAR_PX = 2, 4


class PlaceList(QTableView):
    """Rows of one height; a click or Enter on one chooses it, Ctrl and Enter play from there.

    A table of one column, for that is what Qt shows a million rows of without looking at each.
    `empty` is what is said where there is no row.
    """

    chosen = Signal(int)
    play_requested = Signal(int)

    #: So many lines of letters a row is high.
    LINES = 1.0

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.empty = ""
        self._doubled = False
        self.setModel(model)
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
        self.clicked.connect(self._clicked)
        TabRing(self)
        self._fit_rows()

    def mark(self, row: int) -> None:
        """Mark the row at which the reader is, whatever keys are held meanwhile."""
        if 0 <= row < self.model().rowCount():
            index = self.model().index(row, 0)
            self.selectionModel().setCurrentIndex(index, _ALONE)
            self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a row, or play from it; Escape is left to the panel."""
        row = self.currentIndex().row()
        if event.key() in _ENTER and row >= 0:
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.enter(row, control=control)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Escape):
            event.ignore()  # arrows seek, as everywhere
        else:
            super().keyPressEvent(event)

    def enter(self, row: int, *, control: bool) -> None:
        """Do what Enter does on a row."""
        (self.play_requested if control else self.chosen).emit(row)

    def double(self, row: int) -> None:
        """Do what a double click does to a row whose first click has chosen it."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click."""
        self._doubled = False
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click; one below the rows leaves the reader's marked."""
        super().mouseReleaseEvent(event)
        if not self.selectionModel().hasSelection():
            self.selectionModel().select(self.currentIndex(), _ALONE)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take two clicks for one double click; letting go is no third."""
        self._doubled = True
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self.double(index.row())

    def changeEvent(self, event: object) -> None:
        """Make rows as high as other letters need."""
        super().changeEvent(event)  # type: ignore[arg-type]
        self._fit_rows()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or why there are none."""
        super().paintEvent(event)
        if self.empty and not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            wrap, words = Qt.TextFlag.TextWordWrap, plain.line(self.empty)
            margin = 2 * SIDE_PX
            rect = self.viewport().rect().adjusted(margin, margin, -margin, -margin)
            middle = int(Qt.AlignmentFlag.AlignCenter | wrap)
            if painter.boundingRect(rect, middle, words).height() <= rect.height():
                painter.drawText(rect, middle, words)
            else:  # from its first line on, where not all have room
                top = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | wrap
                painter.drawText(self.viewport().rect(), int(top), words)

    @property
    def row_px(self) -> int:
        """How high a row is."""
        return self.verticalHeader().defaultSectionSize()

    def _fit_rows(self) -> None:
        line = self.fontMetrics().height()
        self.setMinimumSize(140, line + 2 * EDGE_PX)
        height = round(self.LINES * line) + 2 * EDGE_PX
        if height != self.verticalHeader().defaultSectionSize():
            self.verticalHeader().setDefaultSectionSize(height)

    @Slot(QModelIndex)
    def _clicked(self, index: QModelIndex) -> None:
        if not self._doubled:
            self.chosen.emit(index.row())


class RowPainter(QStyledItemDelegate):
    """Paints what is behind a row, in the colours of the page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.colours = PageColours.of(parent.palette())
        self._palette_key = parent.palette().cacheKey()

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Leave the height to the list."""
        return QSize(140, option.fontMetrics.height())

    def paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, *, lit: bool | None = None
    ) -> None:
        """Paint the band of the row that the reader is at, or that the pointer is on.

        Where rows are `lit` or not, the lit one has the band, and a ring is about the reader's.
        """
        if option.palette.cacheKey() != self._palette_key:
            self._palette_key = option.palette.cacheKey()
            self.colours = PageColours.of(option.palette)
        state, rect = option.state, option.rect
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        if selected if lit is None else lit:
            painter.fillRect(rect, self.colours.band)
            width = _FOCUSED_BAR_PX if focused or lit else _BAR_PX
            painter.fillRect(QRect(rect.left(), rect.top(), width, rect.height()), self.colours.bar)
        elif selected or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, self.colours.pointed)  # over the style's own, which hides words
        if lit is not None and selected and focused:
            painter.setPen(QPen(self.colours.bar, 1.5))
            painter.drawRect(rect.toRectF().adjusted(1, 1, -1, -1))
