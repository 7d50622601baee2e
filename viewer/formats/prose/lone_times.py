"""Times that stand alone on their line, in a text whose other lines begin with theirs.

[00:00:01.05] Anna: Good morning.
[00:00:04.20]
Ben: Hello.
[00:00:06.00]

With words below they begin these; with none they tell when the words above end. They stand in
brackets, or bare where those of the other lines do, between the times around them.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from viewer.formats.prose.turns import CARRIES_ON, Mark

#: Returns when a time begins if the line is nothing else.
ReadLone = Callable[[str], int | None]
_OPENING: Final = ("[", "(")
#: No line that is nothing but a time is longer.
_LONGEST: Final = 40


def with_lone_times(marks: Sequence[Mark], lines: list[str], read: ReadLone) -> list[Mark]:
    """Return the marks with those; their lines, and the ones taken as words, become empty."""
    known = {mark.row: mark for mark in marks}
    bare = sum(lines[mark.row].lstrip()[:1].isdigit() for mark in marks) * 2 > len(marks)
    read = read if bare else _only_in_brackets(read)
    made: list[Mark] = []
    passed = 0
    for row in range(marks[0].row, len(lines)):
        mark = known.get(row)
        passed += mark is not None
        if mark is None and ":" in lines[row][:_LONGEST]:
            start = read(line := lines[row].strip())
            if (
                start is not None
                and line[:1].isdigit()
                and not _fits(start, made, marks[passed : passed + 1])
            ):
                continue  # it is what somebody says
            mark = None if start is None else _opened(start, row, lines, known, read)
            if start is not None and mark is None:
                _close(made, start)
        if mark is not None:
            made.append(mark)
    return made


def _fits(start: int, above: Sequence[Mark], below: Sequence[Mark]) -> bool:
    """Return whether a time lies between those of the marks around it."""
    before = above[-1].start_ms or 0 if above else 0
    after = below[0].start_ms if below else None
    return before <= start and (after is None or start <= after)


def _only_in_brackets(read: ReadLone) -> ReadLone:
    return lambda line: read(line) if line.startswith(_OPENING) else None


def _opened(
    start: int, row: int, lines: list[str], known: dict[int, Mark], read: ReadLone
) -> Mark | None:
    """Return the mark that a lone time is, or None where no words are below it."""
    lines[row] = ""
    below = next((at for at in range(row + 1, len(lines)) if lines[at].strip()), None)
    if below is None or below in known or read(lines[below].strip()) is not None:
        return None
    if lines[below].lstrip().startswith(_OPENING):
        return None
    text, lines[below] = lines[below].strip(), ""
    return Mark(row, CARRIES_ON, start, text)


def _close(made: list[Mark], end: int) -> None:
    last = made[-1]
    if last.end_ms is None and last.start_ms is not None and end > last.start_ms:
        made[-1] = replace(last, end_ms=end)
