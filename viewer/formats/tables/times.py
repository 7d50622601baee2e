"""Times in the cells of tables: clocks, seconds, milliseconds, or clocks with frames."""

import re
import statistics
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from viewer.core.timecode import parse_time
from viewer.formats.kit.json_values import milliseconds

_NUMBER: Final = re.compile(r"-?[0-9]{1,12}(?:[.,][0-9]{1,30})?")
_WHOLE: Final = re.compile(r"-?[0-9]{1,12}")
_FRAMES: Final = re.compile(r"([0-9]{1,3}:[0-5][0-9]:[0-5][0-9])[:;]([0-9]{1,2})")
_SPAN: Final = re.compile(r"([0-9][0-9:.,]{0,20})\s*(?:--?>|[-–—/])\s*([0-9][0-9:.,]{0,20})")
#: Whole numbers that lie so far apart, half of them, are milliseconds.
_TYPICAL_MS: Final = 60
_RATES: Final = (24, 25, 30, 50, 60, 100)


def is_time(cell: str) -> bool:
    """Return whether a cell holds a number or a clock."""
    bare = cell.strip()
    if not bare or (not bare[0].isdigit() and bare[0] != "-"):
        return False
    return bool(_NUMBER.fullmatch(bare) or _FRAMES.fullmatch(bare)) or (
        ":" in bare and parse_time(bare) is not None
    )


def is_clear_time(cell: str) -> bool:
    """Return whether a cell holds a time that is no count of something: a clock or a fraction."""
    bare = cell.strip()
    return is_time(bare) and not _WHOLE.fullmatch(bare)


def begin_and_end(cell: str) -> tuple[str, str] | None:
    """Return the two times of a cell that holds a span, as `0:00.0 - 0:05.9`, or None."""
    match = _SPAN.fullmatch(cell.strip())
    return (match[1], match[2]) if match and is_time(match[1]) and is_time(match[2]) else None


class TimeReader:
    """Reads the times of a table; `unit_ms` of None is told by the values themselves."""

    def __init__(self, columns: Iterable[Sequence[str]], unit_ms: int | None) -> None:
        columns = [[cell.strip() for cell in column] for column in columns]
        self._unit_ms: Final = _unit(columns) if unit_ms is None else unit_ms
        frames = [int(m[2]) for column in columns for c in column if (m := _FRAMES.fullmatch(c))]
        #: So many frames are a second, where the clocks count frames.
        self.rate: Final = next((r for r in _RATES if r > max(frames)), 100) if frames else None

    def read(self, cell: str) -> int | None:
        """Return the milliseconds that a cell tells, or None; nothing lies before zero."""
        bare = cell.strip()
        if self.rate is not None and (match := _FRAMES.fullmatch(bare)):
            return (parse_time(match[1]) or 0) + min(int(match[2]) * 1000 // self.rate, 999)
        if _NUMBER.fullmatch(bare):
            ms = milliseconds(bare.replace(",", "."), self._unit_ms)
            return None if ms is None else max(ms, 0)
        return parse_time(bare) if ":" in bare else None


def _unit(columns: Sequence[Sequence[str]]) -> int:
    """Return what a number counts: seconds, or ms where all are whole and lie far apart."""
    numbers = [[cell for cell in column if _NUMBER.fullmatch(cell)] for column in columns]
    if any("." in cell or "," in cell for column in numbers for cell in column):
        return 1000
    starts = [int(cell) for cell in numbers[0]] if numbers else []
    steps = [later - earlier for earlier, later in pairwise(starts) if later > earlier]
    if len(columns) > 1 and len(columns[0]) == len(columns[1]):
        pairs = zip(columns[0], columns[1], strict=True)
        spans = [int(b) - int(a) for a, b in pairs if _WHOLE.fullmatch(a) and _WHOLE.fullmatch(b)]
        steps = [span for span in spans if span > 0] or steps
    return 1 if steps and statistics.median(steps) >= _TYPICAL_MS else 1000
