"""QuickTime's text tracks as text: a time in brackets, what is shown from then on.

{QTtext}{timeScale:30}{timeStamps:absolute}
[00:00:01.15]
Good morning.
[00:00:03.00]

What stands behind the point counts parts of a second, as many as the time scale says; relative
times count from the one above.
"""

import re
from collections.abc import Iterator
from typing import Final

from viewer.core.timecode import clock_seconds
from viewer.core.transcript import Transcript
from viewer.formats.captions.moments import Moment, finished
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content
from viewer.formats.text import split_lines

NAME: Final = "quicktime-text"

_SIGN: Final = re.compile(r"\A\ufeff?\s{0,99}\{QTtext\}", re.I)
_TIME: Final = re.compile(
    r"[ \t]*+\[([0-9]{1,3}):([0-9]{1,2}):([0-9]{1,2})(?:[.:]([0-9]{1,6}))?\](.*)"
)
#: What says how words look; other braces are words.
_CODE: Final = re.compile(
    r"\{(?:plain|bold|italic|underline|outline|shadow|condense|extend|QTtext"
    r"|[A-Za-z]{2,24}:[^{}\n]{0,200})\}",
    re.I,
)
_SCALE: Final = re.compile(r"\{timeScale:[ ]?([0-9]{1,6})\}", re.I)
_RELATIVE: Final = re.compile(r"\{timeStamps:[ ]?relative\}", re.I)
#: What QuickTime takes where the file does not tell.
_USUAL_SCALE: Final = 600
_LEFT_OUT: Final = "This line stands above the first time and was left out."


def claims(sample: Content) -> Claim:
    """Return whether the head begins as QuickTime's text does."""
    return Claim.sure(_SIGN.match(sample.text))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read what is shown from each time on."""
    draft = Draft(NAME, in_order=True)
    return finished(draft, _moments(content.text.removeprefix("\ufeff"), draft))


def _moments(text: str, draft: Draft) -> Iterator[Moment]:
    lines = split_lines(text)
    first = next((row for row, line in enumerate(lines) if _TIME.match(line)), len(lines))
    head = "\n".join(lines[:first])
    scale = _SCALE.search(head)
    units = max(int(scale[1]), 1) if scale else _USUAL_SCALE
    is_relative = _RELATIVE.search(head) is not None
    start, line, said = -1, 0, list[str]()
    for number, each in enumerate(lines, 1):
        match = _TIME.fullmatch(each)
        if match is None:
            said.append(_CODE.sub("", each).strip())
            continue
        yield from _shown(start, line, said, draft)
        time = _ms(match, units)
        start = time + max(start, 0) if is_relative else time
        line, said = number, [_CODE.sub("", match[5]).strip()]
    yield from _shown(start, line, said, draft)


def _shown(start: int, line: int, said: list[str], draft: Draft) -> Iterator[Moment]:
    if start >= 0:
        yield Moment(line, start, "\n".join(filter(None, said)))
        return
    for number, each in enumerate(said, 1):
        if each:
            draft.problem(number, _LEFT_OUT)


def _ms(match: re.Match[str], units: int) -> int:
    seconds = clock_seconds(int(match[1]), int(match[2]), int(match[3]))
    return seconds * 1000 + round(int(match[4] or 0) * 1000 / units)
