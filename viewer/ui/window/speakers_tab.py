"""The speakers' tab: who speaks in what is open, and where each speaks next."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from viewer.core.speakers import speakers_of, turn_of
from viewer.core.transcript import Said
from viewer.session.opened import Opened
from viewer.ui.side.speakers import Speakers
from viewer.ui.window.parts import Parts


def make(window: Parts) -> QWidget:
    """Make the list of speakers, filled."""
    return SpeakersTab(window).list


class SpeakersTab(QObject):
    """Fills the list of speakers, and does in the text what is wished there."""

    def __init__(self, window: Parts) -> None:
        super().__init__(window)
        self.list = Speakers()
        self._hiding = window.text.hiding
        self._view, self._lines = window.text.view, window.workspace.lines
        session, follower = window.workspace.session, window.workspace.follower
        session.opened_changed.connect(self._show)
        follower.said_changed.connect(self._light)
        self.list.turn_chosen.connect(self._go)
        self.list.turn_requested.connect(self._play_next)
        self.list.same_turn_requested.connect(self._play_same)
        self.list.only_changed.connect(window.text.hiding.show_only)
        window.text.hiding.changed.connect(self._show_ticks)
        self._show(Opened(session.document, session.recording))
        self._show_ticks()
        self._light(follower.said, 0)

    @Slot(object)
    def _show(self, opened: Opened) -> None:
        if opened.other_document:
            transcript = opened.transcript
            self.list.show_speakers(speakers_of(transcript) if transcript else ())

    @Slot()
    def _show_ticks(self) -> None:
        self.list.set_only(self._hiding.only)

    @Slot(object, int)
    def _light(self, said: Said, _ms: int) -> None:
        voices, followed = self._view.transcript.voices, said.followed
        known = followed is not None and followed < len(voices)
        self.list.light(voices[followed or 0] if known else None)

    @Slot(str)
    def _go(self, name: str) -> int | None:
        """Go to where somebody speaks next, from what is in view."""
        index = turn_of(self._view.transcript, name, self._view.sheet.first_in_view())
        if index is not None:
            self._view.show_place(index)
        return index

    @Slot(str)
    def _play_next(self, name: str) -> None:
        self._play(self._go(name))

    @Slot(str)
    def _play_same(self, _name: str) -> None:
        self._play(self._view.caret.segment())

    def _play(self, index: int | None) -> None:
        if index is not None:
            self._lines.play_from(index)
