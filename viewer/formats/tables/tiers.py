"""Tables with a column for each tier, as ELAN exports them: a row has words under one of these.

Begin Time - ss.msec	End Time - ss.msec	Anna	Ben
1.0	2.0	Good morning.
2.0	3.0		Hello.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from viewer.core.value import value
from viewer.formats.tables.layout import by_header
from viewer.formats.tables.times import is_time

_ADDED: Final = ["speaker", "text"]
_FEWEST: Final = 2


@value
class Tiers:
    """Which columns of a table are times, and which ones are tiers; and what these are called."""

    header: tuple[str, ...]
    times: tuple[int, ...]
    tiers: tuple[int, ...]

    def top(self) -> list[str]:
        """Return the header of a table with a speaker and a text instead."""
        return [*(self.header[at] for at in self.times), *_ADDED]

    def rows(self, cells: Sequence[str]) -> Iterator[list[str]]:
        """Yield a row for each tier that has words in this one."""
        cells = [*cells, *[""] * (len(self.header) - len(cells))]
        for at in self.tiers:
            if cells[at].strip():
                yield [*(cells[time] for time in self.times), self.header[at].strip(), cells[at]]


def find_tiers(rows: Sequence[Sequence[str]]) -> Tiers | None:
    """Return the columns of a table that has its speakers side by side, or None."""
    header = tuple(rows[0]) if rows else ()
    below = [cells for cells in rows[1:] if len(cells) == len(header)]
    if len(below) < _FEWEST or by_header(header) or not by_header([*header, *_ADDED]):
        return None
    times = tuple(at for at in range(len(header)) if all(is_time(cells[at]) for cells in below))
    tiers = tuple(at for at in range(len(header)) if at not in times)
    found = len(tiers) >= _FEWEST and _are_tiers(below, tiers)
    return Tiers(header, times, tiers) if found else None


def _are_tiers(below: Sequence[Sequence[str]], tiers: Sequence[int]) -> bool:
    """Return whether nearly all rows have words under one of the columns, and each has some."""
    filled = [sum(bool(cells[at].strip()) for at in tiers) for cells in below]
    used = all(any(cells[at].strip() for cells in below) for at in tiers)
    return used and sum(count == 1 for count in filled) * 5 >= len(filled) * 4
