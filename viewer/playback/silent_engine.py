"""An engine without a recording: a clock alone, to follow along with what plays elsewhere."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from viewer.core.media_source import MediaSource
from viewer.playback.engine import PlayState, Snapshot
from viewer.playback.factory import EngineFactory, EngineFacts

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoSink

_TITLE: Final = "Silent"


class SilentEngine:
    """Counts time from 0 to `duration_ms`; without a duration it never ends."""

    def __init__(self, duration_ms: int = 0, *, now: Callable[[], float] = time.monotonic) -> None:
        self.name = _TITLE
        self._now = now
        self._duration_ms = duration_ms
        self._state = PlayState.EMPTY
        self._rate = 1.0
        self._anchor_ms = 0.0
        self._anchor_s = 0.0
        self._seeks = 0

    def open(self, source: MediaSource, sink: "QVideoSink | None" = None) -> None:
        """Stand at the start; what is not played needs not be there."""
        self._state = PlayState.PAUSED
        self._seeks = 0
        self._go(0.0)

    def play(self) -> None:
        """Run on from here, or from the start after the end."""
        self._go(0.0 if self._look() is PlayState.ENDED else self._at())
        self._state = PlayState.PLAYING

    def pause(self) -> None:
        """Stand still."""
        if self._look() is PlayState.PLAYING:
            self._go(self._at())
            self._state = PlayState.PAUSED

    def seek(self, ms: int, _until_ms: int | None = None) -> None:
        """Go to `ms`; after the end, run on from there."""
        if self._look() is PlayState.ENDED:
            self._state = PlayState.PLAYING
        self._go(ms)
        self._seeks += 1

    def set_rate(self, rate: float) -> None:
        """Run `rate` times as fast."""
        self._go(self._at())
        self._rate = rate

    def set_volume(self, percent: int) -> None:
        """Do nothing: there is no sound."""

    def set_muted(self, muted: bool) -> None:
        """Do nothing: there is no sound."""

    def poll(self) -> Snapshot:
        """Return the time counted so far, always true now."""
        state = self._look()
        return Snapshot(
            state,
            position_ms=round(self._at()),
            as_of=self._now(),
            duration_ms=self._duration_ms,
            pace=self._rate if state is PlayState.PLAYING else 0.0,
            generation=self._seeks,
        )

    def close(self) -> None:
        """Stop counting."""
        self._state = PlayState.EMPTY

    def _look(self) -> PlayState:
        """Return the state after noticing an end that has come meanwhile."""
        if self._state is PlayState.PLAYING and 0 < self._duration_ms <= self._at():
            self._go(self._duration_ms)
            self._state = PlayState.ENDED
        return self._state

    def _at(self) -> float:
        if self._state is not PlayState.PLAYING:
            return self._anchor_ms
        ran_ms = (self._now() - self._anchor_s) * 1000 * self._rate
        return min(self._anchor_ms + ran_ms, self._duration_ms or float("inf"))

    def _go(self, ms: float) -> None:
        self._anchor_ms = min(max(ms, 0.0), self._duration_ms or float("inf"))
        self._anchor_s = self._now()


class Factory(EngineFactory):
    """Makes engines without a recording, which are always there."""

    def make(self) -> SilentEngine:
        """Make an engine that never ends."""
        return SilentEngine()

    def describe(self) -> EngineFacts:
        """Tell that it is there."""
        return EngineFacts("silent", _TITLE, available=True)
