"""What names look like before a colon, in scripts with capitals and in those without.

Where there are capitals they tell names from what else stands before colons. Where there are none
(Hebrew, Arabic, Chinese, Hindi …) only the file can: names come back, or all lines have one.
"""

import re
from functools import lru_cache
from typing import Final

from viewer.formats.kit.no_names import NO_NAMES, SAID

#: Vowels and tones that are written as marks on letters, of scripts from Hebrew to Khmer.
_MARKS: Final = "\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u109f\u1780-\u17d3"
_WORD: Final = re.compile(rf"[^\W_][\w.'’{_MARKS}-]*,?")
_ASIDE: Final = re.compile(r"\([\w .'’/-]{1,30}\)|[#№] ?[0-9]{1,3}")
#: Who takes part by telephone.
_PHONE: Final = re.compile(r"\+?[\d*][\d* ()x-]{5,18}\d")
#: What is in no name, however people write theirs.
_NOT_IN_NAMES: Final = re.compile(r"[!?…;\"“”„«»<>{}\[\]=]|://|\w{4}\.\s")
#: What no name begins with, but a clause that ends in a colon does.
_CLAUSES: Final = frozenset({
    "a", "and", "but", "das", "dass", "de", "der", "die", "el", "er", "es", "et", "for", "he",
    "i", "ich", "if", "in", "is", "it", "la", "le", "les", "like", "of", "on", "or", "que",
    "she", "sie", "that", "the", "then", "there", "they", "this", "to", "und", "was", "we",
    "what", "when", "which", "who", "with", "y", "you",
    "הוא", "היא", "אני", "הם", "אז", "וגם", "כי", "אם", "זה", "هو", "هي", "أنا", "نحن", "لكن",
    "هذا", "ثم", "او", "اما", "वह", "मैं", "यह", "और", "그는", "그녀는", "그리고", "하지만",
})  # fmt: skip
_MOST_WORDS_OF_ANY: Final = 8
_PARTICLES: Final = frozenset({
    "af", "al", "and", "av", "bin", "da", "de", "del", "der", "di", "du", "el", "ibn", "la", "le",
    "of", "the", "van", "von", "zu", "&",
})  # fmt: skip
_MOST_WORDS: Final = 5
#: What ends so is said of somebody or something.
_SAYING: Final = re.compile(
    r"[\u4e00-\u9fff]{1,12}[说說是问問]|[我你他她它这那這][\u4e00-\u9fff]{0,6}"
)
_SPOKEN: Final = re.compile(
    r".*(?:言った|言う|言って|聞いた|答えた|曰く|말했다|물었다|말합니다|พูดว่า|บอกว่า|ถามว่า)"
)


def has_no_capitals(name: str) -> bool:
    """Return whether a name begins in a script without capitals."""
    first = name[:1]
    return not first.isascii() and first.isalpha() and first.upper() == first.lower()


def _may_be_somebody(name: str) -> bool:
    """Return whether words without capitals are not those before what somebody said."""
    words = name.split()
    ends = {words[0], words[-1]}
    return words[0] not in _CLAUSES and ends.isdisjoint(SAID) and not _SPOKEN.fullmatch(name)


@lru_cache(1_000)  # the same few names stand before thousands of lines
def like_a_name(name: str) -> bool:
    """Return whether words are written like a name: with capitals, where there are such."""
    has_aside = "(" in name or "#" in name or "№" in name
    words = _ASIDE.sub("", name).split() if has_aside else name.split()
    if not 1 <= len(words) <= _MOST_WORDS or not words[0][0].isalpha() or words[0][0].islower():
        return False
    for word in words:
        if word not in _PARTICLES and (word[0].islower() or not _WORD.fullmatch(word)):
            return False
    if has_no_capitals(name) and not _may_be_somebody(name):
        return False
    return words[0].strip(".,").casefold() not in NO_NAMES and not _SAYING.fullmatch(name)


@lru_cache(1_000)
def like_any_name(name: str) -> bool:
    """Return whether words may be what somebody calls himself or herself, however written."""
    if _PHONE.fullmatch(name):
        return True
    words = name.split()
    if not 1 <= len(words) <= _MOST_WORDS_OF_ANY or not any(map(str.isalpha, name)):
        return False
    if not (name[0].isalnum() or name[0] in "@#№~_") or _NOT_IN_NAMES.search(name):
        return False
    first = words[0].strip(".,").casefold()
    if has_no_capitals(name) and not _may_be_somebody(name):
        return False
    return not (first in NO_NAMES or first in _CLAUSES or _SAYING.fullmatch(name))
