"""Times of TTML: clocks, frames, ticks and lengths with a unit.

https://www.w3.org/TR/ttml1/#timing-value-timeExpression
"""

import re
from collections.abc import Mapping
from typing import Final

from viewer.core.timecode import clock_seconds, fraction_ms, parse_time
from viewer.core.value import value

#: How nearly every file is written.
_CLOCK: Final = re.compile(r"([0-9]{2}):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,9}))?")
_FRAMES: Final = re.compile(
    r"([0-9]{1,4}):([0-9]{2}):([0-9]{2})[:;]([0-9]{1,4})(?:\.([0-9]{1,4}))?"
)
_LENGTH: Final = re.compile(r"([0-9]{1,15}(?:\.[0-9]{1,15})?)(h|ms|m|s|f|t)")
_MULTIPLIER: Final = re.compile(r"([0-9]{1,6})[\s:]+([0-9]{1,6})")
_UNITS: Final = {"h": 3_600_000.0, "m": 60_000.0, "s": 1000.0, "ms": 1.0}
#: What stands before the decimal point where times are clocks or seconds.
_WHOLE: Final = re.compile(r"[0-9]{1,9}|(?:[0-9]{1,4}:){1,2}[0-9]{1,2}")
FRACTIONS: Final[dict[str, int]] = {
    f"{number:0{digits}}": number * 10 ** (3 - digits)
    for digits in (1, 2, 3)
    for number in range(10**digits)
}
_SECONDS: Final = {f"{second:02}": second * 1000 for second in range(60)}
_USUAL_RATE: Final = 30
_MOST_DIGITS: Final = 12


@value
class TimeBase:
    """How a file counts: frames and ticks a second, and whether it skips frame numbers.

    `counted` is the number of frame numbers in a second, `rate` how many frames are shown in
    one: 30 and 29.97 for American television.
    """

    counted: int = _USUAL_RATE
    rate: float = float(_USUAL_RATE)
    sub_frames: int = 1
    ticks: float = 1.0
    is_smpte: bool = False
    drops: bool = False

    def parse(self, text: str) -> int | None:
        """Return the milliseconds that a time expression means, or None where it is none.

        A number without a unit is taken for seconds, as makers of lyrics mean it.
        """
        stripped = text.strip()
        if match := _CLOCK.fullmatch(stripped):
            whole = clock_seconds(int(match[1]), int(match[2]), int(match[3]))
            return whole * 1000 + (fraction_ms(match[4]) if match[4] else 0)
        if match := _FRAMES.fullmatch(stripped):
            return self._frames_ms(*(int(group or 0) for group in match.groups()))
        if match := _LENGTH.fullmatch(stripped):
            worth = _UNITS.get(match[2]) or 1000 / (self.rate if match[2] == "f" else self.ticks)
            return _rounded(float(match[1]) * worth)
        return parse_time(stripped)

    def _frames_ms(self, hours: int, minutes: int, seconds: int, frames: int, parts: int) -> int:
        whole = clock_seconds(hours, minutes, seconds)
        behind = frames + parts / self.sub_frames
        if not self.is_smpte:
            return _rounded((whole + behind / self.rate) * 1000)
        count = whole * self.counted + behind
        if self.drops:  # two numbers a minute are skipped, but for every tenth
            count -= 2 * (whole // 60 - whole // 600)
        return _rounded(count / self.rate * 1000)


_USUAL: Final = TimeBase()
_NO_TIME: Final = -(10**12)


class Times:
    """Reads times, thousands of them quickly."""

    def __init__(self, base: TimeBase, seconds: "Seconds") -> None:
        self._base = base
        self._known: dict[str, int | None] = {}
        self._seconds = seconds

    def read(self, text: str) -> int | None:
        """Return the milliseconds that a time expression means, or None where it is none."""
        whole, _, fraction = text.partition(".")
        if fraction in FRACTIONS:
            ms = self._seconds[whole]
            if ms >= 0:
                return ms + FRACTIONS[fraction]
        if text not in self._known:
            self._known[text] = self._base.parse(text)
        return self._known[text]


class Seconds(dict[str, int]):
    """What times without their decimals mean; below zero where decimals cannot just be added."""

    def __init__(self) -> None:
        self._minutes: dict[str, int] = {}

    def __missing__(self, whole: str) -> int:
        before = self._minutes.get(whole[:-2])
        if before is not None and whole[-2:] in _SECONDS:
            ms = before + _SECONDS[whole[-2:]]
        else:
            ms = self._parse(whole)
            if ms >= 0 and whole[-3:-2] == ":":
                self._minutes[whole[:-2]] = self._parse(whole[:-2] + "00")
        self[whole] = ms
        return ms

    def _parse(self, whole: str) -> int:
        ms = _USUAL.parse(whole + ".0") if _WHOLE.fullmatch(whole) else None
        return _NO_TIME if ms is None else ms


def read_time_base(attributes: Mapping[str, str]) -> TimeBase:
    """Return how a file counts, by its root's attributes without their prefixes."""
    counted = _number(attributes.get("frameRate")) or _USUAL_RATE
    sub_frames = _number(attributes.get("subFrameRate")) or 1
    multiplier = _MULTIPLIER.fullmatch(attributes.get("frameRateMultiplier", "").strip())
    up, down = (int(part) for part in multiplier.groups()) if multiplier else (1, 1)
    rate = counted * up / down if up and down else float(counted)
    usual_ticks = rate * sub_frames if "frameRate" in attributes else 1
    return TimeBase(
        counted,
        rate,
        sub_frames,
        _number(attributes.get("tickRate")) or usual_ticks,
        attributes.get("timeBase") == "smpte",
        attributes.get("dropMode") == "dropNTSC",
    )


def _number(text: str | None) -> int:
    stripped = (text or "").strip()
    ok = stripped.isascii() and stripped.isdecimal() and len(stripped) <= _MOST_DIGITS
    return int(stripped) if ok else 0


def _rounded(ms: float) -> int:
    return int(ms + 0.5)
