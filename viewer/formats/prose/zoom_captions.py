"""Captions that Zoom saves from a meeting: a name in brackets and a time of day, the words below.

[Jane Doe] 10:02:03
Good morning and welcome.

A time of day is no place in a recording, so times count from the first; a day may end between.
"""

import re
from typing import Final

from viewer.core.timecode import parse_time
from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.text import split_lines

NAME: Final = "zoom-captions"

_MARK: Final = re.compile(
    r"[ \t]{0,8}\[([^\[\]\n]{1,80})\][ \t]{1,4}([0-9]{1,2}:[0-5][0-9]:[0-5][0-9])"
    r"(?:[ \t]?([APap])\.?[Mm]\.?)?[ \t]*"
)
_HALF_DAY_MS: Final = 12 * 3_600_000
_DAY_MS: Final = 2 * _HALF_DAY_MS
#: The first time of a recording that counts from its beginning lies before this one.
_EARLY_MS: Final = 3_600_000
_OF_DAY: Final = "The times are times of day; they are counted from the first, {}."
_ONE_IN: Final = 6
_LOOKED_AT: Final = 60


def claims(sample: Content) -> Claim:
    """Return whether lines are a name in brackets and a time behind it."""
    lines = [line for line in split_lines(sample.text)[:_LOOKED_AT] if line.strip()]
    marks = sum(1 for line in lines if _MARK.fullmatch(line.removeprefix("\ufeff")))
    return Claim.sure(marks and marks * _ONE_IN >= len(lines))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every turn."""
    draft = Draft(NAME, in_order=True)
    days = _Days(draft)
    turn: tuple[int, str] | None = None
    said: list[str] = []
    for number, line in enumerate(split_lines(content.text.removeprefix("\ufeff")), 1):
        match = _MARK.fullmatch(line)
        if match is None:
            said.append(line)
            continue
        _add(draft, turn, said)
        turn, said = (days.read(match, number), match[1].strip()), []
    _add(draft, turn, said)
    if draft.empty:
        raise NothingUsableError("it has no turn with words")
    return draft.finish()


def _add(draft: Draft, turn: tuple[int, str] | None, said: list[str]) -> None:
    text = "\n".join(said).strip()
    if turn is not None and text:
        draft.segment(turn[0], None, text, speaker=turn[1])


class _Days:
    """Reads times of day as times from the first one."""

    def __init__(self, draft: Draft) -> None:
        self._draft: Final = draft
        self._first: int | None = None
        self._last = 0

    def read(self, match: re.Match[str], line: int) -> int:
        """Return the milliseconds from the first time."""
        time = parse_time(match[2]) or 0
        if match[3]:
            time = time % _HALF_DAY_MS + (_HALF_DAY_MS if match[3] in "Pp" else 0)
        if self._first is None:
            self._first = self._last = time if time >= _EARLY_MS else 0
            if self._first:
                self._draft.problem(line, _OF_DAY.format(match[2]))
        while self._first and time < self._last - _HALF_DAY_MS:
            time += _DAY_MS
        self._last = max(self._last, time)
        return max(time - self._first, 0)
