"""Clock text and link times from and to milliseconds; only this module knows what they mean."""

import re
from typing import Final, TypeVar

from viewer.core.late import late

N = TypeVar("N", int, float)

#: What Qt's signals and timers can count: 596 hours. A time beyond is none.
LATEST_MS: Final = 2**31 - 1

#: A clock in running text, `0:35` or `01:02:03`, for the patterns of those who look for one.
CLOCK: Final = r"[0-9]{1,3}(?::[0-5][0-9]){1,2}"
#: One with two digits for each, as quotes have it: `01:02:03`.
FULL_CLOCK: Final = r"[0-9]{2}(?::[0-5][0-9]){2}"
#: One whose minutes may be more than an hour has, as people write them: `90:05`.
LOOSE_CLOCK: Final = r"(?:\d{1,3}:)?\d{1,3}:[0-5]\d"
_WHOLE_CLOCK: Final = late(CLOCK)
_CLOCK: Final = late(r"(?:(?P<h>\d{1,4}):)?(?P<m>\d{1,4}):(?P<s>[0-5]?\d)(?:[.,](?P<f>\d{1,9}))?")
_SECONDS: Final = re.compile(r"(?P<s>\d{1,9})(?:[.,](?P<f>\d{1,30}))?s?")
_UNITS: Final = late(
    r"(?=\d)(?:(?P<h>\d{1,4})h)?(?:(?P<m>\d{1,6})m)?(?:(?P<s>\d{1,9})(?:[.,](?P<f>\d{1,30}))?s?)?"
)


def is_whole_clock(text: str) -> bool:
    """Return whether a time is written as it is shown: a clock without a fraction of a second."""
    return _WHOLE_CLOCK.fullmatch(text.strip()) is not None


def parse_time(text: str) -> int | None:
    """Return the milliseconds that `text` says, or None where it is no time.

    Takes seconds (`83`, `83.5`, `83.5s`), a clock (`1:23`, `01:01:23.250`, comma or point) and
    units (`1h2m3s`), as command lines and video links write them. A fraction is rounded to the
    millisecond, so that `72.52000000000001s` is 72520.
    """
    stripped = text.strip().lower()
    for pattern in (_SECONDS, _CLOCK, _UNITS):
        if stripped.isascii() and (match := pattern.fullmatch(stripped)):
            parts = match.groupdict()
            hours, minutes = int(parts.get("h") or 0), int(parts.get("m") or 0)
            if hours and parts.get("m") and minutes > 59 and pattern is _CLOCK:
                return None
            whole = clock_seconds(hours, minutes, int(parts["s"] or 0))
            return whole * 1000 + fraction_ms(parts.get("f") or "")
    return None


def clock_seconds(hours: N, minutes: N, seconds: N) -> N:
    """Return the seconds that the numbers of a clock mean, or of a length such as `PT1H2M3S`."""
    return (hours * 60 + minutes) * 60 + seconds


def clock_numbers(ms: int) -> tuple[int, int, int]:
    """Return the hours, minutes and seconds of a moment, cut off.

    >>> clock_numbers(3_723_999)
    (1, 2, 3)
    """
    minutes, seconds = divmod(max(ms, 0) // 1000, 60)
    return *divmod(minutes, 60), seconds


def fraction_ms(digits: str) -> int:
    """Return the milliseconds that the digits behind a decimal point mean, rounded half up.

    >>> fraction_ms("6"), fraction_ms("52000000000001"), fraction_ms("9996")
    (600, 520, 1000)
    """
    if len(digits) <= 3:
        return int(digits.ljust(3, "0"))
    return (int(digits[:4]) + 5) // 10


def format_clock(ms: int) -> str:
    """Write a moment as people read it: `0:35`, `12:05`, `1:02:03`; whole seconds, cut off.

    >>> format_clock(35_600), format_clock(3_723_000)
    ('0:35', '1:02:03')
    """
    hours, minutes, seconds = clock_numbers(ms)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def format_span(begin_ms: int, end_ms: int) -> str:
    """Write from when to when, as people read it; what is shorter than a second in tenths.

    >>> format_span(28_300, 35_600), format_span(35_200, 35_640)
    ('0:28–0:35', '0:35.2–0:35.7')
    """
    if end_ms - begin_ms >= 1000:
        return f"{format_clock(begin_ms)}–{format_clock(end_ms)}"
    begin, end = max(begin_ms, 0) // 100, -(-max(end_ms, 0) // 100)
    return "–".join(f"{format_clock(tenths * 100)}.{tenths % 10}" for tenths in (begin, end))


def format_length(ms: int) -> str:
    """Write how long something is: in seconds and tenths, from a minute on as a clock.

    >>> format_length(24_625), format_length(84_000)
    ('24.6 s', '1:24')
    """
    tenths = (max(ms, 0) + 50) // 100
    return f"{tenths / 10:.1f} s" if tenths < 600 else format_clock(tenths * 100)


def format_stamp(ms: int, *, separator: str = ".") -> str:
    """Write a moment to the millisecond, as caption files do: `00:01:02.500`."""
    hours, minutes, seconds = clock_numbers(ms)
    return f"{hours:02}:{minutes:02}:{seconds:02}{separator}{max(ms, 0) % 1000:03}"


def format_seconds(ms: int) -> str:
    """Write a moment in seconds with at least one decimal, as links and archives do.

    >>> format_seconds(35_600), format_seconds(0), format_seconds(72_521)
    ('35.6', '0.0', '72.521')
    """
    whole, rest = divmod(max(ms, 0), 1000)
    return f"{whole}.{f'{rest:03}'.rstrip('0') or '0'}"
