"""Which code page bytes are in, known by the letters that languages have.

charset-normalizer leaves a third of the code pages, those in which the bytes make sense at all; its
own choice among them was right for 502 of 918 readings of three lines. What is left is weighed as
text of each language that was written in such a page: by how often it has such letters, and by
what no text has: capitals inside words, letters of two scripts side by side. The likeliest wins.

chardet 7 would do without these tables. Of the tests' thirty-nine languages it reads 93.6 % of
three lines where this reads 97.8, and 94.9 of eight lines where this reads all; of a single line it
is ahead, 90.9 to 87.5. On other texts it was 97.2 to 98.6 % of three lines, and 97.9 both of eight.
"""

import re
from collections import Counter
from collections.abc import Container
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from math import log
from typing import Final
from unicodedata import category

from viewer.formats.decoding.alphabets import DAILY, LATIN, LETTERS, PAGES

#: Natural logarithms of how likely a character is.
_ASCII: Final = -3.0
_SIGN: Final = -4.5
_RARE_SIGN: Final = -6.0
_DAILY: Final = -8.5
_STRANGE: Final = -12.0
_NONE: Final = -16.0
#: And of what stands beside what it does not: a capital behind a small letter, another script.
_CLASH: Final = -5.0
_ODD_CASE: Final = -2.0
#: How much likelier each page must be than those before it.
_LATER: Final = -0.25

_BEYOND_ASCII: Final = 0x80
#: With fewer kinds of bytes beyond ASCII, charset-normalizer drops what may be right: `£5, £20`.
_ENOUGH_TO_SIFT: Final = 6

_SIGNS: Final = frozenset("’“”–—…„«»‘¶°£。，、！？「」：；（）《》・\u3000")
_RARE_SIGNS: Final = frozenset("§€¥©®™±×÷µª¼½¾·•¡¿º‚†¤¦¬\u00a0")
_LETTER: Final = r"[^\W\d_ªº²³¹¼½¾µ]"
#: Signs that touch a letter though they never do, or that stand between two.
_CLASHING_SIGN: Final = re.compile(
    rf"(?<![\w’])’(?={_LETTER})|(?<={_LETTER})[±¹²³¼½¾¢£¤¥¦¬¯µ¶]|[±¹²³¼½¾¦¬¯¶](?={_LETTER})"
    rf"|(?<={_LETTER})[\x80-\xb6\xb8-\xbf×÷\u2018\u201a-\u2025\u2030-\u25ff](?={_LETTER})"
)
#: Letters that are words of their own, and others that stand like one.
_WORDS: Final = "àáèéóåöøÀÁÈÉÓÅÖØавийксуояАВИКОСУЯіοηו"
_LONE_LETTER: Final = re.compile(
    rf"(?<!{_LETTER})(?![{_WORDS}]){_LETTER}(?<![\x00-\x7f])(?!{_LETTER})"
)


@dataclass(slots=True)
class _Reading:
    """What the bytes are in one code page: its characters beyond ASCII, and what clashes."""

    plain: int
    characters: dict[str, int]
    clashes: int
    lone_letters: int
    #: Letters in the case that fewer of them are in.
    odd_cases: int
    mixed_scripts: int = 0


def guess(evidence: bytes) -> str:
    """Return the code page in which the bytes are most likely text."""
    possible = _possible(evidence)
    scores = {}
    for place, (page, languages) in enumerate(PAGES.items()):
        if page in possible:
            reading = _reading(evidence.decode(page, "replace"))
            likelihood = max(_likelihood(reading, language) for language in languages)
            scores[page] = likelihood + _LATER * place
    return max(scores, key=scores.__getitem__)


def _possible(evidence: bytes) -> Container[str]:
    """Return the code pages in which the bytes make sense, or all where that cannot be known."""
    if sum(byte >= _BEYOND_ASCII for byte in set(evidence)) < _ENOUGH_TO_SIFT:
        return PAGES
    from charset_normalizer import from_bytes  # takes long to import

    matches = from_bytes(evidence, cp_isolation=list(PAGES), preemptive_behaviour=False)
    pages = {page for each in matches for page in (each.encoding, *each.could_be_from_charset)}
    return pages & PAGES.keys() or PAGES


def _reading(text: str) -> _Reading:
    beyond = {char: times for char, times in Counter(text).items() if not char.isascii()}
    clashing, lone = _CLASHING_SIGN.findall(text), _LONE_LETTER.findall(text)
    upper = sum(times for char, times in beyond.items() if char.isupper())
    lower = sum(times for char, times in beyond.items() if char.islower())
    plain = len(text) - sum(beyond.values())
    reading = _Reading(plain, beyond, len(clashing), len(lone), min(upper, lower))
    for (one, other), times in Counter(pairwise(text)).items():
        if one.isascii() and other.isascii():
            continue
        if (one.islower() and other.isupper()) or (_is_mark(other) and not _bears_mark(one)):
            reading.clashes += times
        if one.isascii() is not other.isascii() and one.isalpha() and other.isalpha():
            reading.mixed_scripts += times
    return reading


def _is_mark(char: str) -> bool:
    return category(char) == "Mn"


def _bears_mark(char: str) -> bool:
    return char.isalpha() or _is_mark(char)


def _likelihood(reading: _Reading, language: str) -> float:
    clashes = reading.clashes
    clashes += 0 if language in LATIN else reading.mixed_scripts
    clashes += 0 if language in DAILY else reading.lone_letters
    weights = _weights(language)
    total = sum(n * _weight(char, weights, language) for char, n in reading.characters.items())
    return total + _CLASH * clashes + _ODD_CASE * reading.odd_cases + _ASCII * reading.plain


@cache
def _weights(language: str) -> dict[str, float]:
    letters = LETTERS[language]
    flat = 1 if language in LATIN else 4
    shares = [1 / (rank + flat) for rank in range(len(letters))]
    whole = sum(shares)
    return {letter: log(share / whole) for letter, share in zip(letters, shares, strict=True)}


def _weight(char: str, weights: dict[str, float], language: str) -> float:
    weight = weights.get(char) or weights.get(char.lower())
    if weight is not None:
        return weight
    if char in _SIGNS:
        return _SIGN
    if char in _RARE_SIGNS:
        return _RARE_SIGN
    if char == "\ufffd" or "\x80" <= char < "\xa0" or "\ue000" <= char < "\uf900":
        return _NONE
    return _DAILY if language in DAILY and _is_daily(char, *DAILY[language]) else _STRANGE


def _is_daily(char: str, charset: str, first: int, last: int) -> bool:
    try:
        return first <= char.encode(charset)[0] <= last
    except UnicodeEncodeError:
        return False
