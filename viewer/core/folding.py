"""Making texts alike before they are compared: case, accents, apostrophes, punctuation."""

import re
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final
from unicodedata import category, normalize

from viewer.core.late import late
from viewer.core.textjoin import UNSPACED

#: Between letters these say nothing: don't is dont, and soft hyphens and direction marks go.
_SILENT: Final = frozenset("'’‘ʼ`´\u00ad\u200b\u200c\u200d\u2060\ufeff")
#: Marks that make another letter rather than an accent: the voicing of kana.
_KEPT_MARKS: Final = frozenset("\u3099\u309a")
#: Spaces too many, and those that stand between characters written without.
_BETWEEN: Final = late(f"(?<={UNSPACED}) +(?={UNSPACED})")
_UNSPACED: Final = late(UNSPACED)
_NOT_ASCII: Final = re.compile("[^\x00-\x7f]")
#: So many texts are folded as one.
_AT_ONCE: Final = 500
#: No more words than these are remembered while texts are folded, and no longer ones.
_MOST_WORDS: Final = 200_000
_LONG_WORD: Final = 40
_EXTRA: Final = late(f"{_BETWEEN.pattern}|(?<= ) +")


class Folding:
    """One way to make texts alike before they are compared."""

    def __init__(self, *, match_case: bool) -> None:
        self._exact = match_case
        self._table = _Table(self.of_character)
        self._line_table = _Table(self.of_character)
        self._line_table[ord("\n")] = "\n"
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

    def fold_all(self, texts: Iterable[str]) -> Iterator[str]:
        """Yield each text as `fold` returns it, much sooner where there are many.

        Python translates letters of ASCII alone at full speed: others are replaced by those first
        where they can be. Where they cannot, each word is folded once, however often it comes.
        """
        words, rest = _Words(self.fold), iter(texts)
        while chunk := list(islice(rest, _AT_ONCE)):
            joined = self._in_ascii("\n".join(chunk))
            if joined.count("\n") >= len(chunk):  # a text has line breaks of its own
                joined = self._in_ascii("\n".join(text.replace("\n", " ") for text in chunk))
            if joined.isascii():
                yield from self._fold_ascii(joined)
            else:
                yield from map(words.fold, joined.split("\n"))

    def _in_ascii(self, text: str) -> str:
        """Return a text with those characters folded that are compared as letters of ASCII."""
        if text.isascii():
            return text
        for char in set(_NOT_ASCII.findall(text)):
            if (folded := self.of_character(char)).isascii():
                text = text.replace(char, folded)
        return text

    def _fold_ascii(self, lines: str) -> list[str]:
        folded = lines.translate(self._line_table)
        while "  " in folded:
            folded = folded.replace("  ", " ")
        return folded.replace(" \n", "\n").replace("\n ", "\n").strip(" ").split("\n")

    def of_character(self, char: str) -> str:
        """Return what a character is compared as."""
        if char in _SILENT:
            return ""
        spelled = normalize("NFKC", char) if self._exact else _without_case(char)
        return "".join(_part(part) for part in spelled)

    def _origins(self, text: str) -> Sequence[int]:
        """Return for each character of the folded text which one of `text` it comes from."""
        parts = self._table
        pairs = [(part, i) for i, char in enumerate(text) for part in parts[ord(char)] or ""]
        joined = "".join(part for part, _ in pairs)
        dropped = {i for match in _EXTRA.finditer(joined) for i in range(*match.span())}
        kept = [pair for i, pair in enumerate(pairs) if i not in dropped]
        lead = next((i for i, (part, _) in enumerate(kept) if part != " "), 0)
        return array("q", (origin for _, origin in kept[lead:]))


class _Table(dict[int, str | None]):
    """What `str.translate` looks characters up in; each is worked out when it first comes.

    What vanishes is None: an empty text would end Python's fast way through ASCII.
    """

    def __init__(self, of_character: Callable[[str], str]) -> None:
        super().__init__()
        self._of_character = of_character

    def __missing__(self, code: int) -> str | None:
        self[code] = found = self._of_character(chr(code)) or None
        return found


class _Words(dict[str, str]):
    """Words as they are folded, each worked out when it first comes; not without limit."""

    def __init__(self, fold: Callable[[str], str]) -> None:
        super().__init__()
        self._fold = fold
        #: Whether there was one of a script that is written without spaces.
        self._unspaced = False

    def __missing__(self, word: str) -> str:
        folded = self._fold(word)
        self._unspaced = self._unspaced or bool(_UNSPACED.search(folded))
        if len(self) < _MOST_WORDS and len(word) < _LONG_WORD:
            self[word] = folded
        return folded

    def fold(self, text: str) -> str:
        """Return a text folded word by word."""
        folded = " ".join(filter(None, map(self.__getitem__, text.split())))
        return _BETWEEN.sub("", folded) if self._unspaced else folded


def _without_case(char: str) -> str:
    return normalize("NFKD", normalize("NFKD", char.casefold()).casefold())


def _part(char: str) -> str:
    kind = category(char)
    if kind[0] in "LN" or char in _KEPT_MARKS:
        return char
    if kind in {"Mn", "Me", "Cf"}:
        return ""
    return char if kind in {"Mc", "Sc", "Sm", "So"} else " "


def joint(before: str, after: str) -> str:
    """Return what stands between two texts that are read on: a space, or nothing."""
    around = before[-1] + after[0]
    return " " if around.isascii() or not _BETWEEN.search(" ".join(around)) else ""


#: No case, no accents.
ALIKE: Final = Folding(match_case=False)
#: Case and accents count; apostrophes, hyphens and punctuation still do not.
EXACTLY: Final = Folding(match_case=True)


def fold(text: str) -> str:
    """Return the text as it is compared: no case, no accents, a space for any punctuation."""
    return ALIKE.fold(text)
