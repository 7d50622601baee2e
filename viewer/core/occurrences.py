"""Where something stands in a long text: listed, or worked out for the part that is asked for."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import accumulate, count
from operator import add
from typing import Final, Protocol

#: So long a part of the text is searched whole when one place in it is asked for.
BLOCK: Final = 1 << 16


class Occurrences(Protocol):
    """Ranges of a text, in order and without overlaps, by their numbers."""

    def __len__(self) -> int:
        """Return how many there are."""

    def at(self, number: int) -> tuple[int, int]:
        """Return where one begins and ends."""

    def first_from(self, place: int) -> int:
        """Return the number of the first that begins at or after a place."""

    def first_past(self, place: int) -> int:
        """Return the number of the first that ends after a place."""

    def next_begin(self, place: int) -> int:
        """Return where the next one from a place on begins, or -1; it need not be counted for."""


class Listed:
    """Occurrences that were all found before."""

    __slots__ = ("_begins", "_ends")

    def __init__(self, begins: Sequence[int], ends: Sequence[int]) -> None:
        self._begins, self._ends = begins, ends

    def __len__(self) -> int:
        return len(self._begins)

    def at(self, number: int) -> tuple[int, int]:
        """Return where one begins and ends."""
        return self._begins[number], self._ends[number]

    def first_from(self, place: int) -> int:
        """Return the number of the first that begins at or after a place."""
        return bisect_left(self._begins, place)

    def first_past(self, place: int) -> int:
        """Return the number of the first that ends after a place."""
        return bisect_right(self._ends, place)

    def next_begin(self, place: int) -> int:
        """Return where the next one from a place on begins, or -1."""
        number = self.first_from(place)
        return self._begins[number] if number < len(self) else -1


class Counted:
    """Every place of some letters in a text, counted at once; where each is, is found when asked.

    Python counts ten million characters in some ten milliseconds, but takes far longer to make a
    list of a million places. So each block of the text keeps how many begin before it.
    """

    __slots__ = ("_before", "_entries", "_length", "_text", "_wanted", "places_in")

    def __init__(self, text: str, wanted: str) -> None:
        self._text, self._wanted, self._length = text, wanted, len(wanted)
        #: How many begin before each block, and from where on each is searched.
        self._before, self._entries = array("q", [0]), array("q")
        # The places of a block, remembered for those asked for one after another.
        self.places_in: Callable[[int], Sequence[int]] = lru_cache(maxsize=8)(self._places_in)
        count_in = self._count_apart if _overlaps_itself(wanted) else self._count
        entry = 0
        for low in range(0, len(text) if wanted else 0, BLOCK):
            self._entries.append(max(entry, low))
            found, entry = count_in(self._entries[-1], low + BLOCK + self._length - 1)
            self._before.append(self._before[-1] + found)

    def __len__(self) -> int:
        return self._before[-1]

    def at(self, number: int) -> tuple[int, int]:
        """Return where one begins and ends."""
        if number < 0:
            number += len(self)
        block = bisect_right(self._before, number) - 1
        begin = self.places_in(block)[number - self._before[block]]
        return begin, begin + self._length

    def first_from(self, place: int) -> int:
        """Return the number of the first that begins at or after a place."""
        block = max(place, 0) // BLOCK
        if block >= len(self._entries):
            return len(self)
        return self._before[block] + bisect_left(self.places_in(block), place)

    def first_past(self, place: int) -> int:
        """Return the number of the first that ends after a place."""
        return self.first_from(place - self._length + 1)

    def next_begin(self, place: int) -> int:
        """Return where the letters stand next from a place on, or -1."""
        return self._text.find(self._wanted, place) if self._wanted else -1

    def _count(self, begin: int, end: int) -> tuple[int, int]:
        return self._text.count(self._wanted, begin, end), 0

    def _count_apart(self, begin: int, end: int) -> tuple[int, int]:
        """Count what might overlap, so that the next block begins where the last one ended."""
        parts = self._text[begin:end].split(self._wanted)
        return len(parts) - 1, min(end, len(self._text)) - len(parts[-1]) if parts[1:] else 0

    def _places_in(self, block: int) -> Sequence[int]:
        begin, end = self._entries[block], (block + 1) * BLOCK + self._length - 1
        parts = self._text[begin:end].split(self._wanted)
        gaps = accumulate(map(len, parts[:-1]))
        return array("q", map(add, gaps, count(begin, self._length)))


def _overlaps_itself(wanted: str) -> bool:
    return any(wanted.startswith(wanted[-size:]) for size in range(1, len(wanted)))
