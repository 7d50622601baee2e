"""The Qt Multimedia engine, which every machine has that runs the program."""

import time
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Q_ARG, QMetaObject, QObject, Qt, QUrl, Slot, qVersion
from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QtAudio, QVideoFrame

from viewer.core.media_source import NOWHERE, MediaSource
from viewer.playback.engine import PlayState, Snapshot, within
from viewer.playback.first_look import FirstLook
from viewer.playback.qt_source import QT_TITLE, QtSource, looked_at
from viewer.playback.source import no_answer, not_media

if TYPE_CHECKING:
    from PySide6.QtCore import QGenericArgumentHolder
    from PySide6.QtMultimedia import QVideoSink

#: For so long after a seek a report that is far from the target is from before it.
STALE_S: Final = 0.6
NEAR_MS: Final = 250
#: Slides and covers bring frames too seldom to tell the time by.
FRAME_NEWS_S: Final = 0.5
#: What was fetched before a connection broke is played as long as it moves: no longer than this.
RUN_ON_S: Final = 1.0
#: What is guessed of a length may be so far off without being told.
_SHORT_MS: Final = 1_000

_Status = QMediaPlayer.MediaStatus
_LOADING: Final = {_Status.NoMedia, _Status.LoadingMedia}
_PLAYING: Final = QMediaPlayer.PlaybackState.PlayingState
_STOPPED: Final = QMediaPlayer.PlaybackState.StoppedState
_LOGARITHMIC: Final = QtAudio.VolumeScale.LogarithmicVolumeScale
_LINEAR: Final = QtAudio.VolumeScale.LinearVolumeScale


