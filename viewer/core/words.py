"""Where words begin and end: the one rule by which they are chosen, grown, quoted and counted.

Scripts that are written without spaces are parted by ICU's dictionaries of Chinese, Japanese, Thai,
Lao, Khmer and Burmese, which are loaded where such letters are met first.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import Final
from unicodedata import category

from viewer.core.late import late
from viewer.core.textjoin import UNSPACED

#: South-East Asian scripts and narrow katakana are written without spaces between words, too.
_UNPARTED: Final = late(
    f"{UNSPACED}|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1a20-\u1aaf\uaa60-\uaa7f\uff66-\uff9f]"
)
#: So many characters are parted at once: no line that is shown is longer, but for a hostile one.
_AT_ONCE: Final = 8_192
#: What surely parts words; between two of these they are counted, and counted once.
_PARTS: Final = late("[^\\s。、，．！？；…]+")
#: The kinds of punctuation that belongs to the word behind it.
_OPENING: Final = frozenset(("Ps", "Pi"))
#: What belongs to a word where it stands between two of its letters: apostrophes, hyphens, the
#: points of U.S., 3.5 and g·l, the ampersand of R&D, Hebrew's own marks.
_BETWEEN_LETTERS: Final = frozenset("'’‘ʼ＇.-‐‑·‧&׳״")
#: The same between figures alone, and between Hebrew letters alone.
_BETWEEN_FIGURES: Final = frozenset(",:٫٬")
_BETWEEN_HEBREW: Final = frozenset('"”')
#: Characters that join or part letters without being seen.
_UNSEEN: Final = frozenset("\u00ad\u200c\u200d\u2060")


def whole_words(text: str, begin: int, end: int) -> tuple[int, int]:
    """Return [begin, end) grown so that it neither begins nor ends inside a word."""
    while _joined(text, begin):
        begin -= 1
    while _joined(text, end):
        end += 1
    return begin, end


def word_at(text: str, offset: int) -> tuple[int, int]:
    """Return where the word of the character at `offset` begins and ends.

    Punctuation stands for itself.
    """
    return whole_words(text, offset, offset + 1)


def count_words(text: str) -> int:
    """Return how many words a text has; punctuation that stands alone is none."""
    return sum(map(_count, _PARTS.findall(text)))


@lru_cache(maxsize=16_384)  # what is selected is counted anew with each move of the mouse
def _count(part: str) -> int:
    if part.isascii() and part.isalpha():
        return 1
    return sum(any(map(str.isalnum, part[begin:end])) for begin, end in _units(part))


def _units(text: str) -> Iterator[tuple[int, int]]:
    """Yield where words and marks begin and end."""
    begin = 0
    for at in range(1, len(text) + 1):
        if not _joined(text, at):
            yield begin, at
            begin = at


def with_marks(text: str, bound: int, *, is_end: bool) -> int:
    """Return where a word begins or ends with the punctuation that clings to it.

    Of what stands between two words without a space, the later one has what opens.
    """
    low = high = bound
    while is_end and high < len(text) and _is_mark(text[high]):
        high += 1
    while not is_end and low and _is_mark(text[low - 1]):
        low -= 1
    if low and high < len(text) and not (text[low - 1].isspace() or text[high].isspace()):
        return next((at for at in range(low, high) if category(text[at]) in _OPENING), high)
    return high if is_end else low


def _is_mark(char: str) -> bool:
    return not (char.isspace() or char.isalnum() or _is_attached(char))


def _joined(text: str, at: int) -> bool:
    """Return whether the characters before and at an offset belong to one word."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isspace() or after.isspace():
        return False
    if _is_attached(after) or before == "\u200d":
        return True
    if _is_unparted(before) and _is_unparted(after):
        return not _is_parted(text, at)
    if _is_letter(after):
        return _is_letter(before) or (at > 1 and _joins(text[at - 2], before, after))
    return at + 1 < len(text) and _joins(before, after, text[at + 1])


def _joins(before: str, mark: str, after: str) -> bool:
    """Return whether a mark between two characters makes one word of them."""
    if not (_is_letter(before) and _is_letter(after)):
        return False
    if mark in _BETWEEN_FIGURES:
        return before.isdigit() and after.isdigit()
    if mark in _BETWEEN_HEBREW:
        return _is_hebrew(before) and _is_hebrew(after)
    return mark in _BETWEEN_LETTERS


def _is_letter(char: str) -> bool:
    """Return whether a character is part of a word that spaces part from others."""
    return (char.isalnum() or char == "_" or _is_attached(char)) and not _UNPARTED.match(char)


def _is_attached(char: str) -> bool:
    """Return whether a character belongs to the one before it: accents, vowel signs, joiners."""
    return not char.isascii() and (char in _UNSEEN or category(char)[0] == "M")


def _is_hebrew(char: str) -> bool:
    return "\u0590" <= char <= "\u05ff"


def _is_unparted(char: str) -> bool:
    """Return whether a character is part of a word that no spaces part from others."""
    return (char.isalnum() or _is_attached(char)) and _UNPARTED.match(char) is not None


def _is_parted(text: str, at: int) -> bool:
    """Return whether a word ends where no space says so."""
    line = text.rfind("\n", 0, at) + 1
    begin = at - (at - line) % _AT_ONCE
    end = text.find("\n", at, begin + _AT_ONCE)
    piece = text[begin : begin + _AT_ONCE if end < 0 else end]
    return at - begin in _ends(piece)


@lru_cache(maxsize=64)
def _ends(piece: str) -> frozenset[int]:
    """Return where words and marks of a line end, and its beginning."""
    from icu4py.breakers import WordBreaker

    whole = piece.encode("utf-8", "replace").decode()  # of half a character it makes nothing
    return frozenset(accumulate(map(len, WordBreaker(whole, "und")), initial=0))
