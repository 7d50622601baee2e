"""The only playback that the rest sees: an engine, a clock and two timers in one `QObject`."""

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from viewer.core.bounds import FASTEST_RATE, SLOWEST_RATE
from viewer.core.media_source import NOWHERE, MediaSource
from viewer.errors import EngineUnavailableError
from viewer.playback.awaited_engine import AwaitedEngine
from viewer.playback.boundaries import Boundaries
from viewer.playback.clocked_engine import ClockedEngine
from viewer.playback.engine import PlayState, Snapshot
from viewer.playback.engine_queue import EngineMaker, EngineQueue
from viewer.playback.silent_engine import SilentEngine

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoSink

    from viewer.playback.paused_picture import PausedPicture, StillSource

POLL_MS: Final = 50


class Player(QObject):
    """Plays one recording at a time with the first engine that can.

    Signals are facts. The position never runs backwards except by a seek, never exceeds the
    duration, and says a seek's target at once. What is asked before a recording is open (rate,
    volume, mute) holds for the next one.
    """

    position_changed = Signal(int)
    #: Where a seek goes, before anything else hears of it.
    sought = Signal(int)
    #: The sink that the engine puts its frames into, or None.
    sink_changed = Signal(object)
    state_changed = Signal(object)
    #: Whether it is to play, at once or as soon as it can.
    wants_play_changed = Signal(bool)
    duration_changed = Signal(int)
    rate_changed = Signal(float)
    volume_changed = Signal(int)
    muted_changed = Signal(bool)
    #: The name of the engine that plays now; empty when none does.
    engine_changed = Signal(str)
    #: The widget of an engine that shows its picture itself, or None where frames go to the sink.
    surface_changed = Signal(object)
    #: Whether more has to come from the network before playback goes on.
    buffering_changed = Signal(bool)
    #: The first seek that the engine could not go to the end of: where it is, and its name.
    fell_short = Signal(int, str)
    #: A `PlaybackError`; an `EngineUnavailableError` where no recording at all could be played.
    failed = Signal(object)

    def __init__(
        self,
        engines: Sequence[EngineMaker],
        *,
        web: Callable[[MediaSource], Sequence[EngineMaker]] | None = None,
        now: Callable[[], float] = time.monotonic,
        stills: "StillSource | None" = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._makers, self._web_makers = tuple(engines), web
        #: Where the recording was when no engine could go on with it.
        self.gave_up_at_ms = 0
        self.buffering = self.wants_play = self._has_fallen_short = False
        self._now = now
        self._rate, self._volume, self._muted = 1.0, 100, False
        self._state, self._duration_ms, self._shown_ms = PlayState.EMPTY, 0, 0
        self._source = NOWHERE
        self._sink: QVideoSink | None = None
        self._queue = EngineQueue(())
        self._clocked: ClockedEngine | None = None
        self._poll = QTimer(self, interval=POLL_MS, timerType=Qt.TimerType.PreciseTimer)
        self._poll.timeout.connect(self.tick)
        #: The moments at which the position is reported, too.
        self.boundaries = Boundaries(self)
        self.boundaries.reached.connect(self._publish)
        self._stills = stills
        self._picture: PausedPicture | None = None

    def another(self, parent: QObject | None = None) -> "Player":
        """Return a player with the same engines and as loud, for what is played beside this one."""
        made = Player(self._makers, web=self._web_makers, now=self._now, parent=parent)
        made.set_volume(self._volume)
        made.set_muted(self._muted)
        return made

    @property
    def position_ms(self) -> int:
        """Where playback is now; 0 while nothing is open."""
        return self._clocked.position_ms if self._clocked else 0

    @property
    def heard_ms(self) -> int:
        """What is heard now, to the millisecond, where the position is that of the frame seen."""
        return self._clocked.heard_ms if self._clocked else 0

    @property
    def state(self) -> PlayState:
        """What the engine is doing."""
        return self._state

    @property
    def duration_ms(self) -> int:
        """How long the recording is; 0 while that is not known."""
        return self._duration_ms

    @property
    def rate(self) -> float:
        """How fast playback is asked to run."""
        return self._rate

    @property
    def volume(self) -> int:
        """The loudness in percent, also while muted."""
        return self._volume

    @property
    def muted(self) -> bool:
        """Whether the sound is off."""
        return self._muted

    @property
    def engine_name(self) -> str:
        """The name of the engine that plays now; empty when none does."""
        return self._clocked.engine.name if self._clocked else ""

    @property
    def silent(self) -> bool:
        """Whether a clock alone runs, without a recording."""
        return self._clocked is not None and isinstance(self._clocked.engine, SilentEngine)

    @property
    def awaiting(self) -> bool:
        """Whether a recording is still looked for."""
        return self._clocked is not None and isinstance(self._clocked.engine, AwaitedEngine)

    @property
    def seekable(self) -> bool:
        """Whether a seek can go anywhere."""
        return self._clocked is not None and self._duration_ms > 0

    def open(self, source: MediaSource, sink: "QVideoSink | None", *, at_ms: int = 0) -> None:
        """Open a file or an http(s) URL, paused at `at_ms`; `failed` tells where none can."""
        self._make_way()
        self.gave_up_at_ms = 0
        self._source, self._sink = source, sink
        if source.path is None and self._web_makers is not None:
            self._queue = EngineQueue(self._web_makers(source), hint="")
        else:
            self._queue = EngineQueue(self._makers)
        self._try_next(at_ms, play=False)

    def open_silent(self, duration_ms: int, *, at_ms: int = 0) -> None:
        """Run without a recording: a clock alone, `duration_ms` long, or endless with 0."""
        self._open_without(partial(SilentEngine, duration_ms, now=self._now), at_ms)

    def open_awaiting(self, *, at_ms: int = 0) -> None:
        """Be ready for a recording that is looked for: what is asked meanwhile is kept for it."""
        self._open_without(AwaitedEngine, at_ms)

    def _open_without(self, maker: EngineMaker, at_ms: int) -> None:
        self._make_way()
        self._source, self._sink, self._queue = NOWHERE, None, EngineQueue((maker,))
        self._try_next(at_ms, play=False)

    def _make_way(self) -> None:
        """Let go of what is open; of a clock, only the engine: what comes goes on at its time."""
        if self.awaiting or self.silent:
            self._drop_engine()
        else:
            self.close()

    def close(self) -> None:
        """Let go of the recording; another one can be opened."""
        self._drop_engine()
        self._set_duration(0)
        self._set_state(PlayState.EMPTY)
        self._publish()

    def play(self) -> None:
        """Play on from here, or from the start after the end."""
        if self._state is PlayState.ENDED:
            self.seek(0)
        elif self._clocked is not None:
            self._clocked.play()
            self.tick()

    def pause(self) -> None:
        """Stop here."""
        if self._clocked is not None:
            self._clocked.pause()
            self.tick()

    def toggle(self) -> None:
        """Play what is paused, pause what plays."""
        if self._clocked is not None and self._clocked.wants_play:
            self.pause()
        else:
            self.play()

    def seek(self, ms: int, until_ms: int | None = None) -> None:
        """Go to `ms`, playing or not; after the end, play on from there.

        With `until_ms` whoever seeks will stop or turn back there.
        """
        if self._clocked is None:
            return
        if self._state is PlayState.ENDED:
            self._clocked.wants_play = True
        self._clocked.seek(ms, until_ms)
        if self._picture is not None:
            self._picture.sought()
        self.sought.emit(self._clocked.position_ms)
        self.tick()

    def set_rate(self, rate: float) -> None:
        """Play `rate` times as fast, pitch kept, within 0.25 to 4."""
        rate = min(max(rate, SLOWEST_RATE), FASTEST_RATE)
        if rate == self._rate:
            return
        self._rate = rate
        if self._clocked is not None:
            self._clocked.engine.set_rate(rate)
        self.rate_changed.emit(rate)
        self.tick()

    def set_volume(self, percent: int) -> None:
        """Set the loudness, 0 to 100."""
        percent = min(max(percent, 0), 100)
        if percent == self._volume:
            return
        self._volume = percent
        if self._clocked is not None:
            self._clocked.engine.set_volume(percent)
        self.volume_changed.emit(percent)

    def set_muted(self, muted: bool) -> None:
        """Silence without forgetting the volume."""
        if muted == self._muted:
            return
        self._muted = muted
        if self._clocked is not None:
            self._clocked.engine.set_muted(muted)
        self.muted_changed.emit(muted)

    def tick(self) -> None:
        """Look at the engine and tell what has changed; the timer calls it while anything moves."""
        if self._clocked is None:
            return
        try:
            snapshot = self._clocked.look()
        except EngineUnavailableError as error:
            self._queue.miss(error)
            self._give_up()
            return
        if snapshot.state is PlayState.FAILED:
            self._queue.refuse(snapshot.reason)
            self._give_up()
            return
        self._keep_ticking(snapshot)
        landed = not (snapshot.pending or self._clocked.wants_seek)
        if self._picture is not None:
            self._picture.look(snapshot.state, self.position_ms, landed=landed)
        self._set_buffering(snapshot.buffering)
        self._set_wants_play(self._clocked.wants_play)
        self._set_duration(snapshot.duration_ms)
        self._set_state(snapshot.state)
        self._publish()
        if snapshot.short_ms and not self._has_fallen_short:
            self._has_fallen_short = True
            self.fell_short.emit(snapshot.short_ms, self.engine_name)

    def _try_next(self, at_ms: int, *, play: bool) -> None:
        engine = self._queue.next()
        if engine is None:
            self._set_state(PlayState.FAILED)
            self.failed.emit(self._queue.verdict())
            return
        self._clocked = ClockedEngine(engine, at_ms, self._now)
        self._has_fallen_short = False
        self.sink_changed.emit(self._sink)
        self._watch_picture()
        engine.set_volume(self._volume)
        engine.set_muted(self._muted)
        engine.set_rate(self._rate)
        engine.open(self._source, self._sink)
        if (surface := getattr(engine, "surface", None)) is not None:
            self.surface_changed.emit(surface)
        if play:
            self._clocked.play()
        self.engine_changed.emit(engine.name)
        self.tick()

    def _watch_picture(self) -> None:
        """Care for the picture in the sink; with the first one Qt Multimedia is loaded."""
        if self._picture is None and self._sink is not None:
            from viewer.playback.paused_picture import PausedPicture

            self._picture = PausedPicture(self._stills, self)
        if self._picture is not None:
            self._picture.watch(self._source, self._sink)
            self._picture.sought()

    def _give_up(self) -> None:
        """Leave a recording that this engine cannot play to the next one."""
        at_ms, play = self.position_ms, self._clocked is not None and self._clocked.wants_play
        self.gave_up_at_ms = at_ms
        self._drop_engine()
        self._try_next(at_ms, play=play)

    def _drop_engine(self) -> None:
        self._poll.stop()
        self.boundaries.watch(None)
        if self._clocked is not None:
            clocked, self._clocked = self._clocked, None
            self._set_buffering(False)
            self._set_wants_play(False)
            self.sink_changed.emit(None)
            if getattr(clocked.engine, "surface", None) is not None:
                self.surface_changed.emit(None)
            if self._picture is not None:
                self._picture.watch(NOWHERE, None)
            clocked.engine.close()
            self.engine_changed.emit("")

    def _keep_ticking(self, snapshot: Snapshot) -> None:
        moving = snapshot.state in {PlayState.PLAYING, PlayState.OPENING}
        if not (moving or snapshot.pending or (self._clocked and self._clocked.wants_seek)):
            self._poll.stop()
        elif not self._poll.isActive():
            self._poll.start()
        self.boundaries.watch(self._clocked)

    def _publish(self) -> None:
        ms = self.position_ms
        if ms != self._shown_ms:
            self._shown_ms = ms
            self.position_changed.emit(ms)

    def _set_state(self, state: PlayState) -> None:
        if state is not self._state:
            self._state = state
            self.state_changed.emit(state)

    def _set_wants_play(self, wants: bool) -> None:
        if wants != self.wants_play:
            self.wants_play = wants
            self.wants_play_changed.emit(wants)

    def _set_buffering(self, buffering: bool) -> None:
        if buffering != self.buffering:
            self.buffering = buffering
            self.buffering_changed.emit(buffering)

    def _set_duration(self, ms: int) -> None:
        if ms != self._duration_ms:
            self._duration_ms = ms
            self.duration_changed.emit(ms)
