"""The times of the frames that a sink is given, for the trace."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtMultimedia import QVideoFrame

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoSink

    from viewer.playback.trace import Trace


class FrameWatch(QObject):
    """Notes each frame whose own time is known: Qt's engine tells it, libVLC does not.

    The slot is queued, as Qt emits frames on a thread of its own, which must not wait for Python.
    """

    def __init__(self, trace: "Trace", parent: QObject) -> None:
        super().__init__(parent)
        self._trace = trace
        self._sink: QVideoSink | None = None

    def watch(self, sink: "QVideoSink | None") -> None:
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
