"""When a character of a line is said: to the word where words are timed, else by its place."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from viewer.core.segment import Segment
from viewer.core.spoken import SpokenWord, spoken_words
from viewer.core.value import value


@value
class Moments:
    """When characters from one on up to another are said; `approximate` where that is a guess."""

    start_ms: int
    end_ms: int
    approximate: bool


def moments_of(segment: Segment, begin: int, end: int) -> Moments | None:
    """Return when text[begin:end] of a segment is said, or None where it has no times.

    Characters between two that have times share the time between these.
    """
    if segment.start_ms is None:
        return None
    last = segment.start_ms if segment.end_ms is None else max(segment.end_ms, segment.start_ms)
    marks = _Marks(segment.text, segment.start_ms, last, spoken_words(segment))
    start_ms, start_known = marks.beginning(begin, end)
    end_ms, end_known = marks.ending(begin, end)
    return Moments(start_ms, max(start_ms, end_ms), not (start_known and end_known))


class _Marks:
    """The characters of a line whose moments are known."""

    def __init__(self, text: str, start: int, end: int, words: Sequence[SpokenWord]) -> None:
        self._text, self._words = text, words
        known = {0: start, len(text): end}
        known |= {word.end: word.word.end_ms for word in words}
        known |= {word.begin: word.word.start_ms for word in words}
        self._places = sorted(known)
        self._times = [min(max(known[place], start), end) for place in self._places]

    def beginning(self, begin: int, end: int) -> tuple[int, bool]:
        """Return when the first word of a part begins, and whether that is known."""
        first = next((word for word in self._words if word.end > begin), None)
        if first is not None and first.begin < end and not self._has_letters(begin, first.begin):
            return first.word.start_ms, True
        is_first = not self._has_letters(0, begin)
        return self._at(0 if is_first else begin), is_first

    def ending(self, begin: int, end: int) -> tuple[int, bool]:
        """Return when the last word of a part ends, and whether that is known."""
        last = next((word for word in reversed(self._words) if word.begin < end), None)
        if last is not None and last.end > begin and not self._has_letters(last.end, end):
            return last.word.end_ms, True
        is_last = not self._has_letters(end, len(self._text))
        return self._at(len(self._text) if is_last else end), is_last

    def _has_letters(self, begin: int, end: int) -> bool:
        return any(map(str.isalnum, self._text[begin:end]))

    def _at(self, place: int) -> int:
        after = min(bisect_left(self._places, place), len(self._places) - 1)
        before = max(bisect_right(self._places, place) - 1, 0)
        low, high = self._places[before], self._places[after]
        if low >= high:
            return self._times[before]
        span = self._times[after] - self._times[before]
        return self._times[before] + span * (place - low) // (high - low)
