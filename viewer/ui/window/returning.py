"""Opening where one left off: going there, saying so, and the way back to the start."""

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from viewer.core.timecode import format_clock
from viewer.session.left_off import Spot
from viewer.session.opened import Change, Opened
from viewer.state.left_off import LeftOff
from viewer.state.user_settings import UserSettings
from viewer.ui.commands.actions import Command
from viewer.ui.theme import plain
from viewer.ui.transcript.place_keeping import Mark
from viewer.ui.widgets.plain_label import PlainLabel
from viewer.ui.widgets.word_button import WordButton
from viewer.ui.window.parts import Parts

#: Who has listened on for so long does not want to go back to the start.
LISTENED_ON_MS: Final = 60_000


class ReturnNote(QWidget):
    """Says in the status bar where one left off; its button leads to the start."""

    start_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words = PlainLabel()
        self.button = WordButton(self.tr("From the start"))
        self.button.clicked.connect(self.start_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(self.button)
        self.hide()

    def say(self, words: str) -> None:
        """Show the words, and have them read aloud."""
        self._words.setText(plain.line(words))
        self.show()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, plain.line(words)))


class Returning(QObject):
    """Brings the reader back to where a transcript was left."""

    def __init__(self, window: Parts, user_settings: UserSettings) -> None:
        super().__init__(window)
        self._window, self._user_settings = window, user_settings
        self._left: LeftOff | None = None
        self.note = ReturnNote()
        self.note.start_requested.connect(self.start_over)
        work = window.workspace
        work.left_off.reading_at = self.reading_at
        window.text.view.shown_changed.connect(work.left_off.pass_on)
        work.news.returned.connect(self.show)
        work.player.sought.connect(self._forget)
        work.player.position_changed.connect(self._listened)
        window.commands.bind(Command.RETURN, self._switch)

    def apply(self) -> None:
        """Do so, or do not, as the settings say."""
        on = self._user_settings.settings.playback.resume
        self._window.workspace.left_off.on = on
        self._window.commands[Command.RETURN].setChecked(on)

    def reading_at(self) -> Spot | None:
        """Return what stands uppermost, where one reads elsewhere than the recording is."""
        opened = self._window.workspace.session.opened
        transcript, following = opened.transcript, self._window.following.following
        if transcript is None or not transcript.segments or (transcript.timed and following):
            return None
        mark = self._window.text.view.keeping.mark()
        return (mark.index, mark.offset) if (mark.index, mark.offset) > (0, 0) else None

    @Slot(object)
    def show(self, left: LeftOff) -> None:
        """Show what was left off where it was, and say so."""
        self._left = left
        if left.segment is not None:
            self._window.following.leave()
            self._window.text.view.keeping.return_to(Mark(left.segment, left.offset, 0))
        words = self.tr("Where you left off: {time}").format(time=format_clock(left.ms))
        self.note.say(words if left.ms else self.tr("Where you left off"))

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Forget where another transcript was left."""
        if opened.change is Change.DOCUMENT:
            self._forget()

    @Slot()
    def start_over(self) -> None:
        """Go to the start, of the recording and of the text."""
        self._forget()
        self._window.controls.seek(0)
        self._window.text.view.keeping.return_to(Mark(0, 0, 0))
        self._window.text.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def _listened(self, ms: int) -> None:
        if self._left is not None and ms - self._left.ms > LISTENED_ON_MS:
            self._forget()

    @Slot()
    def _forget(self) -> None:
        self._left = None
        self.note.hide()

    @Slot(bool)
    def _switch(self, on: bool) -> None:
        self._user_settings.change("playback", resume=on)
        self.apply()
