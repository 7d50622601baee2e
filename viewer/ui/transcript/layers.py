"""What stands out in the text: layers of ranges, each with its look."""

from collections.abc import Callable, Iterable, Iterator
from enum import Enum, IntEnum, auto
from typing import Final, Protocol

from viewer.core.find import Found, Hit
from viewer.core.segment import Segment
from viewer.core.spoken import DOUBTFUL, spoken_words
from viewer.core.transcript import Transcript
from viewer.core.value import value


class Level(IntEnum):
    """Where a layer is painted: over all that come before it here."""

    POINTED = auto()
    LIT = auto()
    RUSHED = auto()
    NOTED = auto()
    DOUBTFUL = auto()
    SPOKEN = auto()
    FOUND = auto()


class Look(Enum):
    """How characters stand out."""

    #: What a click would play.
    POINTED = auto()
    #: What is being said, and of that the segment which is followed.
    LIT = auto()
    FOLLOWED = auto()
    #: What was said last, while nothing is.
    LAST_SAID = auto()
    SPOKEN = auto()
    #: What cannot have been said in its time.
    RUSHED = auto()
    DOUBTFUL = auto()
    FOUND = auto()
    FOUND_HERE = auto()
    #: What is in the notebook.
    NOTED = auto()


#: Looks that are a band behind the characters, and those that are a bar beside their lines.
BANDS: Final = frozenset({Look.POINTED, Look.LIT})
BARS: Final = frozenset({Look.FOLLOWED, Look.LAST_SAID})


@value
class Span:
    """Characters of a segment's text, from `begin` up to, not including, `end`."""

    begin: int
    end: int
    look: Look
    #: Of a look in several colours, which: a note's tag.
    tag: str = ""


class Layer(Protocol):
    """Something that makes characters stand out; equal ones are painted alike."""

    @property
    def segments(self) -> frozenset[int] | None:
        """The segments in which anything stands out; None where these may be any."""

    def spans(self, index: int, length: int) -> Iterator[Span]:
        """Yield what stands out in segment `index`, whose text has `length` characters."""


@value
class SegmentLayer:
    """Whole segments, each with one look or several."""

    looks: frozenset[tuple[int, Look]]

    @property
    def segments(self) -> frozenset[int]:
        """The segments that stand out."""
        return frozenset(index for index, _ in self.looks)

    def spans(self, index: int, length: int) -> Iterator[Span]:
        """Yield the whole of a segment for each of its looks."""
        for look in Look:  # a band before the bar that stands on it
            if (index, look) in self.looks:
                yield Span(0, length, look)


@value
class Noted:
    """Characters of a segment that are in the notebook: the note's id, its tag and its comment."""

    ident: str
    index: int
    begin: int
    end: int
    tag: str = ""
    comment: str = ""


class NotedLayer:
    """The passages that are in the notebook."""

    def __init__(self, passages: Iterable[Noted]) -> None:
        self._passages: dict[int, list[Noted]] = {}
        for each in passages:
            self._passages.setdefault(each.index, []).append(each)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NotedLayer) and other._passages == self._passages

    def __hash__(self) -> int:
        return hash(self.segments)

    @property
    def segments(self) -> frozenset[int]:
        """The segments with such passages."""
        return frozenset(self._passages)

    def spans(self, index: int, length: int) -> Iterator[Span]:
        """Yield the passages of a segment."""
        for each in self._passages.get(index, ()):
            if each.begin < length:
                yield Span(each.begin, min(each.end, length), Look.NOTED, each.tag)

    def at(self, index: int, offset: int) -> list[Noted]:
        """Return the passages in which a character lies."""
        held = self._passages.get(index, ())
        return [each for each in held if each.begin <= offset < each.end]


@value
class FoundLayer:
    """Every place at which a phrase stands, the one that the reader is at marked apart."""

    found: Found
    here: int = -1

    @property
    def segments(self) -> None:
        """Any may hold a hit."""
        return None

    def spans(self, index: int, length: int) -> Iterator[Span]:
        """Yield the parts of the hits that lie in a segment."""
        for number in self.found.within(index, index):
            hit = self.found[number]
            begin, end = part_in(hit, index, length)
            if begin < end:
                yield Span(begin, end, Look.FOUND_HERE if number == self.here else Look.FOUND)


@value
class SpokenLayer:
    """The word that is being said."""

    index: int
    begin: int
    end: int

    @property
    def segments(self) -> frozenset[int]:
        """The one with the word."""
        return frozenset({self.index})

    def spans(self, index: int, _length: int) -> Iterator[Span]:
        """Yield the word in its segment."""
        if index == self.index:
            yield Span(self.begin, self.end, Look.SPOKEN)


class RushedLayer:
    """The lines of whatever transcript is shown that cannot have been said in their time."""

    def __init__(self, shown: Callable[[], Transcript]) -> None:
        self._shown = shown

    @property
    def segments(self) -> None:
        """Any may be such a line."""
        return None

    def spans(self, index: int, length: int) -> Iterator[Span]:
        """Yield the whole of such a segment."""
        if index in self._shown().rushed:
            yield Span(0, length, Look.RUSHED)


class DoubtfulLayer:
    """The words of whatever transcript is shown that were recognized with little confidence."""

    def __init__(self, shown: Callable[[], Transcript]) -> None:
        self._shown = shown
        self._transcript: Transcript | None = None
        self._known: dict[int, list[Span]] = {}

    @property
    def segments(self) -> None:
        """Any may hold such words."""
        return None

    def spans(self, index: int, _length: int) -> Iterator[Span]:
        """Yield the doubtful words of a segment; they are looked for once."""
        transcript = self._shown()
        if transcript is not self._transcript:
            self._transcript, self._known = transcript, {}
        if index not in self._known:
            self._known[index] = list(_doubtful(transcript.segments[index]))
        yield from self._known[index]


def _doubtful(segment: Segment) -> Iterator[Span]:
    for spoken in spoken_words(segment):
        confidence = spoken.word.confidence
        if confidence is not None and confidence < DOUBTFUL:
            yield Span(spoken.begin, spoken.end, Look.DOUBTFUL)


def part_in(hit: Hit, index: int, length: int) -> tuple[int, int]:
    """Return which characters of a segment a hit covers."""
    if not hit.first <= index <= hit.last:
        return 0, 0
    return hit.begin if index == hit.first else 0, hit.end if index == hit.last else length
