"""Folded text as what an index looks up: its words, and how neighbouring words meet.

Each Chinese or Japanese character is a word.
"""

from collections.abc import Sequence
from functools import cache, lru_cache
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
SHORT: Final = 3
ACROSS: Final = 2
#: A text is looked up in parts of so many words, for in the whole of it most that is common meets
#: somewhere, and most of all in a long one.
_WORDS: Final = 300
#: More parts it has not; those of a longer text are larger.
PARTS: Final = 12
#: So many neighbouring words stand together in a part, wherever they begin.
TOGETHER: Final = 9
#: How words meet is looked up as a number below this one: more take more of the disk, fewer find
#: too much.
_NUMBERS: Final = 1 << 14
#: Stands in all that is looked up and is no word; folding leaves none in words.
_MARK: Final = "_"
_JOINT: Final = f"{_MARK}%04x"
_NONE: Final = -1

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


def joints_of(folded: str) -> list[frozenset[str]]:
    """Return how neighbouring words meet in each part of a text: under this, too, it is found.

    A part goes on into the next, so that no few words are in neither.
    """
    order = words_of(folded)
    joints = list(map(xor, map(_joins_right, order), map(_joins_left, order[1:])))
    bridges = _bridges(order)
    size = max(_WORDS, -(-len(order) // PARTS))
    parts = []
    for begin in range(0, max(len(order) - TOGETHER + 1, 1), size):
        end = begin + size + TOGETHER - 1
        met = {*joints[begin : end - 1], *bridges[begin : end - 2]} - {_NONE}
        long = any(len(word) > LONGEST for word in order[begin:end])
        parts.append(frozenset([*map(_all_joints().__getitem__, met), *[HAS_LONG] * long]))
    return parts


def joint(left: str, right: str) -> str:
    """Return under what two neighbouring words are found: the letters with which they meet.

    Of a word that is shorter also its end. So the joint of longer ones is known where only parts of
    them are, and a text has fewer different ones than pairs of words.
    """
    return _JOINT % (_joins_right(left) ^ _joins_left(right))


def bridge(left: str, middle: str, right: str) -> str:
    """Return under what the neighbours of a short word are found with it, in the same way."""
    return _JOINT % (_reaches_right(left) ^ _crossed(middle) ^ _reaches_left(right))


def _bridges(words: Sequence[str]) -> list[int]:
    """Return the number of the bridge that begins with each word, where there is one."""
    lefts, rights = map(_reaches_right, words), map(_reaches_left, words[2:])
    middles = map(_crossed, words[1:])
    return [
        _NONE if middle == _NONE else left ^ middle ^ right
        for left, middle, right in zip(lefts, middles, rights, strict=False)
    ]


@cache
def _all_joints() -> list[str]:
    """Return all joints and bridges: to look one up takes a tenth of what writing it takes."""
    return [_JOINT % number for number in range(2 * _NUMBERS)]


@lru_cache(1 << 16)
def _joins_right(word: str) -> int:
    """Return the number of a word's end; most words of a text stood in the one before."""
    return _number((_MARK + word)[-LAST:])


@lru_cache(1 << 16)
def _joins_left(word: str) -> int:
    """Return the number of a word's beginning."""
    return _number((word + _MARK)[:FIRST])


@lru_cache(1 << 16)
def _reaches_right(word: str) -> int:
    """Return the number of a word's end as it meets one across a short word."""
    return _number((_MARK + word)[-ACROSS:])


@lru_cache(1 << 16)
def _reaches_left(word: str) -> int:
    """Return the number of a word's beginning as it meets one across a short word."""
    return _number((word + _MARK)[:ACROSS])


@lru_cache(1 << 16)
def _crossed(word: str) -> int:
    """Return the number of a short word between two; it makes theirs one that no joint has."""
    return _number(word) | _NUMBERS if len(word) <= SHORT else _NONE


def _number(letters: str) -> int:
    return crc32(letters.encode("utf-8", "surrogatepass")) % _NUMBERS


def is_word(term: str) -> bool:
    """Return whether something that is looked up is a word as it stands in a text."""
    return _MARK not in term


def stands_alone(word: str) -> bool:
    """Return whether a word is a character that never is a part of a longer word."""
    return _UNSPACED.match(word) is not None
