"""Times of captions that programs wrote wrongly, as SubRip writes them.

00:00:01;500 --> 00:00:03:000            00:00:01:12 --> 00:00:03:07
00:00:01,239.99999999 --> 00:00:03,5     -00:00:01,500 --> 00:00:19abcd,580
00.00.01.500 --> 00.00.03.000            [00:00:01.500 --> 00:00:03.000]

A mark before three digits is a point; before two it counts frames. What lies before zero is zero.
An end that is no time is left out, so that it is derived and noted.
"""

import re
from typing import Final

from viewer.core.timecode import clock_seconds, format_stamp, fraction_ms

#: Nearly every line is such a one.
_USUAL: Final = (
    r"(?![0-9]{2}:[0-9]{2}:[0-9]{2}[,.][0-9]{3} --> [0-9]{2}:[0-9]{2}:[0-9]{2}[,.][0-9]{3}\s)"
)
_LINE: Final = re.compile(
    rf"\n{_USUAL}[ \t]*([-0-9:;,.]{{4,60}})[ \t]*--?>[ \t]*([^\s]{{0,60}})(?=[ \t\n])"
)
_TIME: Final = re.compile(
    r"(-?)(?:([0-9]{1,6}):)?([0-9]{1,3}):([0-9]{1,2})(?:([.,;:])([0-9]{1,40})(?:\.([0-9])[0-9]{0,40})?)?"
)
#: Points where colons belong, before one more.
_DOTTED: Final = re.compile(r"\A([0-9]{1,3})\.([0-5][0-9])\.([0-5][0-9])[.,](?=[0-9]{1,3}\Z)")
#: A time line whose end is damaged; a line that only has an arrow is text.
_UNFINISHED: Final = re.compile(r"\n[ \t]*[0-9:]+[.,][0-9]+[ \t]*-->[ \t]*(?:[0-9]+:[0-9]|NaN).*")
#: Alone on its line; with words behind it, it is a line of text.
_BRACKETED: Final = re.compile(
    r"\n[ \t]*[\[(][ \t]*([0-9]{1,3}:[0-9:.,]{2,20})[ \t]*--?>[ \t]*([0-9]{1,3}:[0-9:.,]{2,20})"
    r"[ \t]*[\])][ \t]*(?=\n)"
)
_RATES: Final = (24, 25, 30, 50, 60, 100)
_FRAME_DIGITS: Final = 2


def tamed(text: str) -> str:
    """Return the text with wrongly written time lines put right; no line is added or goes."""
    if "->" not in text:
        return text
    text = _BRACKETED.sub(r"\n\1 --> \2", text)
    found = [match for line in _LINE.finditer(text) for match in map(_match, line.groups())]
    frames = [int(match[6]) for match in found if match and _counts_frames(match)]
    rate = next((rate for rate in _RATES if rate > max(frames)), 100) if frames else 100

    def put_right(line: re.Match[str]) -> str:
        start, end = _ms(line[1], rate), _ms(line[2], rate)
        if start is None or (end is None and not _UNFINISHED.fullmatch(line[0])):
            return line[0]
        shown = "" if end is None else format_stamp(end, separator=",")
        return f"\n{format_stamp(start, separator=',')} --> {shown}"

    return _LINE.sub(put_right, text)


def _match(text: str) -> re.Match[str] | None:
    return _TIME.fullmatch(_DOTTED.sub(r"\1:\2:\3,", text))


def _counts_frames(match: re.Match[str]) -> bool:
    return match[5] in (";", ":") and len(match[6]) <= _FRAME_DIGITS


def _ms(text: str, rate: int) -> int | None:
    match = _match(text)
    if match is None:
        return None
    if match[1]:
        return 0
    seconds = clock_seconds(int(match[2] or 0), int(match[3]), int(match[4]))
    if _counts_frames(match):
        return seconds * 1000 + int(match[6]) * 1000 // rate
    return seconds * 1000 + fraction_ms(f"{match[6] or ''}{match[7] or ''}")
