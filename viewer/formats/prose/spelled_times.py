"""Times spelled beside clocks for those who listen to a page, in any language.

0:03                       Anna                       1 minute 8 seconds1:08
3 Sekunden                 0 minutes 3 seconds        1分8秒1:08你好
                           0:03                       Anna 1 minute 8 seconds1:08Hello

The words differ, the numbers do not: a line is such a time if its numbers are those of the clock
beside it, and most clocks of the file have one.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from viewer.core.timecode import CLOCK, clock_numbers
from viewer.core.value import value
from viewer.formats.format import Content
from viewer.formats.prose.block_times import block_starts
from viewer.formats.prose.second_stamps import with_clocks
from viewer.formats.text import split_lines

_UNIT: Final = r"(\d{1,4})[ \xa0]?[^\d\s,.;:!?()\[\]]{1,20}"
_BETWEEN: Final = r"(?:,?[ \xa0]?[^\d\s,.;:!?()\[\]]{1,4}[ \xa0]|,?[ \xa0]?)"
_SPELLED: Final = re.compile(rf"{_UNIT}(?:{_BETWEEN}{_UNIT})?(?:{_BETWEEN}{_UNIT})?\.?")
#: A clock right behind a letter, as only spelled times and spoken ones stand.
_CLOCK: Final = re.compile(rf"(?<=[^\W\d_])\.?[ \t\xa0]?({CLOCK})(?![:\d])")
#: A clock at the end of a line, behind a name.
_TAIL: Final = re.compile(rf"[ \t\xa0]({CLOCK})\s{{0,9}}\Z")
_NUMBER: Final = re.compile(r"\d{1,4}")
_LONGEST: Final = 80
_FEWEST: Final = 2
_MOST_NUMBERS: Final = 3
_KNOWN: Final = "without spelled times"


@value
class Unspelled:
    """Lines without spelled times, and in how many places a name stood above one."""

    lines: list[str]
    names: int = 0


def unspelled_head(sample: Content) -> Unspelled:
    """Return the lines of a file's head without spelled times: done once for all readers."""
    known = sample.known.get(_KNOWN)
    if not isinstance(known, Unspelled):
        known = sample.known[_KNOWN] = unspelled(split_lines(sample.text))
    return known


def without_spelled(lines: Sequence[str]) -> list[str]:
    """Return the lines without spelled times; a name above one stands right above its clock."""
    return unspelled(lines).lines


def unspelled(lines: Sequence[str]) -> Unspelled:
    """Return the lines without spelled times; no line is added or goes."""
    lines = with_clocks(lines)
    kept = _unglued(lines)
    clocks = block_starts(kept)
    marks = {**_tails(kept), **clocks}
    places = {row: place for row, ms in marks.items() if (place := _place(kept, row, ms)) >= 0}
    if len(places) < _FEWEST or len(places) * 2 < len(marks):
        glued = [row for row in clocks if kept[row] != lines[row]]
        return Unspelled(kept, len(glued) if _have_names(kept, glued) else 0)
    names = 0
    for row, place in places.items():
        above, next_above = _beside(kept, row, -1), _beside(kept, place, -1)
        kept[place] = ""
        if row not in clocks or place > row:
            continue
        if above == place and next_above >= 0:
            if next_above in marks or next_above in places.values():
                continue
            kept[next_above], kept[row - 1] = "", kept[next_above]
        names += 1
    for row in clocks:
        _drop_echo(kept, row, clocks[row])
    return Unspelled(kept, names)


def _drop_echo(lines: list[str], row: int, ms: int) -> None:
    """Take away the line below a clock that says again who speaks and, spelled, when."""
    below, above = _beside(lines, row, 1), _beside(lines, row, -1)
    if below >= 0 and above >= 0:
        name = lines[above].strip()
        if name and lines[below].startswith(name) and spells(lines[below][len(name) :], ms):
            lines[below] = ""


def _have_names(lines: Sequence[str], rows: Sequence[int]) -> bool:
    """Return whether clocks can have names above them: each has two lines at least below it."""
    if len(rows) < _FEWEST or _beside(lines, rows[0], -1) < 0:
        return False
    blocks = (lines[row + 1 : following] for row, following in pairwise(rows))
    return all(sum(map(bool, map(str.strip, block))) > 1 for block in blocks)


def _tails(lines: Sequence[str]) -> dict[int, int]:
    """Return the rows that end in a clock behind something else, and the times."""
    found = {row: match[1] for row, line in enumerate(lines) if (match := _tail_of(line))}
    return {row: ms for row, clock in found.items() for ms in block_starts([clock]).values()}


def _tail_of(line: str) -> re.Match[str] | None:
    return _TAIL.search(line[-20:]) if ":" in line[-20:] and len(line) < _LONGEST else None


def _place(lines: Sequence[str], row: int, ms: int) -> int:
    """Return the row beside a clock that spells its time, or -1; a name may stand between."""
    above = _beside(lines, row, -1)
    places = (_beside(lines, row, 1), above, _beside(lines, above, -1) if above >= 0 else -1)
    return next((place for place in places if place >= 0 and spells(lines[place], ms)), -1)


def _beside(lines: Sequence[str], row: int, step: int) -> int:
    """Return the next row in a direction that is not blank, or -1."""
    row += step
    while 0 <= row < len(lines) and not lines[row].strip():
        row += step
    return row if 0 <= row < len(lines) else -1


def spells(line: str, ms: int) -> bool:
    """Return whether a line is a time in words, and which one."""
    bare = line.strip()
    match = _SPELLED.fullmatch(bare) if bare[:1].isdigit() and len(bare) < _LONGEST else None
    if match is None:
        return False
    numbers = [int(number) for number in match.groups() if number is not None]
    return [n for n in numbers if n] == [n for n in clock_numbers(ms) if n]


def _unglued(lines: Sequence[str]) -> list[str]:
    """Return the lines with the clock alone where its time is spelled right before it."""
    kept = list(lines)
    found: dict[int, str] = {}
    for row, line in enumerate(lines):
        if ":" in line and (clock := _CLOCK.search(line)) and (bare := _parted(line, clock)):
            found[row] = bare
    if len(found) >= _FEWEST:
        for row, bare in found.items():
            kept[row] = bare
    return kept


def _parted(line: str, clock: re.Match[str]) -> str:
    """Return a line in which a time is spelled right before its clock as clock, name and text."""
    before, text = line[: clock.start()].strip(), line[clock.end() :].strip()
    (ms,) = block_starts([clock[1]]).values() or (-1,)
    rest = without_spelled_end(before, ms)
    if rest == before:
        return ""
    name = rest.strip("[]")
    if not text:
        return f"{name} {clock[1]}".strip()
    return f"[{clock[1]}] {name}: {text}" if name else f"[{clock[1]}] {text}"


def without_spelled_end(text: str, ms: int) -> str:
    """Return a text without a time that is spelled at its end."""
    bare = text.strip()
    numbers = list(_NUMBER.finditer(bare, max(len(bare) - _LONGEST, 0)))[-_MOST_NUMBERS:]
    for number in numbers:
        if spells(bare[number.start() :], ms):
            return bare[: number.start()].strip(" \t\xa0,:;|–—-")
    return bare
