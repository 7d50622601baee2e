"""Times in the cells of tables: clocks, seconds, milliseconds, or clocks with frames."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from viewer.core.timecode import parse_time
from viewer.formats.kit.time_units import in_units

_NUMBER: Final = re.compile(r"-?[0-9]{1,12}(?:[.,][0-9]{1,30})?")
_WHOLE: Final = re.compile(r"-?[0-9]{1,12}")
_FRAMES: Final = re.compile(r"([0-9]{1,3}[:;][0-5][0-9][:;][0-5][0-9])[:;]([0-9]{1,2})")
_SPAN: Final = re.compile(r"([0-9][0-9:.,]{0,20})\s*(?:--?>|[-–—/])\s*([0-9][0-9:.,]{0,20})")
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
    """Reads the times of columns; a number counts `unit_ms`."""

    def __init__(self, columns: Iterable[Sequence[str]], unit_ms: float) -> None:
        self._unit_ms: Final = unit_ms
        cells = (cell.strip() for column in columns for cell in column)
        frames = [int(match[2]) for cell in cells if (match := _FRAMES.fullmatch(cell))]
        #: So many frames are a second, where the clocks count frames.
        self.rate: Final = next((r for r in _RATES if r > max(frames)), 100) if frames else None

    def read(self, cell: str) -> int | None:
        """Return the milliseconds that a cell tells, or None; nothing lies before zero."""
        bare = cell.strip()
        if self.rate is not None and (match := _FRAMES.fullmatch(bare)):
            clock = parse_time(match[1].replace(";", ":")) or 0
            return clock + min(int(match[2]) * 1000 // self.rate, 999)
        if _NUMBER.fullmatch(bare):
            ms = in_units(bare, self._unit_ms)
            return None if ms is None else max(ms, 0)
        return parse_time(bare) if ":" in bare else None
