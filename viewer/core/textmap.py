"""One text out of segments, and the map between its offsets and the segments.

Offsets count characters (code points). Qt counts UTF-16 units: `Utf16` translates.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from viewer.core.segment import Segment


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a segment's text that lies in a range: text[begin:end] of segment `index`."""

    index: int
    begin: int
    end: int


class TextMap:
    """The shown text and where each segment's text lies in it.

    A line is one segment; lines are separated by a line feed. `lines(segments)` builds it.
    """

    __slots__ = ("_begins", "_texts", "text")

    def __init__(self, texts: Sequence[str], separator: str = "\n") -> None:
        self._texts = tuple(texts)
        self._begins = array("q", bytes(8 * len(texts)))
        offset = 0
        for i, text in enumerate(self._texts):
            self._begins[i] = offset
            offset += len(text) + len(separator)
        self.text: Final = separator.join(self._texts)

    @classmethod
    def lines(cls, segments: Sequence[Segment]) -> "TextMap":
        """Make a text of one line a segment."""
        return cls([segment.text for segment in segments])

    def __len__(self) -> int:
        return len(self._texts)

    def range_of(self, index: int) -> tuple[int, int]:
        """Return where the segment's text begins and ends."""
        begin = self._begins[index]
        return begin, begin + len(self._texts[index])

    def segment_at(self, offset: int) -> int | None:
        """Return the segment on whose text or following break the offset lies; None if empty."""
        if not self._texts:
            return None
        return max(bisect_right(self._begins, offset) - 1, 0)

    def pieces(self, begin: int, end: int) -> list[Piece]:
        """Return the parts of segments in [begin, end) that hold at least one visible character."""
        found = []
        first = self.segment_at(begin)
        for index in range(first or 0, bisect_left(self._begins, end)):
            low, high = self.range_of(index)
            low_in, high_in = max(begin, low) - low, min(end, high) - low
            inside = self._texts[index][low_in:high_in]
            if inside.strip():
                lead = len(inside) - len(inside.lstrip())
                found.append(Piece(index, low_in + lead, low_in + lead + len(inside.strip())))
        return found


class Utf16:
    """Translates offsets in UTF-16 units into those of characters, for one text."""

    __slots__ = ("_points", "_units")

    def __init__(self, text: str) -> None:
        # Only characters beyond the basic plane take two units; most texts have none.
        wide = [] if text.isascii() else [i for i, char in enumerate(text) if char > "\uffff"]
        self._points = array("q", wide)
        self._units = array("q", (i + n for n, i in enumerate(wide)))

    def to_offset(self, units: int) -> int:
        """Return the character offset of a UTF-16 offset; the middle of a pair is its start."""
        before = bisect_left(self._units, units)
        if before and self._units[before - 1] == units - 1:
            return self._points[before - 1]
        return units - before

    def to_units(self, offset: int) -> int:
        """Return the UTF-16 offset of a character offset."""
        return offset + bisect_left(self._points, offset)
