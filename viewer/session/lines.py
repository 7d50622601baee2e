"""Moving by lines, chapters and turns: play one, step to the next, replay, take a choice back."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from viewer.core.speakers import turn_from
from viewer.playback.engine import PlayState
from viewer.playback.player import Player
from viewer.session.follower import Follower
from viewer.session.opened import Opened

if TYPE_CHECKING:
    from viewer.core.transcript import Transcript

#: Who goes back in a chapter that began so shortly before wants the one before it.
BEGUN_MS: Final = 3_000


class Lines(QObject):
    """Moves the player to where lines of the open transcript begin."""

    #: The reader was taken to another line: a wish to be followed there.
    jumped = Signal()

    def __init__(self, player: Player, follower: Follower, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._follower = follower
        self._transcript: Transcript | None = None
        self._before_choice: tuple[int, bool] | None = None

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Move in another transcript from now on."""
        if opened.other_document:
            self._transcript, self._before_choice = opened.transcript, None

    @Slot(int)
    def play_from(self, index: int) -> None:
        """Play from the start of a segment; a clock without a recording only goes there."""
        start_ms = self._transcript.segments[index].start_ms if self._transcript else None
        if start_ms is not None:
            self.play_at(start_ms)

    @Slot(int)
    def play_at(self, ms: int) -> None:
        """Play from a moment that was chosen in the text, such as a word's."""
        if not self._reachable:
            return
        self._before_choice = (
            self._player.position_ms,
            self._player.state is PlayState.PLAYING,
        )
        self._go_to(ms)
        if not self._player.silent:
            self._player.play()

    @Slot()
    def take_back(self) -> None:
        """Undo what the last `play_from` or `play_at` did: place, picture and play state."""
        if self._before_choice is None:
            return
        position_ms, playing = self._before_choice
        self._before_choice = None
        if not playing:  # first, for a seek of what stands shows the very frame
            self._player.pause()
        self._player.seek(position_ms)

    @Slot()
    def previous(self) -> None:
        """Go to the line before the one being said."""
        self._step(-1)

    @Slot()
    def next(self) -> None:
        """Go to the line after the one being said."""
        self._step(+1)

    @Slot()
    def replay(self) -> None:
        """Play the line being said, or last said, once more."""
        followed = self._follower.said.followed
        if followed is not None:
            self.play_from(followed)

    @Slot()
    def previous_chapter(self) -> None:
        """Go to where this chapter begins, or where that has just been, to the one before."""
        here = self._player.position_ms - BEGUN_MS
        self._go_to_chapter(max((ms for ms in self._chapters if ms < here), default=None))

    @Slot()
    def next_chapter(self) -> None:
        """Go to where the next chapter begins."""
        here = self._player.position_ms
        self._go_to_chapter(min((ms for ms in self._chapters if ms > here), default=None))

    @Slot()
    def previous_turn(self) -> None:
        """Go to where whoever speaks spoke the last time before."""
        self._go_to_turn(-1)

    @Slot()
    def next_turn(self) -> None:
        """Go to where whoever speaks speaks the next time."""
        self._go_to_turn(+1)

    def _go_to_turn(self, by: int) -> None:
        followed, transcript = self._follower.said.followed, self._transcript
        if transcript is None or not self._reachable:
            return
        turn = turn_from(transcript, followed or 0, by)
        start_ms = None if turn is None else transcript.segments[turn].start_ms
        if start_ms is not None:
            self._go_to(start_ms)

    @property
    def _chapters(self) -> list[int]:
        chapters = self._transcript.chapters if self._transcript is not None else ()
        return [chapter.start_ms for chapter in chapters]

    def _go_to_chapter(self, ms: int | None) -> None:
        if ms is not None and self._reachable:
            self._go_to(ms)

    @property
    def _reachable(self) -> bool:
        """Whether a line can be gone to, now or when the recording has opened."""
        opening = self._player.state is PlayState.OPENING
        return self._player.seekable or self._player.silent or opening

    def _step(self, by: int) -> None:
        transcript = self._transcript
        if transcript is None or not transcript.timed or not self._reachable:
            return
        order = transcript.timed_indices
        last = transcript.timeline.last_begun(self._player.position_ms)
        start_ms = transcript.segments[order[min(max(last + by, 0), len(order) - 1)]].start_ms
        self._go_to(start_ms or 0)

    def _go_to(self, ms: int) -> None:
        self._player.seek(ms)
        self.jumped.emit()
