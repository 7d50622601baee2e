"""A window over the notes of all transcripts: searched, filtered, opened at their moments."""

from collections.abc import Mapping, Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from viewer.core.folding import fold
from viewer.core.tags import TAGS
from viewer.core.timecode import format_clock
from viewer.notebook.gathering import Kept
from viewer.ui.theme import plain
from viewer.ui.theme.tags import tag_icon, tag_title
from viewer.ui.widgets.choice_box import ChoiceBox
from viewer.ui.widgets.plain_label import PlainLabel

_Index: TypeAlias = QModelIndex | QPersistentModelIndex
_WORDS, _TAG = 1, 2
_SIZE: Final = (960, 560)
#: So much has the words stand beside what is known of them.
_SMALLEST: Final = (680, 320)
_WIDTHS: Final = (80, 420, 90, 160)


class AllQuotes(QDialog):
    """Lists what was kept of every transcript; `chosen` carries the `Kept` that is to be opened.

    `export_wanted` carries those that are to be written down.
    """

    chosen = Signal(object)
    export_wanted = Signal(object)
    #: The window was turned to: others may have kept something meanwhile.
    activated = Signal()

    def __init__(self, names: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("All quotes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._kept: Sequence[Kept] = ()
        self.rows = _Rows(names, self)
        self.search, self.tags, self.sources = QLineEdit(), ChoiceBox(), ChoiceBox()
        self.count = PlainLabel(self.tr("Looking for what was kept…"))
        self.list = QTreeView()
        self.export = QPushButton(self.tr("&Export…"))
        self.export.setAutoDefault(False)
        self.export.setToolTip(
            self.tr("Write the notes that are listed, or several that are selected, to a file")
        )
        self._name_all(names)
        self._lay_out()
        self.search.textChanged.connect(self._fill)
        self.tags.currentIndexChanged.connect(self._fill)
        self.sources.currentIndexChanged.connect(self._fill)
        self.list.activated.connect(self._choose)
        self.export.clicked.connect(lambda: self.export_wanted.emit(self.wanted))

    def _name_all(self, names: Mapping[str, str]) -> None:
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(self.tr("Search words, speakers and comments"))
        self.tags.setAccessibleName(self.tr("Show the notes of this tag alone"))
        self.sources.setAccessibleName(self.tr("Show the notes of this transcript alone"))
        self.list.setAccessibleName(self.tr("Notes of all transcripts"))
        self.tags.addItem(self.tr("All tags"))
        for tag in ("", *TAGS):
            title = plain.name(tag_title(tag, names))
            self.tags.addItem(tag_icon(tag, self.palette()), title, tag)
        self.sources.addItem(self.tr("All transcripts"))
        self.sources.setSizeAdjustPolicy(
            ChoiceBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )

    def _lay_out(self) -> None:
        self.list.setModel(self.rows)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setAlternatingRowColors(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        for column, width in enumerate(_WIDTHS):
            self.list.setColumnWidth(column, width)
        self.list.header().setSectionResizeMode(_WORDS, QHeaderView.ResizeMode.Stretch)
        self.list.header().setStretchLastSection(False)
        top = QHBoxLayout()
        top.addWidget(self.search, 2)
        top.addWidget(self.tags)
        top.addWidget(self.sources, 1)
        box = QVBoxLayout(self)
        box.addLayout(top)
        box.addWidget(self.list, 1)
        bottom = QHBoxLayout()
        bottom.addWidget(self.count, 1)
        bottom.addWidget(self.export)
        box.addLayout(bottom)
        self.setMinimumSize(*_SMALLEST)
        self.resize(*_SIZE)

    def show_kept(self, kept: Sequence[Kept]) -> None:
        """List the notes that were found."""
        self._kept, source = kept, self.sources.currentData()
        self.sources.blockSignals(True)
        while self.sources.count() > 1:
            self.sources.removeItem(1)
        for each in dict.fromkeys(each.source for each in kept):
            self.sources.addItem(plain.name(each), each)
        self.sources.setCurrentIndex(max(self.sources.findData(source), 0) if source else 0)
        self.sources.blockSignals(False)
        self._fill()

    @property
    def wanted(self) -> Sequence[Kept]:
        """The notes that are selected where they are several, else all that are listed."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return [self.rows.kept[row] for row in rows] if len(rows) > 1 else self.rows.kept

    def changeEvent(self, event: QEvent) -> None:
        """Tell that the window was turned to."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.activated.emit()

    @Slot()
    def _fill(self) -> None:
        wanted = fold(self.search.text().strip())
        tag, source = self.tags.currentData(), self.sources.currentData()
        shown = [each for each in self._kept if each.matches(wanted, tag, source)]
        here = self.list.currentIndex().row()
        at = self.rows.kept[here].note.id if 0 <= here < len(self.rows.kept) else None
        if shown != self.rows.kept:
            self.rows.show(shown)
            self._mark(at)
        self.export.setEnabled(bool(shown))
        words = (
            self.tr("{n} of 1 note. A double click opens it at its moment.")
            if len(self._kept) == 1
            else self.tr("{n} of {all} notes. A double click opens one at its moment.")
        )
        nothing = self.tr("Quotes that you copy and moments that you flag are listed here.")
        filled = words.format(n=len(shown), all=len(self._kept))
        self.count.setText(filled if self._kept else nothing)

    def _mark(self, ident: str | None) -> None:
        """Stay at the note that was marked, wherever it is now."""
        for row, kept in enumerate(self.rows.kept):
            if kept.note.id == ident:
                self.list.setCurrentIndex(self.rows.index(row, 0))

    @Slot(QModelIndex)
    def _choose(self, index: QModelIndex) -> None:
        self.chosen.emit(self.rows.kept[index.row()])


class _Rows(QAbstractTableModel):
    """A row for each note."""

    def __init__(self, names: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._names, self._palette = names, parent.palette()
        self._titles = (
            self.tr("Time"),
            self.tr("Words"),
            self.tr("Tag"),
            self.tr("Comment"),
            self.tr("Transcript"),
        )
        self.kept: Sequence[Kept] = ()

    def show(self, kept: Sequence[Kept]) -> None:
        """Have other rows."""
        self.beginResetModel()
        self.kept = kept
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many notes are shown."""
        return 0 if parent.isValid() else len(self.kept)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Return how much is shown of each."""
        return 0 if parent.isValid() else len(self._titles)

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what a column tells."""
        across = orientation is Qt.Orientation.Horizontal
        return self._titles[section] if across and role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a cell, the whole passage as its tooltip, a tag's colour."""
        kept = self.kept[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(kept, index.column())
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == _WORDS:
            return plain.tip(kept.said)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == _TAG and kept.note.tag:
            return tag_icon(kept.note.tag, self._palette)
        return None

    def _cell(self, kept: Kept, column: int) -> str:
        note = kept.note
        clock = "" if note.at_ms is None else format_clock(note.at_ms)
        tag = tag_title(note.tag, self._names) if note.tag else ""
        cells = (clock, kept.said, tag, note.comment, kept.source)
        return plain.line(cells[column])
