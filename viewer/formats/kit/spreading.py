"""Times of texts that have none of their own: by the length of what is said."""

from collections.abc import Iterable
from itertools import accumulate, pairwise
from typing import Final

#: What nothing follows lasts so long for each character.
MS_A_CHARACTER: Final = 70


def spread_by_length(
    texts: Iterable[str], begin_ms: int, end_ms: int | None
) -> list[tuple[int, int]]:
    """Return when each of the texts begins and ends, one after another from one time to another.

    Without an end, or without room before it, they last as long as it takes to say them.
    """
    sums = [0, *accumulate(len(text) + 1 for text in texts)]
    room = end_ms is not None and end_ms > begin_ms
    length = end_ms - begin_ms if room and end_ms is not None else sums[-1] * MS_A_CHARACTER
    return list(pairwise(begin_ms + length * each // max(sums[-1], 1) for each in sums))
