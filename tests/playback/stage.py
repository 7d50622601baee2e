"""A real engine on a sink whose frames are read back, for tests that wait for conditions."""

import time

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame, QVideoSink

from tests.fakes import is_idle
from tests.video import BRIGHT, FPS, number_of
from viewer.core.media_source import MediaSource
from viewer.playback.choose import Engines
from viewer.playback.engine import PlayState
from viewer.playback.player import Player
from viewer.session.jobs import Jobs
from viewer.session.stills import Stills

FRAME_MS = 1000 // FPS
#: A condition that has not come true by then never will.
LIMIT_MS = 60_000


class Stage(QObject):
    """A player, its sink, and every frame that the sink was given: (moment, number, position).

    Frames are read in a queued slot: Qt's engine emits them on a thread of its own, which would
    wait for Python's lock there while the GUI thread, holding it, waits for that thread to stop.
    """

    def __init__(self, qtbot, key):
        super().__init__()
        self.qtbot = qtbot
        self.key = key
        self.sink = QVideoSink()
        self.engines = Engines(key)
        self.jobs = Jobs()
        self.player = Player(self.engines.makers(), stills=Stills(self.jobs))
        self.shown = []
        self.positions = []
        self.failures = []
        self.sink.videoFrameChanged.connect(self._read, Qt.ConnectionType.QueuedConnection)
        self.player.position_changed.connect(self.positions.append)
        self.player.failed.connect(self._note_failure)

    def open(self, path, **options):
        """Open and wait until it is paused there, or has failed."""
        self.player.open(MediaSource(path), self.sink, **options)
        self.until(lambda: self.player.state in {PlayState.PAUSED, PlayState.FAILED})

    def until(self, condition, limit_ms=LIMIT_MS):
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=limit_ms)

    def rests_on(self, number):
        """Wait until this very frame is seen and nothing is under way that would change it."""
        self.until(lambda: number_in(self.sink.videoFrame()) == number)
        self.until(lambda: not self.player._poll.isActive() and is_idle(self.jobs))
        assert number_in(self.sink.videoFrame()) == number

    def is_at(self, ms, within_ms):
        """Return whether the frame in the sink is this near to a moment."""
        return bool(self.shown) and (
            self.shown[-1][1] is not None and abs(self.shown[-1][1] * FRAME_MS - ms) <= within_ms
        )

    def plays_from(self, ms, span_ms=800):
        """Wait for a frame soon after `ms`, and for those that follow it."""
        self.until(
            lambda: (
                any(0 <= at - ms <= span_ms for at in self.times()[-FPS:])
                and self.player.state is PlayState.PLAYING
            )
        )

    def times(self):
        """Return the media times of the whole frames shown, in the order of showing."""
        return [number * FRAME_MS for _, number, _ in self.shown if number is not None]

    def picture(self):
        """Return the frame in the sink as it is to be shown."""
        return self.sink.videoFrame().toImage().convertToFormat(QImage.Format.Format_Grayscale8)

    def close(self):
        self.sink.videoFrameChanged.disconnect(self._read)
        self.player.close()
        assert self.jobs.shut_down()
        assert self.engines.shut_down(LIMIT_MS / 1000)

    def _note_failure(self, error):
        self.failures.append((str(error), error.hint))

    @Slot(QVideoFrame)
    def _read(self, frame):
        frame = QVideoFrame(frame)
        if frame.isValid():  # Qt's engine clears the sink at the end and when it closes
            self.shown.append((time.monotonic(), number_in(frame), self.player.position_ms))


def number_in(frame):
    """Return the number that a frame carries; None where it is damaged or there is none."""
    if not frame.isValid() or not frame.map(QVideoFrame.MapMode.ReadOnly):
        return None
    number = number_of(frame.bits(0), frame.bytesPerLine(0), frame.width(), frame.height())
    frame.unmap()
    return number


def roundness(image):
    """Return how wide the bright disc in a picture is for its height."""
    data, pitch = bytes(image.constBits()), image.bytesPerLine()
    rows = [data[y * pitch : y * pitch + image.width()] for y in range(image.height())]
    bright = [[x for x, level in enumerate(row) if level > BRIGHT] for row in rows]
    lit_rows = [row for row in bright if row]
    width = max(row[-1] for row in lit_rows) - min(row[0] for row in lit_rows) + 1
    return width / len(lit_rows)
