"""Stand-ins with a character: time that stands until told, and an engine as coarse as libVLC."""

from dataclasses import dataclass, field

from viewer.playback.engine import PlayState, Snapshot


class FakeTime:
    """A monotonic clock that stands still until told."""

    def __init__(self, now=100.0):
        self.now = now

    def __call__(self):
        return self.now

    def pass_by(self, seconds):
        """Let so much time go by."""
        self.now += seconds


@dataclass
class FakeEngine:
    """An engine without media that behaves as badly as the real ones may.

    It loads for `load_s`; its position is renewed only every `step_s`; after a seek it reports
    the old place for `stale_s`, as news of the new place where `honest` is False. `truth_ms`
    is what is really being played; tests compare with it.
    """

    time: FakeTime
    step_s: float = 0.5
    load_s: float = 0.0
    stale_s: float = 0.2
    length_ms: int = 10_000
    honest: bool = True
    refuses: str = ""
    name: str = "Fake 1.0"
    frame_span_ms: float = 0.0
    calls: list[tuple[object, ...]] = field(default_factory=list)
    rate: float = 1.0
    _state: PlayState = PlayState.EMPTY
    _wants_play: bool = False
    _base_ms: float = 0.0
    _base_s: float = 0.0
    _stale_ms: float = 0.0
    _stale_until_s: float = 0.0
    _ready_s: float = 0.0
    _seeks: int = 0

    def open(self, source, sink):
        self.calls.append(("open", source))
        self._state, self._ready_s = PlayState.OPENING, self.time.now + self.load_s
        self._base_ms, self._seeks, self._wants_play = 0.0, 0, False
        self._look()

    def play(self):
        self.calls.append(("play",))
        self._wants_play = True
        self._look()

    def pause(self):
        self.calls.append(("pause",))
        self._wants_play = False
        self._look()

    def seek(self, ms, until_ms=None):
        self.calls.append(("seek", ms) if until_ms is None else ("seek", ms, until_ms))
        self._look()
        self._seeks += 1
        self._stale_ms, self._stale_until_s = self.truth_ms, self.time.now + self.stale_s
        if self._state is PlayState.ENDED:
            self._state, self._wants_play = PlayState.PLAYING, True
        self._base_ms, self._base_s = ms, max(self.time.now + self.stale_s, self._ready_s)

    def set_rate(self, rate):
        self.calls.append(("rate", rate))
        self._rebase()
        self.rate = rate

    def set_volume(self, percent):
        self.calls.append(("volume", percent))

    def set_muted(self, muted):
        self.calls.append(("muted", muted))

    def close(self):
        self.calls.append(("close",))
        self._state = PlayState.EMPTY

    @property
    def truth_ms(self):
        """The position that is really being played."""
        if self._state is not PlayState.PLAYING:
            return self._base_ms
        return min(self._base_ms + self._ran_s() * 1000 * self.rate, self.length_ms)

    def poll(self):
        self._look()
        if self._state in {PlayState.EMPTY, PlayState.OPENING, PlayState.FAILED}:
            pending = self._state is PlayState.OPENING
            return Snapshot(self._state, pending=pending, reason=self.refuses)
        stale = self.time.now < self._stale_until_s
        position_ms, as_of = (self._stale_ms, self.time.now) if stale else self._report()
        moving = self._state is PlayState.PLAYING and not (stale and self.honest)
        return Snapshot(
            self._state,
            position_ms=round(position_ms),
            as_of=as_of,
            duration_ms=self.length_ms,
            pace=self.rate if moving else 0.0,
            generation=self._seeks - (stale and self.honest),
            pending=stale,
            frame_span_ms=self.frame_span_ms,
        )

    def _look(self):
        if self._state is PlayState.OPENING and self.time.now >= self._ready_s:
            self._state = PlayState.FAILED if self.refuses else PlayState.PAUSED
        if self._state in {PlayState.EMPTY, PlayState.OPENING, PlayState.FAILED}:
            return
        if self._state is PlayState.PLAYING and self.truth_ms >= self.length_ms:
            self._base_ms, self._state, self._wants_play = self.length_ms, PlayState.ENDED, False
        wanted = PlayState.PLAYING if self._wants_play else PlayState.PAUSED
        if self._state is not PlayState.ENDED and self._state is not wanted:
            self._rebase()
            self._state = wanted

    def _report(self):
        """Return the last reading: renewed every `step_s` of playing."""
        if self._state is not PlayState.PLAYING:
            return self._base_ms, self._base_s
        ran_s = int(self._ran_s() / self.step_s) * self.step_s
        return self._base_ms + ran_s * 1000 * self.rate, self._base_s + ran_s

    def _rebase(self):
        self._base_ms = self.truth_ms
        self._base_s = max(self.time.now, self._base_s)

    def _ran_s(self):
        return max(self.time.now - self._base_s, 0.0)


def is_idle(jobs):
    """Return whether nothing is under way whose outcome anyone waits for."""
    return all(job.cancelled for job in jobs._running)
