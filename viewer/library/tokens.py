"""Folded text as what an index looks up: its words, and how neighbouring words meet.

Each Chinese or Japanese character is a word.
"""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import chain
from operator import xor
from typing import Final
from zlib import crc32

from viewer.core.late import late
from viewer.core.textjoin import UNSPACED

#: Longer words are not looked up; a file that has any may hold everything.
LONGEST: Final = 64
#: The word of files with longer ones; folding leaves no underscores.
HAS_LONG: Final = "_long"

#: Of two neighbours these letters are looked up together: the last of one, the first of the other.
LAST: Final = 3
FIRST: Final = 5
#: Over words of so many letters at most, which stand everywhere, these letters meet, too.
SHORT: Final = 2
ACROSS: Final = 2
#: They are looked up as a number below this one: more take more of the disk, fewer find too much.
_NUMBERS: Final = 1 << 16
#: Stands in all that is looked up and is no word; folding leaves none in words.
_MARK: Final = "_"
_JOINT: Final = f"{_MARK}%04x"
_BRIDGE: Final = f"{_MARK}1%04x"

_UNSPACED: Final = late(UNSPACED)
_TOKEN: Final = late(f"{UNSPACED}|[^ ]+?(?= |$|{UNSPACED})")


def words_of(folded: str) -> list[str]:
    """Return the words of a folded text in their order."""
    if folded.isascii() or not _UNSPACED.search(folded):
        return folded.split(" ") if folded else []
    return _TOKEN.findall(folded)


def looked_up(folded: str) -> frozenset[str]:
    """Return the different words under which a folded text is found."""
    words = set(words_of(folded))
    words.discard("")
    if long := {word for word in words if len(word) > LONGEST}:
        words = words - long | {HAS_LONG}
    return frozenset(words)


def joints_of(folded: str) -> frozenset[str]:
    """Return how a text's neighbouring words meet: under this, too, it is found."""
    order = words_of(folded)
    return frozenset(chain(_joints(order), _bridges(order)))


def joint(left: str, right: str) -> str:
    """Return under what two neighbouring words are found: the letters with which they meet.

    Of a word that is shorter also its end. So the joint of longer ones is known where only parts of
    them are, and a text has fewer different ones than pairs of words.
    """
    return _JOINT % (_end(left, LAST) ^ _beginning(right, FIRST))


def bridge(left: str, middle: str, right: str) -> str:
    """Return under what the neighbours of a short word are found with it, in the same way."""
    return _BRIDGE % (_end(left, ACROSS) ^ _number(middle) ^ _beginning(right, ACROSS))


def _joints(words: Sequence[str]) -> Iterable[str]:
    """Return the different joints of neighbours."""
    numbers = set(map(xor, map(_joins_right, words), map(_joins_left, words[1:])))
    return map(_all_joints().__getitem__, numbers)


@cache
def _all_joints() -> list[str]:
    """Return every joint: to look one up takes a tenth of the time that it takes to write it."""
    return [_JOINT % number for number in range(_NUMBERS)]


@lru_cache(1 << 16)
def _joins_right(word: str) -> int:
    """Return the number of a word's end; most words of a text stood in the one before."""
    return _end(word, LAST)


@lru_cache(1 << 16)
def _joins_left(word: str) -> int:
    """Return the number of a word's beginning."""
    return _beginning(word, FIRST)


@lru_cache(1 << 16)
def _reaches_right(word: str) -> int:
    """Return the number of a word's end as it meets one across a short word."""
    return _end(word, ACROSS)


@lru_cache(1 << 16)
def _reaches_left(word: str) -> int:
    """Return the number of a word's beginning as it meets one across a short word."""
    return _beginning(word, ACROSS)


def _bridges(words: Sequence[str]) -> Iterable[str]:
    """Return the different bridges over short words."""
    triples = zip(words, words[1:], words[2:], strict=False)
    numbers = {
        _reaches_right(left) ^ _number(middle) ^ _reaches_left(right)
        for left, middle, right in triples
        if len(middle) <= SHORT
    }
    return map(_BRIDGE.__mod__, numbers)


def _end(word: str, letters: int) -> int:
    return _number((_MARK + word)[-letters:])


def _beginning(word: str, letters: int) -> int:
    return _number((word + _MARK)[:letters])


@lru_cache(1 << 16)
def _number(letters: str) -> int:
    return crc32(letters.encode("utf-8", "surrogatepass")) % _NUMBERS


def is_word(term: str) -> bool:
    """Return whether something that is looked up is a word as it stands in a text."""
    return _MARK not in term


def stands_alone(word: str) -> bool:
    """Return whether a word is a character that never is a part of a longer word."""
    return _UNSPACED.match(word) is not None
