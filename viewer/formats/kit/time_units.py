"""What numbers count that stand for times: known by how long they would have a line last.

A reader has a unit that its kind of file usually counts. Where lines of that unit would be said
impossibly slowly or fast, another one is taken, and a problem says so.
"""

import math
import statistics
from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from typing import Final

from viewer.formats.kit.json_values import milliseconds

#: So long a letter is said, typically.
_A_LETTER_MS: Final = 60
#: A line begins and ends with silence, as long as some letters; a Chinese sign is several.
_SILENCE: Final = 6
_WIDE: Final = 3
_FIRST_WIDE: Final = "\u2e80"
#: Nobody is so fast or so slow for a letter, as a rule; without ends a pause may follow a line.
_TOO_SHORT_MS: Final = 2
_TOO_LONG_MS: Final = 3_000
_TOO_LONG_TO_THE_NEXT_MS: Final = 60_000
#: What is by far the most usual beside seconds, within these bounds of a letter.
_LIKELY_MS: Final = (25, 500)
SECOND_MS: Final = 1_000.0
Line = tuple[object, object, object]
#: What else numbers count: ms, 10 ms, samples at 16 kHz, us, ticks of 100 ns, ns.
_UNITS: Final = {
    SECOND_MS: "1 s",
    10.0: "10 ms",
    1.0: "1 ms",
    1 / 16: "1/16000 s",
    1 / 1_000: "1 µs",
    1 / 10_000: "100 ns",
    1 / 1_000_000: "1 ns",
}
_GUESSED: Final = (
    "The file does not say what its times count: {} was assumed, for at {} its lines would be far"
    " too {}."
)
#: So many lines are looked at.
LOOKED_AT: Final = 200
#: So many words are looked at together.
_A_PHRASE: Final = 10


def implied_unit(lines: Iterable[Line], usual: float = SECOND_MS) -> float:
    """Return how many ms a number counts, by the starts, ends and texts of some lines.

    That is `usual`, unless nobody could say the lines so. An end of None is the next start.
    """
    letters, has_ends = _of_letters(lines)
    if not letters:
        return usual
    typical = statistics.median(letters)
    too_long = _TOO_LONG_MS if has_ends else _TOO_LONG_TO_THE_NEXT_MS
    if _TOO_SHORT_MS <= typical * usual <= too_long:
        return usual
    if typical * usual < _TOO_SHORT_MS and usual >= SECOND_MS:
        return usual  # nothing longer than a second is counted
    if _LIKELY_MS[0] <= typical <= _LIKELY_MS[1]:
        return 1.0
    return _nearest(typical, _UNITS)


def phrases(words: Iterable[Line]) -> Iterator[Line]:
    """Yield words as phrases, of which silence is as small a part as of lines."""
    waiting = iter(words)
    while said := list(islice(waiting, _A_PHRASE)):
        texts = (text for *_, text in said if isinstance(text, str))
        yield said[0][0], said[-1][1], " ".join(texts)


def likelier_unit(lines: Iterable[Line], units: Iterable[float]) -> float:
    """Return which of the units, of which the first is usual, lines are likelier written in."""
    letters, _ = _of_letters(lines)
    return _nearest(statistics.median(letters), units) if letters else next(iter(units))


def _nearest(typical: float, units: Iterable[float]) -> float:
    return min(units, key=lambda unit: abs(math.log(typical * unit / _A_LETTER_MS)))


def guessed(unit_ms: float, usual: float = SECOND_MS) -> str | None:
    """Return what is to be said of a unit that was guessed, or None where it is the usual one."""
    if unit_ms == usual or unit_ms not in _UNITS:
        return None
    would_be = "long" if unit_ms < usual else "short"
    return _GUESSED.format(_UNITS[unit_ms], _UNITS.get(usual, "another unit"), would_be)


def in_units(value: object, unit_ms: float) -> int | None:
    """Return a time as milliseconds; a number, also one in a string, counts units, a clock none."""
    if isinstance(value, str):
        value = value.strip().strip("[]()")
        number = _number(value)
        return milliseconds(value) if number is None else in_units(number, unit_ms)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return milliseconds(value * unit_ms, 1) if abs(value) < _BEYOND else None
    return None


#: No time is so large a number, and it can be multiplied.
_BEYOND: Final = 1e18


def _number(value: object) -> float | None:
    if isinstance(value, str):
        try:
            value = float(value.replace(",", ".")) if len(value) < _LONGEST else None
        except ValueError:
            return None
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if -_BEYOND < value < _BEYOND else None


_LONGEST: Final = 40
_Line = tuple[float | None, float | None, object]


def _of_letters(lines: Iterable[Line]) -> tuple[list[float], bool]:
    """Return how long letters last, in units, and whether ends tell it."""
    spans = [(_number(start), _number(end), text) for start, end, text in lines]
    with_ends = _of_a_letter(spans)
    return with_ends or _of_a_letter(_with_next_starts(spans)), bool(with_ends)


def _of_a_letter(lines: Iterable[_Line]) -> list[float]:
    """Return how long a letter of each line lasts, in units."""
    return [
        (end - start) / (_letters(text) + _SILENCE)
        for start, end, text in lines
        if start is not None and end is not None and end > start
        if isinstance(text, str) and text and not text.isspace()
    ]


def _with_next_starts(lines: list[_Line]) -> Iterable[_Line]:
    for (start, _, text), (following, *_) in pairwise(lines):
        yield start, following, text


def _letters(text: str) -> int:
    if text.isascii():
        return len(text)
    return len(text) + (_WIDE - 1) * sum(letter >= _FIRST_WIDE for letter in text)
