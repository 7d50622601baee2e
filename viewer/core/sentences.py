"""Where sentences end, in some 300 languages: the one place that knows it."""

from collections.abc import Iterable, Iterator
from typing import Final

#: With one of these a line of speech ends a sentence; a cheap look, for telling how lines end.
_ENDS: Final = frozenset(".?!…。？！؟।॥۔፧።՞։៕။︒．｡⁈⁇‼⁉")
#: What may stand behind the mark.
_CLOSERS: Final = "\"'”’»›」』）)]＂＇〉》】 \u00a0\u200f\u200e"


def sentence_ends(text: str, language: str | None = None) -> list[int]:
    """Return the offsets behind which sentences end, spaces after them left out."""
    return [begin + len(words.rstrip()) for begin, words in _sentences(text, language)]


def sentence_begins(text: str, language: str | None = None) -> list[int]:
    """Return the offsets at which sentences begin."""
    return [begin for begin, _ in _sentences(text, language)]


def _sentences(text: str, language: str | None) -> Iterator[tuple[int, str]]:
    # Its tables take a while to load, and most transcripts are read as lines.
    from sentencex import get_sentence_boundaries

    for found in get_sentence_boundaries((language or "en").partition("-")[0].lower(), text):
        yield found["start_index"], found["text"]


def ends_sentence(line: str) -> bool:
    """Return whether a line ends with the mark of a sentence's end, by its last letters alone."""
    return line.rstrip(_CLOSERS)[-1:] in _ENDS


def mostly_broken(lines: Iterable[str]) -> bool:
    """Return whether more lines end in mid-sentence than not; blank ones tell nothing."""
    told = [ends_sentence(line) for line in lines if line.strip()]
    return told.count(False) > told.count(True)
