"""Keeps what is seen while paused true: after a seek, the very frame of the place that it went to.

libVLC shows a frame up to 120 ms before the place, and Qt Multimedia the one that ends there; a
seek right behind a pause may bring no picture at all. So the frame is decoded once more, apart from
the engine, and takes the place of whatever the engine shows.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QObject, QSize, Qt, QTimer, Slot
from PySide6.QtMultimedia import QtVideo, QVideoFrame, QVideoFrameFormat

from viewer.core.media_source import MediaSource
from viewer.core.still import Still
from viewer.playback.engine import PlayState

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoSink

#: A seek that is followed by another one, or by playing, so soon is not worth the work.
PATIENCE_MS: Final = 30
#: So long the picture from before a seek stays for the right one to come; libVLC's own would be
#: a wrong one for a moment.
HOLD_MS: Final = 400
#: Two times of one frame, reported in microseconds by two libraries, differ by less.
SAME_US: Final = 1000

_TURNS: Final = {
    0: QtVideo.Rotation.None_,
    90: QtVideo.Rotation.Clockwise90,
    180: QtVideo.Rotation.Clockwise180,
    270: QtVideo.Rotation.Clockwise270,
}


class StillSource(Protocol):
    """Decodes single frames, elsewhere; one at a time, a later wish takes the place of another."""

    def ask(self, path: Path, ms: int, done: Callable[[Still | None], None]) -> None:
        """Have the frame decoded that is to be seen at `ms`, and hand it to `done`, here."""
        ...

    def cancel(self) -> None:
        """Give up what was asked for; `done` is not called."""
        ...


class PausedPicture(QObject):
    """Puts the frame that a paused seek asked for into the sink, and holds it there."""

    def __init__(self, stills: StillSource | None, parent: QObject) -> None:
        super().__init__(parent)
        self._stills = stills
        self._path: Path | None = None
        self._sink: QVideoSink | None = None
        self._owed, self._ms = False, 0
        self._frame: QVideoFrame | None = None
        self._withheld: QVideoFrame | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._ask)
        self._limit = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._limit.timeout.connect(self._release)

    def watch(self, source: MediaSource, sink: "QVideoSink | None") -> None:
        """Care for this recording's picture in this sink, and no longer for another one's."""
        self.forget()
        if self._sink is not None:
            self._sink.videoFrameChanged.disconnect(self._hold)
        self._path = source.path if self._stills is not None else None
        self._sink = sink if self._path is not None else None
        if self._sink is not None:
            # At once for libVLC's frames, which come on this thread; queued for Qt's, on its own.
            self._sink.videoFrameChanged.connect(self._hold, Qt.ConnectionType.AutoConnection)

    def forget(self) -> None:
        """Leave the picture to the engine."""
        self._owed, self._frame, self._withheld = False, None, None
        self._patience.stop()
        self._limit.stop()
        if self._stills is not None:
            self._stills.cancel()

    def sought(self) -> None:
        """Take in that the player goes elsewhere: should it stand there, its frame is owed."""
        self.forget()
        self._owed = self._sink is not None

    def look(self, state: PlayState, ms: int, *, landed: bool) -> None:
        """Take in where the player is; `landed` unless a seek is still under way."""
        if state is PlayState.PAUSED and self._owed and self._sink is not None:
            self._owed, self._ms = False, ms
            now = self._sink.videoFrame()
            self._frame = now if now.isValid() else None
            self._patience.start()
            self._limit.start()
        elif state is PlayState.PLAYING and (landed or not self._owed):
            self.forget()

    @Slot()
    def _ask(self) -> None:
        if self._stills is not None and self._path is not None:
            self._stills.ask(self._path, self._ms, self._show)

    def _show(self, still: Still | None) -> None:
        if still is None or self._sink is None:
            self._release()
            return
        self._limit.stop()
        self._withheld = None
        now = self._sink.videoFrame()
        self._frame = as_frame(still, now.surfaceFormat().colorSpace())
        self._hold(now)

    @Slot()
    def _release(self) -> None:
        """Let the engine's picture be seen from now on, also one that has come meanwhile."""
        withheld, self._frame, self._withheld = self._withheld, None, None
        if withheld is not None and self._sink is not None:
            self._sink.setVideoFrame(withheld)

    @Slot(QVideoFrame)
    def _hold(self, frame: QVideoFrame) -> None:
        """Have the frame that is held shown instead of this one, unless this one is right.

        While the right one is waited for, Qt's own, which tell their time, may be seen.
        """
        held, sink = self._frame, self._sink
        if held is None or sink is None or not frame.isValid() or frame == held:
            return
        timed = frame.startTime() >= 0
        same = timed and abs(frame.startTime() - held.startTime()) < SAME_US
        if not same and not (timed and self._limit.isActive()):
            self._withheld = QVideoFrame(frame)
            sink.setVideoFrame(held)


def as_frame(still: Still, colours: QVideoFrameFormat.ColorSpace) -> QVideoFrame | None:
    """Return a still as Qt shows frames, or None where there is no memory for it."""
    size = QSize(still.width, still.height)
    form = QVideoFrameFormat(size, QVideoFrameFormat.PixelFormat.Format_YUV420P)
    form.setColorSpace(colours)
    frame = QVideoFrame(form)
    if not frame.map(QVideoFrame.MapMode.WriteOnly):
        return None
    for plane, (data, pitch) in enumerate(still.planes):
        _copy(data, pitch, memoryview(frame.bits(plane)), frame.bytesPerLine(plane))
    frame.unmap()
    frame.setRotation(_TURNS[still.rotation])
    frame.setStartTime(still.start_us)
    return frame


def _copy(data: bytes, pitch: int, into: memoryview, into_pitch: int) -> None:
    row = min(pitch, into_pitch)
    for start, place in zip(
        range(0, len(data), pitch), range(0, len(into), into_pitch), strict=False
    ):
        part = data[start : start + row]
        into[place : place + len(part)] = part
