"""Where a reader wants to go: a moment in any form, a link with one, or the number of a line."""

import re
from typing import Final

from viewer.core.links import time_in_link
from viewer.core.timecode import parse_time
from viewer.core.transcript import Transcript
from viewer.core.value import value

_NUMBER: Final = re.compile(r"#?\s*(\d{1,9})")


@value
class Destination:
    """A segment, and where the transcript has times the moment; `numbered` if by its number.

    A moment before the first line has no segment.
    """

    index: int | None
    ms: int | None
    numbered: bool = False


def destination(text: str, transcript: Transcript, length_ms: int = 0) -> Destination | None:
    """Return what a text names, or None where it names nothing in this transcript.

    A whole number alone is a line's, from 1; seconds need their sign, as in `83s`. A moment after
    the end of a recording of `length_ms` is that end.
    """
    stripped = "".join(text.split()) if "://" not in text else text.strip()
    if number := _NUMBER.fullmatch(stripped):
        index = int(number[1]) - 1
        if not 0 <= index < len(transcript.segments):
            return None
        return Destination(index, transcript.segments[index].start_ms, numbered=True)
    ms = time_in_link(stripped) if "=" in stripped else parse_time(stripped)
    if ms is None or not transcript.timed:
        return None
    ms = min(ms, max(length_ms, transcript.last_time_ms or 0))
    return Destination(transcript.said_at(ms).followed, ms)
