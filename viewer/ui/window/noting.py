"""Keeping quotes and moments, with undo."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, TypeAlias

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QUndoCommand, QUndoStack

from viewer.core.quote import Quote, quote_segments
from viewer.core.timecode import format_clock
from viewer.session.document import Document
from viewer.session.workspace import Workspace
from viewer.state.note import Note, changed
from viewer.state.notebook import Notebook
from viewer.ui.commands.actions import Actions, Command

if TYPE_CHECKING:
    from viewer.session.notes import Notes

#: Notes by their ids; None where there is none.
_Notes: TypeAlias = "Mapping[str, Note | None]"
#: By this Qt joins changes of one comment to one that is undone at once.
_COMMENT_ID: Final = 1


class _Fate(Enum):
    """What became of the wish to have a note as it was, where another window wrote a comment."""

    AS_WISHED = auto()
    WITH_THEIRS = auto()
    STAYS = auto()
    #: It would have gone, and what the other has written with it.
    STAYS_THERE = auto()


class Noting(QObject):
    """Puts what is quoted and flagged into the notebook; every change of it can be undone.

    `noted` carries a sentence about what was kept, and `marked` the id of the note it is about.
    """

    noted = Signal(str)
    marked = Signal(str)
    #: The window is about to close: what is being written is to be kept, too.
    closing = Signal()

    def __init__(self, work: Workspace, commands: Actions, parent: QObject) -> None:
        super().__init__(parent)
        self._work, self._commands, self.notes = work, commands, work.notes
        self.undo_stack = QUndoStack(self)
        #: The notes that are shown, in their order; the panel, once there is one, filters them.
        self.shown: Callable[[], tuple[Note, ...]] = lambda: self.notes.notebook.by_time()
        self._key = ""
        commands.bind(Command.FLAG, self.flag)
        commands.bind(Command.UNDO, self.undo)
        commands.bind(Command.REDO, self.redo)
        self.notes.notebook_changed.connect(self._forget_changes)

    @Slot(object)
    def _forget_changes(self, notebook: Notebook) -> None:
        """Undo nothing of another transcript's notebook."""
        if notebook.key != self._key:
            self._key = notebook.key
            self.undo_stack.clear()

    # What is kept

    @Slot(object)
    def add_quote(self, quote: Quote) -> None:
        """Keep a quote, once however often it is copied."""
        note = self.notes.notebook.note_of(quote)
        if note is None:
            self._add(quote, quote.start_ms)
        else:
            self.marked.emit(note.id)

    def add_quote_of(self, document: Document, quote: Quote) -> None:
        """Keep a quote of any transcript, the open one or another."""
        if self.notes.notebook.key == document.key:
            self.add_quote(quote)
        else:
            self.notes.keep_elsewhere(document, quote)

    @Slot(object, object)
    def grow_quote(self, before: Quote, grown: Quote) -> None:
        """Keep a quote in the place of the shorter one that it has grown out of."""
        note = self.notes.notebook.note_of(before)
        if note is None:
            self.add_quote(grown)
        else:
            self.revise(note.id, {"quote": grown, "at_ms": grown.start_ms})

    @Slot()
    def flag(self) -> None:
        """Keep the moment that is playing, with what is being said then, once.

        A second press takes nothing off: by then there may be a comment on it.
        """
        document, player = self._work.session.document, self._work.player
        if document is None:
            return
        followed = self._work.follower.said.followed
        quote = None
        if followed is not None:
            quote = quote_segments(document.quotable, range(followed, followed + 1))
        at_ms = player.position_ms if document.transcript.timed else None
        kept, words = self.notes.notebook.note_at(at_ms, quote), self.tr("Flagged already: {time}")
        if kept is None:
            self._add(quote, at_ms)
            words = self.tr("Flagged: {time}")
        else:
            self.marked.emit(kept.id)
        self.noted.emit(words.format(time="" if at_ms is None else format_clock(at_ms)))

    @Slot()
    def undo(self) -> None:
        """Take the last change back."""
        if not self.undo_stack.canUndo():
            self.noted.emit(self.tr("There is nothing to undo."))
            return
        step = self.undo_stack.index() - 1
        self._show_changed(step)
        self._tell(step, self.tr("Taken back."))

    @Slot()
    def redo(self) -> None:
        """Make the last change again that was taken back."""
        if not self.undo_stack.canRedo():
            self.noted.emit(self.tr("There is nothing to do again."))
            return
        step = self.undo_stack.index()
        self._show_changed(step + 1)
        self._tell(step, self.tr("Done again."))

    def _show_changed(self, index: int) -> None:
        """Have all as after so many changes, and mark what that brings or changes."""
        before = {note.id: note for note in self.notes.notebook.notes}
        self.undo_stack.setIndex(index)
        for note in self.notes.notebook.notes:
            if before.get(note.id) != note:
                self.marked.emit(note.id)

    def _tell(self, step: int, words: str) -> None:
        """Say that a step was taken back or made again, or what another window has kept of it."""
        change = self.undo_stack.command(step)
        fate = change.fate if isinstance(change, _Change) else _Fate.AS_WISHED
        if fate is _Fate.WITH_THEIRS:
            theirs = self.tr("What another window has added to the comment since stays.")
            words = f"{words} {theirs}"
        elif fate is _Fate.STAYS:
            words = self.tr("The comment stays as it is: another window has added to it since.")
        elif fate is _Fate.STAYS_THERE:
            words = self.tr("What another window has written a comment on stays.")
        self.noted.emit(words)

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
            undo = self._commands[Command.UNDO].shortcut().toString()
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
        before: _Notes,
        after: _Notes,
        kind: int = -1,
    ) -> None:
        self.undo_stack.push(_Change(self.notes, text, before, after, kind))


class _Change(QUndoCommand):
    """Notes as they were before a change, and are after it."""

    def __init__(
        self,
        notes: "Notes",
        text: str,
        before: _Notes,
        after: _Notes,
        kind: int,
    ) -> None:
        super().__init__(text)
        self._notes, self._before, self._after = notes, before, after
        self._kind = kind
        #: What came of it when it was last undone or done again.
        self.fate = _Fate.AS_WISHED

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
        self._have(self._after, self._before)

    def undo(self) -> None:
        """Have them as they were before it."""
        self._have(self._before, self._after)

    def _have(self, wanted: _Notes, instead: _Notes) -> None:
        """Have notes as wanted, but for what others have changed of them since they were `instead`.

        That may have come from another window.
        """
        from viewer.state.two_hands import together

        now = {note.id: note for note in self._notes.notebook.notes}
        notes, self.fate = dict(wanted), _Fate.AS_WISHED
        for ident, note in wanted.items():
            was, there = instead[ident], now.get(ident)
            if there is None:
                continue
            if was is None:
                notes[ident] = there  # it stayed for what another has written on it
            elif note is None and there.comment != was.comment:
                notes[ident], self.fate = there, _Fate.STAYS_THERE
            elif note is not None:
                late = max(was.changed_ms, there.changed_ms) + 1
                notes[ident] = got = together(was, replace(note, changed_ms=late), there)
                if note.comment not in (was.comment, got.comment):
                    stays = got.comment == there.comment
                    self.fate = _Fate.STAYS if stays else _Fate.WITH_THEIRS
        self._notes.have(notes)
