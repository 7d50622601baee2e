"""A caption file cut at its time lines: what SubRip and WebVTT have in common."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from viewer.formats.draft import Draft
from viewer.formats.kit.stamp_columns import read_columns
from viewer.formats.kit.stamps import Stamps

_TIME: Final = r"((?:[0-9]{1,6}:)?[0-9]{1,3}):([0-9]{1,2})(?:[.,]([0-9]{1,9}))?"
#: A cue's number and time line as people write them; behind the times there may be settings or
#: places on the screen, such as `X1:100`. The end may be missing or unfinished where the start
#: has a fraction, which a line of text has not.
_TIMES: Final = (
    rf"[ \t]*{_TIME}[ \t]*"
    rf"(?:--?>[ \t]*{_TIME}(?![0-9:])(?:[ \t]+[A-Za-z]\w*:[^\s:]+)*"
    r"|(?(3)-->[0-9:., \t]{0,15}(?=\n)|(?!)))"
)
_NUMBER: Final = r"[ \t]*\d{1,9}[ \t]*\n"
LENIENT: Final = re.compile(rf"\n(?:{_NUMBER})?{_TIMES}")
#: The same where cues have no numbers: one right below text is part of it.
_UNNUMBERED: Final = re.compile(rf"\n(?:(?<=\n\n){_NUMBER})?{_TIMES}")
_BELOW_TEXT: Final = re.compile(rf"[^\n]\n{_NUMBER}[ \t]*[0-9]{{1,6}}:[0-9]")
_BELOW_BLANK: Final = re.compile(rf"\n\n{_NUMBER}[ \t]*[0-9]{{1,6}}:[0-9]")
#: Stands for an end that is not stated; any start is later.
NO_END: Final = -1

#: Between texts that are looked at as one; a text that holds it is not plain.
_SEPARATOR: Final = "\0"

#: Markdown's, around captions that are copied out of a chat.
_FENCE: Final = re.compile(r"\n[ \t]{0,9}```[\w-]{0,20}[ \t]{0,9}(?=\n)")
LEFT_OUT: Final = "This line is not part of a cue and was left out."
UNREADABLE: Final = "The times on this line could not be read; the cue was left out."
ENDLESS: Final = "The end of this cue cannot be read; it was estimated."
GOES_BACK: Final = "This cue begins before the one above it."
ENDS_EARLY: Final = "This cue ends before it starts; its end was estimated."


def normalized(text: str) -> str:
    r"""Return the text with `\n` as its only line end, and one before its first line."""
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\ufeff" in text:  # where files were put together
        text = text.replace("\n\ufeff", "\n")
    if "\\n" in text and "\n" not in text.strip():  # as a program writes them into its code
        text = text.replace("\\r", "").replace("\\n", "\n")
    text = f"\n{text}\n"
    return _FENCE.sub("\n", text) if "```" in text else text


def lenient_cues(text: str) -> "Cues":
    """Cut a text as people write it; a number above a time line is a cue's where most have one."""
    cues = Cues(text, LENIENT)
    numbers = len(_BELOW_TEXT.findall(text))
    if numbers and (numbers + len(_BELOW_BLANK.findall(text))) * 2 < len(cues):
        return Cues(text, _UNNUMBERED)
    return cues


