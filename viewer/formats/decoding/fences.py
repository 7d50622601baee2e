"""Fences of Markdown around a whole file, as it is copied out of a chat."""

import re
from typing import Final

_OPENING: Final = re.compile(r"\A\ufeff?\s{0,99}(?:```|~~~)[ ]?[\w-]{0,20}[ \t]{0,9}(?=[\r\n])")
_CLOSING: Final = re.compile(r"(?<=[\r\n])[ \t]{0,9}(?:```|~~~)\s{0,99}\Z")
_TAIL: Final = 300


def unfenced(text: str) -> str:
    """Return the text without a fence at its beginning, and one at its end; all lines stay."""
    opening = _OPENING.match(text)
    if opening is None:
        return text
    head = "".join(each for each in opening[0] if each in "\r\n")
    rest, tail = text[opening.end() : -_TAIL], text[opening.end() :][-_TAIL:]
    return head + rest + _CLOSING.sub("", tail)
