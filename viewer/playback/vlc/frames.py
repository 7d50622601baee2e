"""libVLC's pictures into a `QVideoSink`: the four callbacks that its threads call.

They touch nothing but frames, call no libVLC function, and must be kept referenced for as long
as the player lives that they were given to.
"""

import ctypes
import time
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoSink

#: Planes of I420: brightness, and two of colour at half the width and height.
PLANES: Final = 3
#: A picture that is locked but never shown is dropped when so many newer ones have come.
MOST_IN_HAND: Final = 8
LARGEST: Final = 8192
#: Pictures are compared in parts of so many bytes; those that differ do so early on as a rule.
PART: Final = 1 << 16

_uints = ctypes.POINTER(ctypes.c_uint)
_pointers = ctypes.POINTER(ctypes.c_void_p)
# python-vlc declares the chroma as `char *`, which ctypes hands over as a copy; it is written to.
_SETUP: Final = ctypes.CFUNCTYPE(
    ctypes.c_uint, _pointers, ctypes.c_void_p, _uints, _uints, _uints, _uints
)
_LOCK: Final = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, _pointers)
_DISPLAY: Final = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)


class VlcFrames(QObject):
    """Lets libVLC write each picture straight into a mapped frame and gives it to the sink.

    `shown` counts the pictures that libVLC has shown, `fresh` those that differ from the one
    before; only these go on to the sink, for libVLC shows a paused picture again 17 times a second.
    Only the newest picture is handed over where the GUI thread is too busy for all of them.
    """

    _arrived = Signal()

    def __init__(self, sink: "QVideoSink | None") -> None:
        super().__init__()
        #: The size at which the picture must be shown; None while it is not known.
        self.display_size: QSize | None = None
        self.shown = 0
        self.fresh = 0
        #: When the sink was given a picture last.
        self.given_s = 0.0
        self._sink = sink
        self._format = QVideoFrameFormat()
        self._spare = (ctypes.c_ubyte * 0)()
        self._in_hand: dict[int, QVideoFrame] = {}
        self._last: QVideoFrame | None = None
        self._locked = 0
        self._newest: QVideoFrame | None = None
        self._held = False
        self._arrived.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)
        self.setup = _SETUP(self._on_setup)
        self.lock = _LOCK(self._on_lock)
        self.display = _DISPLAY(self._on_display)

    def hold(self) -> None:
        """Leave the sink what it shows: after a pause libVLC shows up to three more pictures."""
        self._held = True

    def pass_on(self) -> None:
        """Give the sink what comes from now on."""
        self._held = False

    def detach(self) -> None:
        """Give no further frame to the sink."""
        self._sink = None
        self._newest = None

    def _hand_over(self) -> None:
        frame, self._newest = self._newest, None
        if frame is not None and self._sink is not None and not self._held:
            self._sink.setVideoFrame(frame)
            self.given_s = time.monotonic()

    def _on_setup(
        self,
        _opaque: object,
        chroma: int,
        width: "ctypes._Pointer[ctypes.c_uint]",
        height: "ctypes._Pointer[ctypes.c_uint]",
        pitches: "ctypes._Pointer[ctypes.c_uint]",
        lines: "ctypes._Pointer[ctypes.c_uint]",
    ) -> int:
        """Choose I420 at the size of display, not at that of libVLC's padded buffer."""
        size = self.display_size or even(QSize(width[0], height[0]))
        self._format = QVideoFrameFormat(size, QVideoFrameFormat.PixelFormat.Format_YUV420P)
        probe = QVideoFrame(self._format)
        if not probe.map(QVideoFrame.MapMode.WriteOnly):
            return 0
        ctypes.memmove(chroma, b"I420", 4)
        width[0], height[0] = size.width(), size.height()
        for plane in range(PLANES):
            pitches[plane] = probe.bytesPerLine(plane)
            lines[plane] = size.height() // (2 if plane else 1)
        probe.unmap()
        self._spare = (ctypes.c_ubyte * (pitches[0] * lines[0]))()
        return 1

    def _on_lock(self, _opaque: object, planes: "ctypes._Pointer[ctypes.c_void_p]") -> int:
        """Give libVLC a fresh frame's memory to write into."""
        frame = QVideoFrame(self._format)
        if not frame.map(QVideoFrame.MapMode.WriteOnly):
            for plane in range(PLANES):
                planes[plane] = ctypes.addressof(self._spare)
            return 0
        for plane in range(PLANES):
            planes[plane] = ctypes.addressof(ctypes.c_ubyte.from_buffer(frame.bits(plane)))
        self._locked += 1
        self._in_hand[self._locked] = frame
        self._in_hand.pop(self._locked - MOST_IN_HAND, None)
        return self._locked

    def _on_display(self, _opaque: object, picture: int | None) -> None:
        frame = self._in_hand.pop(picture or 0, None)
        if frame is None:
            return
        frame.unmap()
        self.shown += 1
        last, self._last = self._last, frame
        if last is not None and is_same_picture(last, frame):
            return
        self.fresh += 1
        waiting, self._newest = self._newest, frame
        if waiting is None:
            self._arrived.emit()


def is_same_picture(one: QVideoFrame, other: QVideoFrame) -> bool:
    """Return whether two frames are alike, byte for byte; it looks no further than it must."""
    if one.size() != other.size() or not one.map(QVideoFrame.MapMode.ReadOnly):
        return False
    try:
        if not other.map(QVideoFrame.MapMode.ReadOnly):
            return False
        try:
            return all(
                _is_same_plane(memoryview(one.bits(plane)), memoryview(other.bits(plane)))
                for plane in range(PLANES)
            )
        finally:
            other.unmap()
    finally:
        one.unmap()


def _is_same_plane(one: memoryview, other: memoryview) -> bool:
    """Return whether two stretches of memory are alike."""
    if len(one) != len(other):
        return False
    parts = (slice(start, start + PART) for start in range(0, len(one), PART))
    return all(bytes(one[part]) == bytes(other[part]) for part in parts)


def even(size: QSize) -> QSize:
    """Return the nearest size that I420 can have."""
    return QSize(*(min(max(2 * round(n / 2), 2), LARGEST) for n in size.toTuple()))
