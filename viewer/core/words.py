"""Where words begin and end, in scripts that part them by spaces and in those that do not."""

from typing import Final
from unicodedata import category, name

from viewer.core.late import late
from viewer.core.textjoin import UNSPACED

#: South-East Asian scripts are written without spaces between words, too.
_UNPARTED: Final = late(f"{UNSPACED}|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1a20-\u1aaf]")
#: What belongs to a word where it stands between two of its letters: apostrophes, hyphens, the
#: points of U.S., 3.5 and g·l, the ampersand of R&D, Hebrew's own marks.
_BETWEEN_LETTERS: Final = frozenset("'’‘ʼ＇.-‐‑·‧&׳״")
#: The same between figures alone, and between Hebrew letters alone.
_BETWEEN_FIGURES: Final = frozenset(",:٫٬")
_BETWEEN_HEBREW: Final = frozenset('"”')
#: Characters that join or part letters without being seen.
_UNSEEN: Final = frozenset("\u00ad\u200c\u200d\u2060")


def whole_words(text: str, begin: int, end: int) -> tuple[int, int]:
    """Return [begin, end) grown so that it neither begins nor ends inside a word.

    Where no spaces part the words, it stays as it is.
    """
    while _joined(text, begin):
        begin -= 1
    while _joined(text, end):
        end += 1
    return begin, end


def word_at(text: str, offset: int) -> tuple[int, int]:
    """Return where the word of the character at `offset` begins and ends.

    Where no spaces part the words it is what stands around in the same kind of letters.
    Punctuation stands for itself.
    """
    begin, end = whole_words(text, offset, offset + 1)
    kind = _kind(text[offset])
    if kind:
        while begin and _kind(text[begin - 1]) in (kind, "ー"):
            begin -= 1
        while end < len(text) and _kind(text[end]) in (kind, "ー"):
            end += 1
    return begin, end


def _joined(text: str, at: int) -> bool:
    """Return whether the characters before and at an offset belong to one word."""
    if not 0 < at < len(text):
        return False
    before, after = text[at - 1], text[at]
    if before.isspace() or after.isspace():
        return False
    if _is_attached(after) or before == "\u200d":
        return True
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


def _kind(char: str) -> str:
    """Return what kind of letter a character is where no spaces part words, or an empty text."""
    if not _UNPARTED.match(char) or not (char.isalnum() or _is_attached(char)):
        return ""
    kind = name(char, "").partition(" ")[0]
    return "ー" if kind == "KATAKANA-HIRAGANA" else kind
