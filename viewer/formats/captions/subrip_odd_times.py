"""Time lines of captions as translators and word processors leave them.

00：00：01，500 --> 00：00：04，000        ٠٠:٠٠:٠١,٥٠٠ --> ٠٠:٠٠:٠٤,٠٠٠
00: 00: 01, 500 –> 00: 00: 04, 000      00:00:01,500 --&gt; 00:00:04,000

Digits of any script, full-width colons and commas, blanks and marks of direction between the
pieces, arrows of dashes or of one character. Here they are written as SubRip writes them.
"""

import re
import unicodedata
from typing import Final

from viewer.formats.captions.cues import Cues

_DASHES: Final = "-\u2010-\u2015\u2212\ufe63\uff0d"
#: Blanks of all widths, and marks that take no place.
_GAP: Final = r"[ \t\xa0\u2000-\u200f\u202a-\u202f\u205f-\u2064\u2066-\u2069\u3000\ufeff]{0,3}"
_COLON: Final = f"{_GAP}[:\uff1a\ufe55\u2236]{_GAP}"
_POINT: Final = f"{_GAP}[.,\uff0c\uff0e\ufe50\u3001\u060c\u066b]{_GAP}"
_TIME: Final = (
    rf"(?:(\d{{1,6}}){_COLON})?(\d{{1,3}}){_COLON}(\d{{1,2}})(?:{_POINT}(\d{{1,9}}))?(?!{_COLON}\d)"
)
_ARROW: Final = rf"(?:[{_DASHES}][{_DASHES} ]{{0,3}}(?:[>\uff1e]|&gt;)|\u2192)"
#: Most lines need no second look, and a look takes long.
_NOT_USUAL: Final = r"(?!(?:[0-9]{1,9}\n)?[0-9]{2}:[0-9]{2}:[0-9]{2}[,.][0-9]{3} --> [0-9]{2}:)"
_LINE: Final = re.compile(
    rf"\n{_NOT_USUAL}(?:{_GAP}(\d{{1,9}}){_GAP}\n)?{_GAP}{_TIME}{_GAP}{_ARROW}{_GAP}{_TIME}(?!\d){_GAP}"
)
#: Arrows that end in `>`; and those that SubRip does not have and that end in something else.
_ARROWS: Final = ("->", "- >", "\u2013>", "\u2014>", "\u2015>")
_OTHER_ARROWS: Final = ("\u2192", "\uff1e")


def may_be_odd(cues: Cues) -> bool:
    """Return whether there are other arrows in the text than those of the cues' times."""
    rest = "\n".join((cues.head, *(body for body in cues.bodies if ">" in body)))
    whole = cues.text
    return (
        any(arrow in rest for arrow in _ARROWS)
        or any(arrow in whole for arrow in _OTHER_ARROWS)
        or ("&" in whole and "-&gt;" in whole)
    )


def has_times(text: str) -> bool:
    """Return whether there is a time line in a strange notation, below a line feed."""
    return any(map(_is_certain, _LINE.finditer(text)))


def usual_times(text: str) -> str:
    """Return the text with strange time lines as SubRip writes them; no line is added or goes."""
    return _LINE.sub(_usual, text)


def _is_certain(line: re.Match[str]) -> bool:
    """Return whether two things speak for a time line: a blank line, a number, fractions."""
    at = line.start()
    apart = at == 0 or line.string.endswith("\n", 0, at)
    return apart + bool(line[1]) + bool(line[5] and line[9]) >= 2


def _usual(line: re.Match[str]) -> str:
    if not _is_certain(line):
        return line[0]
    number = f"\n{_plain(line[1])}" if line[1] else ""
    start, end = _time(*line.group(2, 3, 4, 5)), _time(*line.group(6, 7, 8, 9))
    return f"{number}\n{start} --> {end} "


def _time(hours: str | None, minutes: str, seconds: str, fraction: str | None) -> str:
    shown = f"{_plain(hours or '00'):0>2}:{_plain(minutes):0>2}:{_plain(seconds):0>2}"
    return f"{shown},{_plain(fraction)}" if fraction else shown


def _plain(digits: str) -> str:
    return "".join(str(unicodedata.decimal(digit)) for digit in digits)
