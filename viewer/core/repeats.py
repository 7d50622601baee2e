"""Lines that say the same over and over, as recognizers write where they heard nothing new."""

from collections.abc import Sequence
from itertools import compress, count, islice
from operator import eq
from typing import Final

from viewer.core.segment import Segment

#: So many equal lines in a row are shown as one.
ENOUGH: Final = 3


def repeats_in(segments: Sequence[Segment]) -> tuple[range, ...]:
    """Return where three or more lines in a row have the same words."""
    texts = [segment.text.strip() for segment in segments]
    runs, end = list[range](), 0
    for index in compress(count(), map(eq, texts, islice(texts, 1, None))):
        if index < end or not texts[index]:
            continue
        end = index + 2
        while end < len(texts) and texts[end] == texts[index]:
            end += 1
        if end - index >= ENOUGH:
            runs.append(range(index, end))
    return tuple(runs)
