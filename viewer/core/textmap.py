"""One text out of segments, and the map between its offsets and the segments.

Offsets count characters (code points). Qt counts UTF-16 units: `Utf16` translates.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, chain, zip_longest
from typing import Final

from viewer.core.segment import Segment
from viewer.core.value import value

_BREAK: Final = "\n"


@value
class Piece:
    """The part of a segment's text that lies in a range: text[begin:end] of segment `index`."""

    index: int
    begin: int
    end: int


@value
class Spot:
    """A place in the text as it is shown: so many characters into a block."""

    block: int
    position: int


class TextMap:
    """The shown text and where each segment's text lies in it.

    `joints[i]` is what stands between texts `i` and `i + 1`: a line feed begins another block,
    anything else goes on in the same one. Without them every text is a block of its own. The
    text has no other line feeds than these.
    """

    __slots__ = ("_begins", "_firsts", "_texts", "text")

    def __init__(self, texts: Sequence[str], joints: Sequence[str] | None = None) -> None:
        between = [_BREAK] * (len(texts) - 1) if joints is None else joints
        breaks = between.count(_BREAK)
        text = _joined(texts, between)
        if text.count(_BREAK) > breaks:
            texts = [each.replace(_BREAK, " ") for each in texts]
            text = _joined(texts, between)
        self.text: Final = text
        self._texts = tuple(texts)
        lengths = (len(each) + len(joint) for each, joint in zip(texts, between, strict=False))
        self._begins = array("q", accumulate(lengths, initial=0) if texts else ())
        #: The segment with which each block begins.
        self._firsts: Sequence[int] = range(len(texts))
        if breaks + 1 < len(texts):
            after = (i for i, joint in enumerate(between, 1) if joint == _BREAK)
            self._firsts = array("q", (0, *after))

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
        """Return the segment on whose text or following joint the offset lies; None if empty."""
        if not self._texts:
            return None
        return max(bisect_right(self._begins, offset) - 1, 0)

    def place_at(self, offset: int) -> tuple[int, int]:
        """Return the segment on which an offset lies, and how many characters into its text."""
        index = self.segment_at(offset) or 0
        begin, end = self.range_of(index)
        return index, max(min(offset, end) - begin, 0)

    # Blocks

    @property
    def block_count(self) -> int:
        """How many blocks the text has."""
        return len(self._firsts)

    def block_of(self, index: int) -> int:
        """Return the block in which a segment stands."""
        return bisect_right(self._firsts, index) - 1

    def segments_of(self, block: int) -> range:
        """Return the segments that stand in a block; none in one that there is not."""
        if not 0 <= block < len(self._firsts):
            return range(0)
        after = block + 1
        end = self._firsts[after] if after < len(self._firsts) else len(self._texts)
        return range(self._firsts[block], end)

    def block_begin(self, block: int) -> int:
        """Return the offset at which a block begins."""
        return self._begins[self._firsts[block]]

    def place_of(self, spot: Spot) -> tuple[int, int]:
        """Return the segment that stands at a spot, and how many characters into its text."""
        return self.place_at(self.block_begin(spot.block) + spot.position)

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


def _joined(texts: Sequence[str], joints: Sequence[str]) -> str:
    return "".join(chain.from_iterable(zip_longest(texts, joints, fillvalue="")))


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
