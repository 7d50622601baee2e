"""Finding phrases, across the breaks between segments, whatever the case, accents, punctuation."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from viewer.core.folding import ALIKE, EXACTLY, fold, joint
from viewer.core.occurrences import Counted, Listed, Occurrences
from viewer.core.value import value

__all__ = ["Finder", "Found", "Hit", "Reading", "fold"]

#: Between so many texts it is asked whether folding is still wanted.
_ROUND: Final = 2_000


@value
class Hit:
    """A phrase found: from `begin` in segment `first` up to, not including, `end` in `last`."""

    first: int
    last: int
    begin: int
    end: int


class Reading:
    """The texts of a transcript read on as one, and the way back from it to their characters.

    `parts` are the texts as they stand in it; `origins` tells for each character of a part which
    one of the text it comes from.
    """

    __slots__ = ("_begins", "_indices", "_origins", "_sizes", "text")

    def __init__(
        self, parts: Iterable[str], origins: Callable[[int], Sequence[int]] | None = None
    ) -> None:
        self._begins = array("q")  # where each part that is not empty begins in `text`
        self._indices = array("q")
        self._sizes = array("q")
        self._origins = origins
        kept: list[str] = []
        length, last = 0, ""
        for i, part in enumerate(parts):
            if not part:
                continue
            between = joint(last, part) if last else ""
            kept += (between, part)
            self._begins.append(length + len(between))
            self._indices.append(i)
            self._sizes.append(len(part))
            length += len(between) + len(part)
            last = part[-1]
        self.text: Final = "".join(kept)

    @property
    def parts(self) -> tuple[Sequence[int], Sequence[int]]:
        """Where each text that is not empty begins, and which one it is."""
        return self._begins, self._indices

    def hit_at(self, begin: int, end: int) -> Hit:
        """Return what stands in that range of the text."""
        low = bisect_right(self._begins, begin) - 1
        high = bisect_left(self._begins, end) - 1
        first, last = self._indices[low], self._indices[high]
        at, after = begin - self._begins[low], end - self._begins[high]
        if self._origins is None:  # what is no phrase may begin or end at the space between texts
            return Hit(first, last, min(at, self._sizes[low]), min(after, self._sizes[high]))
        return Hit(first, last, self._origins(first)[at], self._origins(last)[after - 1] + 1)

    def segment_at(self, place: int) -> int:
        """Return the segment in which a place of the text lies."""
        return self._indices[bisect_right(self._begins, place) - 1]

    def place_of(self, segment: int) -> int:
        """Return where that segment begins, or the next one that has words."""
        at = bisect_left(self._indices, segment)
        return self._begins[at] if at < len(self._begins) else len(self.text)


class Finder:
    """The texts of a transcript, folded once, to be searched many times.

    With `match_case` capitals and accents are letters of their own. `cancelled` ends the folding,
    whose outcome nobody wants then.
    """

    __slots__ = ("_folding", "_reading")

    def __init__(
        self,
        texts: Iterable[str],
        *,
        match_case: bool = False,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        known = tuple(texts)
        self._folding = folding = EXACTLY if match_case else ALIKE
        rounds = (known[i : i + _ROUND] for i in range(0, len(known), _ROUND) if not cancelled())
        folded = folding.fold_all(text for each in rounds for text in each)
        self._reading = Reading(folded, lambda index: folding.origins(known[index]))

    @property
    def reading(self) -> Reading:
        """The folded texts read on as one."""
        return self._reading

    def find(self, phrase: str, *, whole_words: bool = False) -> "Found":
        """Return where the phrase stands, in order, without overlaps."""
        text, wanted = self._reading.text, self._folding.fold(phrase)
        if not whole_words:
            return Found(self._reading, Counted(text, wanted))
        begins = array("q", _alone(text, wanted))
        return Found(self._reading, Listed(begins, [begin + len(wanted) for begin in begins]))


def _alone(text: str, wanted: str) -> Iterator[int]:
    """Yield where the wanted letters stand, and are neither begun nor continued by others."""
    if not wanted:
        return
    begins_word, ends_word, length = wanted[0].isalnum(), wanted[-1].isalnum(), len(wanted)
    here = text.find(wanted)
    while here >= 0:
        after = here + length
        if (begins_word and text[here - 1 : here].isalnum()) or (
            ends_word and text[after : after + 1].isalnum()
        ):
            after = here + 1
        else:
            yield here
        here = text.find(wanted, after)


class Found(Sequence[Hit]):
    """Where a phrase stands; which characters those are is worked out for those asked for."""

    __slots__ = ("_occurrences", "_reading")

    def __init__(self, reading: Reading, occurrences: Occurrences) -> None:
        self._reading, self._occurrences = reading, occurrences

    def __len__(self) -> int:
        return len(self._occurrences)

    def __getitem__(self, number: int) -> Hit:  # type: ignore[override]  # no slices
        return self._reading.hit_at(*self._occurrences.at(number))

    def __iter__(self) -> Iterator[Hit]:
        return (self[number] for number in range(len(self)))

    def within(self, first: int, last: int) -> range:
        """Return the numbers of the hits that touch the segments from `first` to `last`."""
        begin, end = self._reading.place_of(first), self._reading.place_of(last + 1)
        return range(self._occurrences.first_past(begin), self._occurrences.first_from(end))

    def segments(self, most: int) -> Iterator[int]:
        """Yield segments in which hits begin, each once: all, or of more than `most` a selection.

        That has one for each of so many equal parts of the text in which there is any.
        """
        before = -1
        for begin in self._spread(most):
            segment = self._reading.segment_at(begin)
            if segment != before:
                yield (before := segment)

    def _spread(self, most: int) -> Iterator[int]:
        """Yield where hits begin: all, or the first one in each part of the text."""
        if len(self) <= most:
            yield from (self._occurrences.at(number)[0] for number in range(len(self)))
            return
        size, begin = len(self._reading.text), self._occurrences.next_begin(0)
        while begin >= 0:
            yield begin
            part = begin * most // size + 1
            begin = self._occurrences.next_begin(max(-(-part * size // most), begin + 1))

    def number_from(self, segment: int, offset: int = 0) -> int:
        """Return the first hit at or after a character of a segment, of none the very first."""
        near = self._occurrences.first_from(self._reading.place_of(segment))
        while near < len(self) and (hit := self[near]).first == segment and hit.begin < offset:
            near += 1
        return near if near < len(self) else 0
