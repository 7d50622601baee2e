"""Single values out of a stranger's JSON: times, texts, confidences, whatever type they have."""

import math
from typing import Any, Final

from viewer.core.timecode import parse_time

#: Ten thousand hours; a time beyond is none.
LATEST_S: Final = 36_000_000
_LONGEST_NUMBER: Final = 40
_LONGEST_REMARK: Final = 500
_LONG_NUMBER: Final = 4


def milliseconds(value: object, a_unit: int = 1000) -> int | None:
    """Return a time as milliseconds, or None where `value` is none.

    A number, also one in a string, counts units of `a_unit` ms; a clock such as `00:01:02.5` is
    one anyway. The result may be negative.
    """
    if isinstance(value, str):
        return _read_milliseconds(value, a_unit)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    if not -LATEST_S * 1000 <= value * a_unit <= LATEST_S * 1000:  # nor NaN
        return None
    return math.floor(value * a_unit + 0.5)


def _read_milliseconds(text: str, a_unit: int) -> int | None:
    if len(text) > _LONGEST_NUMBER:
        return None
    try:
        return milliseconds(float(text), a_unit)
    except ValueError:
        ms = parse_time(text)
        return ms if ms is None or ms <= LATEST_S * 1000 else None


def confidence(value: object) -> float | None:
    """Return a confidence between 0 and 1, also one in a string, or None where `value` is none."""
    if isinstance(value, str):
        return _read_confidence(value)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if 0 <= value <= 1 else None


def _read_confidence(text: str) -> float | None:
    if len(text) > _LONGEST_NUMBER:
        return None
    try:
        return confidence(float(text))
    except ValueError:
        return None


def name(value: object) -> str | None:
    """Return a speaker's name, which may be a number, or None."""
    if isinstance(value, str):
        bare = value.strip()
        return f"Speaker {bare}" if bare.isdecimal() and len(bare) < _LONG_NUMBER else bare or None
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 1_000_000:
        return f"Speaker {value}"
    return None


def remark(value: object) -> str | None:
    """Return a short text or a number as text, for the metadata; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    if isinstance(value, str):
        text = value.strip()
    else:
        text = f"{value:g}" if isinstance(value, float) else _digits(value)
    return text if 0 < len(text) <= _LONGEST_REMARK else None


def _digits(value: int) -> str:
    return str(value) if abs(value) < 10**18 else ""


def members(value: object) -> dict[str, Any]:
    """Return the value where it is an object, else an empty one."""
    return value if isinstance(value, dict) else {}


def entries(value: object) -> list[Any]:
    """Return the value where it is a list, else an empty one."""
    return value if isinstance(value, list) else []
