"""TMPlayer: a clock before each line of words, a bar is a line break, and no ends.

00:00:01:Good morning.|All of you.        00:00:01,1=Good morning.
00:00:04:                                 00:00:01,2=All of you.

A clock without words ends the line above.
"""

import re
from typing import Final

from viewer.core.timecode import clock_seconds
from viewer.core.transcript import Transcript
from viewer.formats.captions.line_each import most_lines
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.text import split_lines

NAME: Final = "tmplayer"

_LINE: Final = re.compile(
    r"\s{0,9}([0-9]{1,2}):([0-5][0-9]):([0-5][0-9])(?:,([1-9])\s?[=:]|[:=])(?![0-9]{2}\b)(.*)"
)
#: Right behind the clock, as prose never has them.
_SIGN: Final = re.compile(
    r"\s{0,9}[0-9]{1,2}:[0-5][0-9]:[0-5][0-9](?:,[1-9]\s?[=:]|[:=])(?:[^\s\d]|\d{3}|\Z)"
)
_CODE: Final = re.compile(r"\{[a-zA-Z]:[^{}]{0,40}\}")
_SLASH: Final = re.compile(r"(?:^|(?<=\|))[ \t]{0,3}/(?=\S)")
_LEFT_OUT: Final = "This line has no time and was left out."


def claims(sample: Content) -> Claim:
    """Return whether most lines begin with a clock that the words follow right behind a sign."""
    return Claim.sure(_is_one(sample))


def _is_one(sample: Content) -> bool:
    lines = split_lines(sample.text.removeprefix("\ufeff"))
    clocked = [match for each in lines if (match := _SIGN.match(each))]
    numbered = any("," in match[0] and "=" in match[0] for match in clocked)
    barred = any("|" in each for each in lines)
    ends = any(match[0].rstrip()[-1:] in ":=" for match in clocked)
    return (numbered or barred or ends) and most_lines(sample, _SIGN.match)


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every line; those that are numbered within one time belong together."""
    draft = Draft(NAME, in_order=True)
    said: list[tuple[int, str]] = []
    for number, line in enumerate(split_lines(content.text.removeprefix("\ufeff")), 1):
        match = _LINE.fullmatch(line)
        if match is None:
            if line.strip():
                draft.problem(number, _LEFT_OUT)
            continue
        hours, minutes, seconds = (int(digits) for digits in match.groups()[:3])
        start = clock_seconds(hours, minutes, seconds) * 1000
        text = _SLASH.sub("", _CODE.sub("", match[5])).replace("|", "\n").strip()
        if (match[4] or "1") > "1" and said and said[-1][0] == start:
            said[-1] = (start, f"{said[-1][1]}\n{text}")
        else:
            said.append((start, text))
    _add(draft, said)
    if draft.empty:
        raise NothingUsableError("it has no line with a time and words")
    return draft.finish()


def _add(draft: Draft, said: list[tuple[int, str]]) -> None:
    for row, (start, text) in enumerate(said):
        after, next_text = said[row + 1] if row + 1 < len(said) else (start, text)
        if text:
            draft.segment(start, None if next_text or after < start else after, text)
