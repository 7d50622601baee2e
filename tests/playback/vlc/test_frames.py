"""libVLC's callbacks, called as libVLC does: what is no new picture goes no further."""

import ctypes

import pytest
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtMultimedia import QVideoSink

from viewer.playback.vlc.frames import PART, VlcFrames

SIZE = QSize(640, 360)


class Library:
    """The part of libVLC that shows pictures."""

    def __init__(self, frames):
        self.frames = frames
        frames.display_size = SIZE
        numbers = (ctypes.c_uint * 8)(*SIZE.toTuple())
        chroma = (ctypes.c_void_p * 1)()
        uints = [
            ctypes.cast(ctypes.byref(numbers, 4 * at), ctypes.POINTER(ctypes.c_uint))
            for at in (0, 1, 2, 5)
        ]
        assert frames.setup(None, ctypes.addressof(chroma), *uints)
        self.pitches = numbers[2:5]

    def show(self, level, odd_at=None):
        """Show a picture of one brightness, but for one spot."""
        planes = (ctypes.c_void_p * 3)()
        picture = self.frames.lock(None, planes)
        for plane, pitch in zip(planes, self.pitches, strict=True):
            rows = SIZE.height() // (1 if pitch == max(self.pitches) else 2)
            ctypes.memset(plane, level, pitch * rows)
        if odd_at is not None:
            ctypes.memset(planes[0] + odd_at, 255, 1)
        self.frames.display(None, picture)
        QCoreApplication.sendPostedEvents()


@pytest.fixture
def reported(qapp):
    """A sink, libVLC's pictures into it, and every frame that the sink tells of."""
    sink, frames = QVideoSink(), []
    sink.videoFrameChanged.connect(frames.append)
    pictures = VlcFrames(sink)
    yield pictures, Library(pictures), frames
    pictures.detach()


def test_a_picture_shown_again_is_counted_and_not_passed_on(reported):
    pictures, library, frames = reported
    for _ in range(5):
        library.show(80)
    assert (pictures.shown, pictures.fresh, len(frames)) == (5, 1, 1)


def test_what_comes_after_a_pause_is_kept_from_the_sink_until_it_is_wanted_again(reported):
    pictures, library, frames = reported
    library.show(80)
    pictures.hold()
    library.show(90)
    library.show(100)
    assert (pictures.fresh, len(frames)) == (3, 1)
    pictures.pass_on()
    library.show(110)
    assert len(frames) == 2


@pytest.mark.parametrize("spot", [0, PART - 1, PART, 640 * 360 - 1])
def test_one_that_differs_anywhere_goes_on(reported, spot):
    pictures, library, frames = reported
    library.show(80)
    library.show(80, odd_at=spot)
    library.show(80)
    assert (pictures.fresh, len(frames)) == (3, 3)
