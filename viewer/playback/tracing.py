"""What a player does, into the trace; and the times of the frames that its sink is given."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtMultimedia import QVideoFrame

from viewer.playback.player import Player
from viewer.playback.trace import Trace

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoSink


class Tracing(QObject):
    """Notes what a player tells, and each frame whose own time is known.

    Qt's engine tells it of every frame, libVLC of none; of a frame that a paused seek asked for, it
    is known with either. The slot is queued, as Qt emits frames on a thread of its own, which must
    not wait for Python.
    """

    def __init__(self, trace: Trace, player: Player) -> None:
        super().__init__(player)
        self._trace = trace
        self._sink: QVideoSink | None = None
        player.position_changed.connect(trace.position)
        player.state_changed.connect(trace.state)
        player.rate_changed.connect(trace.rate)
        player.sought.connect(trace.seek)
        player.sink_changed.connect(self._watch)

    @Slot(object)
    def _watch(self, sink: "QVideoSink | None") -> None:
        """Watch this sink, and no longer the one before."""
        if self._sink is not None:
            self._sink.videoFrameChanged.disconnect(self._note)
        self._sink = sink
        if sink is not None:
            sink.videoFrameChanged.connect(self._note, Qt.ConnectionType.QueuedConnection)

    @Slot(QVideoFrame)
    def _note(self, frame: QVideoFrame) -> None:
        if frame.startTime() >= 0:
            self._trace.frame(round(frame.startTime() / 1000))
