"""PowerDivX: a line a caption with two clocks in braces; a bar is a line break.

{0:00:01}{0:00:03}Good morning.|All of you.
"""

import re
from typing import Final

from viewer.core.timecode import parse_time
from viewer.core.transcript import Transcript
from viewer.formats.captions.line_each import Caption, most_lines, read_lines
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content

NAME: Final = "powerdivx"

_TIME: Final = r"\{[ ]?([0-9]{1,3}:[0-5]?[0-9]:[0-5]?[0-9](?:[.,][0-9]{1,3})?)[ ]?\}"
_LINE: Final = re.compile(rf"\s*+{_TIME}\s?{_TIME}(.*)")
#: How players are told to show a line.
_CODE: Final = re.compile(r"\{[a-zA-Z]:[^{}]{0,40}\}")


def claims(sample: Content) -> Claim:
    """Return whether most lines begin with two clocks in braces."""
    return Claim.sure("}{" in sample.text and most_lines(sample, _LINE.match))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every line."""
    return read_lines(Draft(NAME, in_order=True), content, _LINE.fullmatch, _caption)


def _caption(match: re.Match[str]) -> Caption:
    text = _CODE.sub("", match[3]).replace("|", "\n").strip()
    return parse_time(match[1]), parse_time(match[2]), text