class Cues:
    """The cues of a text: when they start and end, and what stands below their time lines.

    A pattern matches from the line feed before the cue to the end of its time line. It has one
    group, a time line of the usual width, or six, three for each of the two times. A body is
    everything up to the next match.
    """

    __slots__ = ("bodies", "ends", "head", "pattern", "starts", "text")

    def __init__(self, text: str, pattern: re.Pattern[str]) -> None:
        self.text: Final = text
        self.pattern: Final = pattern
        parts = pattern.split(text)
        self.head: Final = parts[0]
        self.bodies = parts[pattern.groups + 1 :: pattern.groups + 1]
        if pattern.groups == 1:
            times = read_columns(parts[1::2])
            self.starts, self.ends = times[::2], times[1::2]
        else:
            stamps = Stamps()
            self.starts = stamps.read_all(parts[1::7], parts[2::7], parts[3::7])
            ends = stamps.read_all(parts[4::7], parts[5::7], parts[6::7])
            if None in (end_parts := parts[4::7]):
                ends = [
                    NO_END if m is None else end for m, end in zip(end_parts, ends, strict=True)
                ]
            self.ends = ends

    def __len__(self) -> int:
        return len(self.bodies)

    def lines(self, wanted: set[int]) -> dict[int, int]:
        """Return the line numbers of the time lines of some cues; -1 is the head, line 0."""
        found = {-1: 0}
        line = offset = 0
        for index, match in enumerate(self.pattern.finditer(self.text)):
            if index in wanted:
                end = match.end() - self.text.endswith("\n", 0, match.end())
                line += self.text.count("\n", offset, end)
                offset = end
                found[index] = line
        return found


@dataclass(slots=True)
class Notes:
    """Problems noted while their line numbers are not known yet: finding those costs a pass."""

    #: Which cues of the file those are that are noted from now on, where some were left out.
    places: Sequence[int] | None = None
    _notes: list[tuple[int, int, str]] = field(default_factory=list)

    def add(self, cue: int, below: int, message: str) -> None:
        """Note a problem `below` lines under the time line of a cue; cue -1 is the head."""
        place = cue if self.places is None or cue < 0 else self.places[cue]
        self._notes.append((place, below, message))

    def report(self, cues: Cues, draft: Draft) -> None:
        """Add the problems to the draft, each with its line number, in order."""
        if not self._notes:
            return
        lines = cues.lines({cue for cue, _, _ in self._notes})
        for cue, below, message in self._notes:
            draft.problem(max(lines[cue] + below, 1), message)


def note_steps_back(cues: Cues, notes: Notes) -> None:
    """Note each cue that begins before the one above it."""
    if cues.starts != sorted(cues.starts):
        for cue, (above, start) in enumerate(pairwise(cues.starts), 1):
            if start < above:
                notes.add(cue, 0, GOES_BACK)


def why_derived(end_ms: int) -> str:
    """Return what is noted of a cue whose end is derived, for it lies before its start."""
    return ENDLESS if end_ms == NO_END else ENDS_EARLY


def plain_texts(
    bodies: Iterable[str], cleaned: Callable[[str], str], signs: Iterable[str]
) -> list[str] | None:
    """Return each body cleaned and on one line, or None if any then holds one of the signs.

    All of them are looked at and changed as one text: one by one 100,000 cues take 421 ms instead
    of 352 as SubRip, 486 instead of 354 as WebVTT.
    """
    stripped = list(map(str.strip, bodies))
    whole = cleaned(_SEPARATOR.join(stripped).replace("\n", " "))
    if any(sign in whole for sign in signs):
        return None
    texts = whole.split(_SEPARATOR)
    return texts if len(texts) == len(stripped) else None


def without_damage(cue: int, body: str, notes: Notes) -> str:
    """Return the body up to the first time line in it that could not be read, and note those.

    A line with an arrow but without a digit is text, unless it stands below a cue's number.
    """
    lines = body.split("\n")
    damaged = [row for row in range(len(lines)) if _is_time_line(lines, row)]
    for row in damaged:
        notes.add(cue, row, UNREADABLE)
    if not damaged:
        return body
    kept = lines[: damaged[0]]
    return "\n".join(kept[:-1] if kept and kept[-1].strip().isdecimal() else kept)


def _is_time_line(lines: list[str], row: int) -> bool:
    if "-->" not in lines[row]:
        return False
    numbered = row > 0 and lines[row - 1].strip().isdecimal()
    return any(map(str.isdecimal, lines[row])) or (numbered and not lines[row - 2].strip())
