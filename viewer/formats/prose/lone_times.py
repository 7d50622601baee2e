"""Times that stand alone on their line, in a text whose other lines begin with theirs.

[00:00:01.05] Anna: Good morning.
[00:00:04.20]
Ben: Hello.
[00:00:06.00]

With words below they begin these; with none they tell when the words above end.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from viewer.formats.prose.turns import CARRIES_ON, Mark

#: Returns when a time in brackets begins if the line is nothing else.
ReadLone = Callable[[str], int | None]
_OPENING: Final = ("[", "(")


def with_lone_times(marks: Sequence[Mark], lines: list[str], read: ReadLone) -> list[Mark]:
    """Return the marks with those; their lines, and the ones taken as words, become empty."""
    known = {mark.row: mark for mark in marks}
    made: list[Mark] = []
    for row in range(marks[0].row, len(lines)):
        mark = known.get(row)
        if mark is None and lines[row].lstrip().startswith(_OPENING):
            start = read(lines[row].strip())
            mark = None if start is None else _opened(start, row, lines, known)
            if start is not None and mark is None:
                _close(made, start)
        if mark is not None:
            made.append(mark)
    return made


def _opened(start: int, row: int, lines: list[str], known: dict[int, Mark]) -> Mark | None:
    """Return the mark that a lone time is, or None where no words are below it."""
    lines[row] = ""
    below = next((at for at in range(row + 1, len(lines)) if lines[at].strip()), None)
    if below is None or below in known or lines[below].lstrip().startswith(_OPENING):
        return None
    text, lines[below] = lines[below].strip(), ""
    return Mark(row, CARRIES_ON, start, text)


def _close(made: list[Mark], end: int) -> None:
    last = made[-1]
    if last.end_ms is None and last.start_ms is not None and end > last.start_ms:
        made[-1] = replace(last, end_ms=end)
