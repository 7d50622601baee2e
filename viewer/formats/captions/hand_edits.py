"""What hands and chats leave of captions: numbers in marks, other arrows, seconds for clocks.

#1  **2**  3.                           1 00:00:01,500 --> 00:00:04,000
00:00:01,500 => 00:00:04,000            00:00:01,500 – 00:00:04,000 (below a number)
1.5 --> 4.0                             -00:00:01.500 --> 00:00:04.000

Here they are written as SubRip writes them; no line is added or goes.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from viewer.core.timecode import format_stamp, parse_time

_CLOCK: Final = r"[0-9]{1,3}:[0-5]?[0-9]:[0-5]?[0-9][.,][0-9]{1,3}"
_START: Final = r"(?:[0-9]{1,3}:)?[0-9]{1,2}:[0-9]{2}(?:[.,][0-9]{1,3})?[ \t]{0,3}--?>"
_MARKED: Final = r"(?:#|\*\*|\[|\()?[ ]?([0-9]{1,9})(?:\*\*|[.):\]])?"
#: Alone above its times, below a blank line or nothing.
_ABOVE: Final = re.compile(rf"(?:\A|(?<=\n))\n[ \t]*+{_MARKED}[ \t]*+(?=\n[ \t]{{0,9}}{_START})")
_BESIDE: Final = re.compile(rf"\n[ \t]*+{_MARKED}[ \t]++(?={_START})")
_ARROW: Final = re.compile(
    rf"(\n[ \t]*+[0-9]{{1,9}}[ \t]*+)\n[ \t]*+({_CLOCK})"
    rf"[ \t]*+(?:={{1,3}}[ ]?>|to|[-–—])?[ \t]*+(?<![0-9])({_CLOCK})[ \t]*+(?=\n)"
)
_NUMBER: Final = r"([0-9]{1,6}(?:\.[0-9]{1,9})?)[ ]?s?"
_SECONDS: Final = re.compile(
    rf"(\n[ \t]*+[0-9]{{1,9}}[ \t]*+)?\n[ \t]*+{_NUMBER}[ \t]*+--?>[ \t]*+{_NUMBER}[ \t]*+(?=\n)"
)
#: On a line of times; a number below zero that is a text stays.
_NEGATIVE: Final = re.compile(
    r"(\n[ \t]{0,9}(?=[0-9:.,-]{1,30}[ \t]{0,9}-->)|-->[ \t]{0,9})"
    r"(?:-[0-9:-]{1,12}|[0-9:]{1,9}:-[0-9:-]{1,9})([.,])[0-9]{1,3}(?=[ \t]*+(?:-->|\n))"
)
#: So many of them are the way of a file.
_FEWEST: Final = 2


def undone(text: str) -> str:
    """Return the text with its times as SubRip has them; one that begins with a line feed."""
    text = never_negative(text)
    if "->" in text:
        arrows = text.count("->")
        for pattern, put in ((_ABOVE, r"\n\1"), (_BESIDE, r"\n")):
            changed, count = pattern.subn(put, text)
            text = changed if count * 2 >= arrows else text
        if sum(_is_caption(text, line) for line in _SECONDS.finditer(text)) >= _FEWEST:
            text = _SECONDS.sub(_clocks, text)
    if sum(1 for _ in _ARROW.finditer(text)) >= _FEWEST:
        text = _ARROW.sub(_clocks, text)
    return text


def never_negative(text: str) -> str:
    """Return the text with zero for times that lie before it."""
    may_be = "\n-0" in text or ":-" in text or "> -0" in text
    return _NEGATIVE.sub(r"\g<1>00:00:00\g<2>000", text) if may_be and "-->" in text else text


def without_numbers(bodies: Sequence[str]) -> Sequence[str]:
    """Return the texts of cues without the numbers of the next ones, which no blank line parts.

    Such ones stand below all texts but the last, and count. Where numbers are all that cues hold,
    they are what is said.
    """
    if len(bodies) <= _FEWEST or not all(map(_ends_in_number, bodies[:-1])):
        return bodies
    if not any("\n" in body.strip() for body in bodies[:-1]):
        return bodies
    last = [int(body.rstrip().rpartition("\n")[2]) for body in bodies[:-1]]
    if any(number != above + 1 for above, number in pairwise(last)):
        return bodies
    return [*(body.rstrip().rpartition("\n")[0] for body in bodies[:-1]), *bodies[-1:]]


def _ends_in_number(body: str) -> bool:
    last = body.rstrip()[-10:].rpartition("\n")[2].strip()
    return len(last) < 9 and last.isdecimal()


def _is_seconds(line: re.Match[str]) -> bool:
    """Return whether numbers around an arrow are times: below a number, or with fractions."""
    return bool(line[1]) or ("." in line[2] and "." in line[3])


def _is_caption(text: str, line: re.Match[str]) -> bool:
    """Return whether such times have words right below, as a list of arrows has not."""
    return _is_seconds(line) and text[line.end() + 1 : line.end() + 2] not in ("", "\n")


def _clocks(line: re.Match[str]) -> str:
    start, end = (parse_time(line[place]) for place in (2, 3))
    if start is None or end is None or (line.re is _SECONDS and not _is_seconds(line)):
        return line[0]
    stamps = (format_stamp(ms, separator=",") for ms in (start, end))
    return f"{line[1] or ''}\n{' --> '.join(stamps)}"
