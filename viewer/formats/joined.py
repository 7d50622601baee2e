"""Files put together out of several, each of whose times begin again: one recording after another.

00:58:40 and that is all for today.
00:00:02 Good morning again.

In order of time the two would be mixed into nonsense. The order of the file is kept, the times of
the second count from the end of the first, and each part is a chapter.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter
from typing import Final

from viewer.core.segment import Segment
from viewer.core.transcript import Chapter, Problem
from viewer.core.value import value

#: So far behind the beginning of the part before, in its length, another part begins at most.
_BEGINS_WITHIN: Final = 4
_BEGINS_WITHIN_MS: Final = 120_000
#: What goes back by less is not put in another place by hand.
_SHORTEST_MS: Final = 2_000
_FEWEST: Final = 2
_MOST: Final = 100
#: So long a letter is said, where the end of a part is not stated.
_MS_A_CHARACTER: Final = 150
#: Of a part's starts, if one in so many is one of the part before as well, both say the same.
_ALIKE_ONE_IN: Final = 3
_KNOWN_KEYS: Final = (
    "The times begin again with “{}”: what follows was taken for another recording, joined to the"
    " one before, and counts from its end."
)
_SHOWN: Final = 40
_START: Final = attrgetter("start_ms")


@value
class Joined:
    """Several files as one: the segments, a chapter for each file, and what is to be said of it."""

    segments: list[Segment]
    chapters: list[Chapter]
    problems: list[Problem]


def joined_files(segments: Sequence[Segment]) -> Joined | None:
    """Return segments, given in the order of their file, as of several recordings in a row.

    None where their times never begin again, or where two parts say the same.
    """
    rows = _restarts(segments)
    if not rows:
        return None
    placed: list[Segment] = []
    chapters: list[Chapter] = []
    ms = 0
    for number, (begin, end) in enumerate(pairwise([0, *rows, len(segments)]), 1):
        part = sorted((_later(segment, ms) for segment in segments[begin:end]), key=_START)
        chapters.append(Chapter(part[0].start_ms or 0, f"Part {number}"))
        placed += part
        ms = max(map(_end, part))
    problems = [Problem(1, _explained(segments[row]), segment=row) for row in rows]
    return Joined(placed, chapters, problems)


def _explained(segment: Segment) -> str:
    text = segment.text
    return _KNOWN_KEYS.format(text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…")


def _restarts(segments: Sequence[Segment]) -> list[int]:
    """Return the rows from which on the times begin again."""
    starts = [segment.start_ms or 0 for segment in segments]
    if all(later >= earlier for earlier, later in pairwise(starts)):
        return []
    rows = [0]
    first = latest = starts[0]
    for row, start in enumerate(starts):
        stays = row + 1 < len(starts) and starts[row + 1] < latest  # a line alone is misplaced
        if stays and row - rows[-1] >= _FEWEST and _begins_again(start, first, latest):
            rows.append(row)
            first = latest = start
        first, latest = min(first, start), max(latest, start)
    parts = [segments[a:b] for a, b in pairwise([*rows, len(segments)])]
    return (
        [] if len(parts) > _MOST or any(_parallel(a, b) for a, b in pairwise(parts)) else rows[1:]
    )


def _begins_again(start: int, first: int, latest: int) -> bool:
    near = min((latest - first) // _BEGINS_WITHIN, _BEGINS_WITHIN_MS)
    return latest - start >= _SHORTEST_MS and start - first <= near


def _parallel(one: Sequence[Segment], other: Sequence[Segment]) -> bool:
    """Return whether two parts are of one recording: in two languages, or of two speakers."""
    known = {segment.start_ms for segment in one}
    alike = sum(segment.start_ms in known for segment in other)
    if len(known) > _FEWEST and alike * _ALIKE_ONE_IN >= len(other):
        return True
    voices = [{segment.speaker for segment in part} for part in (one, other)]
    return all(len(names) == 1 and None not in names for names in voices) and voices[0] != voices[1]


def _end(segment: Segment) -> int:
    if segment.end_ms is not None:
        return segment.end_ms
    return (segment.start_ms or 0) + _MS_A_CHARACTER * len(segment.text)


def _later(segment: Segment, ms: int) -> Segment:
    words = tuple(
        replace(word, start_ms=word.start_ms + ms, end_ms=word.end_ms + ms)
        for word in segment.words
    )
    end = None if segment.end_ms is None else segment.end_ms + ms
    return replace(segment, start_ms=(segment.start_ms or 0) + ms, end_ms=end, words=words)
