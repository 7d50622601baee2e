"""MPL2: times in tenths of a second in square brackets, a bar is a line break.

[0][25]Good morning.
[25][50]/Hi there.|/And goodbye.

A slash at the start of a line makes it italic.
"""

import re
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.captions.line_each import Caption, most_lines, read_lines
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content

NAME: Final = "mpl2"

_LINE: Final = re.compile(r"\s*+\[([0-9]{1,9})\]\s?\[([0-9]{0,9})\](.*)")
_SLASH: Final = re.compile(r"(?:^|(?<=\|))[ \t]{0,3}/(?=\S)")
#: How players are told to show a line.
_CODE: Final = re.compile(r"\{[a-zA-Z]:[^{}]{0,40}\}")
_TENTH_MS: Final = 100


def claims(sample: Content) -> Claim:
    """Return whether most lines begin with two whole numbers in square brackets."""
    return Claim.likely("][" in sample.text and most_lines(sample, _LINE.match))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every line."""
    return read_lines(Draft(NAME, in_order=True), content, _LINE.fullmatch, _caption)


def _caption(match: re.Match[str]) -> Caption:
    end = int(match[2]) * _TENTH_MS if match[2] else None
    text = _SLASH.sub("", _CODE.sub("", match[3])).replace("|", "\n").strip()
    return int(match[1]) * _TENTH_MS, end, text
