"""Has what is open in the player: its recording, or a clock alone."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from viewer.core.transcript import Transcript
from viewer.errors import EngineUnavailableError, PlaybackError
from viewer.playback.engine import PlayState
from viewer.playback.player import Player
from viewer.session.document import Document, Recording
from viewer.session.follower import Follower
from viewer.session.news import News
from viewer.session.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtMultimedia import QVideoSink


class Playing(QObject):
    """Changes what is open and what plays together, so that neither is ever without the other."""

    #: The open transcript is about to be closed, or to be exchanged.
    leaving = Signal()

    def __init__(self, session: Session, player: Player, follower: Follower, news: News) -> None:
        super().__init__(session)
        self._session, self._player, self._follower = session, player, follower
        self._news = news
        self._sink: Callable[[], QVideoSink | None] = lambda: None
        #: Where the next recording, or the clock, begins.
        self._start_at_ms = 0
        #: Whether the recording of what was opened plays by itself.
        self._play_first = False
        player.failed.connect(self._miss)

    def show_in(self, sink: "Callable[[], QVideoSink]") -> None:
        """Say who has what frames go to, asked when there are any; before anything is opened."""
        self._sink = sink

    def begin(
        self,
        document: Document | None,
        at_ms: int = 0,
        recording: Recording | None = None,
        *,
        play: bool = False,
        picture_due: bool = False,
    ) -> None:
        """Open another transcript, or none; its recording, where it is known, is not played yet.

        What is asked before it is there, such as to play from a line, it does when it is.
        """
        self.leaving.emit()
        self._start_at_ms, self._play_first = at_ms, play
        self._player.close()
        self._session.begin(document, recording, picture_due=picture_due)
        self._follower.follow(self._session.opened.transcript)
        if document is not None and document.transcript.timed and recording is None:
            self._player.open_awaiting(at_ms=at_ms)

    def exchange(self, document: Document) -> None:
        """Show another reading of what is open; what plays goes on."""
        self.leaving.emit()
        self._session.exchange(document)
        self._follower.follow(document.transcript)

    def pair(self, recording: Recording) -> None:
        """Play another recording with the open transcript."""
        self._session.pair(recording)
        self.play(recording)

    def play(self, recording: Recording) -> None:
        """Have the open recording in the player, where what played before it is."""
        if self._player.seekable or self._player.awaiting:
            self.stay()
        asked = self._player.awaiting and self._player.wants_play
        self._player.open(recording.source, self._sink(), at_ms=self._start_at_ms)
        wanted, self._play_first = self._play_first and recording.path is not None, False
        # The sample shows what the program does.
        if asked or ((wanted or recording.stand_in) and self._session.recording is recording):
            self._player.play()

    def unpair(self) -> None:
        """Let go of the recording."""
        self._player.close()
        self._session.pair(None)

    def stay(self) -> None:
        """Have whatever plays next begin where playback is now."""
        self._start_at_ms = self._player.position_ms

    @Slot()
    def do_without(self, *, chosen_gone: bool = False) -> None:
        """Go on with a clock alone, unless something plays; say whether a choice is to blame."""
        opened = self._session.opened
        if opened.recording is None and (opened.picture_due or chosen_gone):
            self._session.pair(None, chosen_gone=chosen_gone)
        if self._player.awaiting:
            self.stay()
        if self._player.awaiting or self._player.state is PlayState.EMPTY:
            self.run_silently()

    def run_silently(self) -> None:
        """Run a clock as long as the open transcript, if that has times."""
        transcript = self._session.opened.transcript
        if transcript is not None and transcript.timed:
            self._player.open_silent(_length_ms(transcript), at_ms=self._start_at_ms)

    def go_on_silently(self) -> None:
        """Run a clock as long as the transcript that is open now, from where the one before is."""
        runs = self._player.wants_play
        self.stay()
        self.run_silently()
        if runs:
            self._player.play()

    @Slot(object)
    def _miss(self, error: PlaybackError) -> None:
        """Go on without a recording that cannot be played: the transcript is there all the same."""
        recording = self._session.recording
        self._start_at_ms = self._player.gave_up_at_ms or self._start_at_ms
        self.unpair()
        engine = isinstance(error, EngineUnavailableError)
        if recording is not None and recording.path is None:
            self._news.web_failed.emit(error, recording)
        elif self._session.document is not None and not engine:
            self._news.recording_failed.emit(error)
        else:
            self._news.failed.emit(error)
        self.run_silently()


def _length_ms(transcript: Transcript) -> int:
    """Return how long a clock alone should run for this transcript."""
    ends = (segment.end_ms or 0 for segment in transcript.segments)
    return max(max(ends, default=0), transcript.duration_ms or 0)
