"""How many frames are a second, where clocks count them: by what the file says, or its numbers."""

import re
from collections.abc import Sequence
from typing import Final

from viewer.core.value import value

_RATES: Final = (24, 25, 30, 50, 60, 100)
#: What people and editing programs call rates: `23.976 fps`, `FRAME RATE: 29.97`.
_STATED: Final = re.compile(
    r"\b(23[.,]97[0-9]{0,4}|23[.,]98|24|25|29[.,]97|30|50|59[.,]94|60) ?(?:fps|frames)\b"
    r"|\bframe ?rate[: =\t]{1,4}(23[.,]97[0-9]{0,4}|23[.,]98|24|25|29[.,]97|30|50|59[.,]94|60)\b",
    re.I,
)
_LOOKED_AT: Final = 4_000
#: Of so many numbers below 24 one would be 24, were 25 frames a second.
_MANY: Final = 75
_GUESSED: Final = "The times count frames; {} frames a second were assumed."


@value
class FrameRate:
    """So many frames a second of the clock, which is as long as `length` seconds."""

    frames: int
    length: float = 1.0
    #: What is to be said of it, where the file does not tell it.
    guess: str = ""

    def ms(self, clock_ms: int, frame: int) -> int:
        """Return the milliseconds of a clock and the frames behind it."""
        return round((clock_ms + min(frame * 1000 // self.frames, 999)) * self.length)


def frame_rate(numbers: Sequence[int], head: str = "", *, drops: bool = False) -> FrameRate:
    """Return the rate of a file by the numbers of its frames; its head may tell it.

    One that `drops` numbers counts 30 frames, or 60, and its clock keeps to the time.
    """
    most = max(numbers, default=0)
    stated = _STATED.search(head, 0, _LOOKED_AT)
    written = float((stated[1] or stated[2]).replace(",", ".")) if stated else 0.0
    frames = next((rate for rate in _RATES if rate >= written), 0) if written else 0
    if drops and most < _RATES[-2]:
        return FrameRate(30 if most < 30 and frames <= 30 else 60)
    if frames > most:
        # 23.976 and 29.97: the clock counts 24 and 30, and so is slower than time.
        return FrameRate(frames, 1.0 if written == frames or ";" in head else 1.001)
    rates = _RATES if len(numbers) >= _MANY else _RATES[1:]
    frames = next((rate for rate in rates if rate > most), _RATES[-1])
    return FrameRate(frames, guess=_GUESSED.format(frames))
