"""The list of notes: what keys, a double click and the menu mean in it."""

from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from viewer.ui.side.note_rows import NotePainter, NoteRows
from viewer.ui.side.place_list import Index, PlaceList

_DELETE: Final = frozenset({Qt.Key.Key_Delete, Qt.Key.Key_Backspace})


class NoteList(PlaceList):
    """The rows; Delete asks for those selected to go away, a double click plays one."""

    delete_requested = Signal()
    current_changed = Signal()
    menu_requested = Signal(QPoint)

    LINES = 3.0

    def __init__(self, rows: NoteRows, parent: QWidget | None = None) -> None:
        super().__init__(rows, parent)
        self.setItemDelegate(NotePainter(self))
        self.setAccessibleName(self.tr("Notes"))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setDragEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)

    def double(self, row: int) -> None:
        """Play a note."""
        self.play_requested.emit(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for the notes that are selected to go away."""
        if event.key() in _DELETE and self.selectionModel().hasSelection():
            self.delete_requested.emit()
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802
        """Tell that another row is marked."""
        super().currentChanged(current, previous)
        self.current_changed.emit()

    @Slot(QPoint)
    def _ask_for_menu(self, spot: QPoint) -> None:
        self.menu_requested.emit(self.viewport().mapToGlobal(spot))
