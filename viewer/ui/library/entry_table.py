"""The list of transcripts as it is seen."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from PySide6.QtCore import QEvent, QPoint, Qt, Signal, Slot
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from viewer.library.entry import Entry
from viewer.ui.library.entry_rows import ENTRY, Column, EntryRows
from viewer.ui.library.keys import kept, plays
from viewer.ui.theme import plain

_WIDTHS: Final = {
    Column.TITLE: 320,
    Column.PLACES: 54,
    Column.CHANNEL: 100,
    Column.DATE: 80,
    Column.LENGTH: 66,
    Column.SPEAKERS: 72,
    Column.RECORDING: 72,
    Column.QUOTES: 54,
}
#: The title has what the other columns leave, but no less than this.
_LEAST_TITLE: Final = 150
#: About the words that stand where there are no rows.
_EDGE: Final = 16
_ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class EntryTable(QTableView):
    """The list of transcripts; Enter or a double click opens one, Space plays the chosen place."""

    opened = Signal(object)
    played = Signal()

    def __init__(self, rows: EntryRows) -> None:
        super().__init__()
        #: Whether somebody has chosen the widths, which stay as they are then.
        self.by_hand = self._fitting = False
        #: Why no transcript is listed, where that is to be said.
        self.empty = ""
        self._rows = rows
        self.setModel(rows)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Transcripts in the library"))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(round(self.fontMetrics().height() * 1.7))
        self._make_head()

    def _make_head(self) -> None:
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSortIndicatorShown(True)
        head.setSortIndicatorClearable(True)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        self.setColumnHidden(Column.PLACES, True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        head.sectionResized.connect(self._note_width)
        head.geometriesChanged.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the title the room there is, as long as nobody has chosen widths."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or why there are none."""
        super().paintEvent(event)
        if self.empty:
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            rect = self.viewport().rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
            middle = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(rect, middle, plain.line(self.empty))

    @contextmanager
    def held(self) -> Iterator[None]:
        """Keep the transcript at the upper edge there while others come and go about it.

        At the very top what comes first stays in view, whatever that is.
        """
        rows, bar = self._rows, self.verticalScrollBar()
        first, scrolled = self.indexAt(QPoint(0, 0)), bar.value() > 0
        entry = rows.entry(first.row()) if scrolled else None
        over = self.visualRect(first).top()
        yield
        row = rows.row_of(entry) if entry is not None else -1
        if row >= 0:
            self.scrollTo(rows.index(row, 0), QAbstractItemView.ScrollHint.PositionAtTop)
            bar.setValue(bar.value() - over)

    @Slot()
    def _note_width(self) -> None:
        if not self._fitting and QGuiApplication.mouseButtons():
            self.by_hand = True

    @Slot()
    def _fit(self) -> None:
        if self.by_hand:
            return
        head = self.horizontalHeader()
        others = head.length() - head.sectionSize(Column.TITLE)
        width = max(self.viewport().width() - others, _LEAST_TITLE)
        self._fitting = True
        head.resizeSection(Column.TITLE, width)
        self._fitting = False

    def event(self, event: QEvent) -> bool:
        """Keep the key that plays a place."""
        return kept(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open one by Enter, play a place by Space; Escape is left to the library."""
        entry = self.currentIndex().data(ENTRY)
        if event.key() in _ENTER and isinstance(entry, Entry):
            self.opened.emit(entry)
        elif plays(event):
            self.played.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: object) -> None:
        """Open the one under the pointer."""
        super().mouseDoubleClickEvent(event)  # type: ignore[arg-type]
        entry = self.currentIndex().data(ENTRY)
        if isinstance(entry, Entry):
            self.opened.emit(entry)
