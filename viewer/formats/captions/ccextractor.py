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

_TIME: Final = r"([0-9]{2}:[0-9]{2}:[0-9]{2}[,.:][0-9]{1,3})"
_MODES: Final = "RU[1-4]|POP|PAI|TXT|ROL|608|708|CC[1-4]|TLT|XDS|[0-9]{3}"
_LINE: Final = re.compile(rf"\s*+{_TIME}\|{_TIME}\|(?:(?:{_MODES})\|){{1,3}}(.*)")


def claims(sample: Content) -> Claim:
    """Return whether most lines are two times and a kind of captions between bars."""
    return Claim.sure("|" in sample.text and most_lines(sample, _LINE.match))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every line."""
    return read_lines(Draft(NAME, in_order=True), content, _LINE.fullmatch, _caption)


def _caption(match: re.Match[str]) -> Caption:
    start, end = (parse_time(_pointed(match[group])) for group in (1, 2))
    return start, end, match[3].strip()


def _pointed(time: str) -> str:
    return f"{time[:8]}.{time[9:]}"
