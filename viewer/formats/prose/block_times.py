"""One time above many turns, as meetings are written: which turn begins when.

00:05:00
Anna: Good morning.
Ben: Good morning to you.

The first turn has the block's time. Those below it have none; they are spread by the length of
what is said up to the next block, and a problem says so.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from viewer.formats.draft import Draft
from viewer.formats.kit.spreading import spread_by_length
from viewer.formats.prose.clock_stamps import StampReader
from viewer.formats.prose.turns import Mark

_GUESSED: Final = "The turns below this time have none of their own; theirs were spread by length."
#: One time alone is a meeting's where so many turns stand below it.
_FEWEST_TURNS: Final = 2
_AROUND: Final = " \t\xa0#*_"
#: What Google's documents put behind headings in Markdown, to lead to them.
_ANCHOR: Final = re.compile(r"[ \t]{0,9}\{#[^{}]{0,80}\}\s{0,9}\Z")
#: No line that is nothing but a time is longer.
_LONGEST: Final = 40


def block_starts(lines: Sequence[str]) -> dict[int, int]:
    """Return the rows that are nothing but a time, as a heading, bold or plain, and the times."""
    stamps = StampReader()
    found: dict[int, int] = {}
    for row, line in enumerate(lines):
        line = _ANCHOR.sub("", line) if "{#" in line else line
        bare = line.strip(_AROUND) if ":" in line and len(line) < _LONGEST else ""
        stamp = stamps.read(bare) if bare else None
        if stamp is not None and stamp.end == len(bare) and stamp.end_ms is None:
            found[row] = stamp.start_ms
    return found


def is_meeting(said: Iterable[str], speaks: Callable[[str], object]) -> bool:
    """Return whether nearly all lines below a time begin with somebody's name."""
    lines = [line for line in said if line.strip()]
    named = sum(1 for line in lines if speaks(line))
    return named >= _FEWEST_TURNS and named * 4 >= len(lines) * 3


def spread(
    marks: Sequence[Mark], starts: dict[int, int], draft: Draft, ended_ms: int | None = None
) -> list[Mark]:
    """Return the marks of turns with the times of the blocks that they stand in.

    `ended_ms` is when the last block ends, where that is stated.
    """
    rows = sorted(starts)
    made: list[Mark] = [mark for mark in marks if not rows or mark.row < rows[0]]
    for row, until in zip(rows, [*rows[1:], None], strict=True):
        inside = [m for m in marks if m.row >= row and (until is None or m.row < until)]
        end = ended_ms if until is None else starts[until]
        end = None if until is None and end is not None and end <= starts[row] else end
        if len(inside) > 1:
            draft.problem(row + 1, _GUESSED)
        made += _spread(inside, starts[row], end)
    return made


def _spread(marks: Sequence[Mark], start: int, end: int | None) -> list[Mark]:
    if end is not None and end <= start:
        return [replace(mark, start_ms=start) for mark in marks]
    spans = spread_by_length((mark.text for mark in marks), start, end)
    return [replace(mark, start_ms=begin) for mark, (begin, _) in zip(marks, spans, strict=True)]
