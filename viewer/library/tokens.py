"""Folded text as the words that an index looks up; each Chinese or Japanese character is one."""

from typing import Final

from viewer.core.late import late
from viewer.core.textjoin import UNSPACED

#: Longer words are not looked up; a file that has any may hold everything.
LONGEST: Final = 64
#: The word of files with longer ones; folding leaves no underscores.
HAS_LONG: Final = "_long"

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


def stands_alone(word: str) -> bool:
    """Return whether a word is a character that never is a part of a longer word."""
    return _UNSPACED.match(word) is not None
