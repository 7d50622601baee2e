"""A transcript: its segments in order, where it comes from, and who is speaking when."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date
from functools import cached_property
from itertools import accumulate
from types import MappingProxyType

from viewer.core.digest import blake2b
from viewer.core.oneline import name_line, one_line, plain_lines
from viewer.core.pace import rushed_in
from viewer.core.repeats import repeats_in
from viewer.core.rolling import rolls
from viewer.core.segment import Segment
from viewer.core.value import keeping_value, value
from viewer.core.verse import is_verse
from viewer.core.voices import voices_of


def _set(frozen: object, **values: object) -> None:
    """Set fields of a frozen object while it is made."""
    for name, given in values.items():
        object.__setattr__(frozen, name, given)


_NOTHING: Mapping[str, str] = MappingProxyType({})


@value
class Source:
    """Where the words come from, each on one line; what the file does not say is empty or None."""

    title: str = ""
    channel: str = ""
    published: date | None = None
    url: str = ""

    def __post_init__(self) -> None:
        _set(self, title=one_line(self.title), channel=one_line(self.channel))
        _set(self, url=one_line(self.url))


@value
class Chapter:
    """A named stretch that begins at `start_ms`."""

    start_ms: int
    title: str

    def __post_init__(self) -> None:
        _set(self, title=one_line(self.title))


@value
class Problem:
    """Something that was skipped or guessed while reading: line number (from 1) and a sentence.

    `text` are the words it is about, as far as the file has them there; `segment` is the one that
    came next. Neither makes it another problem.
    """

    line: int
    message: str
    text: str = field(default="", compare=False)
    segment: int = field(default=0, compare=False)

    def __post_init__(self) -> None:
        _set(self, message=one_line(self.message))


@value
class Part:
    """A part of a file that can be shown or left out, such as a tier: its name, whether it is."""

    name: str
    shown: bool

    def __post_init__(self) -> None:
        _set(self, name=one_line(self.name))


class Timeline:
    """When segments begin and end, for asking what is said at a moment.

    `spans` are (start_ms, end_ms) in order of their start. Untimed segments are left out by
    the caller; the answers are positions in `spans`.
    """

    __slots__ = ("_ends", "_latest_end", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        pairs = list(spans)
        self._starts = array("q", (start for start, _ in pairs))
        self._ends = array("q", (end for _, end in pairs))
        self._latest_end = array("q", accumulate(self._ends, max))

    def last_begun(self, ms: int) -> int:
        """Return the position of the last span that began at or before `ms`, or -1."""
        return bisect_right(self._starts, ms) - 1

    def first_begin(self, from_ms: int, to_ms: int) -> int | None:
        """Return when the first span begins that does so in [from_ms, to_ms), if any does."""
        at = bisect_left(self._starts, from_ms)
        begins = at < len(self._starts) and self._starts[at] < to_ms
        return self._starts[at] if begins else None

    def containing(self, ms: int) -> tuple[int, ...]:
        """Return the positions of all spans that contain `ms`, in order."""
        found = []
        position = self.last_begun(ms)
        # No earlier span can reach `ms` once the latest end so far does not.
        while position >= 0 and self._latest_end[position] > ms:
            if self._ends[position] > ms:
                found.append(position)
            position -= 1
        return tuple(reversed(found))

    def next_change(self, ms: int) -> int | None:
        """Return the first moment after `ms` at which a span begins or one that is on ends."""
        after = self.last_begun(ms) + 1
        moments = [self._ends[position] for position in self.containing(ms)]
        if after < len(self._starts):
            moments.append(self._starts[after])
        return min(moments, default=None)


@value
class Said:
    """What is being said at a moment, as segment indices.

    `lit` are all segments that contain the moment; `followed` is the one that began last, and in
    a gap the last one said; None before the first. `in_gap` tells that nobody speaks.
    """

    lit: tuple[int, ...] = ()
    followed: int | None = None

    @property
    def in_gap(self) -> bool:
        """Whether nothing is being said now."""
        return not self.lit


@keeping_value
class Transcript:
    """Segments in order, with what the file tells about them.

    `format` is the format's name in the registry. `duration_ms` and `language` are what the file
    itself states. `media` are the recordings that the file names, as it names them. `parts` are
    what the reader can choose from, where the file holds more than one reading.

    What a file says of itself is one line each, but for the description: a line break in it would
    be a line of its own wherever it is written or quoted. It is made so here, for every reader.
    """

    segments: tuple[Segment, ...]
    format: str = ""
    source: Source = Source()
    duration_ms: int | None = None
    language: str | None = None
    description: str = ""
    keywords: tuple[str, ...] = ()
    chapters: tuple[Chapter, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    problems: tuple[Problem, ...] = ()
    media: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    encoding: str = "utf-8"

    def __post_init__(self) -> None:
        plain_metadata = {one_line(key): one_line(value) for key, value in self.metadata.items()}
        _set(
            self,
            language=(name_line(self.language) or None) if self.language else None,
            description=plain_lines(self.description),
            keywords=tuple(filter(None, map(one_line, self.keywords))),
            metadata=plain_metadata,
            media=tuple(filter(None, map(one_line, self.media))),
        )

    @cached_property
    def timed_indices(self) -> tuple[int, ...]:
        """The indices of the segments that have times, in order of their start."""
        timed = [i for i, segment in enumerate(self.segments) if segment.start_ms is not None]
        timed.sort(key=lambda i: self.segments[i].start_ms or 0)
        return tuple(timed)

    @property
    def timed(self) -> bool:
        """Whether any segment has times."""
        return bool(self.timed_indices)

    @cached_property
    def timeline(self) -> Timeline:
        """The timed segments' spans, in the order of `timed_indices`."""
        segments = (self.segments[i] for i in self.timed_indices)
        return Timeline((s.start_ms or 0, s.end_ms or s.start_ms or 0) for s in segments)

    @cached_property
    def speakers(self) -> tuple[str, ...]:
        """The speakers in the order in which they first speak."""
        names = (segment.speaker for segment in self.segments if segment.speaker)
        return tuple(dict.fromkeys(names))

    @cached_property
    def voices(self) -> tuple[str | None, ...]:
        """Who says each segment, also where the name stands with an earlier one; None unknown."""
        return voices_of(self.segments)

    @cached_property
    def chapter_segments(self) -> tuple[int, ...]:
        """The segment with which each chapter begins; the last one, where none is said in it."""
        order = self.timed_indices
        after = (self.timeline.last_begun(chapter.start_ms - 1) + 1 for chapter in self.chapters)
        return tuple(order[min(at, len(order) - 1)] for at in after) if order else ()

    @cached_property
    def repeats(self) -> tuple[range, ...]:
        """Where three or more segments in a row have the same words."""
        return repeats_in(self.segments)

    @cached_property
    def rushed(self) -> Mapping[int, int]:
        """The segments that cannot have been said in their time, with their characters a second."""
        return rushed_in(self.segments)

    @cached_property
    def verse(self) -> bool:
        """Whether it reads as verse, whose lines keep their breaks."""
        return is_verse(segment.text for segment in self.segments)

    @cached_property
    def rolls(self) -> bool:
        """Whether lines mostly begin with what the one before them ends with."""
        return rolls([segment.text for segment in self.segments])

    @cached_property
    def checksum(self) -> str:
        """The check sum of all that is said, by which a quote knows its transcript again."""
        said = "\n".join(segment.text for segment in self.segments)
        return blake2b(said.encode(errors="replace"), digest_size=16).hexdigest()

    @cached_property
    def last_time_ms(self) -> int | None:
        """The largest time, start or end, that the file itself gives."""
        times = [s.start_ms for s in self.segments if s.start_ms is not None]
        times += [s.end_ms for s in self.segments if s.end_ms is not None and not s.end_derived]
        return max(times, default=None)

    @property
    def length_ms(self) -> int | None:
        """How long it is: as the file states, failing that up to the last time it gives."""
        return self.duration_ms or self.last_time_ms

    def counterpart(self, index: int, other: "Transcript") -> int:
        """Return which segment of `other`, another reading, is said when that of `index` is."""
        start = self.segments[index].start_ms if index < len(self.segments) else None
        last = max(len(other.segments) - 1, 0)
        same = index <= last and other.segments[index].start_ms == start
        if start is None or not other.timed:
            return self._same_words(index, other, min(index, last))
        return index if same else other.said_at(start).followed or 0

    def _same_words(self, index: int, other: "Transcript", otherwise: int) -> int:
        """Return the segment of `other` with the words of that of `index`, nearest to it.

        Without times nothing else tells where they are once others were put before them.
        """
        words = self.segments[index].text if index < len(self.segments) else ""
        there = [at for at, each in enumerate(other.segments) if words and each.text == words]
        return min(there, key=lambda at: abs(at - index), default=otherwise)

    def named_by(self, ms: int) -> int:
        """Return the moment that is meant by a time as it was read and typed.

        Times are shown without their fractions: 0:16 names the line that begins at 16.4 s, not
        what is said before it. A time with a fraction is meant as it is.
        """
        begin = None if ms % 1000 else self.timeline.first_begin(ms, ms + 1000)
        return ms if begin is None else begin

    def said_at(self, ms: int) -> Said:
        """Return what is being said at `ms`."""
        last = self.timeline.last_begun(ms)
        if last < 0:
            return Said()
        lit = self.timeline.containing(ms)
        return Said(
            tuple(self.timed_indices[position] for position in lit),
            self.timed_indices[lit[-1] if lit else last],
        )
