"""Lines that cannot have been said in their time, as recognizers write where they invent."""

from collections.abc import Sequence
from math import ceil
from typing import Final

from viewer.core.segment import Segment

#: Nobody says more characters a second, over so many lines.
MOST_A_SECOND: Final = 40
LINES: Final = 3


def rushed_in(segments: Sequence[Segment]) -> dict[int, int]:
    """Return the segments that are too fast to be said, each with its characters a second.

    They are among three timed ones in a row which are too fast together, from the beginning of the
    first to the last end, and too fast by themselves. What takes no time is taken to be a
    millisecond long.
    """
    if not any(map(_is_fast, segments)):
        return {}
    spoken = [
        (index, segment.start_ms, segment.end_ms, len(segment.text))
        for index, segment in enumerate(segments)
        if segment.start_ms is not None and segment.end_ms is not None and segment.text.strip()
    ]
    rushed = dict[int, int]()
    for at in range(len(spoken) - LINES + 1):
        few = spoken[at : at + LINES]
        length = max(end for _, _, end, _ in few) - min(start for _, start, _, _ in few)
        pace = ceil(sum(count for *_, count in few) * 1000 / max(length, 1))
        if pace > MOST_A_SECOND:
            for index, start, end, count in few:
                if count * 1000 > MOST_A_SECOND * (end - start):
                    rushed[index] = max(pace, rushed.get(index, 0))
    return rushed


def _is_fast(segment: Segment) -> bool:
    start, end = segment.start_ms, segment.end_ms
    if start is None or end is None:
        return False
    return len(segment.text) * 1000 > MOST_A_SECOND * (end - start)
