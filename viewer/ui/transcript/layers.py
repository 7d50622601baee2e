"""What stands out in the text besides the lit line: layers of ranges, each with its look."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol

from viewer.core.find import Found, Hit
from viewer.core.spoken import DOUBTFUL, spoken_words
from viewer.core.transcript import Transcript


class Look(Enum):
    """How characters stand out."""

    SPOKEN = auto()
    DOUBTFUL = auto()
    FOUND = auto()
    FOUND_HERE = auto()


@dataclass(frozen=True, slots=True)
class Span:
    """Characters of a segment's text, from `begin` up to, not including, `end`."""

    begin: int
    end: int
    look: Look


class Layer(Protocol):
    """Something that makes characters stand out."""

    def spans(self, index: int, length: int) -> Iterator[Span]:
        """Yield what stands out in segment `index`, whose text has `length` characters."""


@dataclass(frozen=True, slots=True)
class FoundLayer:
    """Every place at which a phrase stands, the one that the reader is at marked apart."""

    found: Found
    here: int = -1

    def spans(self, index: int, length: int) -> Iterator[Span]:
        """Yield the parts of the hits that lie in a segment."""
        for number in self.found.within(index, index):
            hit = self.found[number]
            begin, end = part_in(hit, index, length)
            if begin < end:
                yield Span(begin, end, Look.FOUND_HERE if number == self.here else Look.FOUND)


@dataclass(frozen=True, slots=True)
class SpokenLayer:
    """The word that is being said."""

    index: int
    begin: int
    end: int

    def spans(self, index: int, _length: int) -> Iterator[Span]:
        """Yield the word in its segment."""
        if index == self.index:
            yield Span(self.begin, self.end, Look.SPOKEN)


class DoubtfulLayer:
    """The words that were recognized with little confidence."""

    def __init__(self, transcript: Transcript) -> None:
        self.transcript = transcript
        self._known: dict[int, list[Span]] = {}

    def spans(self, index: int, _length: int) -> Iterator[Span]:
        """Yield the doubtful words of a segment; they are looked for once."""
        if index not in self._known:
            self._known[index] = list(self._doubtful(index))
        yield from self._known[index]

    def _doubtful(self, index: int) -> Iterator[Span]:
        for spoken in spoken_words(self.transcript.segments[index]):
            confidence = spoken.word.confidence
            if confidence is not None and confidence < DOUBTFUL:
                yield Span(spoken.begin, spoken.end, Look.DOUBTFUL)


def part_in(hit: Hit, index: int, length: int) -> tuple[int, int]:
    """Return which characters of a segment a hit covers."""
    if not hit.first <= index <= hit.last:
        return 0, 0
    return hit.begin if index == hit.first else 0, hit.end if index == hit.last else length
