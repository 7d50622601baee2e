"""The times of caption files, put together from pieces that were read before.

A file of 100,000 cues has 200,000 times but few different minutes, seconds and fractions:
looking a piece up costs a fraction of reading it again.
"""

from collections.abc import Callable, Iterable
from typing import Final

from viewer.core.timecode import clock_seconds, fraction_ms


class _Table(dict[str | None, int]):
    """Numbers by the text that means them; what is missing is read once."""

    def __init__(self, read: Callable[[str], int]) -> None:
        super().__init__({None: 0})
        self._read = read

    def __missing__(self, text: str) -> int:
        value = self[text] = self._read(text)
        return value


class Stamps:
    """Reads times that come in three pieces, each as text: minutes, seconds, fraction.

    The first is `MM` or `HH:MM`, the second `SS`, the third the digits behind the point; None,
    where a piece is missing, is 0.
    """

    __slots__ = ("_fractions", "_minutes", "_seconds")

    def __init__(self) -> None:
        self._minutes: Final = _Table(_minutes_ms)
        self._seconds: Final = _Table(lambda text: int(text) * 1000)
        self._fractions: Final = _Table(fraction_ms)

    def read(self, minutes: str | None, seconds: str | None, fraction: str | None) -> int:
        """Return one time in milliseconds."""
        return self._minutes[minutes] + self._seconds[seconds] + self._fractions[fraction]

    def read_all(
        self, minutes: Iterable[str], seconds: Iterable[str], fractions: Iterable[str | None]
    ) -> list[int]:
        """Return many times in milliseconds, given as columns."""
        m, s, f = self._minutes, self._seconds, self._fractions
        return [m[a] + s[b] + f[c] for a, b, c in zip(minutes, seconds, fractions, strict=True)]


def _minutes_ms(text: str) -> int:
    hours, _, minutes = text.rpartition(":")
    return clock_seconds(int(hours or 0), int(minutes), 0) * 1000
