"""MPL2: times in tenths of a second in square brackets, a bar is a line break.

[0][25]Good morning.
[25][50]/Hi there.|/And goodbye.

A slash at the start of a line makes it italic.
"""

import re
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.captions.cues import ENDS_EARLY
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.text import split_lines

NAME: Final = "mpl2"

_LINE: Final = re.compile(r"\s*+\[([0-9]{1,9})\]\s?\[([0-9]{0,9})\](.*)")
_SLASH: Final = re.compile(r"(?:^|(?<=\|))[ \t]{0,3}/(?=\S)")
_TENTH_MS: Final = 100
#: So many lines are looked at, of which most must begin so.
_LOOKED_AT: Final = 20
_LEFT_OUT: Final = "This line has no times and was left out."


def claims(sample: Content) -> Claim:
    """Return whether most lines begin with two whole numbers in square brackets."""
    if "][" not in sample.text:
        return Claim.NO
    lines = [line for line in split_lines(sample.text.removeprefix("\ufeff")) if line.strip()]
    fitting = sum(1 for line in lines[:_LOOKED_AT] if _LINE.match(line))
    return Claim.likely(fitting * 2 > len(lines[:_LOOKED_AT]))


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
        start = int(match[1]) * _TENTH_MS
        end = int(match[2]) * _TENTH_MS if match[2] else None
        if end is not None and end < start:
            draft.problem(number, ENDS_EARLY)
            end = None
        text = _SLASH.sub("", match[3]).replace("|", "\n").strip()
        if text:
            draft.segment(start, end, text)
    if draft.empty:
        raise NothingUsableError("it has no line with times and words")
    return draft.finish()
