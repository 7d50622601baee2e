"""The notebook: the quotes and moments that were kept, with their tags and comments."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelectionModel,
    QPoint,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QAction, QFocusEvent
from PySide6.QtWidgets import (
    QLineEdit,
    QMenu,
    QVBoxLayout,
    QWidget,
)

from viewer.core.folding import fold
from viewer.core.tags import TAGS
from viewer.state.note import Note
from viewer.state.notebook import Notebook
from viewer.ui.side.comment_field import CommentField
from viewer.ui.side.note_list import NoteList
from viewer.ui.side.note_rows import NoteRows
from viewer.ui.theme import plain
from viewer.ui.theme.tags import tag_icon, tag_title
from viewer.ui.widgets.choice_box import ChoiceBox
from viewer.ui.widgets.giving_way import Column, GivingWay
from viewer.ui.widgets.icon_button import IconButton
from viewer.ui.widgets.row import row_of

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance


class NotebookPanel(Column):
    """Lists notes, and asks for what is to be done with them; it changes nothing itself.

    Signals carry a note's id: `chosen` by a click, `play_requested`, `copy_requested`; those that
    may be about several, a list: `delete_requested`, and `tagged` with the tag. `revised` carries
    its new members as well, `moved` the id of the note it was dragged before, or nothing for the
    end.
    """

    chosen = Signal(str)
    play_requested = Signal(str)
    copy_requested = Signal(str)
    delete_requested = Signal(list)
    tagged = Signal(list, str)
    revised = Signal(str, dict)
    moved = Signal(str, str)
    export_requested = Signal()
    names_requested = Signal()
    order_changed = Signal(bool)
    beside_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._notebook, self._lost = Notebook(""), frozenset[str]()
        self._names: Mapping[str, str] = {}
        #: Whether notes lie beside their transcripts.
        self.beside = False
        #: The commands that save what is shown in other ways, as they stand in the menus.
        self.savings: tuple[QAction, ...] = ()
        self._rows = NoteRows()
        self.list = NoteList(self._rows)
        self.filter = QLineEdit(clearButtonEnabled=True)
        self.tags, self.order = ChoiceBox(), ChoiceBox()
        self.comment = CommentField(self._find)
        self._more = IconButton("more")
        self._last = ""
        self._name_all()
        self._lay_out()
        self._connect()
        self._show_current()

    def _name_all(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter"))
        self.filter.setAccessibleName(self.tr("Filter the notes by their words"))
        self.tags.setAccessibleName(self.tr("Show the notes of this tag alone"))
        self.order.setAccessibleName(self.tr("Order of the notes"))
        self.order.addItems([self.tr("By time"), self.tr("By hand")])
        self._more.set_words(self.tr("Export and more"))
        self._fill_tags()

    def _lay_out(self) -> None:
        top = row_of((8, 4, 8, 2), self.filter, self._more)
        choices = row_of((8, 2, 8, 4), self.tags, self.order)
        foot = row_of((8, 6, 8, 8), self.comment)  # the ground about the field shows where it is
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for row in (top, choices):
            column.addWidget(row)
        column.addWidget(self.list, 1)
        column.addWidget(foot)
        in_turn = (foot, choices, top)
        self.giving = GivingWay(self, lambda: [(part, self.list.row_px) for part in in_turn])

    def minimumSizeHint(self) -> QSize:
        """Ask for the list and the row that has the keys; all else gives way."""
        least = self.list.minimumHeight() + (self.giving.kept_px if self.giving else 0)
        return QSize(super().minimumSizeHint().width(), least)

    def sizeHint(self) -> QSize:
        """Ask for all of it, with a note in the list."""
        rows = self.giving.whole_px if self.giving else 0
        return QSize(super().sizeHint().width(), self.list.row_px + rows)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Give the keys to the list; as its focus proxy it would hide all else from Tab."""
        self.list.setFocus(event.reason())

    def _connect(self) -> None:
        self.filter.textChanged.connect(self._fill)
        self.tags.currentIndexChanged.connect(self._fill)
        self.order.currentIndexChanged.connect(self._reorder)
        self.list.chosen.connect(partial(self._tell, self.chosen))
        self.list.play_requested.connect(partial(self._tell, self.play_requested))
        self.list.delete_requested.connect(self._delete)
        self.list.current_changed.connect(self._show_current)
        self.list.menu_requested.connect(self._show_menu)
        self._rows.moved.connect(self._move)
        self.comment.revised.connect(self._revise)
        self.comment.left.connect(partial(self.list.setFocus, Qt.FocusReason.OtherFocusReason))
        self._more.clicked.connect(self._show_more)

    # What is shown

    def show_notebook(
        self, notebook: Notebook, lost: frozenset[str], names: Mapping[str, str]
    ) -> None:
        """Show the notes of a notebook; tags are called as in `names`."""
        if notebook.key != self._notebook.key:
            self.comment.forget()
        if names != self._names:
            self._names = names
            self._fill_tags()
        self._notebook, self._lost = notebook, lost
        self._fill()

    def set_by_hand(self, by_hand: bool) -> None:
        """Order the notes as the user has put them, or by their moments."""
        self.order.setCurrentIndex(int(by_hand))

    def mark(self, ident: str) -> None:
        """Mark the row of a note, where it is shown."""
        for row, note in enumerate(self._rows.notes):
            if note.id == ident:
                self.list.mark(row)

    @property
    def current(self) -> Note | None:
        """The note whose row is marked."""
        row = self.list.currentIndex().row()
        return self._rows.notes[row] if 0 <= row < len(self._rows.notes) else None

    @property
    def shown(self) -> tuple[Note, ...]:
        """The notes that the filter leaves, or those selected of them; in the order of rows."""
        meant = self._meant()
        notes = self._rows.notes
        return tuple(note for note in notes if note.id in meant) if len(meant) > 1 else notes

    def _meant(self) -> list[str]:
        """Return the ids of the notes that a wish is about: those selected."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return [self._rows.notes[row].id for row in rows]

    def _select(self, idents: Iterable[str]) -> None:
        """Have the rows of notes selected, besides the one that is marked."""
        add = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
        for row, note in enumerate(self._rows.notes):
            if note.id in idents:
                self.list.selectionModel().select(self._rows.index(row, 0), add)

    @Slot()
    def _fill(self) -> None:
        current, meant, by_hand = self.current, self._meant(), self._rows.by_hand
        notes = self._notebook.by_hand() if by_hand else self._notebook.by_time()
        wanted, tag = fold(self.filter.text()), self.tags.currentData()
        shown = [note for note in notes if self._is_wanted(note, wanted, tag)]
        self.list.blockSignals(True)
        self._rows.show(shown, self._lost, self._names)
        if current is not None:
            self._last = current.id
        self.mark(self._last)  # also that of a notebook that was away while its file was read again
        if self.current is None:
            self.list.mark(0)
        elif len(meant) > 1:
            self._select(meant)
        self.list.blockSignals(False)
        self.list.empty = (
            self.tr("No note matches the filter.")
            if self._notebook.notes
            else self.tr("Quotes that you copy and moments that you flag are kept here.")
        )
        self._show_current()

    def _is_wanted(self, note: Note, wanted: str, tag: str | None) -> bool:
        if tag is not None and note.tag != tag:
            return False
        quote = note.quote
        said = () if quote is None else (quote.text, *quote.speakers)
        words = " ".join((*said, note.comment, tag_title(note.tag, self._names)))
        return not wanted or wanted in fold(words)

    def _fill_tags(self) -> None:
        here = self.tags.currentIndex()
        self.tags.blockSignals(True)
        self.tags.clear()
        self.tags.addItem(self.tr("All tags"))
        for number, tag in enumerate(("", *TAGS), 1):
            title = plain.name(tag_title(tag, self._names))
            self.tags.addItem(tag_icon(tag, self.palette()), title)
            self.tags.setItemData(number, tag)
        self.tags.setCurrentIndex(max(here, 0))
        self.tags.blockSignals(False)

    @Slot()
    def _show_current(self) -> None:
        self.comment.show_note(self.current)

    def _find(self, ident: str) -> Note | None:
        return next((note for note in self._notebook.notes if note.id == ident), None)

    # Wishes

    def _tell(self, wish: "SignalInstance", row: int) -> None:
        self.comment.take()
        if 0 <= row < len(self._rows.notes):
            wish.emit(self._rows.notes[row].id)

    @Slot(str, str)
    def _revise(self, ident: str, comment: str) -> None:
        self.revised.emit(ident, {"comment": comment})

    @Slot()
    def _delete(self) -> None:
        self.comment.take()
        self.delete_requested.emit(self._meant())

    @Slot(int)
    def _reorder(self, index: int) -> None:
        self._rows.by_hand = bool(index)
        self.list.setDragEnabled(bool(index))
        self._fill()
        self.order_changed.emit(bool(index))

    @Slot(int, int)
    def _move(self, row: int, before: int) -> None:
        notes = self._rows.notes
        self.moved.emit(notes[row].id, notes[before].id if 0 <= before < len(notes) else "")

    # Menus

    @Slot(QPoint)
    def _show_menu(self, spot: QPoint) -> None:
        note = self.current
        if note is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        play = menu.addAction(self.tr("&Play this quote"))
        play.triggered.connect(partial(self.play_requested.emit, note.id))
        copy = menu.addAction(self.tr("&Copy quote"))
        copy.triggered.connect(partial(self.copy_requested.emit, note.id))
        menu.addMenu(self.tag_menu(menu))
        menu.addAction(self.tr("C&omment")).triggered.connect(self._write_comment)
        menu.addSeparator()
        menu.addAction(self.tr("&Delete")).triggered.connect(self._delete)
        menu.popup(spot)

    def tag_menu(self, parent: QWidget) -> QMenu:
        """Return the menu that gives the selected notes a tag."""
        menu = QMenu(self.tr("&Tag"), parent)
        for tag in ("", *TAGS):
            self._add_tag(menu, tag)
        menu.addSeparator()
        menu.addAction(self.tr("&Name the tags…")).triggered.connect(self.names_requested)
        return menu

    def _add_tag(self, menu: QMenu, tag: str) -> None:
        note = self.current
        title = plain.in_menu(tag_title(tag, self._names))
        action = QAction(tag_icon(tag, self.palette()), title, menu)
        action.setCheckable(True)
        action.setChecked(note is not None and note.tag == tag)
        action.triggered.connect(partial(self._tag, tag))
        menu.addAction(action)

    def _tag(self, tag: str) -> None:
        self.comment.take()
        self.tagged.emit(self._meant(), tag)

    @Slot()
    def _write_comment(self) -> None:
        self.comment.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def _set_beside(self, beside: bool) -> None:
        self.beside = beside
        self.beside_changed.emit(beside)

    @Slot()
    def _show_more(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        export = menu.addAction(self.tr("&Export these notes…"))
        export.setEnabled(bool(self._rows.notes))
        export.triggered.connect(self.export_requested)
        menu.addActions(self.savings)
        menu.addAction(self.tr("&Name the tags…")).triggered.connect(self.names_requested)
        action = menu.addAction(self.tr("Keep notes &beside the transcript"))
        action.setCheckable(True)
        action.setChecked(self.beside)
        action.toggled.connect(self._set_beside)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))
