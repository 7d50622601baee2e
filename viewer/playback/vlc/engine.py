"""The libVLC engine: loading, playing and ending; `vlc_steering` has the seeks and the rates."""

import time
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from viewer.core.media_source import NOWHERE, MediaSource
from viewer.playback.engine import PlayState, Snapshot, within
from viewer.playback.source import no_answer, not_media
from viewer.playback.vlc.handle import VlcHandle
from viewer.playback.vlc.library import VlcLibrary
from viewer.playback.vlc.steering import VlcSteering

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoSink

#: Where nothing has come by then, nothing will.
OPEN_LIMIT_S: Final = 20.0
#: A seek right behind a pause sometimes brings no picture, so the pause is given so long.
STILL_S: Final = 0.15


class _Phase(Enum):
    EMPTY = auto()
    PARSING = auto()  # starting libVLC, then reading the tracks, for the size of display
    PRIMING = auto()  # playing, muted, until something has come
    HALTING = auto()  # until it is paused and can be put where it is wanted
    READY = auto()
    ENDED = auto()
    FAILED = auto()


class VlcEngine:
    """Plays with libVLC 3.

    It opens by playing muted up to the first picture and pausing there: libVLC's own way of
    opening paused shows no picture, and skips as much as the pause was long when it plays on.
    """

    def __init__(self, library: VlcLibrary) -> None:
        if library.trouble is not None:
            raise library.trouble
        self._library = library
        self.name = library.name
        self._handle: VlcHandle | None = None
        self._steering: VlcSteering | None = None
        self._source = NOWHERE
        self._reason = ""
        self._phase, self._limit_s = _Phase.EMPTY, 0.0
        self._wants_play, self._progressed = False, False
        self._volume, self._muted, self._rate = 100, False, 1.0
        self._duration_ms, self._target_ms, self._seeks = 0, 0, 0
        self._still_since_s = 0.0

    def open(self, source: MediaSource, sink: "QVideoSink | None") -> None:
        """Start loading a file or an http(s) URL, paused at its first frame."""
        self._let_go()
        self._source, self._reason = source, ""
        self._wants_play, self._progressed = False, False
        self._duration_ms, self._target_ms, self._seeks = 0, 0, 0
        self._handle = VlcHandle(self._library, source, sink)
        self._phase, self._limit_s = _Phase.PARSING, time.monotonic() + OPEN_LIMIT_S

    def play(self) -> None:
        """Play on from here, or from the start after the end."""
        self._wants_play = True
        if self._phase is _Phase.ENDED:
            self._restart(0)
        elif self._steering is not None:
            self._steering.play(time.monotonic())

    def pause(self) -> None:
        """Stop here."""
        self._wants_play = False
        if self._steering is not None:
            self._steering.pause(time.monotonic())

    def seek(self, ms: int, until_ms: int | None = None) -> None:
        """Go to `ms`, playing or not, also before loading is done and after the end."""
        self._seeks += 1
        if self._phase is _Phase.ENDED:
            self._wants_play = True
            self._restart(ms)
        elif self._steering is not None:
            self._steering.seek(within(ms, self._duration_ms), time.monotonic(), until_ms)
        else:
            self._target_ms = ms

    def set_rate(self, rate: float) -> None:
        """Play `rate` times as fast, pitch kept."""
        self._rate = rate
        if self._steering is not None:
            self._steering.set_rate(rate, time.monotonic())

    def set_volume(self, percent: int) -> None:
        """Set loudness, 0 to 100."""
        self._volume = percent
        if self._handle is not None and self._steering is not None:
            self._handle.player.audio_set_volume(percent)

    def set_muted(self, muted: bool) -> None:
        """Silence without forgetting the volume."""
        self._muted = muted
        if self._handle is not None and self._steering is not None:
            self._handle.player.audio_set_mute(muted)

    def poll(self) -> Snapshot:
        """Take the next step of loading where one is due, and look at the player.

        Raise EngineUnavailableError where libVLC turns out not to be of use.
        """
        now = time.monotonic()
        self._step(now)
        match self._phase:
            case _Phase.EMPTY:
                return Snapshot(PlayState.EMPTY)
            case _Phase.FAILED:
                return Snapshot(PlayState.FAILED, reason=self._reason)
            case _Phase.ENDED:
                return Snapshot(
                    PlayState.ENDED, duration_ms=self._duration_ms, generation=self._seeks
                )
        if self._steering is None or self._handle is None:
            restarting = self._progressed and self._duration_ms
            state = PlayState.PLAYING if restarting else PlayState.OPENING
            heard = self._seeks - 1 if self._seeks else 0
            return Snapshot(state, duration_ms=self._duration_ms, generation=heard, pending=True)
        return self._look(self._handle, self._steering, now)

    def close(self) -> None:
        """Let go of the player for good; what may block is left to a worker."""
        self._let_go()

    def _look(self, handle: VlcHandle, steering: VlcSteering, now: float) -> Snapshot:
        reading = steering.look(now, really_plays=handle.is_in("Playing"))
        return Snapshot(
            PlayState.PLAYING if self._wants_play else PlayState.PAUSED,
            position_ms=reading.position_ms,
            as_of=reading.as_of,
            duration_ms=self._duration_ms,
            pace=reading.pace,
            generation=self._seeks if reading.landed else self._seeks - 1,
            pending=reading.pending,
            frame_span_ms=handle.frame_s * 1000 if handle.has_picture else 0.0,
        )

    def _step(self, now: float) -> None:
        """Go from parsing to priming to halting to ready, and notice the end."""
        handle = self._handle
        if handle is None or self._phase in {_Phase.EMPTY, _Phase.ENDED, _Phase.FAILED}:
            return
        if self._phase is _Phase.PARSING:
            self._await(handle, now)
            return
        self._progressed = self._progressed or self._shows_something(handle)
        if handle.is_in("Ended", "Stopped", "Error"):
            self._finish()
        elif self._phase is _Phase.PRIMING and self._shows_something(handle):
            handle.player.set_pause(1)
            self._phase, self._still_since_s = _Phase.HALTING, now
        elif self._phase is _Phase.HALTING and self._is_still(handle, now):
            self._get_ready(handle, now)
        elif self._phase is not _Phase.READY and now > self._limit_s:
            self._fail(not_media(self._source, self.name))
        if (length_ms := handle.length_ms) > 0:
            self._duration_ms = length_ms

    def _await(self, handle: VlcHandle, now: float) -> None:
        if handle.trouble is not None:
            raise handle.trouble
        if handle.refused:
            self._fail(handle.refused)
        elif handle.parsed:
            self.name = self._library.name
            self._prime(handle)
        elif now > self._limit_s:
            made = handle.made
            self._fail(not_media(self._source, self.name) if made else no_answer(self._source))

    def _prime(self, handle: VlcHandle) -> None:
        """Play until there is something, unheard."""
        handle.player.audio_set_mute(True)
        handle.start()
        self._phase = _Phase.PRIMING

    def _get_ready(self, handle: VlcHandle, now: float) -> None:
        handle.player.audio_set_volume(self._volume)
        handle.player.audio_set_mute(self._muted)
        self._duration_ms = handle.length_ms
        self._steering = VlcSteering(handle, self._rate)
        self._phase = _Phase.READY
        self._steering.seek(within(self._target_ms, self._duration_ms), now)
        if self._wants_play:
            self._steering.play(now)

    def _restart(self, ms: int) -> None:
        """Set the media again, as libVLC's ended player neither seeks nor plays."""
        if self._handle is not None:
            self._target_ms = ms
            self._limit_s = time.monotonic() + OPEN_LIMIT_S
            self._prime(self._handle)

    def _finish(self) -> None:
        """Tell an end from a recording that was none: libVLC calls both ended."""
        self._steering = None
        if self._progressed and self._duration_ms:
            self._wants_play = False
            self._phase = _Phase.ENDED
        else:
            self._fail(not_media(self._source, self.name))

    def _fail(self, reason: str) -> None:
        self._steering = None
        self._reason, self._phase = reason, _Phase.FAILED

    def _shows_something(self, handle: VlcHandle) -> bool:
        if handle.has_picture:
            return handle.frames.shown > handle.frames_before
        return handle.news[0] > 0 or handle.played_sound

    def _is_still(self, handle: VlcHandle, now: float) -> bool:
        if not handle.is_in("Paused"):
            self._still_since_s = now
        return now - self._still_since_s >= STILL_S

    def _let_go(self) -> None:
        self._steering = None
        self._phase = _Phase.EMPTY
        if self._handle is not None:
            handle, self._handle = self._handle, None
            handle.let_go()
