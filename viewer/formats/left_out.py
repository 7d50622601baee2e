"""The words that a problem is about, taken from the file's text where its line is."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import islice
from typing import Final

from viewer.core.transcript import Problem
from viewer.formats.text import split_lines

#: So much is kept of them, and so many lines are looked at for words behind numbers and times.
LONGEST: Final = 160
_MOST_LINES: Final = 4
#: A line as long as this is a whole file or a table of another kind: its beginning tells nothing.
_ENDLESS: Final = 2_000


def with_words(problems: Iterable[Problem], text: str) -> tuple[Problem, ...]:
    """Return the problems of a text, each with the words that stand at its line."""
    found = tuple(problems)
    if not found or not text:
        return found
    lines = split_lines(text)
    return tuple(replace(problem, text=_words(lines, problem.line - 1)) for problem in found)


def _words(lines: list[str], first: int) -> str:
    """Return a line, and where it says nothing by itself what follows it up to a blank one."""
    said: list[str] = []
    for line in islice(lines, max(first, 0), first + _MOST_LINES):
        if not line.strip() or len(line) > _ENDLESS:
            break
        said.append(line.strip())
        if "-->" not in line and any(map(str.isalpha, line)):
            break
    words = " ".join(said)
    return words if len(words) <= LONGEST else words[: LONGEST - 1].rstrip() + "…"
