"""A Praat TextGrid as it stands: its tiers and their labels, from the long and the short form.

Only texts in quotes, numbers and flags that stand alone count; everything else is there for people.
The format: https://www.fon.hum.uva.nl/praat/manual/TextGrid_file_formats.html
"""

import re
from dataclasses import dataclass, field
from typing import Final
from unicodedata import normalize

from viewer.core.oneline import one_line
from viewer.core.value import value
from viewer.formats.draft import Draft
from viewer.formats.kit.json_values import LATEST_S
from viewer.formats.text import repaired, split_lines

_HEAD: Final = re.compile(
    r'\ufeff?\s*(?:File type = )?"ooTextFile(?: short)?"\s+(?:Object class = )?"TextGrid(?: \d)?"'
)
#: A text, whose quotes are doubled; a comment; a flag; a word, which may be a number.
_TOKEN: Final = re.compile(
    r'"((?:[^"]++|"")*+)("?)|(?<!\S)!.*|(?<!\S)<[^<>\n]{0,40}>|(?<!\S)([-+]?[0-9][^\s"]{0,40})|[^\s"]+'
)
_NUMBER: Final = re.compile(r"([-+]?[0-9]{1,12}(?:\.[0-9]{0,40})?(?:[eE][-+]?[0-9]{1,3})?)[a-z%]?")
_CLASSES: Final = ("IntervalTier", "TextTier")
#: So many numbers stand before the text of an interval: two, and three more in a tier's first.
_OF_AN_INTERVAL: Final = (2, 5)
_OF_A_POINT: Final = (1, 4)

#: Praat's own way to write letters beyond ASCII: `\\a"`, `\\e'`, `\\ss`.
_ACCENTED: Final = re.compile(r"""\\([A-Za-z])(["'`^~,])""")
_MARKS: Final = {
    '"': "\u0308",
    "'": "\u0301",
    "`": "\u0300",
    "^": "\u0302",
    "~": "\u0303",
    ",": "\u0327",
}
_LETTERS: Final = {"\\ss": "ß", "\\ae": "æ", "\\o/": "ø", "\\oe": "œ", "\\aa": "å"}

_NO_TIME: Final = "This text has no time and was left out."
ENDS_EARLY: Final = "This interval ends before it starts; its end was estimated."
_CUT_OFF: Final = "The file breaks off inside this text."


@value
class Label:
    """A text with its times; a point has no end, nor has what ends too early."""

    start_ms: int
    end_ms: int | None
    text: str


@dataclass(slots=True)
class Tier:
    """A tier with its labels that hold text, in the file's order."""

    name: str
    of_points: bool
    labels: list[Label] = field(default_factory=list)


def is_grid(text: str) -> bool:
    """Return whether a file's head is that of a TextGrid."""
    return _HEAD.match(text) is not None


def read_tiers(text: str, draft: Draft) -> list[Tier]:
    """Read the tiers, and the length into the draft; what fits nowhere is a problem."""
    text = "\n".join(split_lines(text))
    head = _HEAD.match(text)
    reader = _Reader(draft)
    line, before = 1, 0
    for token in _TOKEN.finditer(text, head.end() if head else 0):
        if token[1] is not None:
            line += text.count("\n", before, token.start())
            before = token.start()
            reader.take_text(_unescaped(token[1]), line, whole=bool(token[2]))
        elif token[3] is not None and (number := _NUMBER.fullmatch(token[3])):
            reader.numbers.append(float(number[1]))
    return reader.tiers


def _unescaped(text: str) -> str:
    text = text.replace('""', '"')
    if "\\" not in text:
        return text
    for written, letter in _LETTERS.items():
        text = text.replace(written, letter)
    return _ACCENTED.sub(lambda match: normalize("NFC", match[1] + _MARKS[match[2]]), text)


class _Reader:
    """Puts the flat row of numbers and texts together again."""

    def __init__(self, draft: Draft) -> None:
        self.tiers: list[Tier] = []
        self.numbers: list[float] = []
        self._draft = draft
        self._names_tier = False

    def take_text(self, text: str, line: int, *, whole: bool) -> None:
        """Take in a text with the numbers that stand before it."""
        numbers, self.numbers = self.numbers, []
        if not whole:
            self._draft.problem(line, _CUT_OFF)
        if self._names_tier:
            self.tiers[-1].name = one_line(repaired(text))
            self._names_tier = False
        elif text in _CLASSES and not self._is_label(numbers):
            self._begin_tier(text, numbers)
        elif text.strip():
            self._add(text, numbers, line)

    def _is_label(self, numbers: list[float]) -> bool:
        if not self.tiers:
            return False
        return len(numbers) in (_OF_A_POINT if self.tiers[-1].of_points else _OF_AN_INTERVAL)

    def _begin_tier(self, text: str, numbers: list[float]) -> None:
        if not self.tiers and len(numbers) > 1:
            self._draft.duration_ms = _milliseconds(numbers[1])
        self.tiers.append(Tier("", text == "TextTier"))
        self._names_tier = True

    def _add(self, text: str, numbers: list[float], line: int) -> None:
        many = 1 if self.tiers and self.tiers[-1].of_points else 2
        times = [_milliseconds(number) for number in numbers[-many:]]
        start, end = (*times, None, None)[:2]
        if not self.tiers or len(times) < many or start is None:
            self._draft.problem(line, _NO_TIME)
            return
        if end is not None and end <= start:
            if end < start:
                self._draft.problem(line, ENDS_EARLY)
            end = None
        self.tiers[-1].labels.append(Label(start, end, text))


def _milliseconds(seconds: float) -> int | None:
    return max(round(seconds * 1000), 0) if seconds <= LATEST_S else None
