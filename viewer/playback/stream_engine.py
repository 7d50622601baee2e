"""Plays what comes from the web: tells waiting from playing and a break from the end.

It steers an engine that plays files. What that one says of a connection is not enough: it ends
where a connection breaks, and plays on, standing still, where nothing comes any more.
"""

import time
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from viewer.core.media_source import NOWHERE, MediaSource
from viewer.playback.engine import Engine, PlayState, Snapshot

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoSink

#: What is shown for longer than this is waited for; what has stood for longer has broken off.
STANDS_S: Final = 1.5
BREAKS_S: Final = 15.0
#: What has not begun by then does not answer.
OPENS_S: Final = 20.0
#: An end so far before what is known to be the end is a break.
EARLY_MS: Final = 2_000
#: A connection is made anew so often, each time after a wait; it is counted afresh when it has
#: held for a while.
WAITS_S: Final = (0.5, 3.0)
HELD_MS: Final = 10_000


class StreamEngine:
    """An `Engine` that makes a broken connection anew, at the place, twice."""

    def __init__(
        self, make: Callable[[], Engine], *, now: Callable[[], float] = time.monotonic
    ) -> None:
        self._make, self._now = make, now
        self._engine: Engine | None = make()
        self.name = self._engine.name
        self._source = NOWHERE
        self._sink: QVideoSink | None = None
        self._rate, self._volume, self._muted = 1.0, 100, False
        self._wants_play = self._begun = False
        #: Where it is, since when, and how long it all is.
        self._place_ms, self._moved_s, self._duration_ms = 0, 0.0, 0
        #: The seeks asked for, and how many of them this connection does not know.
        self._seeks = self._unknown = 0
        self._tries, self._broke_ms, self._ended_ms = 0, 0, -EARLY_MS
        #: Why it broke off first; what comes of trying again tells less.
        self._why = ""
        self._again_s = 0.0

    def open(self, source: MediaSource, sink: "QVideoSink | None") -> None:
        """Start loading an address, paused at its first frame."""
        self._source, self._sink = source, sink
        self._connect()

    def play(self) -> None:
        """Play on from here, or from the start after the end."""
        self._wants_play, self._moved_s = True, self._now()
        if self._engine is not None:
            self._engine.play()

    def pause(self) -> None:
        """Stop here."""
        self._wants_play = False
        if self._engine is not None:
            self._engine.pause()

    def seek(self, ms: int, until_ms: int | None = None) -> None:
        """Go to `ms`, playing or not, also before loading is done and after the end."""
        self._seeks += 1
        self._place_ms, self._moved_s = ms, self._now()
        self._ended_ms = -EARLY_MS
        if self._engine is not None:
            self._engine.seek(ms, until_ms)

    def set_rate(self, rate: float) -> None:
        """Play `rate` times as fast, pitch kept."""
        self._rate = rate
        if self._engine is not None:
            self._engine.set_rate(rate)

    def set_volume(self, percent: int) -> None:
        """Set loudness, 0 to 100."""
        self._volume = percent
        if self._engine is not None:
            self._engine.set_volume(percent)

    def set_muted(self, muted: bool) -> None:
        """Silence without forgetting the volume."""
        self._muted = muted
        if self._engine is not None:
            self._engine.set_muted(muted)

    def poll(self) -> Snapshot:
        """Look at the connection, and make it anew where it is broken."""
        now = self._now()
        if self._engine is None:
            if now < self._again_s:
                return self._waiting()
            self._reconnect()
        snapshot = self._engine.poll() if self._engine is not None else self._waiting()
        match snapshot.state:
            case PlayState.FAILED:
                return self._break(now, snapshot.reason)
            case PlayState.OPENING if now - self._moved_s > OPENS_S:
                return self._break(now, f"{self._source.name} does not answer.")
            case PlayState.ENDED if self._ended_early():
                self._ended_ms = self._place_ms
                return self._break(now, snapshot.reason)
            case PlayState.OPENING if self._begun:
                return self._waiting()
            case PlayState.OPENING:
                return replace(snapshot, buffering=True)
        return self._seen(snapshot, now)

    def close(self) -> None:
        """Let go of the connection for good."""
        if self._engine is not None:
            self._engine.close()
            self._engine = None
        self._again_s = float("inf")

    def _connect(self) -> None:
        self._moved_s = self._now()
        if self._engine is not None:
            self._engine.set_volume(self._volume)
            self._engine.set_muted(self._muted)
            self._engine.set_rate(self._rate)
            self._engine.open(self._source, self._sink)

    def _reconnect(self) -> None:
        """Go on where it broke off."""
        self._engine = self._make()
        self._connect()
        self._engine.seek(self._place_ms)
        self._unknown = self._seeks - 1
        if self._wants_play:
            self._engine.play()

    def _break(self, now: float, reason: str = "") -> Snapshot:
        """Wait for another try, or give up: at once where it never played."""
        if self._place_ms > self._broke_ms + HELD_MS:
            self._tries = 0
        self._why = reason if self._tries == 0 else self._why
        if not self._begun or self._tries >= len(WAITS_S):
            broken = f"The connection to {self._source.name} broke off."
            return Snapshot(PlayState.FAILED, reason=self._why or broken)
        self._broke_ms, self._again_s = self._place_ms, now + WAITS_S[self._tries]
        self._tries += 1
        if self._engine is not None:
            self._engine.close()
            self._engine = None
        return self._waiting()

    def _waiting(self) -> Snapshot:
        """Tell that it stands where it was, for want of more."""
        return Snapshot(
            PlayState.PLAYING if self._wants_play else PlayState.PAUSED,
            position_ms=self._place_ms,
            duration_ms=self._duration_ms,
            generation=self._seeks - 1,
            pending=True,
            buffering=True,
        )

    def _ended_early(self) -> bool:
        """Return whether there must be more; where it ends twice at one place, there is not."""
        early = self._place_ms < self._duration_ms - EARLY_MS
        return early and abs(self._place_ms - self._ended_ms) > EARLY_MS

    def _seen(self, snapshot: Snapshot, now: float) -> Snapshot:
        """Take in where it is; what has stood for too long has broken off."""
        self._begun = True
        self._duration_ms = snapshot.duration_ms or self._duration_ms
        generation = snapshot.generation + self._unknown
        playing = snapshot.state is PlayState.PLAYING
        here = generation >= self._seeks and snapshot.as_of > 0
        if not playing or (here and snapshot.position_ms != self._place_ms):
            self._moved_s = now
        if here and playing:
            self._place_ms = snapshot.position_ms
        stands_s = now - self._moved_s
        if stands_s > BREAKS_S:
            return self._break(now)
        waits = playing and stands_s > STANDS_S
        pace = 0.0 if waits else snapshot.pace
        known = self._duration_ms
        return replace(
            snapshot, generation=generation, buffering=waits, pace=pace, duration_ms=known
        )
