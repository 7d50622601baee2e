"""Finding phrases, across the breaks between segments, whatever the case, accents, punctuation."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
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
_EXTRA: Final = re.compile(f"(?<={UNSPACED}) +(?={UNSPACED})|(?<= ) +")


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: from `begin` in segment `first` up to, not including, `end` in `last`."""

    first: int
    last: int
    begin: int
    end: int


class Finder:
    """The texts of a transcript, folded once, to be searched many times."""

    __slots__ = ("_begins", "_folded", "_indices", "_texts")

    def __init__(self, texts: Iterable[str]) -> None:
        self._texts = tuple(texts)
        self._begins = array("q")  # where each text that is not empty begins in `_folded`
        self._indices = array("q")
        parts: list[str] = []
        length = 0
        for i, folded in enumerate(map(fold, self._texts)):
            if not folded:
                continue
            joint = _joint(parts[-1], folded) if parts else ""
            parts += (joint, folded)
            self._begins.append(length + len(joint))
            self._indices.append(i)
            length += len(joint) + len(folded)
        self._folded = "".join(parts)

    def find(self, phrase: str) -> Iterator[Hit]:
        """Yield where the phrase stands, in order, without overlaps."""
        wanted = fold(phrase)
        here = self._folded.find(wanted) if wanted else -1
        while here >= 0:
            yield self._hit(here, here + len(wanted))
            here = self._folded.find(wanted, here + len(wanted))

    def _hit(self, begin: int, end: int) -> Hit:
        low = bisect_right(self._begins, begin) - 1
        high = bisect_left(self._begins, end) - 1
        first, last = self._indices[low], self._indices[high]
        begins = _origins(self._texts[first])
        ends = begins if first == last else _origins(self._texts[last])
        after = ends[end - self._begins[high] - 1] + 1
        return Hit(first, last, begins[begin - self._begins[low]], after)


def fold(text: str) -> str:
    """Return the text as it is compared: no case, no accents, a space for any punctuation."""
    return _EXTRA.sub("", "".join(map(_folded, text))).strip(" ")


@lru_cache(maxsize=4096)
def _folded(char: str) -> str:
    if char in _SILENT:
        return ""
    spelled = normalize("NFKD", normalize("NFKD", char.casefold()).casefold())
    return "".join(_part(part) for part in spelled)


def _part(char: str) -> str:
    kind = category(char)
    if kind[0] in "LN" or char in _KEPT_MARKS:
        return char
    if kind in {"Mn", "Me", "Cf"}:
        return ""
    return char if kind in {"Mc", "Sc", "Sm", "So"} else " "


def _joint(before: str, after: str) -> str:
    return "" if _EXTRA.search(f"{before[-1]} {after[0]}") else " "


@lru_cache(maxsize=64)
def _origins(text: str) -> Sequence[int]:
    """Return for each character of the folded text which one of `text` it comes from."""
    pairs = [(part, i) for i, char in enumerate(text) for part in _folded(char)]
    joined = "".join(part for part, _ in pairs)
    dropped = {i for match in _EXTRA.finditer(joined) for i in range(*match.span())}
    kept = [pair for i, pair in enumerate(pairs) if i not in dropped]
    lead = next((i for i, (part, _) in enumerate(kept) if part != " "), 0)
    return array("q", (origin for _, origin in kept[lead:]))
