"""Lines that say the same over and over, as recognizers write where they heard nothing new."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final

from viewer.core.segment import Segment

#: So many equal lines in a row are shown as one.
ENOUGH: Final = 3


def repeats_in(segments: Sequence[Segment]) -> tuple[range, ...]:
    """Return where three or more lines in a row have the same words."""
    runs = []
    begin = 0
    for text, same in groupby(segments, key=lambda segment: segment.text.strip()):
        end = begin + sum(1 for _ in same)
        if text and end - begin >= ENOUGH:
            runs.append(range(begin, end))
        begin = end
    return tuple(runs)
