"""Spans in seconds at the beginning of lines, as programs around recognisers print them.

[0.00s -> 4.50s] Good morning.        (0.5 - 4.5) Anna: Good morning.        [1.2s] Yes.
"""

import re
from collections.abc import Sequence
from typing import Final

from viewer.core.timecode import format_stamp

_NUMBER: Final = r"([0-9]{1,6}(?:\.[0-9]{1,9})?)"
_SPAN: Final = re.compile(
    rf"\s{{0,8}}[\[(]\s?{_NUMBER}\s?(s?)\s{{0,3}}(?:(?:-{{1,2}}>|[-–—→]|to)\s{{0,3}}{_NUMBER}\s?(s?)\s?)?[\])]:?\s{{0,8}}"
)
_FEWEST: Final = 2


def with_clocks(lines: Sequence[str]) -> list[str]:
    """Return the lines with clocks where they begin with seconds; no line is added or goes."""
    kept = list(lines)
    found: dict[int, str] = {}
    for row, line in enumerate(lines):
        if line.lstrip()[:1] in ("[", "(") and (match := _SPAN.match(line)) and _is_time(match):
            found[row] = f"{_clocks(match)} {line[match.end() :]}"
    if len(found) >= _FEWEST:
        for row, text in found.items():
            kept[row] = text
    return kept


def _is_time(match: re.Match[str]) -> bool:
    """Return whether numbers in brackets say that they are seconds."""
    start, unit, end, _ = match.groups()
    return bool(unit) or (end is not None and "." in start and "." in end)


def _clocks(match: re.Match[str]) -> str:
    start, end = match[1], match[3]
    if end is None:
        return f"[{_clock(start)}]"
    return f"[{_clock(start)} --> {_clock(end)}]"


def _clock(seconds: str) -> str:
    return format_stamp(int(float(seconds) * 1000 + 0.5), separator=".")
