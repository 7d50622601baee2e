r"""The text of a SubStation event: overrides, breaks, drawings, and karaoke, which times words.

{\k50}Good {\k25}morning,\Nall of you
"""

import re
from typing import Final

from viewer.core.value import value
from viewer.formats.kit.inline_times import Piece

_OVERRIDE: Final = re.compile(r"\{([^{}]*)\}")
_KARAOKE: Final = re.compile(r"\\(?:k[fo]?|K)[ ]?([0-9]{1,6})")
_KARAOKE_SIGN: Final = re.compile(r"\{[^{}]*\\[kK]")
_DRAWING: Final = re.compile(r"\\p([0-9])")
_MS_A_UNIT: Final = 10


@value
class EventText:
    """What an event says, and, where it is karaoke, with times."""

    text: str
    pieces: tuple[Piece, ...] = ()


def read_event_text(text: str, start_ms: int) -> EventText:
    """Return an event's text without codes; pieces have times only in karaoke."""
    if "{" not in text:
        return EventText(_unescaped(text))
    if _KARAOKE_SIGN.search(text):
        pieces = tuple(_pieces(text, start_ms))
        return EventText("".join(said for _, said, _ in pieces), pieces)
    if "\\p" not in text:
        return EventText(_unescaped(_OVERRIDE.sub("", text)))
    return EventText("".join(said for _, said in _spoken(text)))


def _pieces(text: str, start_ms: int) -> list[Piece]:
    pieces: list[Piece] = []
    at = start_ms
    for codes, said in _spoken(text):
        lengths = [int(digits) for digits in _KARAOKE.findall(codes)]
        at += sum(lengths[:-1]) * _MS_A_UNIT
        pieces.append((at if lengths else None, said, None))
        at += sum(lengths[-1:]) * _MS_A_UNIT
    pieces.append((at, "", None))
    return pieces


def _spoken(text: str) -> list[tuple[str, str]]:
    """Return the text after each block of codes, with these; drawings say nothing."""
    parts = _OVERRIDE.split(text)
    spoken = [("", _unescaped(parts[0]))]
    draws = False
    for codes, said in zip(parts[1::2], parts[2::2], strict=True):
        for scale in _DRAWING.findall(codes):
            draws = scale != "0"
        spoken.append((codes, "" if draws else _unescaped(said)))
    return spoken


def _unescaped(text: str) -> str:
    if "\\" not in text:
        return text
    return text.replace("\\N", "\n").replace("\\n", "\n").replace("\\h", " ")
