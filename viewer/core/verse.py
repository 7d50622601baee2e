"""Telling verse from prose: lines of songs keep their breaks, lines of speech are joined."""

from collections.abc import Iterable
from itertools import islice, pairwise
from typing import Final

from viewer.core.late import late
from viewer.core.textjoin import join_texts

#: What marks a line as sung, in captions of any language.
_NOTES: Final = frozenset("♩♪♫♬🎵🎶")
#: Where one row of a sung caption ended and the next began: each has its own notes.
_ROWS: Final = late(r"(\w\W{0,3}[♩♪♫♬🎵🎶]) (?=[♩♪♫♬🎵🎶]\W{0,3}\w)")
#: From so many lines that begin like verses, and so large a part of all, it is verse.
_LEAST: Final = 3
_PART: Final = 0.75
#: So many lines of a transcript are looked at.
_SAMPLED: Final = 400


def is_verse(lines: Iterable[str]) -> bool:
    """Return whether lines read as verse: each begins with a capital, though no sentence ended.

    Captions in capitals throughout tell nothing, nor do scripts without capitals.
    """
    sample = [stripped for line in islice(lines, _SAMPLED) if (stripped := line.strip())]
    verses = sum(_begins_verse(before, line) for before, line in pairwise(sample))
    return verses >= max(_LEAST, _PART * (len(sample) - 1))


def join_lines(lines: Iterable[str], *, verse: bool) -> str:
    """Join lines as they read: speech into prose, while what is sung keeps its breaks."""
    paragraphs: list[list[str]] = []
    sung_before = True
    for line in lines:
        sung = verse or is_sung(line)
        if sung or sung_before:
            paragraphs.append([])
        paragraphs[-1].append(line)
        sung_before = sung
    joined = "\n".join(filter(None, map(join_texts, paragraphs)))
    return joined if joined.isascii() else _ROWS.sub(r"\1\n", joined)


def is_sung(line: str) -> bool:
    """Return whether a line is marked as sung."""
    return not line.isascii() and not _NOTES.isdisjoint(line)


def _begins_verse(before: str, line: str) -> bool:
    first = next((char for char in line if char.isalpha()), "")
    return first.isupper() and before[-1].isalpha() and not before.isupper()
