"""MicroDVD: times are numbers of frames, a bar is a line break.

{1}{1}23.976
{45}{93}Good morning.|All of you.
"""

import re
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.captions.cues import ENDS_EARLY
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.text import split_lines

NAME: Final = "microdvd"

#: What players take where neither the file nor its film says it.
_USUAL_RATE: Final = 23.976
_RATES: Final = (1.0, 300.0)

_LINE: Final = re.compile(r"[ \t]*+\{[ ]*+([0-9]{1,9})[ ]*+\}[ ]*+\{[ ]*+([0-9]{0,9})[ ]*+\}(.*)")
_SIGN: Final = re.compile(r"^[ \t]*+\{[ ]*+[0-9]{1,9}[ ]*+\}[ ]*+\{[ ]*+[0-9]{0,9}[ ]*+\}.", re.M)
_RATE: Final = re.compile(r"[ \t]*+([0-9]{1,3}(?:[.,][0-9]{1,6})?)[ \t]*+(?:fps)?[ \t]*+", re.I)
_CODE: Final = re.compile(r"\{[A-Za-z]:[^{}]*\}")
_SLASH: Final = re.compile(r"(?:^|(?<=\|))[ \t]{0,3}/(?=\S)")

_NO_RATE: Final = (
    "The file does not give its frame rate; 23.976 frames a second were assumed, and the times may"
    " be off."
)
_LEFT_OUT: Final = "This line has no frame numbers and was left out."


def claims(sample: Content) -> Claim:
    """Return whether a line begins with two numbers in braces."""
    may_be = "}{" in sample.text.replace(" ", "")
    return Claim.likely(may_be and _SIGN.search(_lines(sample.text)) is not None)


@uncollected()
def parse(content: Content) -> Transcript:
    """Read the rate from the first line, where it is there, then every line."""
    draft = Draft(NAME)
    rate: float | None = None
    for number, line in enumerate(split_lines(content.text), 1):
        match = _LINE.fullmatch(line.removeprefix("\ufeff"))
        if match is None:
            if line.strip() and not line.startswith("{DEFAULT}"):
                draft.problem(number, _LEFT_OUT)
            continue
        if rate is None:
            rate = _rate_in(match)
            if rate is not None:
                draft.metadata["fps"] = match[3].strip()
                continue
            rate = _USUAL_RATE
            draft.problem(number, _NO_RATE)
        _add(draft, match, rate, number)
    if draft.empty:
        raise NothingUsableError("it has no line with frame numbers and words")
    return draft.finish()


def _lines(text: str) -> str:
    return "\n".join(split_lines(text.removeprefix("\ufeff")))


def _rate_in(match: re.Match[str]) -> float | None:
    """Return the rate that a first line `{1}{1}25` tells, also one at frame 0."""
    rate = _RATE.fullmatch(match[3])
    if rate is None or match[1] != (match[2] or match[1]) or int(match[1]) > 1:
        return None
    value = float(rate[1].replace(",", "."))
    return value if _RATES[0] <= value <= _RATES[1] else None


def _add(draft: Draft, match: re.Match[str], rate: float, number: int) -> None:
    start = round(int(match[1]) * 1000 / rate)
    end = round(int(match[2]) * 1000 / rate) if match[2] else None
    if end is not None and end < start:
        draft.problem(number, ENDS_EARLY)
        end = None
    text = match[3]
    if "{" in text:
        text = _CODE.sub("", text)
    if "/" in text:
        text = _SLASH.sub("", text)
    text = text.replace("|", "\n").strip()
    if text:
        draft.segment(start, end, text)
