"""Joining the texts of lines into prose."""

from collections.abc import Iterable
from typing import Final

from viewer.core.late import late

#: Scripts that are written without spaces between words, with their punctuation: a pattern.
UNSPACED: Final = (
    "[\u2e80-\u303f\u3040-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff00-\uff65\U00020000-\U0003ffff]"
)
_UNSPACED: Final = late(UNSPACED)
_OPENERS: Final = "\u202a\u202b\u202d\u202e"
_ISOLATES: Final = "\u2066\u2067\u2068"
_POP, _POP_ISOLATE = "\u202c", "\u2069"
_MARKS: Final = late(f"[{_OPENERS}{_ISOLATES}{_POP}{_POP_ISOLATE}]")


def join_texts(texts: Iterable[str]) -> str:
    """Join texts with one space, with none between Chinese or Japanese characters.

    Direction marks that a text leaves open are closed at its end, so that they do not turn
    what follows.
    """
    joined = ""
    parts: list[str] = []
    for text in texts:
        closed = close_directions(text.strip())
        if not closed:
            continue
        if parts:
            parts.append(joint_of(joined, closed))
        parts.append(closed)
        joined = closed
    return "".join(parts)


def joint_of(before: str, after: str) -> str:
    """Return the space between two texts; there is one already, or none is wanted, in some."""
    if not before or not after or before[-1].isspace() or after[0].isspace():
        return ""
    return "" if _UNSPACED.match(before[-1]) and _UNSPACED.match(after[0]) else " "


def count_words(text: str) -> int:
    """Return about how many words a text has; without spaces between them, two letters a word."""
    spaced = text.count(" ") + 1 if text else 0
    return spaced if text.isascii() else spaced + len(_UNSPACED.findall(text)) // 2


def close_directions(text: str) -> str:
    """Return the text with every direction mark that it opens closed at its end."""
    if text.isascii() or not _MARKS.search(text):
        return text
    open_marks: list[str] = []
    for mark in _MARKS.findall(text):
        if mark in _OPENERS:
            open_marks.append(_POP)
        elif mark in _ISOLATES:
            open_marks.append(_POP_ISOLATE)
        elif mark in open_marks:
            while open_marks.pop() != mark:
                pass
    return text + "".join(reversed(open_marks))
