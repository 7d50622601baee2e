"""Times of one width, read column by column: all cues of a file in a few big additions.

A file of 100,000 cues has 200,000 times. Where all are written alike (`00:00:01,500`), the
digits of one place are a column; the column, taken as one big number with a lane for each time,
is multiplied by what the place is worth and added. `Stamps` reads the times one after the other
where they are not written alike: then 90,000 cues of SubRip take 730 ms instead of 450.
"""

import sys
from array import array
from collections.abc import Sequence
from typing import Final

#: Where the two digits of hours, minutes, seconds and of the fraction begin, and their worth.
_PAIRS: Final = ((0, 3_600_000), (3, 60_000), (6, 1_000), (9, 10))
_LAST_DIGIT: Final = 11
_WIDTH: Final = len("00:00:01,500")
_GAP: Final = len(" --> ")
_VALUES: Final = bytes.maketrans(b"0123456789", bytes(range(10)))
_LANE: Final = 4


def read_columns(lines: Sequence[str]) -> tuple[list[int], list[int]]:
    """Return the starts and ends of lines that all look like `00:00:01,500 --> 00:00:04,000`.

    Every digit must be a digit; the caller's pattern sees to it.
    """
    digits = "".join(lines).encode("ascii").translate(_VALUES)
    return _column(digits, 0), _column(digits, _WIDTH + _GAP)


def _column(digits: bytes, begin: int) -> list[int]:
    step = 2 * _WIDTH + _GAP
    count = len(digits) // step
    lanes = bytearray(_LANE * count)
    lanes[::_LANE] = digits[begin + _LAST_DIGIT :: step]
    total = int.from_bytes(lanes, "little")
    for place, worth in _PAIRS:
        tens = int.from_bytes(digits[begin + place :: step], "little")
        ones = int.from_bytes(digits[begin + place + 1 :: step], "little")
        lanes[::_LANE] = (tens * 10 + ones).to_bytes(count, "little")
        total += int.from_bytes(lanes, "little") * worth
    times = array("I")
    times.frombytes(total.to_bytes(_LANE * count, "little"))
    if sys.byteorder == "big":
        times.byteswap()
    return times.tolist()
