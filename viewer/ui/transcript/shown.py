"""What the view shows: a transcript, its text, and that text as Qt counts it."""

from typing import Final

from viewer.core.textmap import TextMap, Utf16
from viewer.core.transcript import Transcript
from viewer.core.value import value

#: How far from where they stood the words of a selection are looked for in another reading.
_NEAR: Final = 2_000
#: QTextDocument makes a new block of these too.
_BREAKS = {ord(char): " " for char in "\r\u2029\ufdd0\ufdd1"}


@value
class Shown:
    """A transcript with its text map. Offsets count characters, positions Qt's UTF-16 units."""

    transcript: Transcript
    text_map: TextMap
    units: Utf16

    @classmethod
    def of(cls, transcript: Transcript, text_map: TextMap | None = None) -> "Shown":
        """Show a transcript by a map of it, a line a segment if nothing else is said."""
        text_map = text_map or TextMap.lines(transcript.segments)
        return cls(transcript, text_map, Utf16(text_map.text))

    @property
    def block_text(self) -> str:
        """The text of which QTextDocument makes the same blocks as the map."""
        return self.text_map.text.translate(_BREAKS)

    def place_at(self, position: int) -> tuple[int, int]:
        """Return the segment that a position is in, and how many characters into its text."""
        return self.text_map.place_at(self.units.to_offset(position))

    def segment_at(self, position: int) -> int | None:
        """Return the segment that a position is in; None where nothing is shown."""
        return self.text_map.segment_at(self.units.to_offset(position))

    def position_of(self, index: int, offset: int = 0) -> int:
        """Return the position of a character of a segment."""
        return self.units.to_units(self.text_map.range_of(index)[0] + offset)

    def part_of(self, index: int) -> tuple[int, int]:
        """Return where in its block, in positions, a segment begins and ends."""
        begin, end = self.text_map.range_of(index)
        block = self.units.to_units(self.text_map.block_begin(self.text_map.block_of(index)))
        return self.units.to_units(begin) - block, self.units.to_units(end) - block

    def translated(self, position: int, other: "Shown") -> int:
        """Return the position in `other` of the same character, or of what is said meanwhile."""
        if not self.text_map or not other.text_map:
            return 0
        index, offset = self.place_at(position)
        if other.transcript is not self.transcript:
            index = self.transcript.counterpart(index, other.transcript)
        begin, end = other.text_map.range_of(index)
        return other.position_of(index, min(offset, end - begin))

    def same_words(self, begin: int, end: int, other: "Shown") -> tuple[int, int] | None:
        """Return where in `other` the words between two positions stand, nearest to where they did.

        None where they are not there, or where there are none.
        """
        words = self.text_map.text[self.units.to_offset(begin) : self.units.to_offset(end)]
        if not words:
            return None
        text, near = other.text_map.text, other.units.to_offset(self.translated(begin, other))
        farthest = near + _NEAR + len(words)
        before = text.rfind(words, max(near - _NEAR, 0), near + len(words))
        found = [at for at in (before, text.find(words, near, farthest)) if at >= 0]
        if not found:
            return None
        at = min(found, key=lambda each: abs(each - near))
        return other.units.to_units(at), other.units.to_units(at + len(words))
