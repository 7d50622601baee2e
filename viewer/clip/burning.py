"""Captions laid over pictures."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Any, Final

import av
from PIL import Image

from viewer.clip.lettering import Lettering, Letters, draw
from viewer.clip.pictures import Easel, pictures
from viewer.clip.source import Cancelled, Source
from viewer.clip.wish import Cue, Part
from viewer.core.value import value

#: Brightness of white in a picture, and the middle of its colours, which is grey.
_WHITE: Final = 235
_BLACK: Final = 16
_GREY: Final = 128
#: A picture that is shown for longer is shown again where the words change.
_SHORT_S: Final = Fraction(1, 8)


class Burning:
    """Lays the words over each picture that are said at its time; the cues come one at a time."""

    def __init__(self, cues: Sequence[Cue], lettering: Lettering = draw) -> None:
        self._cues, self._lettering = cues, lettering

    def over(
        self, frame: av.VideoFrame, begin: Fraction, end: Fraction
    ) -> Iterator[tuple[av.VideoFrame, Fraction]]:
        """Yield the picture with what is said while it is shown, and when that is shown.

        It is one picture, unless it is shown for so long that the words change meanwhile.
        """
        if not self._cues or end - begin <= _SHORT_S:
            yield self._with_words(frame, (begin + end) / 2), begin
            return
        changes = (Fraction(ms, 1000) for cue in self._cues for ms in (cue.begin_ms, cue.end_ms))
        for time in sorted({begin, *(time for time in changes if begin < time < end)}):
            yield self._with_words(frame, time), time

    def _with_words(self, frame: av.VideoFrame, time: Fraction) -> av.VideoFrame:
        ms = time * 1000
        cue = next((cue for cue in self._cues if cue.begin_ms <= ms < cue.end_ms), None)
        if cue is None:
            return frame
        return _laid(frame, self._lettering(cue.text, frame.width, frame.height))


@value
class Drawing:
    """How the pictures of a clip are drawn: how large, and whether captions are laid over them."""

    size: tuple[int, int]
    burned: bool
    lettering: Lettering

    def of(
        self, part: Part, source: Source, cancelled: Cancelled
    ) -> Iterator[tuple[av.VideoFrame, Fraction, Fraction]]:
        """Yield each picture of a part, when it is shown first, and how far that came."""
        easel = Easel(self.size)
        burning = Burning(part.shown_cues() if self.burned else (), self.lettering)
        for shown in pictures(source, part.stretch, cancelled):
            upright = easel.upright(source, shown.frame)
            for frame, begin in burning.over(upright, shown.begin, shown.end):
                yield frame, begin, shown.end


def _laid(frame: av.VideoFrame, letters: Letters) -> av.VideoFrame:
    """Return a copy of a yuv420p frame with letters on it; a decoder still needs the frame."""
    made = av.VideoFrame(frame.width, frame.height, "yuv420p")
    light = letters.light.point(lambda level: _BLACK + level * (_WHITE - _BLACK) // 255)
    _paste(frame.planes[0], made.planes[0], light, letters.cover, (letters.left, letters.top))
    half = (max(letters.cover.width // 2, 1), max(letters.cover.height // 2, 1))
    cover, grey = letters.cover.resize(half), Image.new("L", half, _GREY)
    for plane in (1, 2):
        at = letters.left // 2, letters.top // 2
        _paste(frame.planes[plane], made.planes[plane], grey, cover, at)
    return made


def _paste(
    plane: Any,  # noqa: ANN401 - a plane of PyAV's
    made: Any,  # noqa: ANN401
    image: Image.Image,
    cover: Image.Image,
    at: tuple[int, int],
) -> None:
    size = plane.width, plane.height
    whole = Image.frombytes("L", size, bytes(plane), "raw", "L", plane.line_size)
    whole.paste(image, at, cover)
    padding, data = bytes(made.line_size - size[0]), whole.tobytes()
    rows = data if not padding else padding.join(_rows(data, size[0])) + padding
    made.update(rows.ljust(made.buffer_size, b"\0"))


def _rows(data: bytes, width: int) -> list[bytes]:
    return [data[i : i + width] for i in range(0, len(data), width)]
