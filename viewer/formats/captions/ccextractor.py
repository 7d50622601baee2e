"""CCExtractor's timed text: start, end, how the captions move, and a line, parted by bars.

00:00:01,001|00:00:03,000|RU2|WE BEGIN TONIGHT WITH NEWS
"""

import re
from typing import Final

from viewer.core.timecode import parse_time
from viewer.core.transcript import Transcript
from viewer.formats.captions.line_each import Caption, most_lines, read_lines
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content

NAME: Final = "ccextractor"

#: A clock, or a date with a time of day without anything between.
_TIME: Final = r"([0-9]{2}:[0-9]{2}:[0-9]{2}[,.:][0-9]{1,3}|[0-9]{14}[,.:][0-9]{1,3})"
_OF_DAY: Final = "The times are times of day; they are counted from the first, {}."
_MODES: Final = "RU[1-4]|POP|PAI|TXT|ROL|608|708|CC[1-4]|TLT|XDS|[0-9]{3}"
_LINE: Final = re.compile(rf"\s*+{_TIME}\|{_TIME}\|(?:(?:{_MODES})\|){{1,3}}(.*)")


def claims(sample: Content) -> Claim:
    """Return whether most lines are two times and a kind of captions between bars."""
    return Claim.sure("|" in sample.text and most_lines(sample, _LINE.match))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every line; times of a day count from the first."""
    draft = Draft(NAME, in_order=True)
    zero: int | None = None

    def caption(match: re.Match[str]) -> Caption:
        nonlocal zero
        start, end = (parse_time(_pointed(match[group])) for group in (1, 2))
        if zero is None and start is not None:
            zero = start if _is_dated(match[1]) else 0
            if zero:
                draft.problem(1, _OF_DAY.format(_pointed(match[1])))
        start, end = (None if ms is None else ms - (zero or 0) for ms in (start, end))
        return start, end, match[3].strip()

    return read_lines(draft, content, _LINE.fullmatch, caption)


def _is_dated(time: str) -> bool:
    return ":" not in time[:-4]


def _pointed(time: str) -> str:
    """Return a time as a clock, also one behind a date."""
    if _is_dated(time):
        time = f"{time[8:10]}:{time[10:12]}:{time[12:]}"
    return f"{time[:8]}.{time[9:]}"
