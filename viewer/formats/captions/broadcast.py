"""Captions coded for television: what SCC and EBU STL have in common."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from viewer.core.segment import Segment
from viewer.core.transcript import Problem, Transcript
from viewer.core.value import value
from viewer.formats.captions.cues import ENDS_EARLY
from viewer.formats.draft import Draft
from viewer.formats.kit.speaker_labels import Labels
from viewer.formats.kit.turn_marks import TURN, add_line

HOUR_MS: Final = 3_600_000
#: A programme whose clock begins at a full hour has its first caption so soon.
_SOON_MS: Final = 300_000
#: The hour at which European broadcasters let programmes begin.
_BY_CUSTOM: Final = 10
_FROM_HOUR: Final = (
    "The clock of this programme seems to begin at {}:00:00; the times count from there."
)


@value
class Caption:
    """What is on the screen from one time to another; the end may not be stated."""

    start_ms: int
    end_ms: int | None
    text: str
    line: int = 1

    def since(self, begin_ms: int) -> "Caption":
        """Return the caption with its times counted from another one."""
        end = None if self.end_ms is None else self.end_ms - begin_ms
        return Caption(self.start_ms - begin_ms, end, self.text, self.line)


def counted_from_hour(made: Transcript, hour_ms: int = HOUR_MS) -> Transcript:
    """Return a transcript whose times are such a clock's, counted from where it begins."""
    hours = _hours_before(_first_ms(made), hour_ms)
    return _from_hour(made, hours, hour_ms) if hours else made


def counted_from_tenth_hour(made: Transcript) -> Transcript:
    """Return a transcript whose times may be such a clock's, which then begins at ten by custom.

    Times that are said to be a recording's own can lie behind its first hour.
    """
    is_clock = _hours_before(_first_ms(made), HOUR_MS) == _BY_CUSTOM
    return _from_hour(made, _BY_CUSTOM, HOUR_MS) if is_clock else made


def counted_from(made: Transcript, begin_ms: int) -> Transcript | None:
    """Return a transcript with its times counted from a stated one, or None if some lie before."""
    if begin_ms > _first_ms(made):
        return None
    return replace(made, segments=tuple(_since(segment, begin_ms) for segment in made.segments))


def _first_ms(made: Transcript) -> int:
    starts = (segment.start_ms for segment in made.segments if segment.start_ms is not None)
    return min(starts, default=0)


def _from_hour(made: Transcript, hours: int, hour_ms: int) -> Transcript:
    segments = tuple(_since(segment, hours * hour_ms) for segment in made.segments)
    problem = Problem(1, _FROM_HOUR.format(hours))
    return replace(made, segments=segments, problems=(*made.problems, problem))


def _since(segment: Segment, begin_ms: int) -> Segment:
    start, end = segment.start_ms, segment.end_ms
    words = tuple(
        replace(word, start_ms=word.start_ms - begin_ms, end_ms=word.end_ms - begin_ms)
        for word in segment.words
    )
    return replace(
        segment,
        start_ms=None if start is None else start - begin_ms,
        end_ms=None if end is None else end - begin_ms,
        words=words,
    )


def _hours_before(first_ms: int, hour_ms: int) -> int:
    """Return how many full hours stand on the clock where a programme begins."""
    hours, after = divmod(first_ms, hour_ms)
    return hours if after < _SOON_MS else 0


def add_captions(draft: Draft, captions: Sequence[Caption], hour_ms: int = HOUR_MS) -> None:
    """Add captions to a draft, counted from where the programme begins.

    Its clock often begins at a full hour, by custom the first or the tenth. `hour_ms` is how long
    an hour of the clock is.
    """
    hours = _hours_before(min(caption.start_ms for caption in captions), hour_ms)
    begin_ms = hours * hour_ms
    if begin_ms:
        draft.problem(captions[0].line, _FROM_HOUR.format(hours))
    labels = Labels((caption.text for caption in captions), len(captions))
    for caption in captions:
        counted = caption.since(begin_ms)
        start, end = counted.start_ms, counted.end_ms
        if end is not None and end < start:
            draft.problem(caption.line, ENDS_EARLY)
            end = None
        if TURN in caption.text:
            add_line(draft, start, end, [(None, caption.text, None)], caption.text)
            continue
        for speaker, said in labels.split(caption.text):
            draft.segment(start, end, said, speaker=speaker)
