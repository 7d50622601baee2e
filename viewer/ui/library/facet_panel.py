"""What transcripts are grouped by, with how many there are of each; a click filters."""

from typing import Final, TypeAlias

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from viewer.library.facets import Chosen, Facet, Facets, Kind
from viewer.ui.library.histogram import Histogram
from viewer.ui.theme import plain
from viewer.ui.widgets.plain_label import PlainLabel

Index: TypeAlias = QModelIndex | QPersistentModelIndex
#: So many values of a kind are listed, and whatever is chosen.
_MOST: Final = 100
_FACET: Final = Qt.ItemDataRole.UserRole
_KEYS: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_ROOMY, _END_PX = 1.5, 8
_NUMBERS: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class FacetPanel(QWidget):
    """The bars over time, and below them the kinds; `changed` carries what is chosen."""

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chosen: Chosen = frozenset()
        self._shown: tuple[Facets, Chosen] | None = None
        self.histogram, self.tree = Histogram(), FacetTree()
        self.clear_button = QPushButton(self.tr("Show all again"))
        self.clear_button.hide()
        self.counting = PlainLabel(self.tr("Still counting…"))
        self.counting.setContentsMargins(8, 4, 8, 4)
        self.counting.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.counting)
        column.addWidget(self.histogram)
        column.addWidget(self.tree, 1)
        column.addWidget(self.clear_button)
        self.setMinimumWidth(120)
        self.histogram.toggled.connect(self.toggle)
        self.tree.toggled.connect(self.toggle)
        self.clear_button.clicked.connect(self.clear)

    @Slot(object)
    def toggle(self, value: tuple[Kind, str]) -> None:
        """Choose a value, or no longer."""
        self._choose(self.chosen ^ {value})

    @Slot()
    def clear(self) -> None:
        """Choose nothing."""
        self._choose(frozenset())

    def set_counting(self, counting: bool) -> None:
        """Say that what is shown is from before, or take that back; it pales meanwhile."""
        self.counting.setVisible(counting)
        self.histogram.setEnabled(not counting)
        self.tree.setEnabled(not counting)

    @Slot(object)
    def show_facets(self, facets: Facets) -> None:
        """Show how much there is of each now."""
        if (facets, self.chosen) != self._shown:
            self._shown = facets, self.chosen
            self.histogram.show_bars(facets.over_time, self.chosen)
            self.tree.show_facets(facets, self.chosen)

    def _choose(self, chosen: Chosen) -> None:
        self.chosen = chosen
        self.clear_button.setVisible(bool(chosen))
        self.changed.emit(chosen)


class FacetTree(QTreeWidget):
    """A heading a kind, a box a value; a press of the button or of Enter is a wish by `toggled`."""

    toggled = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._closed: set[Kind] = set()
        self.setColumnCount(2)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHeaderHidden(True)
        self.setIndentation(12)
        self.setUniformRowHeights(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Channels, years, speakers and languages"))
        self.setItemDelegate(_RoomyRows(self))
        head = self.header()
        head.setStretchLastSection(False)
        head.setMinimumSectionSize(20)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.itemCollapsed.connect(lambda item: self._closed.add(item.data(0, _FACET)))
        self.itemExpanded.connect(lambda item: self._closed.discard(item.data(0, _FACET)))

    def show_facets(self, facets: Facets, chosen: Chosen) -> None:
        """List these, and stay at the same row."""
        current = self.currentItem()
        at = current.data(0, _FACET) if current is not None else None
        scrolled = self.verticalScrollBar().value()
        self.clear()
        for kind, name in self._names().items():
            most = 0 if kind is Kind.MONTH else _MOST  # months are chosen by the bars
            values = [
                facet
                for number, facet in enumerate(facets.kinds[kind])
                if number < most or (kind, facet.value) in chosen
            ]
            if values:
                self._add(kind, name, values, chosen, at)
        self.verticalScrollBar().setValue(scrolled)

    def _add(self, kind: Kind, name: str, values: list[Facet], chosen: Chosen, at: object) -> None:
        head = QTreeWidgetItem(self, [plain.line(name)])
        head.setData(0, _FACET, kind)
        font = head.font(0)
        font.setBold(True)
        head.setFont(0, font)
        for facet in values:
            item = QTreeWidgetItem(head, [plain.line(facet.value), plain.line(f"{facet.files:,}")])
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            on = (kind, facet.value) in chosen
            item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            item.setData(0, _FACET, (kind, facet.value))
            item.setToolTip(0, plain.tip(facet.value))
            item.setTextAlignment(1, _NUMBERS)
            if at == (kind, facet.value):
                self.setCurrentItem(item)
        head.setExpanded(kind not in self._closed)

    def _names(self) -> dict[Kind, str]:
        return {
            Kind.MONTH: self.tr("Months"),
            Kind.YEAR: self.tr("Years"),
            Kind.CHANNEL: self.tr("Channels"),
            Kind.SPEAKER: self.tr("Speakers"),
            Kind.LANGUAGE: self.tr("Languages"),
        }

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a value at the press, for what is counted meanwhile may take the row away."""
        super().mousePressEvent(event)
        item = self.itemAt(event.position().toPoint())
        if item is not None and event.button() == Qt.MouseButton.LeftButton:
            self._wish(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose a value by Enter or Space; Escape is left to the library."""
        item = self.currentItem()
        if event.key() in _KEYS and item is not None:
            self._wish(item)
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _wish(self, item: QTreeWidgetItem) -> None:
        if item.parent() is not None:
            kind, value = item.data(0, _FACET)
            self.toggled.emit((Kind(kind), value))


class _RoomyRows(QStyledItemDelegate):
    """Gives rows a height that is easy to hit."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Leave room above and below the letters."""
        wanted = super().sizeHint(option, index)
        return QSize(wanted.width() + _END_PX, round(option.fontMetrics.height() * _ROOMY))
