"""Captions that Zoom saves from a meeting: a name in brackets and a time of day, the words below.

[Jane Doe] 10:02:03
Good morning and welcome.

The times are times of day, or count from the beginning.
"""

import re
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.prose.times_of_day import TimesOfDay
from viewer.formats.text import split_lines

NAME: Final = "zoom-captions"

_MARK: Final = re.compile(
    r"[ \t]{0,8}\[([^\[\]\n]{1,80})\][ \t]{1,4}([0-9]{1,2}:[0-5][0-9]:[0-5][0-9])"
    r"(?:[ \t]?([APap])\.?[Mm]\.?)?[ \t]*"
)
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
    times = TimesOfDay(draft)
    turn: tuple[int, str] | None = None
    said: list[str] = []
    for number, line in enumerate(split_lines(content.text.removeprefix("\ufeff")), 1):
        match = _MARK.fullmatch(line)
        if match is None:
            said.append(line)
            continue
        _add(draft, turn, said)
        turn, said = (times.read(match[2], match[3], number), match[1].strip()), []
    _add(draft, turn, said)
    if draft.empty:
        raise NothingUsableError("it has no turn with words")
    return draft.finish()


def _add(draft: Draft, turn: tuple[int, str] | None, said: list[str]) -> None:
    text = "\n".join(said).strip()
    if turn is not None and text:
        draft.segment(turn[0], None, text, speaker=turn[1])
