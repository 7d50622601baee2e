"""The draft that readers fill, and the ends it derives."""

import gc
import operator
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Final

from viewer.core.oneline import name_line, one_line
from viewer.core.segment import Segment, Word
from viewer.core.timecode import LATEST_MS
from viewer.core.transcript import Chapter, Part, Problem, Source, Transcript
from viewer.formats.joined import joined_files
from viewer.formats.reach import reach_problem, within_reach
from viewer.formats.text import repaired

#: A derived end is at most this far from its start, or MS_A_CHARACTER for each character.
LONGEST_MS: Final = 10_000
MS_A_CHARACTER: Final = 150
#: And at least this far, whatever the file's stated length says.
SHORTEST_LAST_MS: Final = 1_000
#: More problems than these are counted, not listed.
MOST_PROBLEMS: Final = 500
#: How readers say it of a line that they can name.
_STEP_BACK: Final = "before the one above it"
_WENT_BACK: Final = "{:,} times in the file go backwards; lines are shown in order of time."
_START: Final = attrgetter("start_ms")


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector from looking again and again at what a reader makes.

    All of it stays. With it 90,000 words of Whisper's JSON take 750 ms instead of 470, and 90,000
    cues 445 instead of 365. What is frozen stays so (`quick_start`). Readers that run at once in
    several threads leave it on in the end, whichever ends last; meanwhile the window goes without
    it, too. Serves as a decorator.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(slots=True)
class Draft:
    """A transcript in the making: readers add what they find, `finish` derives the rest."""

    format: str
    source: Source = Source()
    duration_ms: int | None = None
    language: str | None = None
    description: str = ""
    keywords: tuple[str, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
    chapters: list[Chapter] = field(default_factory=list)
    media: list[str] = field(default_factory=list)
    parts: tuple[Part, ...] = ()
    #: Whether the file has its lines in the order in which they are said, and no tiers or layers.
    in_order: bool = False
    _segments: list[Segment] = field(default_factory=list)
    _problems: list[Problem] = field(default_factory=list)
    _unlisted: int = 0

    def segment(
        self,
        start_ms: int | None,
        end_ms: int | None,
        text: str,
        *,
        speaker: str | None = None,
        words: Iterable[Word] = (),
    ) -> None:
        """Add a segment; `end_ms` of None with a start means that the end is to be derived.

        `text` may hold line breaks, control characters and mojibake: they are put right here.
        """
        original = None
        if text.isascii() and text.isprintable():  # nothing to put right
            shown = text.strip()
        else:
            bare = text.strip(" \t\r\n")  # not of U+00A0, which can be the half of a letter
            fixed = repaired(bare)
            shown = one_line(fixed)
            if fixed != bare:
                original = bare
        made = Segment(
            start_ms,
            end_ms,
            shown,
            (name_line(speaker) or None) if speaker else None,
            end_ms is None and start_ms is not None,
            tuple(words),
            original,
        )
        self._segments.append(made)

    def extend(self, plain: Iterable[tuple[int, int, str, str | None]]) -> None:
        """Add many segments of start, end, text and speaker alone, in half the time."""
        add = self._segments.append
        for start_ms, end_ms, text, speaker in plain:
            if text.isascii() or repaired(text) == text:
                add(Segment(start_ms, end_ms, text.strip(), speaker))
            else:
                self.segment(start_ms, end_ms, text, speaker=speaker)

    def problem(self, line: int, message: str) -> None:
        """Note something that was skipped or guessed; `line` counts from 1."""
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(Problem(line, message, segment=len(self._segments)))
        else:
            self._unlisted += 1

    @property
    def segments(self) -> list[Segment]:
        """The segments that were added so far."""
        return self._segments

    @property
    def empty(self) -> bool:
        """Whether no segment was added yet."""
        return not self._segments

    def finish(self) -> Transcript:
        """Return the transcript, its segments in order of time and every end known."""
        segments = within_reach(self._segments)
        problems, chapters = self._problems, self.chapters
        if sentence := reach_problem(self._segments, segments):
            problems = [Problem(1, sentence), *problems]
        starts = list(map(_START, segments))
        if None not in starts and starts != sorted(starts):
            joined = joined_files(segments) if self.in_order and not chapters else None
            if joined is not None:
                segments, chapters = within_reach(joined.segments), joined.chapters
                problems = [*problems, *joined.problems]
            else:
                problems = self._with_steps_back(starts, problems)
                segments = sorted(segments, key=_START)
        duration = self.duration_ms if (self.duration_ms or 0) <= LATEST_MS else None
        if self._unlisted:
            message = f"{self._unlisted:,} more problems are not listed."
            problems = [*problems, Problem(problems[-1].line, message)]
        return Transcript(
            segments=tuple(with_ends(segments, duration)),
            format=self.format,
            source=self.source,
            duration_ms=duration,
            language=self.language,
            description=self.description,
            keywords=self.keywords,
            chapters=tuple(c for c in chapters if c.start_ms <= LATEST_MS),
            metadata=self.metadata,
            problems=tuple(problems),
            media=tuple(self.media),
            parts=self.parts,
        )

    def _with_steps_back(self, starts: list[int], problems: list[Problem]) -> list[Problem]:
        """Return the problems, and one of lines out of their order where none tells it yet."""
        if not self.in_order or any(_STEP_BACK in problem.message for problem in problems):
            return problems
        back = sum(map(operator.lt, starts[1:], starts))
        return [Problem(1, _WENT_BACK.format(back)), *problems]


def with_ends(segments: list[Segment], duration_ms: int | None) -> list[Segment]:
    """Return the segments with the missing ends derived.

    An end is the next later start, but at most start + max(10 s, 150 ms a character), so that a
    long silence is a gap. The last one is that cap or the stated length if that is earlier, but
    never before start + 1 s, for the stated length can lie.
    """
    if None not in [segment.end_ms for segment in segments]:
        return segments
    done = list(segments)
    later: int | None = None  # the start of the next segment that begins after this one
    following: int | None = None
    for i in range(len(done) - 1, -1, -1):
        start = done[i].start_ms
        if start is None:
            continue
        if following is not None and following > start:
            later = following
        elif later is not None and later <= start:  # those of no time keep the others unsorted
            later = None
        following = start
        if done[i].end_ms is None:
            end = _derived_end(start, len(done[i].text), later, duration_ms)
            done[i] = _ending(done[i], min(end, max(start, LATEST_MS)))
    return done


def _derived_end(start: int, characters: int, later: int | None, duration_ms: int | None) -> int:
    cap = start + max(LONGEST_MS, MS_A_CHARACTER * characters)
    if later is not None:
        return min(cap, later)
    if duration_ms is not None:
        return max(min(cap, duration_ms), start + SHORTEST_LAST_MS)
    return cap


def _ending(segment: Segment, end_ms: int) -> Segment:
    # Spelled out, for `dataclasses.replace` takes four times as long.
    return Segment(
        segment.start_ms,
        end_ms,
        segment.text,
        segment.speaker,
        segment.end_derived,
        segment.words,
        segment.original,
    )


def clean_source(title: str, channel: str, published: date | None, url: str) -> Source:
    """Return a source with its texts repaired and on one line."""
    return Source(one_line(repaired(title)), one_line(repaired(channel)), published, url.strip())
