"""Captions that roll: most lines begin with the last words of the one before."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

#: Whether a transcript rolls shows in so many lines: in half of them the last words come again.
_LOOKED_AT: Final = 400
_FEWEST: Final = 4
#: So many words at least are the same where captions roll, and so many are compared at most.
_LEAST_WORDS: Final = 2
_MOST_WORDS: Final = 40


def rolls(texts: Sequence[str]) -> bool:
    """Return whether captions roll: lines mostly begin with the last words of the one before.

    Lines that are equal do not: who says the same again says it again.
    """
    lines = [text.strip() for text in texts[:_LOOKED_AT]]
    pairs = [(a, b) for a, b in pairwise(lines) if a and b and a != b]
    again = sum(_repeated(one, other) >= _LEAST_WORDS for one, other in pairs)
    return again >= _FEWEST and again * 2 >= len(pairs)


def fresh_words(before: str, line: str) -> str:
    """Return a line without the words that it repeats of the one before."""
    count = _repeated(before, line)
    return " ".join(line.split()[count:]) if count >= _LEAST_WORDS else line


def _repeated(before: str, line: str) -> int:
    """Return how many words at the end of a line the next one begins with."""
    ends, begins = before.split()[-_MOST_WORDS:], line.split()[:_MOST_WORDS]
    sizes = range(min(len(ends), len(begins)), 0, -1)
    return next((size for size in sizes if ends[-size:] == begins[:size]), 0)
