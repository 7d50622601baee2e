"""Whether labels without any times are speakers: a talk has several, and each comes back."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

#: Of the lines with text, at least one in so many has a label.
_ONE_IN: Final = 6
_FEWEST_SPEAKERS: Final = 2
_FEWEST_TURNS: Final = 4


def is_dialogue(names: Iterable[str], lines: int) -> bool:
    """Return whether so many labels in so many lines with text are a conversation.

    In a document with bold or labelled notes the labels differ; in a conversation they recur.
    """
    counts = Counter(names)
    recurring = [count for count in counts.values() if count > 1]
    total = counts.total()
    return (
        len(recurring) >= _FEWEST_SPEAKERS
        and sum(recurring) >= _FEWEST_TURNS
        and sum(recurring) * 2 >= total
        and total * _ONE_IN >= lines
    )
