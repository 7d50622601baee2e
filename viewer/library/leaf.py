"""The text of one transcript as it is searched, and where its segments stand in it."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Final

from viewer.core.find import Reading
from viewer.core.folding import ALIKE
from viewer.core.segment import Segment

#: No larger than by zlib and made sooner; undone it is in half of the time or less, at any level.
_LEVEL: Final = 9
_NO_TIME: Final = -1
_LATEST: Final = 2**31 - 1
_FIELDS: Final = 4


class Leaf:
    """A transcript's folded text, letter by letter the one that the window's finder looks through.

    `folded` is that text in UTF-8, `marks` where each of its parts begins, which segment that is,
    when it is said, and by which of the transcript's speakers; both are compressed.
    """

    __slots__ = ("_begins", "_bytes", "_marks", "_segments", "_starts", "_text", "_voices")

    def __init__(self, folded: bytes, marks: bytes) -> None:
        self._bytes: Final = _undone(folded)
        self._text: str | None = None
        self._marks: bytes | None = marks
        self._begins = self._segments = self._starts = self._voices = array("i")

    @staticmethod
    def pack(
        segments: Sequence[Segment], voices: Iterable[str | None], speakers: Sequence[str]
    ) -> tuple[str, bytes, bytes]:
        """Return the folded text of a transcript, and `folded` and `marks` as they are kept."""
        reading = Reading(ALIKE.fold_all(segment.text for segment in segments))
        begins, indices = reading.parts
        numbers = {name: number for number, name in enumerate(speakers)}
        said_by = array("i", (numbers.get(name or "", -1) for name in voices))
        starts = array("i", (_time(segments[index]) for index in indices))
        columns = (begins, indices, starts, array("i", (said_by[index] for index in indices)))
        marks = b"".join(_planes(_steps(column)) for column in columns)
        folded = reading.text.encode("utf-8", "surrogatepass")
        return reading.text, _compressed(folded), _compressed(marks)

    @property
    def text(self) -> str:
        """The folded text."""
        if self._text is None:
            self._text = self._bytes.decode("utf-8", "surrogatepass")
        return self._text

    def count(self, words: str) -> int:
        """Return how often words stand in the text, without overlaps."""
        return self._bytes.count(words.encode("utf-8", "surrogatepass"))

    def segment_at(self, place: int) -> int:
        """Return the segment in which a place of the text lies."""
        part = self._part(place)
        return self._segments[part]

    def start_ms_at(self, place: int) -> int | None:
        """Return when the segment at a place begins, or None where it has no times."""
        part = self._part(place)
        start = self._starts[part]
        return None if start == _NO_TIME else start

    def voice_at(self, place: int) -> int:
        """Return the number of who says the segment at a place, or -1."""
        part = self._part(place)
        return self._voices[part]

    def _part(self, place: int) -> int:
        if self._marks is not None:
            self._unpack(_undone(self._marks))
            self._marks = None
        return max(bisect_right(self._begins, place) - 1, 0)

    def _unpack(self, marks: bytes) -> None:
        size = len(marks) // _FIELDS
        columns = [_summed(marks[i * size : (i + 1) * size]) for i in range(_FIELDS)]
        self._begins, self._segments, self._starts, self._voices = columns


def unpacked(folded: bytes) -> str:
    """Return a folded text out of what is kept of it."""
    return _undone(folded).decode("utf-8", "surrogatepass")


def _undone(data: bytes) -> bytes:
    from zstandard import decompress

    return decompress(data)


def _compressed(data: bytes) -> bytes:
    from zstandard import compress

    return compress(data, _LEVEL)


def _time(segment: Segment) -> int:
    return _NO_TIME if segment.start_ms is None else min(segment.start_ms, _LATEST)


def _steps(values: Sequence[int]) -> "array[int]":
    """Return each value as its step from the one before: small numbers compress well."""
    return array("i", (value - before for before, value in zip((0, *values), values, strict=False)))


def _planes(steps: "array[int]") -> bytes:
    """Return first all lowest bytes, then all second ones: zeros come together."""
    data, size = steps.tobytes(), steps.itemsize
    return b"".join(data[i::size] for i in range(size))


def _summed(planes: bytes) -> "array[int]":
    steps = array("i")
    size, count = steps.itemsize, len(planes) // steps.itemsize
    data = bytearray(len(planes))
    for i in range(size):
        data[i::size] = planes[i * count : (i + 1) * count]
    steps.frombytes(bytes(data))
    return array("i", accumulate(steps))
