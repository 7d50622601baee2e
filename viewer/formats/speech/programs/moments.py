"""Entries that tell when they were said by the calendar: then the first begins the recording.

{"startTime": "2024-11-29T11:08:32.100Z"}        {"start_time": "1732878512000"}
"""

import re
from datetime import UTC, datetime
from typing import Any, Final

from viewer.formats.kit.json_values import members
from viewer.formats.kit.time_keys import key_of

FROM_FIRST: Final = "The times are dates with times of day; they are counted from the first."
_ISO: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}.{0,30}")
_FRACTION: Final = re.compile(r"\.([0-9]{1,9})")
#: Between these lies what computers count from 1970 on in milliseconds, for the next centuries.
_SINCE_1970: Final = (1e12, 1e13)
_LOOKED_AT: Final = 20
Keys = tuple[str, ...]


def is_dated(entry: dict[str, Any], starts: Keys, ends: Keys) -> bool:
    """Return whether an entry has a date for its start and for its end; messages have one alone."""
    return _moment(entry, starts) is not None and _moment(entry, ends) is not None


def since_first(listed: list[Any], starts: Keys, ends: Keys) -> list[Any] | None:
    """Return entries with milliseconds since the first, or None where they tell other times."""
    found = [_moment(members(entry), starts) for entry in listed[:_LOOKED_AT]]
    if not found or found.count(None) * 2 > len(found):
        return None
    moments = [(_moment(one, starts), _moment(one, ends)) for one in map(members, listed)]
    first = min(start for start, _ in moments if start is not None)
    return [
        _counted(members(entry), (starts, ends), tuple(ms and ms - first for ms in each))
        for entry, each in zip(listed, moments, strict=True)
    ]


def _counted(
    entry: dict[str, Any], keys: tuple[Keys, Keys], times: tuple[float | None, ...]
) -> dict[str, Any]:
    counted = dict(entry)
    for each, ms in zip(keys, times, strict=True):
        if (key := key_of(entry, each)) is not None:
            counted[key] = ms
    return counted


def _moment(entry: dict[str, Any], keys: Keys) -> float | None:
    """Return when an entry was said, in milliseconds since 1970."""
    key = key_of(entry, keys)
    value = entry[key] if key is not None else None
    if isinstance(value, str) and _ISO.fullmatch(value):
        return _read(value)
    try:
        ms = float(value) if isinstance(value, str | int | float) else 0.0
    except (ValueError, OverflowError):
        return None
    return ms if _SINCE_1970[0] <= ms < _SINCE_1970[1] else None


def _read(written: str) -> float | None:
    # Python 3.11 reads three or six digits behind the point alone; services write up to nine.
    six = _FRACTION.sub(lambda found: f".{found[1]:0<6.6}", written)
    try:
        moment = datetime.fromisoformat(six)
    except ValueError:
        return None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return round(moment.timestamp() * 1000)
