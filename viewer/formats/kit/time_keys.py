"""What programs call the times of an entry in JSON, and what the names tell of their unit."""

from typing import Any, Final

from viewer.formats.kit.time_units import SECOND_MS, in_units

#: The likelier of two come first.
STARTS: Final = (
    "start", "start_time", "startTime", "time_begin", "from", "begin", "start_ms", "startMs",
    "startTimeMs", "start_time_ms", "start_millis", "begin_ms", "beginTime", "begin_time",
    "beginMs", "time_start", "timeStart", "start_sec", "startSec", "start_seconds", "startSeconds",
    "startTimeInSeconds", "start_time_seconds", "startTimeSeconds", "tStart", "t_start", "in",
    "start_timestamp", "startTimestamp", "start_offset", "startOffset", "start_s", "offset",
    "tStartMs", "startMillis", "data_start", "StartTime", "timestamp_ms", "timestampMs", "time_ms",
    "timeMs", "seconds", "Start", "timestamp", "time", "timecode",
)  # fmt: skip
ENDS: Final = (
    "end", "end_time", "endTime", "time_end", "to", "stop", "end_ms", "endMs", "endTimeMs",
    "end_time_ms", "end_millis", "stop_ms", "stopTime", "stop_time", "stopMs", "timeEnd",
    "end_sec", "endSec", "end_seconds", "endSeconds", "endTimeInSeconds", "end_time_seconds",
    "endTimeSeconds", "tEnd", "t_end", "out", "end_timestamp", "endTimestamp", "end_offset",
    "endOffset", "end_s", "endMillis", "data_end", "EndTime", "finish", "End",
)  # fmt: skip
LENGTHS: Final = (
    "duration", "dur", "duration_ms", "durationMs", "duration_sec", "duration_seconds",
    "durationSeconds", "length", "dDurationMs",
)  # fmt: skip
_IN_MS: Final = ("ms", "millis")
_IN_SECONDS: Final = ("_s", "sec", "seconds")


def unit_of(key: str) -> float | None:
    """Return how many ms a number under the key counts, where its name tells."""
    name = key.lower()
    if name.endswith(_IN_MS):
        return 1.0
    return SECOND_MS if name.endswith(_IN_SECONDS) else None


def key_of(entry: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    """Return the first of the keys that the entry has, or None."""
    return next((key for key in keys if key in entry), None)


def time_under(entry: dict[str, Any], keys: tuple[str, ...], unit_ms: float) -> int | None:
    """Return the time that an entry has under one of the keys, as milliseconds."""
    key = key_of(entry, keys)
    if key is None:
        return None
    value = entry[key]
    value = value.get("relative") if isinstance(value, dict) else value
    return in_units(value, unit_of(key) or unit_ms)


def raw_times(
    entry: dict[str, Any], starts: tuple[str, ...], ends: tuple[str, ...], lengths: tuple[str, ...]
) -> tuple[object, object]:
    """Return an entry's start and end as numbers in a unit that their names do not tell."""
    start, end, length = (key_of(entry, keys) for keys in (starts, ends, lengths))
    begun = entry[start] if start and unit_of(start) is None else None
    if end is not None:
        return begun, entry[end] if unit_of(end) is None else None
    if length is not None and unit_of(length) is None and isinstance(begun, int | float):
        lasts = entry[length]
        return begun, begun + lasts if isinstance(lasts, int | float) else None
    return begun, None
