"""What is seen of the notes: marks in the text and on the seek bar, and what went wrong."""

from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Slot

from viewer.errors import ViewerError
from viewer.session.opened import Opened
from viewer.state.notebook import Notebook
from viewer.ui.commands.actions import Command
from viewer.ui.player.bar_marks import BarLevel, Mark
from viewer.ui.theme import plain
from viewer.ui.transcript.layers import Level, Noted, NotedLayer
from viewer.ui.window.parts import Parts
from viewer.ui.window.view_options import application

if TYPE_CHECKING:
    from viewer.ui.window.kept_quotes import KeptQuotes

#: How long another window takes, once it is left, to have the comment that was written there kept.
BACK_MS: Final = 1_000


class NotesShown(QObject):
    """Marks what was kept, lists what was kept of every transcript, and lets none of it be lost."""

    def __init__(self, window: Parts) -> None:
        super().__init__(window)
        self._window, self._notes = window, window.workspace.notes
        self._failure: ViewerError | None = None
        window.commands.bind(Command.ALL_QUOTES, self._show_all)
        self._notes.set_beside(window.user_settings.settings.notes.beside)
        self._notes.notebook_changed.connect(self._show)
        self._notes.failed.connect(self._tell_failure)
        self._notes.kept.connect(self._tell_kept)
        self._notes.words_lost.connect(self._tell_lost)
        self._back = QTimer(self, singleShot=True, interval=BACK_MS)
        self._back.timeout.connect(self._notes.look_again)
        application().applicationStateChanged.connect(self._come_back)

    @Slot(object)
    def _come_back(self, state: Qt.ApplicationState) -> None:
        """Read what other windows have noted, and what the one that was just left is keeping."""
        if state is Qt.ApplicationState.ApplicationActive and self._notes.notebook.key:
            self._notes.look_again()
            self._back.start()

    @cached_property
    def _all(self) -> "KeptQuotes":
        from viewer.ui.window.kept_quotes import KeptQuotes

        return KeptQuotes(self._window)

    @Slot()
    def _show_all(self) -> None:
        self._all.show()

    @Slot(object)
    def _show(self, notebook: Notebook) -> None:
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
        layers, notebook = self._window.text.view.layers, self._notes.notebook
        passages = [
            Noted(note.id, line.index, line.begin, line.end, note.tag, note.comment)
            for note in notebook.notes
            if note.quote is not None and note.id not in self._notes.lost
            for line in note.quote.lines
        ]
        layers.set(Level.NOTED, NotedLayer(passages) if passages else None)

    @Slot(object)
    def _tell_failure(self, error: ViewerError) -> None:
        self._failure = error
        self._window.notices.show_error(error)

    @Slot()
    def _tell_kept(self) -> None:
        """Say that notes are kept again, in the place of what said that they are not."""
        if self._failure is not None:
            self._window.text.message.withdraw(str(self._failure))
            self._failure = None
        self._window.notices.show_kept()

    @Slot(object)
    def _tell_lost(self, lost: frozenset[str]) -> None:
        count = len(lost)
        self._window.notices.tell_lost(count, self._window.commands[Command.NOTES_SHOWN].trigger)

    def may_close(self, *, ask: bool) -> bool:
        """Keep what is owed; where that cannot be, return whether the window may close without."""
        self._window.noting.closing.emit()
        while not self._notes.keep_now():
            if not ask:
                return True
            from viewer.ui.dialogs.unkept_notes import Answer, UnkeptNotes

            dialog = UnkeptNotes(str(self._notes.trouble), self._window)
            dialog.exec()
            if dialog.answer is not Answer.Retry:
                return dialog.answer is Answer.Discard
        return True
