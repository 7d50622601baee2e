"""Finding phrases, across the breaks between segments, whatever the case, accents, punctuation."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from unicodedata import category, normalize

from viewer.core.textjoin import UNSPACED

#: Between letters these say nothing: don't is dont, and soft hyphens and direction marks go.
_SILENT: Final = frozenset("'’‘ʼ`´\u00ad\u200b\u200c\u200d\u2060\ufeff")
#: Marks that make another letter rather than an accent: the voicing of kana.
_KEPT_MARKS: Final = frozenset("\u3099\u309a")
#: Spaces too many, and those that stand between characters written without.
_BETWEEN: Final = re.compile(f"(?<={UNSPACED}) +(?={UNSPACED})")
_EXTRA: Final = re.compile(f"{_BETWEEN.pattern}|(?<= ) +")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: from `begin` in segment `first` up to, not including, `end` in `last`."""

    first: int
    last: int
    begin: int
    end: int


class Finder:
    """The texts of a transcript, folded once, to be searched many times.

    With `match_case` capitals and accents are letters of their own.
    """

    __slots__ = ("_begins", "_folded", "_folding", "_indices", "_texts")

    def __init__(self, texts: Iterable[str], *, match_case: bool = False) -> None:
        self._texts = tuple(texts)
        self._folding = EXACTLY if match_case else ALIKE
        self._begins = array("q")  # where each text that is not empty begins in `_folded`
        self._indices = array("q")
        parts: list[str] = []
        length = 0
        for i, folded in enumerate(map(self._folding.fold, self._texts)):
            if not folded:
                continue
            joint = _joint(parts[-1], folded) if parts else ""
            parts += (joint, folded)
            self._begins.append(length + len(joint))
            self._indices.append(i)
            length += len(joint) + len(folded)
        self._folded = "".join(parts)

    def find(self, phrase: str, *, whole_words: bool = False) -> "Found":
        """Return where the phrase stands, in order, without overlaps."""
        wanted = self._folding.fold(phrase)
        begins = array("q")
        if wanted:
            text, length = self._folded, len(wanted)
            here = text.find(wanted)
            while here >= 0:
                if not whole_words or self._stands_alone(here, here + length):
                    begins.append(here)
                    here = text.find(wanted, here + length)
                else:
                    here = text.find(wanted, here + 1)
        return Found(self, begins, len(wanted))

    def _stands_alone(self, begin: int, end: int) -> bool:
        before, after = self._folded[max(begin - 1, 0) : begin], self._folded[end : end + 1]
        return not (before.isalnum() and self._folded[begin].isalnum()) and not (
            after.isalnum() and self._folded[end - 1].isalnum()
        )

    def hit_at(self, begin: int, end: int) -> Hit:
        """Return what stands in that range of the folded text."""
        low = bisect_right(self._begins, begin) - 1
        high = bisect_left(self._begins, end) - 1
        first, last = self._indices[low], self._indices[high]
        begins = self._folding.origins(self._texts[first])
        ends = begins if first == last else self._folding.origins(self._texts[last])
        after = ends[end - self._begins[high] - 1] + 1
        return Hit(first, last, begins[begin - self._begins[low]], after)

    def segments_at(self, begins: Iterable[int]) -> Iterator[int]:
        """Yield the segments in which these rising places of the folded text lie, each once."""
        low, before = 0, -1
        for begin in begins:
            low = bisect_right(self._begins, begin, lo=low) - 1
            if self._indices[low] != before:
                yield (before := self._indices[low])

    def folded_from(self, segment: int) -> int:
        """Return where in the folded text that segment begins, or the next one that has words."""
        at = bisect_left(self._indices, segment)
        return self._begins[at] if at < len(self._begins) else len(self._folded)


