"""Times spelled beside clocks for those who listen to a page, in any language.

0:03                       Anna                       1 minute 8 seconds1:08
3 Sekunden                 0 minutes 3 seconds        1分8秒
                           0:03

The words differ, the numbers do not: a line is such a time if its numbers are those of the clock
beside it, and most clocks of the file have one.
"""

import re
from collections.abc import Sequence
from typing import Final

from viewer.formats.prose.block_times import block_starts

_UNIT: Final = r"(\d{1,4})[ \xa0]?[^\d\s,.;:!?()\[\]]{1,20}"
_BETWEEN: Final = r"(?:,?[ \xa0]?[^\d\s,.;:!?()\[\]]{1,4}[ \xa0]|,?[ \xa0]?)"
_SPELLED: Final = re.compile(rf"{_UNIT}(?:{_BETWEEN}{_UNIT})?(?:{_BETWEEN}{_UNIT})?\.?")
_GLUED: Final = re.compile(rf"({_SPELLED.pattern})[ \t]?([0-9]{{1,3}}:[0-5][0-9](?::[0-5][0-9])?)")
_LONGEST: Final = 80
_FEWEST: Final = 2


def without_spelled(lines: Sequence[str]) -> list[str]:
    """Return the lines without spelled times; a name above one stands right above its clock.

    No line is added or goes.
    """
    kept = [_unglued(line) for line in lines]
    clocks = block_starts(kept)
    places = {row: place for row, ms in clocks.items() if (place := _place(kept, row, ms))}
    if len(places) < _FEWEST or len(places) * 2 < len(clocks):
        return kept
    for row, place in places.items():
        if place < row and place > 0 and kept[place - 1].strip() and place - 1 not in clocks:
            kept[place], kept[place - 1] = kept[place - 1], ""
        else:
            kept[place] = ""
    return kept


def _place(lines: Sequence[str], row: int, ms: int) -> int:
    """Return the row beside a clock that spells its time, or 0."""
    beside = (place for place in (row + 1, row - 1) if 0 < place < len(lines))
    return next((place for place in beside if _spells(lines[place], ms)), 0)


def _spells(line: str, ms: int) -> bool:
    bare = line.strip()
    match = _SPELLED.fullmatch(bare) if bare[:1].isdigit() and len(bare) < _LONGEST else None
    if match is None:
        return False
    numbers = [int(number) for number in match.groups() if number is not None]
    parts = (ms // 3_600_000, ms // 60_000 % 60, ms // 1000 % 60)
    return [n for n in numbers if n] == [n for n in parts if n]


def _unglued(line: str) -> str:
    """Return the clock alone where its time is spelled right before it."""
    bare = line.strip()
    match = _GLUED.fullmatch(bare) if bare[:1].isdigit() and len(bare) < _LONGEST else None
    if match is None:
        return line
    clock = match[match.re.groups]
    (ms,) = block_starts([clock]).values() or (-1,)
    return clock if _spells(match[1], ms) else line
