"""The seek bar and the buttons below it, as one thing that can stand at either place."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from viewer.core.transcript import Transcript
from viewer.session.opened import Opened
from viewer.ui.commands.actions import Actions
from viewer.ui.player.bar_marks import BarLevel, Mark
from viewer.ui.player.seek_bar import SeekBar
from viewer.ui.player.transport import Transport


class PlayBar(QWidget):
    """Lays out the seek bar and the transport, and hands facts on to both."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seek_bar = SeekBar()
        self.transport = Transport(actions)
        self._transcript: Transcript | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 2, 8, 4)
        layout.setSpacing(0)
        layout.addWidget(self.seek_bar)
        layout.addWidget(self.transport)

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Take in another transcript."""
        if opened.other_document:
            self.show_transcript(opened.transcript)

    def show_transcript(self, transcript: Transcript | None) -> None:
        """Mark the transcript's chapters, and tell its lines while hovering."""
        self._transcript = transcript
        chapters = transcript.chapters if transcript else ()
        marks = (Mark(chapter.start_ms, name=chapter.title) for chapter in chapters)
        self.seek_bar.marks.set(BarLevel.CHAPTERS, marks)
        self.seek_bar.set_line_at(self._line_at if transcript and transcript.timed else None)

    @Slot(int)
    def set_position(self, ms: int) -> None:
        """Take in where playback is."""
        self.seek_bar.set_position(ms)
        self.transport.set_position(ms)

    @Slot(int)
    def set_duration(self, ms: int) -> None:
        """Take in how long the recording is."""
        self.seek_bar.set_duration(ms)
        self.transport.set_duration(ms)

    def _line_at(self, ms: int) -> str:
        if self._transcript is None:
            return ""
        said = self._transcript.said_at(ms)
        return self._transcript.segments[said.lit[-1]].text if said.lit else ""
