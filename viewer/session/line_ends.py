"""Pausing by itself where a line ends, for who says it after or writes it down."""

import math
from bisect import bisect_right

from PySide6.QtCore import QObject, Slot

from viewer.core.transcript import Transcript
from viewer.playback.engine import PlayState
from viewer.playback.player import Player
from viewer.session.opened import Opened


class LineEnds(QObject):
    """Pauses where a line of the open transcript ends, or at the latest where the next begins.

    It stands at the last moment of the line then, which is still lit; what plays on goes to the
    end of the next one.
    """

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._ends: tuple[int, ...] = ()
        self._on = False
        #: The end that playback is on its way to, and the one where it was paused last.
        self._due: int | None = None
        self._done: int | None = None
        player.boundaries.add_heard(self._next_end)
        player.boundaries.reached.connect(self._look)
        player.position_changed.connect(self._look)
        player.sought.connect(self._note_seek)

    @property
    def on(self) -> bool:
        """Whether playback pauses at the ends of lines."""
        return self._on

    def switch(self, *, on: bool) -> None:
        """Pause at the ends of lines from now on, or no longer."""
        self._on = on
        self._aim(self._player.position_ms)

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Pause at the ends of another transcript's lines."""
        if opened.other_document:
            transcript = opened.transcript
            self._ends = ends_of(transcript) if transcript is not None else ()
            self._aim(self._player.position_ms)

    def _next_end(self, ms: int) -> int | None:
        return self._due if self._due is not None and ms < self._due else None

    def _aim(self, ms: int) -> None:
        """Take aim at the first end after a moment that was not paused at just now."""
        at = bisect_right(self._ends, ms)
        if at < len(self._ends) and self._ends[at] == self._done:
            at += 1
        self._due = self._ends[at] if self._on and at < len(self._ends) else None
        self._player.boundaries.aim()

    @Slot()
    def _look(self) -> None:
        due = self._due
        if due is None or self._player.state is not PlayState.PLAYING:
            return
        if self._player.heard_ms < due:
            return
        self._due = None
        self._player.pause()
        self._player.seek(due - 1)
        self._done = due
        self._aim(due - 1)

    @Slot(int)
    def _note_seek(self, ms: int) -> None:
        self._done = None
        self._aim(ms)


def ends_of(transcript: Transcript) -> tuple[int, ...]:
    """Return the moments at which lines end, in order; a line ends where the next one begins."""
    ends = set()
    after = begun = math.inf
    for index in reversed(transcript.timed_indices):
        segment = transcript.segments[index]
        start = segment.start_ms or 0
        if start < begun:
            after, begun = begun, start
        end = min(math.inf if segment.end_ms is None else segment.end_ms, after)
        if start < end < math.inf:
            ends.add(int(end))
    return tuple(sorted(ends))
