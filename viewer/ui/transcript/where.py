"""Telling in words which line is lit, for whoever does not see the light."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from viewer.core.timecode import format_clock
from viewer.core.transcript import Said, Transcript
from viewer.session.opened import Opened
from viewer.ui.theme import plain
from viewer.ui.transcript.view import TranscriptView


class Where(QObject):
    """Has the lit line's time, speaker and words read aloud when it is asked to, and not before."""

    #: The same for the status bar.
    worded = Signal(str)

    def __init__(self, view: TranscriptView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._transcript: Transcript | None = None
        self._said = Said()

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Tell of another transcript."""
        if opened.other_document:
            self._transcript, self._said = opened.transcript, Said()

    @Slot(object, int)
    def light(self, said: Said, _ms: int) -> None:
        """Note what is being said."""
        self._said = said

    @Slot()
    def tell(self) -> None:
        """Tell the time, the speaker and the words of the line that is lit, or was last."""
        words = plain.line(self._words(), plain.TIP)
        event = QAccessibleAnnouncementEvent(self._view, words)
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(event)
        self.worded.emit(words)

    def _words(self) -> str:
        transcript, index = self._transcript, self._said.followed
        if transcript is None or index is None:
            return self.tr("Nothing is being said yet.")
        segment, voice = transcript.segments[index], transcript.voices[index]
        time = format_clock(segment.start_ms or 0)
        said = f"{voice}: {segment.text}" if voice else segment.text
        return self.tr("{time}, {words}").format(time=time, words=said)
