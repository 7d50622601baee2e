"""Testimony as court reporters write it: questions and answers, numbers beside the lines.

 7   BY MR. SMITH:
 8      Q.   Good morning.  Please state your name for the
 9   record.
10      A.   Jane Doe.
11           MR. JONES:  Objection.

Lines go on below until somebody else speaks. Numbers count the lines of each page from 1; the
page's own stands alone.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final

from viewer.core.value import value

_NUMBERED: Final = re.compile(r"[ \t]{0,20}([0-9]{1,2})(?:[ \t]+(.*)|$)")
_PAGE: Final = re.compile(r"[ \t\f]*(?:page[ \t]+)?[0-9]{1,5}[ \t]*", re.I)
_TURN: Final = re.compile(
    r"[ \t\f]*(?:(Q|A)(?:[.:][ \t]+|[ \t]{3,})"
    r"|((?:THE|MR|MS|MRS|DR)\b\.?[A-Z.'’ \t-]{1,40}?):(?=\s|$)[ \t]*)"
)
_NOTED: Final = re.compile(r"\(.*\)|BY [A-Z.'’ -]{3,40}:")
_SMALL: Final = re.compile(r"[a-z]")
_CAPITALS: Final = re.compile(r"[A-Z]{3}")
_SPACED: Final = re.compile(r"(?:\b[A-Z] ){4,}[A-Z]\b")
_MOST_ON_A_PAGE: Final = 28
#: So much of the lines must be numbered, and so many be questions and answers.
_NEARLY_ALL: Final = 0.8
_FEWEST: Final = 4
_ONE_IN: Final = 8


@value
class Turn:
    """Who speaks, and the words, which stood in several lines."""

    speaker: str | None
    text: str


def turns_of(lines: Sequence[str]) -> list[Turn]:
    """Return what is said by whom, or nothing where the lines are no testimony for sure."""
    bare = _without_numbers(lines)
    marks = [match[1] for line in bare if (match := _TURN.match(line)) and match[1]]
    pairs = min(marks.count("Q"), marks.count("A"))
    if pairs * 2 < _FEWEST or len(marks) < _FEWEST or len(marks) * _ONE_IN < len(bare):
        return []
    return list(_joined(bare))


def _without_numbers(lines: Sequence[str]) -> list[str]:
    """Return the lines with words, without the numbers beside them where these count lines."""
    numbered = [(line, _NUMBERED.match(line)) for line in lines]
    numbers = [int(match[1]) for _, match in numbered if match]
    follows = sum(now == before + 1 or now == 1 for before, now in pairwise(numbers))
    counted = (
        len(numbers) >= _NEARLY_ALL * len(lines)
        and follows >= _NEARLY_ALL * (len(numbers) - 1)
        and max(numbers, default=0) <= _MOST_ON_A_PAGE
    )
    if not counted:
        return list(lines)
    kept = ((match[2] or "") if match else line for line, match in numbered)
    return [line for line in kept if line.strip() and not _PAGE.fullmatch(line)]


def _joined(lines: Sequence[str]) -> Iterator[Turn]:
    speaker: str | None = None
    said: list[str] = []
    for line in (_SPACED.sub(_unspaced, line) for line in lines):
        match = _TURN.match(line)
        apart = match is None and _stands_apart(line.strip(" \t"))
        if (match or apart) and said:
            yield Turn(speaker, " ".join(said))
            said = []
        if apart:
            yield Turn(None, " ".join(line.split()))
            speaker = speaker if line.lstrip().startswith("(") else None
            continue
        if match is not None:
            speaker, line = match[1] or " ".join(match[2].split()), line[match.end() :]
        if line.strip():
            said.append(" ".join(line.split()))
    if said:
        yield Turn(speaker, " ".join(said))


def _stands_apart(line: str) -> bool:
    """Return whether a line is a note of the reporter's, or a heading, and nobody's words."""
    if _NOTED.fullmatch(line):
        return True
    return _SMALL.search(line) is None and _CAPITALS.search(line) is not None


def _unspaced(found: re.Match[str]) -> str:
    return found[0].replace(" ", "")
