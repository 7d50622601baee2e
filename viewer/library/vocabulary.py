"""All words of an index as one string, in which parts of words are looked for."""

from collections.abc import Iterable
from typing import Final

_END: Final = "\n"


class Vocabulary:
    """Words in no order; a search through a quarter of a million takes a millisecond."""

    def __init__(self, words: Iterable[str]) -> None:
        self._text = f"{_END}{_END.join(words)}{_END}"

    def like(self, part: str, *, begins: bool, ends: bool, most: int) -> tuple[str, ...] | None:
        """Return the words in which a part stands; None where there are more than `most`."""
        wanted = f"{_END if begins else ''}{part}{_END if ends else ''}"
        text, found = self._text, dict[str, None]()
        at = text.find(wanted)
        while at >= 0:
            end = text.find(_END, at + len(wanted) - ends)
            begin = at + 1 if begins else text.rfind(_END, 0, at) + 1
            found[text[begin:end]] = None
            if len(found) > most:
                return None
            at = text.find(wanted, end)
        return tuple(found)
