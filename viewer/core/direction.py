"""In which direction a text reads."""

from typing import Final
from unicodedata import bidirectional

_STRONG: Final = frozenset({"L", "R", "AL"})


def reads_rightwards(text: str) -> bool | None:
    """Return whether the first letter that has a direction reads from left to right."""
    for char in text:
        direction = bidirectional(char)
        if direction in _STRONG:
            return direction == "L"
    return None
