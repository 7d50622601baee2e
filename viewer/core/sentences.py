"""Where sentences end, in some 300 languages: the one place that knows it."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from viewer.core.late import late

#: With one of these a line of speech ends a sentence; a cheap look, for telling how lines end.
_ENDS: Final = frozenset(".?!…。？！؟।॥۔፧።՞։៕။︒．｡⁈⁇‼⁉")
#: No sentence is longer; a longer text is looked at in pieces, for each opening mark in it is
#: looked for its partner through all of it.
_LONGEST: Final = 4_000
#: With more marks than these in a piece, they are no marks.
_MOST_MARKS: Final = 200
_MARKS: Final = "\"'`´‘’‚‛“”„‟«»‹›"
_UNMARKED: Final = str.maketrans(_MARKS, " " * len(_MARKS))
#: What may stand behind the mark.
_CLOSERS: Final = "\"'”’»›」』）)]＂＇〉》】 \u00a0\u200f\u200e"
_END: Final = late(rf"[{''.join(sorted(_ENDS))}](?=[{re.escape(_CLOSERS)}]*(?:\s|\Z))|[。！？]")


def sentence_ends(text: str, language: str | None = None) -> list[int]:
    """Return the offsets behind which sentences end, spaces after them left out."""
    return [begin + len(words.rstrip()) for begin, words in _sentences(text, language)]


def sentence_begins(text: str, language: str | None = None) -> list[int]:
    """Return the offsets at which sentences begin."""
    return [begin for begin, _ in _sentences(text, language)]


def _sentences(text: str, language: str | None) -> Iterator[tuple[int, str]]:
    # Its tables take a while to load, and most transcripts are read as lines.
    from sentencex import get_sentence_boundaries

    spoken = (language or "en").partition("-")[0].lower()
    at = 0
    while at < len(text):
        piece = text[at : at + _LONGEST]
        cut = get_sentence_boundaries(spoken, _tamed(piece))
        found = [(each["start_index"], len(each["text"])) for each in cut]
        ended = at + len(piece) == len(text)
        if not ended and len(found) > 1:  # the last one may go on
            piece = piece[: found.pop()[0]]
        yield from ((at + begin, piece[begin : begin + length]) for begin, length in found)
        at += len(piece)


def _tamed(piece: str) -> str:
    marks = sum(map(piece.count, _MARKS))
    return piece if marks <= _MOST_MARKS else piece.translate(_UNMARKED)


def count_ends(text: str) -> int:
    """Return about how many sentences end in a text, by the marks alone."""
    return len(_END.findall(text))


def ends_sentence(line: str) -> bool:
    """Return whether a line ends with the mark of a sentence's end, by its last letters alone."""
    return line.rstrip(_CLOSERS)[-1:] in _ENDS


def mostly_broken(lines: Iterable[str]) -> bool:
    """Return whether more lines end in mid-sentence than not; blank ones tell nothing."""
    endings = [ends_sentence(line) for line in lines if line.strip()]
    return endings.count(False) > endings.count(True)
