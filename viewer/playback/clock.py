"""Where playback is between the engine's readings; pure, the time of day is handed in."""

from typing import Final

#: Errors up to this size are slewed off; larger ones are the engine's own jump.
JITTER_MS: Final = 250
#: How long slewing takes; with JITTER_MS it keeps the clock from ever standing still at rate 1.
SLEW_S: Final = 0.5
#: For this long after a seek, far-off readings are from before it.
SEEK_GRACE_S: Final = 0.6
#: Without news for this long the engine is stalled, and so are we.
RUN_ON_S: Final = 1.5


class Clock:
    """Where playback is now.

    An engine renews its position a few times a second. Between two pieces of news the clock
    runs on by itself; a small error is slewed off, never stepped back over. Only a seek, or a
    jump of the engine's own that running on cannot explain, moves it back.
    """

    def __init__(self) -> None:
        self._anchor_ms = 0.0
        self._anchor_s = 0.0
        self._rate = 0.0
        self._owed_ms = 0.0
        self._floor_ms = 0.0
        self._news: tuple[int, float] | None = None
        self._distrust_until_s = 0.0
        self._settled = False

    def exact_ms(self, now: float) -> float:
        """Return the position at `now`, in seconds of a monotonic clock; it never falls back."""
        self._floor_ms = max(self._floor_ms, self._at(now))
        return self._floor_ms

    def position_ms(self, now: float) -> int:
        """Return the position at `now` in whole milliseconds."""
        return round(self.exact_ms(now))

    @property
    def rate(self) -> float:
        """How fast the clock runs; 0 while it stands."""
        return self._rate

    def read(self, reported_ms: int, as_of: float, now: float) -> None:
        """Take in that the engine was at `reported_ms` at the time `as_of`."""
        known, self._news = self._news, (reported_ms, as_of)
        if not self._rate or self._news == known:
            return
        here = self._at(now)
        error = reported_ms + (now - as_of) * 1000 * self._rate - here
        small = abs(error) <= JITTER_MS * min(1.0, 2 * self._rate)
        if not small and now < self._distrust_until_s:
            return
        if small and self._settled:
            self._move(here, now)
            self._owed_ms = error
        else:
            self._jump(here + error, now)
        self._settled = True

    def seek(self, ms: float, now: float) -> None:
        """Jump at once; the engine will follow."""
        self._move(ms, now)
        self._floor_ms = ms
        self._settled = False
        self._distrust_until_s = now + SEEK_GRACE_S

    def run(self, rate: float, now: float) -> None:
        """Change pace without moving; a rate of zero is a pause."""
        if rate == self._rate:
            return
        self._move(self.exact_ms(now), now)
        self._rate = rate

    def _jump(self, ms: float, now: float) -> None:
        """Take the engine's word; wait for it where we only ran on while it stood."""
        ran_ahead_ms = JITTER_MS + RUN_ON_S * 1000 * self._rate
        if ms < self._floor_ms - ran_ahead_ms:
            self._floor_ms = ms
        self._move(ms, now)

    def _at(self, now: float) -> float:
        ran_s = min(now - self._anchor_s, RUN_ON_S)
        slewed_ms = self._owed_ms * min(ran_s / SLEW_S, 1.0)
        return self._anchor_ms + ran_s * 1000 * self._rate + slewed_ms

    def _move(self, ms: float, now: float) -> None:
        self._anchor_ms, self._anchor_s, self._owed_ms = ms, now, 0.0
