"""Keeping quotes and moments, with undo; what is kept is marked in the text and on the seek bar."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from viewer.core.quote import Quote, quote_segments
from viewer.core.timecode import format_clock
from viewer.session.opened import Opened
from viewer.state.note import Note, changed
from viewer.state.notebook import Notebook
from viewer.ui.commands.actions import Command
from viewer.ui.player.bar_marks import BarLevel, Mark
from viewer.ui.theme import plain
from viewer.ui.transcript.layers import Level, Noted, NotedLayer

if TYPE_CHECKING:
    from viewer.session.notes import Notes
    from viewer.ui.window.kept_quotes import KeptQuotes
    from viewer.ui.window.main_window import MainWindow

#: By this Qt joins changes of one comment to one that is undone at once.
_COMMENT_ID: Final = 1


class Noting(QObject):
    """Puts what is quoted and flagged into the notebook; every change of it can be undone.

    `noted` carries a sentence about what was kept, and `marked` the id of the note it is about.
    """

    noted = Signal(str)
    marked = Signal(str)
    #: The window is about to close: what is being written is to be kept, too.
    closing = Signal()

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self.notes = window, window.workspace.notes
        self.undo_stack = QUndoStack(self)
        #: The notes that are shown, in their order; the panel, once there is one, filters them.
        self.shown: Callable[[], tuple[Note, ...]] = lambda: self.notes.notebook.by_time()
        self._key = ""
        commands = window.commands
        commands.bind(Command.FLAG, self.flag)
        commands.bind(Command.UNDO, self.undo)
        commands.bind(Command.REDO, self.redo)
        commands.bind(Command.ALL_QUOTES, self.show_all)
        window.quoting.quoted.connect(self.add_quote)
        window.quoting.requoted.connect(self.grow_quote)
        self.notes.set_beside(window.user_settings.settings.notes.beside)
        self.notes.notebook_changed.connect(self._show)
        self.notes.failed.connect(window.notices.show_error)
        self.notes.kept.connect(window.notices.show_kept)
        self.notes.words_lost.connect(self._tell_lost)

    @cached_property
    def _all(self) -> "KeptQuotes":
        from viewer.ui.window.kept_quotes import KeptQuotes

        return KeptQuotes(self._window)

    @Slot()
    def show_all(self) -> None:
        """List what was kept of every transcript."""
        self._all.show()

    # What is kept

    @Slot(object)
    def add_quote(self, quote: Quote) -> None:
        """Keep a quote, once however often it is copied."""
        for note in self.notes.notebook.notes:
            if note.quote is not None and _same(note.quote, quote):
                self.marked.emit(note.id)
                return
        self._add(quote, quote.start_ms)

    @Slot(object, object)
    def grow_quote(self, before: Quote, grown: Quote) -> None:
        """Keep a quote in the place of the shorter one that it has grown out of."""
        kept = self.notes.notebook.notes
        note = next((n for n in kept if n.quote is not None and _same(n.quote, before)), None)
        if note is None:
            self.add_quote(grown)
        else:
            self.revise(note.id, {"quote": grown, "at_ms": grown.start_ms})

    @Slot()
    def flag(self) -> None:
        """Keep the moment that is playing, with what is being said then."""
        document, player = self._window.workspace.session.document, self._window.workspace.player
        if document is None:
            return
        followed = self._window.workspace.follower.said.followed
        quote = None
        if followed is not None:
            quote = quote_segments(document.quotable, range(followed, followed + 1))
        at_ms = player.position_ms if document.transcript.timed else None
        self._add(quote, at_ms)
        where = "" if at_ms is None else format_clock(at_ms)
        self.noted.emit(self.tr("Flagged: {time}").format(time=where))

    @Slot()
    def undo(self) -> None:
        """Take the last change back."""
        if not self.undo_stack.canUndo():
            self.noted.emit(self.tr("There is nothing to undo."))
            return
        self._show_changed(self.undo_stack.index() - 1)
        self.noted.emit(self.tr("Taken back."))

    @Slot()
    def redo(self) -> None:
        """Make the last change again that was taken back."""
        if not self.undo_stack.canRedo():
            self.noted.emit(self.tr("There is nothing to do again."))
            return
        self._show_changed(self.undo_stack.index() + 1)
        self.noted.emit(self.tr("Done again."))

    def _show_changed(self, index: int) -> None:
        """Have all as after so many changes, and mark what that brings or changes."""
        before = {note.id: note for note in self.notes.notebook.notes}
        self.undo_stack.setIndex(index)
        for note in self.notes.notebook.notes:
            if before.get(note.id) != note:
                self.marked.emit(note.id)

    def _add(self, quote: Quote | None, at_ms: int | None) -> None:
        note = self.notes.made(quote, at_ms)
        self._do(self.tr("keep"), {note.id: None}, {note.id: note})
        self.marked.emit(note.id)

    @Slot(str, dict)
    def revise(self, ident: str, members: Mapping[str, object]) -> None:
        """Change a note."""
        note = self.notes.find(ident)
        if note is not None:
            after = changed(note, **members)
            kind = _COMMENT_ID if set(members) == {"comment"} else -1
            self._do(self.tr("change"), {ident: note}, {ident: after}, kind)

    @Slot(list, str)
    def tag(self, idents: Sequence[str], tag: str) -> None:
        """Give notes a tag, which is one change."""
        notes = [note for note in self._found(idents) if note.tag != tag]
        if notes:
            after = {note.id: changed(note, tag=tag) for note in notes}
            self._do(self.tr("change"), {note.id: note for note in notes}, after)

    @Slot(list)
    def delete(self, idents: Sequence[str]) -> None:
        """Delete notes, which one Undo brings back."""
        notes = self._found(idents)
        if notes:
            away = dict.fromkeys(note.id for note in notes)
            self._do(self.tr("delete"), {note.id: note for note in notes}, away)
            undo = self._window.commands[Command.UNDO].shortcut().toString()
            words = self.tr("Deleted. {key} brings it back.")
            if len(notes) > 1:
                words = self.tr("{n} notes deleted. {key} brings them back.")
            self.noted.emit(words.format(n=len(notes), key=undo))

    def _found(self, idents: Sequence[str]) -> list[Note]:
        return [note for note in self.notes.notebook.notes if note.id in idents]

    @Slot(str, str)
    def move(self, ident: str, before: str) -> None:
        """Put a note before another in the order by hand, or at the end."""
        notes = [note for note in self.notes.notebook.by_hand() if note.id != ident]
        moved = self.notes.find(ident)
        if moved is None or ident == before:
            return
        place = next((i for i, note in enumerate(notes) if note.id == before), len(notes))
        notes.insert(place, moved)
        places = [(float(place), note) for place, note in enumerate(notes)]
        old = {note.id: note for place, note in places if note.order != place}
        new = {note.id: changed(note, order=place) for place, note in places if note.id in old}
        self._do(self.tr("move"), old, new)

    def _do(
        self,
        text: str,
        before: Mapping[str, Note | None],
        after: Mapping[str, Note | None],
        kind: int = -1,
    ) -> None:
        self.undo_stack.push(_Change(self.notes, text, before, after, kind))

    # What is shown

    @Slot(object)
    def _show(self, notebook: Notebook) -> None:
        if notebook.key != self._key:
            self._key = notebook.key
            self.undo_stack.clear()
        self._mark_text()
        marks = [
            Mark(note.at_ms, name=plain.line(note.comment), tag=note.tag)
            for note in notebook.notes
            if note.at_ms is not None
        ]
        self._window.play_bar.seek_bar.marks.set(BarLevel.NOTED, marks)

    @Slot(object)
    def show_opened(self, _opened: Opened) -> None:
        """Mark the text again, which was exchanged."""
        self._mark_text()

    def _mark_text(self) -> None:
        layers, notebook = self._window.text.view.layers, self.notes.notebook
        passages = [
            Noted(note.id, line.index, line.begin, line.end, note.tag, note.comment)
            for note in notebook.notes
            if note.quote is not None and note.id not in self.notes.lost
            for line in note.quote.lines
        ]
        layers.set(Level.NOTED, NotedLayer(passages) if passages else None)

    @Slot(object)
    def _tell_lost(self, lost: frozenset[str]) -> None:
        count = len(lost)
        self._window.notices.tell_lost(count, self._window.commands[Command.NOTES_SHOWN].trigger)

    def may_close(self, *, ask: bool) -> bool:
        """Keep what is owed; where that cannot be, return whether the window may close without."""
        self.closing.emit()
        while not self.notes.keep_now():
            if not ask:
                return True
            from viewer.ui.dialogs.unkept_notes import Answer, UnkeptNotes

            dialog = UnkeptNotes(str(self.notes.trouble), self._window)
            dialog.exec()
            if dialog.answer is not Answer.Retry:
                return dialog.answer is Answer.Discard
        return True


class _Change(QUndoCommand):
    """Notes by their ids, before and after; None where there is none."""

    def __init__(
        self,
        notes: "Notes",
        text: str,
        before: Mapping[str, Note | None],
        after: Mapping[str, Note | None],
        kind: int,
    ) -> None:
        super().__init__(text)
        self._notes, self._before, self._after = notes, before, after
        self._kind = kind

    def id(self) -> int:
        """Tell Qt with which others it may be joined."""
        return self._kind

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's own name
        """Take in a later change of the same comment."""
        if not isinstance(other, _Change) or other._after.keys() != self._after.keys():  # noqa: SLF001
            return False
        self._after = other._after  # noqa: SLF001
        return True

    def redo(self) -> None:
        """Have the notes as they are after the change."""
        self._notes.have(self._after)

    def undo(self) -> None:
        """Have them as they were before it."""
        self._notes.have(self._before)


def _same(one: Quote, other: Quote) -> bool:
    return one.text == other.text and one.lines == other.lines
