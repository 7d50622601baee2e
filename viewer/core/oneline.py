"""Text on one line: line breaks are spaces, control characters go."""

import re
from typing import Final

from viewer.core.late import late

#: No name of a speaker or a language is longer than this.
LONGEST_NAME: Final = 500

_BREAKS: Final = late(
    "(?<! )[ ]*[\t-\r\x1c-\x1f\x85\u2028\u2029]+[ \t-\r\x1c-\x1f\x85\u2028\u2029]*"
)
#: Halves of pairs, which JSON can hold and no file can.
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_CONTROLS: Final = late("[\x00-\x08\x0e-\x1b\x7f-\x9f]+")
_CONTROLS_IN_LINES: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]+")


def one_line(text: str) -> str:
    """Return the text as one paragraph: a line break is one space, control characters go."""
    if text.isprintable():  # no control characters, no breaks: the common case by far
        return text.strip()
    joined = text.strip().replace("\n", " ")  # a caption's lines, no spaces where they meet
    if not joined.isprintable() or "  " in joined:
        joined = _CONTROLS.sub("", _BREAKS.sub(" ", text))
        joined = _SURROGATES.sub("\ufffd", joined)
    return joined.strip()


def name_line(text: str) -> str:
    """Return the text as a name: one line, and no longer than names are."""
    line = one_line(text)
    return line if len(line) <= LONGEST_NAME else line[:LONGEST_NAME].rstrip()


def plain_lines(text: str) -> str:
    """Return a text of many lines without control characters, its lines ended alike."""
    if text.isprintable():
        return text
    ended = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    return _SURROGATES.sub("\ufffd", _CONTROLS_IN_LINES.sub("", ended))
