"""Times of day, as meetings have them: no places in a recording, so they count from the first."""

from typing import Final

from viewer.core.timecode import parse_time
from viewer.formats.draft import Draft

_HALF_DAY_MS: Final = 12 * 3_600_000
_DAY_MS: Final = 2 * _HALF_DAY_MS
#: The first time of a recording that counts from its beginning lies before this one.
_EARLY_MS: Final = 3_600_000
_OF_DAY: Final = "The times are times of day; they are counted from the first, {}."


class TimesOfDay:
    """Reads times of day as times from the first one; a day may end between."""

    def __init__(self, draft: Draft) -> None:
        self._draft: Final = draft
        self._first: int | None = None
        self._last = 0

    def read(self, clock: str, half: str | None, line: int) -> int:
        """Return the milliseconds from the first time; `half` is `a` or `p`, where it is given."""
        time = time_of_day(clock, half)
        if self._first is None:
            self._first = self._last = time if time >= _EARLY_MS or half else 0
            if self._first:
                self._draft.problem(line, _OF_DAY.format(clock))
        while self._first and time < self._last - _HALF_DAY_MS:
            time += _DAY_MS
        self._last = max(self._last, time)
        return max(time - self._first, 0)


def time_of_day(clock: str, half: str | None) -> int:
    """Return the milliseconds since midnight."""
    time = parse_time(f"{clock}:00" if clock.count(":") == 1 else clock) or 0
    if half:
        time = time % _HALF_DAY_MS + (_HALF_DAY_MS if half in "Pp" else 0)
    return time
