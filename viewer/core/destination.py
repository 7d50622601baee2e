"""Where a reader wants to go: a moment in any form, a link with one, or the number of a line."""

import re
from typing import Final
from unicodedata import decimal

from viewer.core.late import late
from viewer.core.links import time_in_link
from viewer.core.timecode import parse_time
from viewer.core.transcript import Transcript
from viewer.core.value import value

_NUMBER: Final = late(r"(?:#|line)?([0-9]{1,9})", re.IGNORECASE)
#: Units as people write them, and what stands for each in times as links have them.
_UNITS: Final = (
    (late(r"(?<=[0-9])(?:hours?|hrs?)", re.IGNORECASE), "h"),
    (late(r"(?<=[0-9])(?:minutes?|mins?|')(?=[0-9]|$)", re.IGNORECASE), "m"),
    (late(r"(?<=[0-9])(?:seconds?|secs?|\")$", re.IGNORECASE), "s"),
)
#: Signs that stand for others: the colon of East Asian scripts, primes and apostrophes.
_SIGNS: Final = str.maketrans({"\uff1a": ":", "\u2032": "'", "\u2019": "'", "\u2033": '"'})


@value
class Destination:
    """A segment, and where the transcript has times the moment; `numbered` if by its number.

    A moment before the first line has no segment; the end is it where one is `past` the end.
    """

    index: int | None
    ms: int | None
    numbered: bool = False
    past: bool = False


def destination(text: str, transcript: Transcript, length_ms: int = 0) -> Destination | None:
    """Return what a text names, or None where it names nothing in this transcript.

    Times are taken as links, clocks and people write them, in the figures of any script; whole
    seconds name the line that begins in them. A whole number alone is a line's, from 1; seconds
    need their sign, as in `83s`. A moment after the end of a recording of `length_ms` is that end.
    """
    stripped = _plain("".join(text.split())) if "://" not in text else text.strip()
    if number := _NUMBER.fullmatch(stripped):
        index = int(number[1]) - 1
        if not 0 <= index < len(transcript.segments):
            return None
        return Destination(index, transcript.segments[index].start_ms, numbered=True)
    ms = time_in_link(f"?{stripped}") if "=" in stripped else parse_time(stripped)
    if ms is None or not transcript.timed:
        return None
    last = max(length_ms, transcript.last_time_ms or 0)
    there = transcript.named_by(min(ms, last))
    return Destination(transcript.said_at(there).followed, there, past=ms > last)


def _plain(text: str) -> str:
    """Return a time as it was typed with plain figures, signs and units."""
    plain = "".join(_figure(char) for char in text.translate(_SIGNS))
    for pattern, unit in _UNITS:
        plain = pattern.sub(unit, plain)
    return plain


def _figure(char: str) -> str:
    return str(decimal(char)) if char.isdecimal() else char
