"""The words of speech-to-text results: their times, and times for those that have none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from viewer.core.oneline import one_line
from viewer.core.segment import Word
from viewer.formats.kit.json_values import LATEST_S, confidence, milliseconds
from viewer.formats.text import repaired

#: Where tools put a word's text and how sure they are of it.
_TEXT_KEYS: Final = ("word", "text", "punctuated_word")
_CONFIDENCE_KEYS: Final = ("probability", "score", "confidence", "conf", "p")


@dataclass(slots=True)
class HalfTimed:
    """A word of which the file does not give both times."""

    start_ms: int | None
    end_ms: int | None
    text: str
    confidence: float | None = None


class WordReader:
    """Reads words as a file writes them; the first one tells which keys it uses."""

    __slots__ = ("_confidence_key", "_text_key")

    def __init__(self, example: object) -> None:
        keys = example if isinstance(example, dict) else {}
        self._text_key: Final = next((k for k in _TEXT_KEYS if k in keys), "word")
        self._confidence_key: Final = next((k for k in _CONFIDENCE_KEYS if k in keys), "score")

    def read(self, raw: list[Any], start_ms: int | None, end_ms: int | None) -> tuple[Word, ...]:
        """Return the words of a segment; where it says no times itself, None is given."""
        text_key, confidence_key = self._text_key, self._confidence_key
        made: list[Word] = []
        try:
            for entry in raw:
                start, end, text = entry["start"], entry["end"], entry[text_key].strip()
                sure = entry.get(confidence_key)
                if not (
                    0 <= start <= end <= LATEST_S
                    and text
                    and text.isascii()
                    and text.isprintable()
                    and (sure is None or 0.0 <= sure <= 1.0)
                ):
                    break
                made.append(Word(int(start * 1000 + 0.5), int(end * 1000 + 0.5), text, sure))
        except (KeyError, TypeError, AttributeError):
            pass
        if len(made) == len(raw):
            return tuple(made)
        return timed([*made, *map(self.one, raw[len(made) :])], start_ms, end_ms)

    def one(self, entry: object) -> Word | HalfTimed:
        """Return one word, whatever is the matter with it."""
        if not isinstance(entry, dict):
            return HalfTimed(None, None, shown(entry) if isinstance(entry, str) else "")
        text = next((entry[k] for k in _TEXT_KEYS if isinstance(entry.get(k), str)), "")
        sure = confidence(entry.get(self._confidence_key))
        return word_of(milliseconds(entry.get("start")), milliseconds(entry.get("end")), text, sure)


def word_of(
    start_ms: int | None, end_ms: int | None, text: str, sure: float | None = None
) -> Word | HalfTimed:
    """Return a word, or what there is of it; times before zero are zero."""
    start = None if start_ms is None else max(start_ms, 0)
    end = None if end_ms is None else max(end_ms, 0)
    if start is None or end is None or end < start:
        return HalfTimed(start, None if start is not None else end, shown(text), sure)
    return Word(start, end, shown(text), sure)


def shown(text: str) -> str:
    """Return a word's text as a segment's is shown."""
    return text.strip() if text.isascii() and text.isprintable() else one_line(repaired(text))


def timed(
    words: Iterable[Word | HalfTimed], start_ms: int | None, end_ms: int | None
) -> tuple[Word, ...]:
    """Return the words with the missing times spread between their neighbours' and marked so.

    `start_ms` and `end_ms` bound the first and the last. Words without text are left out; where
    there is nothing to go by, no word is left.
    """
    worded = [word for word in words if word.text]
    made: list[Word] = []
    row = 0
    while row < len(worded):
        word = worded[row]
        if isinstance(word, Word):
            made.append(word)
            row += 1
            continue
        stop = row
        while stop < len(worded) and isinstance(worded[stop], HalfTimed):
            stop += 1
        begin = made[-1].end_ms if made else start_ms
        end = worded[stop].start_ms if stop < len(worded) else end_ms
        made += _spread([w for w in worded[row:stop] if isinstance(w, HalfTimed)], begin, end)
        row = stop
    return tuple(made)


def _spread(words: Sequence[HalfTimed], begin: int | None, end: int | None) -> list[Word]:
    """Share out [begin, end) by length, but keep each start or end that is known."""
    known = [t for w in words for t in (w.start_ms, w.end_ms) if t is not None]
    begin = min(known, default=end) if begin is None else begin
    if begin is None:
        return []
    begin = max(begin, 0)  # segments can begin before zero
    end = max([begin, *known]) if end is None else max(begin, end)
    left = sum(len(word.text) for word in words)
    made = []
    for word in words:
        start = begin if word.start_ms is None else min(max(word.start_ms, begin), end)
        share = start + (end - start) * len(word.text) // left
        begin = share if word.end_ms is None else min(max(word.end_ms, start), end)
        left -= len(word.text)
        made.append(Word(start, begin, word.text, word.confidence, interpolated=True))
    return made