class QtEngine(QObject):
    """Plays with the FFmpeg that Qt's wheel carries.

    Where there is a picture, the time of the frame shown last is the truth; the player's own
    position is 40 to 80 ms behind it.
    """

    def __init__(self) -> None:
        super().__init__()
        self.name = f"{QT_TITLE} {qVersion()}"
        self._audio = QAudioOutput(self)
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(self._audio)
        self._player.positionChanged.connect(self._note_position)
        if hasattr(self._player, "setPitchCompensation"):  # since 6.10
            self._player.setPitchCompensation(True)
        self._sink: QVideoSink | None = None
        self._source = NOWHERE
        self._look: FirstLook[QtSource | str] | None = None
        self._found: QtSource | None = None
        self._reason = self._end_reason = ""
        self._seeks = 0
        self._forget()

    def open(self, source: MediaSource, sink: "QVideoSink | None") -> None:
        """Start loading a file or an http(s) URL, paused at its first frame."""
        self._forget()
        self._source, self._reason = source, ""
        self._watch(sink)
        self._state = PlayState.OPENING
        self._look = FirstLook(partial(looked_at, source))
        self._load(time.monotonic())

    def play(self) -> None:
        """Play on from here, or from the start after the end."""
        self._wants_play, self._played_s = True, time.monotonic()
        if self._state is PlayState.ENDED:
            self._go(0)
        elif self._state is PlayState.PAUSED:
            self._call("play")
            self._state = PlayState.PLAYING

    def pause(self) -> None:
        """Stop here."""
        self._wants_play = False
        if self._state is PlayState.PLAYING:
            self._call("pause")
            self._state = PlayState.PAUSED

    def seek(self, ms: int, _until_ms: int | None = None) -> None:
        """Go to `ms`, playing or not, also before loading is done and after the end."""
        self._seeks += 1
        self._target_ms = ms
        if self._state is not PlayState.OPENING:
            self._go(ms)

    def set_rate(self, rate: float) -> None:
        """Play `rate` times as fast, pitch kept."""
        self._call("setPlaybackRate", Q_ARG("double", rate))

    def set_volume(self, percent: int) -> None:
        """Set loudness, 0 to 100."""
        self._audio.setVolume(QtAudio.convertVolume(percent / 100, _LOGARITHMIC, _LINEAR))

    def set_muted(self, muted: bool) -> None:
        """Silence without forgetting the volume."""
        self._audio.setMuted(muted)

    def poll(self) -> Snapshot:
        """Notice what has become of loading or playing, and look at the player."""
        now = time.monotonic()
        self._notice(now)
        if self._state in {PlayState.EMPTY, PlayState.FAILED}:
            return Snapshot(self._state, reason=self._reason)
        opening = self._state is PlayState.OPENING
        landed = self._has_landed(now) and not opening
        if landed:
            self._run_on(now)
        position_ms, as_of = self._reading(now)
        moves = landed and self._state is PlayState.PLAYING and not self._stalls()
        return Snapshot(
            self._state,
            position_ms=position_ms,
            as_of=as_of,
            duration_ms=self._length_ms,
            pace=self._player.playbackRate() if moves else 0.0,
            generation=self._seeks if landed else self._seeks - 1,
            pending=opening or not landed or self._asks_why,
            frame_start_ms=self._span[0],
            frame_span_ms=self._span[1],
            reason=self._end_reason if self._state is PlayState.ENDED else "",
            short_ms=self._short_ms,
        )

    def close(self) -> None:
        """Let go of the player."""
        self._watch(None)
        self._call("stop")
        self._call("setSource", Q_ARG("QUrl", QUrl()))
        self._let_go_of_file()
        self._player.setVideoSink(None)  # type: ignore[arg-type]
        self._player.setAudioOutput(None)  # type: ignore[arg-type]
        self._forget()
        self.deleteLater()

    def _call(self, slot: str, *arguments: "QGenericArgumentHolder") -> None:
        """Call a slot of the player with Python's lock released, which a plain call keeps.

        These calls wait for Qt's own threads, and those enter Python too: to log where a message
        handler is installed, and to look for overrides. A plain call then waits for ever.
        """
        QMetaObject.invokeMethod(self._player, slot, Qt.ConnectionType.DirectConnection, *arguments)

    def _forget(self) -> None:
        self._state = PlayState.EMPTY
        self._look = None
        self._wants_play = False
        self._target_ms, self._sought_s, self._seeks = 0, 0.0, 0
        self._landed, self._played_s, self._short_ms = True, 0.0, 0
        self._asks_why = False
        #: The time of the last frame, the player's last position, and when each was true.
        self._frame: tuple[int, float] = (-1, 0.0)
        #: The last one there was, which Qt takes away at the end.
        self._last: QVideoFrame | None = None
        self._place: tuple[float, float] = (0, 0.0)
        #: When a frame began and how long it is shown.
        self._span = 0.0, 0.0

    def _load(self, now: float) -> None:
        """Have the player load the recording, as soon as the first look has found it to be one."""
        if self._look is None:
            return
        found = self._look.found
        if found is None:
            self._reason = no_answer(self._source) if self._look.is_late(now) else ""
            return
        self._look = None
        if isinstance(found, str):
            self._reason = found
            return
        found.guard()
        self._call("setSource", Q_ARG("QUrl", found.url))
        self._let_go_of_file()
        self._found = found

    def _let_go_of_file(self) -> None:
        if self._found is not None:
            self._found.close()
            self._found = None

    def _watch(self, sink: "QVideoSink | None") -> None:
        if self._sink is not None:
            self._sink.videoFrameChanged.disconnect(self._note_frame)
        self._sink, self._last = sink, None
        if sink is not None:
            self._player.setVideoSink(sink)
            sink.videoFrameChanged.connect(self._note_frame, Qt.ConnectionType.QueuedConnection)

    @Slot(QVideoFrame)
    def _note_frame(self, frame: QVideoFrame) -> None:
        """Note when a frame came; one that is shown again (for its subtitle) is no news."""
        if not frame.isValid():
            self._keep_last()
            return
        self._last = QVideoFrame(frame)
        ms = round(frame.startTime() / 1000)
        if frame.startTime() >= 0 and ms != self._frame[0]:
            self._frame = ms, time.monotonic()
        if 0 <= frame.startTime() < frame.endTime():
            self._span = frame.startTime() / 1000, (frame.endTime() - frame.startTime()) / 1000

    @Slot(int)
    def _note_position(self, ms: int) -> None:
        self._place = ms, time.monotonic()

    def _notice(self, now: float) -> None:
        self._load(now)
        if self._reason and self._state is not PlayState.FAILED:
            self._state = PlayState.FAILED
        if self._state in {PlayState.EMPTY, PlayState.FAILED} or self._look is not None:
            return
        status = self._player.mediaStatus()
        if status is _Status.InvalidMedia or (self._has_erred and not self._runs_on(now)):
            self._fail()
        elif self._state is PlayState.OPENING and status not in _LOADING:
            self._begin(now)
        elif status is _Status.EndOfMedia and self._state is PlayState.PLAYING and self._landed:
            self._end()

    @property
    def _has_erred(self) -> bool:
        return self._player.error() is not QMediaPlayer.Error.NoError

    def _runs_on(self, now: float) -> bool:
        """Return whether what came before a connection broke is still being played."""
        last_news_s = max(self._frame[1], self._place[1], self._sought_s)
        playing = self._state is PlayState.PLAYING and self._source.path is None
        return playing and now - last_news_s < RUN_ON_S

    def _keep_last(self) -> None:
        """Have the last frame seen where Qt has taken it away at the end, as libVLC does."""
        if self._sink is None or self._last is None:
            return
        if not self._sink.videoFrame().isValid():  # a seek may have brought one since
            self._sink.setVideoFrame(self._last)

    def _begin(self, now: float) -> None:
        """Show the first frame wanted, once loading is done."""
        if not (self._player.hasVideo() or self._player.hasAudio()):
            self._fail()
            return
        self._state = PlayState.PLAYING if self._wants_play else PlayState.PAUSED
        self._call("play" if self._wants_play else "pause")
        if self._target_ms:
            self._go(self._target_ms)
        self._sought_s = now

    def _end(self) -> None:
        if (trouble := self._trouble()) is not None:
            self._state, self._wants_play = PlayState.ENDED, False
            self._end_reason = trouble

    def _fail(self) -> None:
        if (trouble := self._trouble()) is not None:
            begun, self._state = self._state is not PlayState.OPENING, PlayState.FAILED
            self._reason = trouble
            if not trouble and not (begun and self._source.path is None):
                self._reason = not_media(self._source, QT_TITLE)

    def _trouble(self) -> str | None:
        """Return what went wrong on the way; None as long as that is being asked for."""
        trouble = self._found.trouble() if self._found is not None else ""
        self._asks_why = trouble is None
        return trouble

    def _go(self, ms: int) -> None:
        """Have the player be there, and going on as before also where it has met its end.

        At the end it stops by itself, maybe before that has been looked at; and stopped it stays.
        It goes nowhere behind the length that it has guessed, though it plays on from there.
        """
        wanted_ms = within(ms, self._length_ms)
        ms = within(wanted_ms, self._player.duration())
        self._short_ms = ms if wanted_ms - ms > _SHORT_MS else 0
        self._target_ms, self._sought_s, self._landed = ms, time.monotonic(), False
        self._frame = (-1, 0.0)
        self._call("setPosition", Q_ARG("qlonglong", ms))
        if self._state is PlayState.ENDED:
            self._state, self._wants_play = PlayState.PLAYING, True
        if self._player.playbackState() is _STOPPED:
            self._call("play" if self._state is PlayState.PLAYING else "pause")

    @property
    def _length_ms(self) -> int:
        """How long the recording is: as it was counted, where Qt guesses it."""
        counted = self._found.length_ms if self._found is not None else None
        return counted or self._player.duration()

    def _has_landed(self, now: float) -> bool:
        """Return whether what is reported belongs to the last seek."""
        if not self._landed:
            ms, as_of = self._frame if self._player.hasVideo() else self._place
            near = as_of > self._sought_s and abs(ms - self._target_ms) <= NEAR_MS
            self._landed = near or now > self._sought_s + STALE_S
        return self._landed

    def _run_on(self, now: float) -> None:
        """Reckon the time behind the length that Qt has guessed, where it tells none."""
        guessed_ms, (ms, since_s) = self._player.duration(), self._place
        behind = 0 < guessed_ms <= ms and self._length_ms - guessed_ms > _SHORT_MS
        if behind and self._state is PlayState.PLAYING and not self._stalls():
            ran_s = now - max(since_s, self._played_s)
            self._place = ms + ran_s * 1000 * self._player.playbackRate(), now

    def _reading(self, now: float) -> tuple[int, float]:
        latest = self._frame if now - self._frame[1] < FRAME_NEWS_S else self._place
        return (round(latest[0]), latest[1]) if latest[1] >= self._played_s else (0, 0.0)

    def _stalls(self) -> bool:
        stalled = self._player.mediaStatus() in {_Status.StalledMedia, _Status.LoadingMedia}
        return stalled or self._player.playbackState() is not _PLAYING