class Found(Sequence[Hit]):
    """Where a phrase stands; which characters those are is worked out for those asked for."""

    __slots__ = ("_begins", "_finder", "_length")

    def __init__(self, finder: Finder, begins: Sequence[int], length: int) -> None:
        self._finder, self._begins, self._length = finder, begins, length

    def __len__(self) -> int:
        return len(self._begins)

    def __getitem__(self, number: int) -> Hit:  # type: ignore[override]  # no slices
        begin = self._begins[number]
        return self._finder.hit_at(begin, begin + self._length)

    def __iter__(self) -> Iterator[Hit]:
        return (self[number] for number in range(len(self)))

    def within(self, first: int, last: int) -> range:
        """Return the numbers of the hits that touch the segments from `first` to `last`."""
        low = self._finder.folded_from(first) - self._length + 1
        high = self._finder.folded_from(last + 1)
        return range(bisect_left(self._begins, low), bisect_left(self._begins, high))

    def segments(self) -> Iterator[int]:
        """Yield the segments in which hits begin, each once."""
        return self._finder.segments_at(self._begins)

    def number_from(self, segment: int, offset: int = 0) -> int:
        """Return the first hit at or after a character of a segment, of none the very first."""
        near = bisect_left(self._begins, self._finder.folded_from(segment))
        while near < len(self) and (hit := self[near]).first == segment and hit.begin < offset:
            near += 1
        return near if near < len(self) else 0


class Folding:
    """One way to make texts alike before they are compared."""

    def __init__(self, *, match_case: bool) -> None:
        self._exact = match_case
        self._table = _Table(self.of_character)
        # A text's origins are asked for again at once, for the hits beside the one shown.
        self.origins = lru_cache(maxsize=256)(self._origins)

    def fold(self, text: str) -> str:
        """Return the text as it is compared: a space for any punctuation, one space for several."""
        folded = text.translate(self._table)
        while "  " in folded:
            folded = folded.replace("  ", " ")
        if not folded.isascii():
            folded = _BETWEEN.sub("", folded)
        return folded.strip(" ")

    def of_character(self, char: str) -> str:
        """Return what a character is compared as."""
        if char in _SILENT:
            return ""
        spelled = normalize("NFKC", char) if self._exact else _without_case(char)
        return "".join(_part(part) for part in spelled)

    def _origins(self, text: str) -> Sequence[int]:
        """Return for each character of the folded text which one of `text` it comes from."""
        pairs = [(part, i) for i, char in enumerate(text) for part in self.of_character(char)]
        joined = "".join(part for part, _ in pairs)
        dropped = {i for match in _EXTRA.finditer(joined) for i in range(*match.span())}
        kept = [pair for i, pair in enumerate(pairs) if i not in dropped]
        lead = next((i for i, (part, _) in enumerate(kept) if part != " "), 0)
        return array("q", (origin for _, origin in kept[lead:]))


class _Table(dict[int, str]):
    """What `str.translate` looks characters up in; each is worked out when it first comes."""

    def __init__(self, of_character: Callable[[str], str]) -> None:
        super().__init__()
        self._of_character = of_character

    def __missing__(self, code: int) -> str:
        self[code] = found = self._of_character(chr(code))
        return found


def _without_case(char: str) -> str:
    return normalize("NFKD", normalize("NFKD", char.casefold()).casefold())


def _part(char: str) -> str:
    kind = category(char)
    if kind[0] in "LN" or char in _KEPT_MARKS:
        return char
    if kind in {"Mn", "Me", "Cf"}:
        return ""
    return char if kind in {"Mc", "Sc", "Sm", "So"} else " "


def _joint(before: str, after: str) -> str:
    around = before[-1] + after[0]
    return " " if around.isascii() or not _BETWEEN.search(" ".join(around)) else ""


#: No case, no accents.
ALIKE: Final = Folding(match_case=False)
#: Case and accents count; apostrophes, hyphens and punctuation still do not.
EXACTLY: Final = Folding(match_case=True)


def fold(text: str) -> str:
    """Return the text as it is compared: no case, no accents, a space for any punctuation."""
    return ALIKE.fold(text)
