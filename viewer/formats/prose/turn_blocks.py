"""Text in which the time and the name stand on lines of their own, as exports write it.

00:00:05                Anna                [00:00:05] - Anna        0:0:5.2 --> 0:0:7.0
Anna                    0:05                Good morning.            Anna
Good morning.           Good morning.                                Good morning.

Trint, Sonix, Otter, Teams and others write these, as text and as Word documents.

A caption's time line looks like the last of these, and a caption's first line may look like a
name, in scripts without capitals nearly always. But captions are numbered, or write their times
at full width with a fraction (`00:00:05,200`); Teams leaves every zero in front out.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.speaker_labels import label_of
from viewer.formats.kit.stamps import Stamps
from viewer.formats.prose.head import read_head
from viewer.formats.prose.notes import is_aside, without_credit
from viewer.formats.prose.spelled_times import unspelled_head, without_spelled
from viewer.formats.prose.turns import Mark, TurnBuilder, are_times, find_marks
from viewer.formats.text import split_lines

NAME: Final = "turn-blocks"

_CLOCK: Final = r"([0-9]{1,3}:[0-5]?[0-9]|[0-9]{1,3}):([0-5]?[0-9])(?:[.,]([0-9]{1,9}))?"
_TIME: Final = re.compile(
    rf"[\[(]?{_CLOCK}(?:[ \t]{{0,3}}(?:-{{1,2}}>|[-–—])[ \t]{{0,3}}{_CLOCK})?[\])]?[ \t:]{{0,3}}"
    r"(?:(?P<dash>[-–—|]|(?=[ \t]))[ \t]{1,3}(?P<name>[^\W\d][^\n]{0,59}))?"
)
_BEGINS_AS_TIME: Final = re.compile(r"[\[(]?[0-9]{1,3}:[0-9]")
#: The time line of a caption, whose number may be missing.
_CAPTION: Final = re.compile(
    r"(?:[0-9]{2,}:)?[0-9]{2}:[0-9]{2}[.,][0-9]{3}[ \t]*--?>[ \t]*(?:[0-9]{2,}:)?[0-9]{2}:[0-9]{2}"
)
_BEFORE, _AFTER, _BESIDE = "name before", "name after", "name beside"
_NUMBERED: Final = re.compile(r"(?i:speaker)[ _]?[0-9A-Z]{1,3}")
#: Of the marks at least so many have a name that comes again, and so many lines a mark.
_RECUR_ONE_IN: Final = 2
_ONE_IN: Final = 40


def claims(sample: Content) -> Claim:
    """Return whether times that are no captions' stand alone, beside names that come again.

    Where most lines begin with a time and go on with words, a word that comes again is no name.
    """
    if ":" not in sample.text:
        return Claim.NO
    head = unspelled_head(sample)
    lines, marks = head.lines, _marks(head.lines)
    told = _recurring(marks)
    enough = told * _RECUR_ONE_IN >= len(marks) > 2 or told == len(marks) == 2
    begun = sum(1 for line in lines if _BEGINS_AS_TIME.match(line.lstrip()))
    enough = enough and len(marks) * 2 >= begun
    enough = enough or head.names * _RECUR_ONE_IN >= len(marks) > 0
    if not enough or sum(_is_caption(lines, mark) for mark in marks) * 2 > len(marks):
        return Claim.NO
    return Claim.likely(are_times(marks, lines, one_in=_ONE_IN))


def _is_caption(lines: Sequence[str], mark: Mark) -> bool:
    line = lines[mark.row].strip()
    if "->" not in line:
        return False
    numbered = mark.row > 0 and lines[mark.row - 1].strip().isdecimal()
    return numbered or _CAPTION.match(line) is not None


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every block."""
    lines = without_spelled(without_credit(split_lines(content.text)))
    marks = _marks(lines)
    if not marks:
        raise NothingUsableError("it has no time beside a name")
    draft = Draft(NAME, in_order=True)
    taken = set(_taken(lines, marks))
    first = min(taken)
    read_head(lines[:first], draft)
    kept = ["" if row in taken or is_aside(line) else line for row, line in enumerate(lines)]
    TurnBuilder(draft, kept, str).build(marks)
    return draft.finish()


def _taken(lines: Sequence[str], marks: Sequence[Mark]) -> Iterator[int]:
    """Yield the rows of times and names, and of the initials that stand for a picture."""
    for mark in marks:
        yield mark.row
        if mark.shape != _BESIDE:
            yield mark.row + (1 if mark.shape == _AFTER else -1)
        above = mark.row - (2 if mark.shape == _BEFORE else 1)
        if above >= 0 and lines[above].strip() == _initials(mark.speaker or ""):
            yield above


def _initials(name: str) -> str:
    """Return the first letters of a name's first and last word."""
    first, *others = name.split() or [""]
    return "".join(word[:1] for word in (first, *others[-1:])).upper()


def _marks(lines: Sequence[str]) -> list[Mark]:
    """Return the marks with the names below or above, whichever come again more often."""
    found = [find_marks(lines, _Reader(lines, place).read) for place in (_AFTER, _BEFORE)]
    return max(found, key=lambda marks: (_recurring(marks), len(marks)))


def _recurring(marks: Sequence[Mark]) -> int:
    """Return how many names come again, or are a recogniser's, which is nothing else even once."""
    names = Counter(mark.speaker or "" for mark in marks)
    return sum(count for name, count in names.items() if count > 1 or _NUMBERED.fullmatch(name))


class _Reader:
    """Reads the line that is a time, with the name beside it or in that place."""

    def __init__(self, lines: Sequence[str], place: str) -> None:
        self._lines: Final = lines
        self._place: Final = place
        self._stamps: Final = Stamps()

    def read(self, line: str, row: int) -> Mark | None:
        """Return the mark that the line is, or None."""
        bare = line.strip()
        match = _TIME.fullmatch(bare) if ":" in bare[:12] else None
        if match is None:
            return None
        if match["dash"] == "" and not self._stands_above_words(row):
            return None
        shape, name = self._name(match["name"], row)
        if not name:
            return None
        start = self._stamps.read(*match.group(1, 2, 3))
        end = self._stamps.read(*match.group(4, 5, 6)) if match[4] else None
        return Mark(row, shape, start, "", name, end)

    def _stands_above_words(self, row: int) -> bool:
        """Return whether what is right below is no time, so that here may be a name alone."""
        below = self._line(row + 1)
        return bool(below) and _BEGINS_AS_TIME.match(below) is None

    def _name(self, beside: str | None, row: int) -> tuple[str, str]:
        if beside is not None:
            return _BESIDE, _as_name(beside)
        if self._place == _AFTER:  # with text below it
            return _AFTER, _as_name(self._line(row + 1)) if self._line(row + 2) else ""
        return _BEFORE, _as_name(self._line(row - 1))

    def _line(self, row: int) -> str:
        return self._lines[row].strip() if 0 <= row < len(self._lines) else ""


def _as_name(text: str) -> str:
    """Return a line without its colon where it is written like a name, else nothing."""
    bare = text.strip().rstrip(":").strip("[]").strip()
    if _NUMBERED.fullmatch(bare):
        return bare
    found = label_of(f"{bare}:") if bare and len(bare) < 60 else None
    return bare if found and found[0] == bare else ""
