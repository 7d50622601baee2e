"""What numbers count that cannot be seconds: told by how long they would have a line last."""

import math
import statistics
from collections.abc import Iterable
from typing import Final

#: So long a letter is said, typically; nobody takes so long for one as the second says.
_A_LETTER_MS: Final = 70
_TOO_LONG_MS: Final = 3_000
_SECOND_MS: Final = 1_000.0
#: What else numbers count: ms, 10 ms, samples at 16 kHz, ticks of 100 ns.
_UNITS: Final = (1.0, 10.0, 1 / 16, 1 / 10_000)
GUESSED: Final = "The times cannot be seconds; {} was taken for what they count."
_NAMES: Final = {1.0: "1 ms", 10.0: "10 ms", 1 / 16: "1/16000 s", 1 / 10_000: "100 ns"}


def implied_unit(lines: Iterable[tuple[object, object, str]]) -> float:
    """Return how many ms a number counts, by the starts, ends and texts of some lines."""
    letters = [
        (end - start) / len(text)
        for start, end, text in lines
        if isinstance(start, int) and isinstance(end, int) and end > start and text
    ]
    if not letters:
        return _SECOND_MS
    typical = statistics.median(letters)
    if typical * _SECOND_MS < _TOO_LONG_MS:
        return _SECOND_MS
    return min(_UNITS, key=lambda unit: abs(math.log(typical * unit / _A_LETTER_MS)))


def guessed(unit_ms: float) -> str | None:
    """Return what is to be said of a unit that was guessed, or None where it is seconds."""
    name = _NAMES.get(unit_ms)
    return None if name is None else GUESSED.format(name)
