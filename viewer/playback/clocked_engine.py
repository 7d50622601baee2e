"""One engine under one clock: which seek is sent when, and which reading is believed."""

import math
from collections.abc import Callable
from typing import Final

from viewer.playback.clock import Clock
from viewer.playback.engine import Engine, PlayState, Snapshot

#: A seek waits for the one before it to land, but no longer than this.
SEEK_WAIT_S: Final = 0.6
#: What is said is lit with the picture that shows it, unless pictures are shown longer than this:
#: then it would be late for the ear.
LONGEST_SPAN_MS: Final = 50.0
#: Times are reported in whole milliseconds, a frame's in the first one that it is seen at; this far
#: into the millisecond before, nothing has begun in it.
WITHIN_MS: Final = 0.999


class ClockedEngine:
    """Steers an engine, and knows where it is between two looks at it."""

    def __init__(self, engine: Engine, at_ms: int, now: Callable[[], float]) -> None:
        self.engine = engine
        self.clock = Clock()
        self.wants_play = False
        self.duration_ms = 0
        self._now = now
        self._wanted_ms: int | None = None
        self._until_ms: int | None = None
        self._seeks = 0
        self._fell_short_at = 0
        self._sent_s = -math.inf
        self._position_ms = 0
        self._frame_start_ms, self._frame_span_ms = 0.0, 0.0
        if at_ms:
            self.seek(at_ms)

    @property
    def position_ms(self) -> int:
        """The time of what is seen now: of the place gone to, or the last frame since; in range."""
        here_ms = self.clock.exact_ms(self._now())
        span_ms = self._frame_span_ms
        if not span_ms:
            return self.clamp(round(here_ms))
        frames = (here_ms - self._frame_start_ms) // span_ms
        seen_ms = math.ceil(self._frame_start_ms + frames * span_ms - 1 + WITHIN_MS)
        jumped_back = self._position_ms > here_ms + span_ms
        self._position_ms = seen_ms if jumped_back else max(self._position_ms, seen_ms)
        return self.clamp(self._position_ms)

    @property
    def heard_ms(self) -> int:
        """The time of what is heard now, which may be inside of the frame that is seen."""
        return self.clamp(max(self.position_ms, round(self.clock.exact_ms(self._now()))))

    @property
    def wants_seek(self) -> bool:
        """Whether a seek still waits for the one before it."""
        return self._wanted_ms is not None

    def clamp(self, ms: int) -> int:
        """Return the nearest moment that the recording has."""
        return max(min(ms, self.duration_ms) if self.duration_ms else ms, 0)

    def play(self) -> None:
        """Let the engine play, now or when it has loaded."""
        self.wants_play = True
        self.engine.play()

    def pause(self) -> None:
        """Let the engine stand."""
        self.wants_play = False
        self.engine.pause()

    def seek(self, ms: int, until_ms: int | None = None) -> None:
        """Be at `ms` and stay there until the engine is; it hears of it with the next look."""
        now, self._wanted_ms, self._until_ms = self._now(), self.clamp(ms), until_ms
        self._position_ms = self._wanted_ms
        self.clock.run(0.0, now)
        self.clock.seek(self._wanted_ms, now)

    def look(self) -> Snapshot:
        """Poll the engine, send the seek that waits, and set the clock.

        Raise EngineUnavailableError as the engine does.
        """
        snapshot = self.engine.poll()
        if self._send_seek(snapshot):
            snapshot = self.engine.poll()
        self.duration_ms = snapshot.duration_ms
        if snapshot.by_hand:
            self.wants_play = snapshot.state is PlayState.PLAYING
        short = snapshot.frame_span_ms <= LONGEST_SPAN_MS
        self._frame_start_ms = snapshot.frame_start_ms
        self._frame_span_ms = snapshot.frame_span_ms if short else 0.0
        now = self._now()
        self._fall_short(snapshot, now)
        believed = not self.wants_seek and snapshot.generation >= self._seeks
        self.clock.run(snapshot.pace if believed else 0.0, now)
        if believed and snapshot.as_of:
            self.clock.read(snapshot.position_ms, snapshot.as_of, now)
        if believed and snapshot.state is PlayState.ENDED:
            self.wants_play = False
            self._position_ms = max(self.duration_ms, self.clock.position_ms(now))
            self.clock.seek(self._position_ms, now)
        return snapshot

    def _fall_short(self, snapshot: Snapshot, now: float) -> None:
        """Be where the last seek has ended, where the engine could not go all the way, once."""
        if not snapshot.short_ms or self.wants_seek or self._fell_short_at == self._seeks:
            return
        self._fell_short_at, self._position_ms = self._seeks, snapshot.short_ms
        self.clock.run(0.0, now)
        self.clock.seek(snapshot.short_ms, now)

    def due_ms(self, moment_ms: float, *, heard: bool = False) -> int | None:
        """Return in how many milliseconds of real time the first frame of a moment is seen.

        With `heard`, when the moment itself is there.
        """
        if not self.clock.rate:
            return None
        if self._frame_span_ms and not heard:
            ahead_ms = moment_ms - WITHIN_MS - self._frame_start_ms
            frames = math.ceil(ahead_ms / self._frame_span_ms)
            moment_ms = self._frame_start_ms + frames * self._frame_span_ms
        ahead_ms = moment_ms - self.clock.exact_ms(self._now())
        return max(math.ceil(ahead_ms / self.clock.rate), 1)

    def _send_seek(self, snapshot: Snapshot) -> bool:
        """Pass on the last seek asked for, once the one before it has landed."""
        now = self._now()
        landed = snapshot.generation >= self._seeks or now - self._sent_s >= SEEK_WAIT_S
        if self._wanted_ms is None or not landed or snapshot.state is PlayState.FAILED:
            return False
        target, self._wanted_ms = self._wanted_ms, None
        self._seeks, self._sent_s = self._seeks + 1, now
        self.engine.seek(target, self._until_ms)
        return True
