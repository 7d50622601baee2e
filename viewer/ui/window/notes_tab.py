"""The notebook's tab: filled from the notes, and its wishes done in the text and by the player."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from viewer.core.stretch import Stretch
from viewer.state.notebook import Notebook
from viewer.state.notebooks import beside_name
from viewer.ui.commands.actions import Command
from viewer.ui.dialogs.tag_names import TagNames
from viewer.ui.side.notebook import NotebookPanel
from viewer.ui.window.evidence import collected
from viewer.ui.window.notes_export import NotesExport
from viewer.ui.window.parts import Parts

if TYPE_CHECKING:
    from viewer.state.note import Note


def make(window: Parts) -> QWidget:
    """Make the notebook's panel, filled."""
    return NotesTab(window).panel


class NotesTab(QObject):
    """Fills the panel, and does what is wished there."""

    def __init__(self, window: Parts) -> None:
        super().__init__(window)
        self.panel = NotebookPanel()
        self._window, self._noting = window, window.noting
        self._settings = window.user_settings
        self._notes = window.workspace.notes
        self._exporting = NotesExport(window)
        panel, noting = self.panel, self._noting
        panel.set_by_hand(self._settings.settings.notes.by_hand)
        panel.beside = self._settings.settings.notes.beside
        savings = (Command.SAVE_SUPERCUT, Command.SAVE_PACK)
        panel.savings = tuple(window.commands[each] for each in savings)
        self._notes.notebook_changed.connect(self._show)
        noting.marked.connect(panel.mark)
        noting.closing.connect(panel.comment.take)
        window.workspace.playing.leaving.connect(panel.comment.take)
        noting.shown = lambda: panel.shown
        self._connect()
        self._show(self._notes.notebook)

    def _connect(self) -> None:
        """Do what is wished in the panel."""
        panel, noting = self.panel, self._noting
        panel.comment.entered.connect(self._notes.look_again)
        panel.chosen.connect(self._go)
        panel.play_requested.connect(self._play)
        panel.copy_requested.connect(self._copy)
        panel.delete_requested.connect(noting.delete)
        panel.tagged.connect(noting.tag)
        panel.revised.connect(noting.revise)
        panel.moved.connect(noting.move)
        panel.names_requested.connect(self._name_tags)
        panel.order_changed.connect(self._keep_order)
        panel.export_requested.connect(self._export)
        panel.beside_changed.connect(self._keep_beside)

    @Slot(object)
    def _show(self, notebook: Notebook) -> None:
        names = self._settings.settings.notes.names
        self.panel.show_notebook(notebook, self._notes.lost, names)

    @Slot(str)
    def _go(self, ident: str) -> None:
        """Show where a note is about in the text."""
        index = self._segment_of(self._notes.find(ident))
        if index is not None:
            self._window.text.view.show_place(index)

    @Slot(str)
    def _play(self, ident: str) -> None:
        """Play a quote from its first word to its last, and a moment from there on."""
        note, work = self._notes.find(ident), self._window.workspace
        if note is None or note.at_ms is None:
            return
        quote = note.quote
        if quote is None or quote.start_ms is None or quote.end_ms is None:
            work.lines.play_at(note.at_ms)
        else:
            work.passage.play(Stretch(quote.start_ms, quote.end_ms))

    @Slot(str)
    def _copy(self, ident: str) -> None:
        note = self._notes.find(ident)
        if note is not None and note.told is not None:
            self._window.quoting.put(note.told)

    def _segment_of(self, note: "Note | None") -> int | None:
        transcript = self._window.text.view.transcript
        if note is None:
            return None
        lines = note.quote.lines if note.quote is not None else ()
        if lines and note.id not in self._notes.lost and lines[0].index < len(transcript.segments):
            return lines[0].index
        if note.at_ms is None or not transcript.timed:
            return None
        return transcript.said_at(note.at_ms).followed

    @Slot()
    def _name_tags(self) -> None:
        dialog = TagNames(self._settings.settings.notes.names, self._window)
        dialog.accepted.connect(lambda: self._take_names(dialog.names))
        dialog.open()

    def _take_names(self, names: dict[str, str]) -> None:
        self._settings.change("notes", names=names)
        self._show(self._notes.notebook)

    @Slot(bool)
    def _keep_order(self, by_hand: bool) -> None:
        self._settings.change("notes", by_hand=by_hand)

    @Slot()
    def _export(self) -> None:
        """Write the notes that are shown, in the order of their rows."""
        document = self._window.workspace.session.document
        if document is None or not self.panel.shown:
            return
        held = collected(self._window, document, self.panel.shown)
        spared = (document.path, beside_name(document.path))
        self._exporting.ask(held, f"{document.path.stem}-notes", spared)

    @Slot(bool)
    def _keep_beside(self, beside: bool) -> None:
        self._settings.change("notes", beside=beside)
        self._notes.set_beside(beside)
