"""CCExtractor's timed text: start, end, how the captions move, and a line, parted by bars.

00:00:01,001|00:00:03,000|RU2|WE BEGIN TONIGHT WITH NEWS
"""

import re
from typing import Final

from viewer.core.timecode import parse_time
from viewer.core.transcript import Transcript
from viewer.formats.captions.cues import ENDS_EARLY
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.text import split_lines

NAME: Final = "ccextractor"

_TIME: Final = r"([0-9]{2}:[0-9]{2}:[0-9]{2}[,.:][0-9]{1,3})"
_MODES: Final = "RU[1-4]|POP|PAI|TXT|ROL|608|708|CC[1-4]|TLT|XDS|[0-9]{3}"
_LINE: Final = re.compile(rf"\s*+{_TIME}\|{_TIME}\|(?:(?:{_MODES})\|){{1,3}}(.*)")
_LOOKED_AT: Final = 20
_LEFT_OUT: Final = "This line has no times and was left out."


def claims(sample: Content) -> Claim:
    """Return whether most lines are two times and a kind of captions between bars."""
    if "|" not in sample.text:
        return Claim.NO
    lines = [line for line in split_lines(sample.text.removeprefix("\ufeff")) if line.strip()]
    fitting = sum(1 for line in lines[:_LOOKED_AT] if _LINE.match(line))
    return Claim.sure(fitting * 2 > len(lines[:_LOOKED_AT]))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every line."""
    draft = Draft(NAME, in_order=True)
    for number, line in enumerate(split_lines(content.text.removeprefix("\ufeff")), 1):
        match = _LINE.fullmatch(line)
        if match is None:
            if line.strip():
                draft.problem(number, _LEFT_OUT)
            continue
        start, end = (parse_time(_pointed(match[group])) for group in (1, 2))
        if start is not None and end is not None and end < start:
            draft.problem(number, ENDS_EARLY)
            end = None
        if match[3].strip():
            draft.segment(start, end if start is not None else None, match[3])
    if draft.empty:
        raise NothingUsableError("it has no line with times and words")
    return draft.finish()


def _pointed(time: str) -> str:
    return f"{time[:8]}.{time[9:]}"
