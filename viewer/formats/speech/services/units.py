"""What a service's numbers count, where that cannot be what its documentation says.

Programs write its shape with other numbers. That shows in what was read of them; the times in the
JSON are then scaled, and it is read anew, for where lines end depends on pauses.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Any, Final

from viewer.core.segment import Segment
from viewer.formats.draft import Draft
from viewer.formats.kit.time_keys import ENDS, LENGTHS, STARTS, unit_of
from viewer.formats.kit.time_units import LOOKED_AT, Line, guessed, implied_unit, in_units, phrases

_TIMES: Final = frozenset((*STARTS, *ENDS, *LENGTHS, "ts", "end_ts", "timestamp", "time"))
#: A word with its times as a list: Watson's.
_IN_A_LIST: Final = 3


def recounted(value: object, draft: Draft, usual_ms: float) -> str | None:
    """Scale the times in a service's JSON where a draft of it tells that they count something else.

    Returns what is to be said of that, or None where nothing was changed.
    """
    said = draft.segments[:LOOKED_AT]
    words = chain.from_iterable(segment.words for segment in said)
    lines = phrases((w.start_ms / usual_ms, w.end_ms / usual_ms, w.text) for w in words)
    first = next(lines, None)
    unit = implied_unit(
        _plain(said, usual_ms) if first is None else chain((first,), lines), usual_ms
    )
    if unit == usual_ms or not _scale(value, unit, usual_ms):
        return None
    return guessed(unit, usual_ms)


def _plain(said: list[Segment], usual_ms: float) -> Iterator[Line]:
    for segment in said:
        if segment.start_ms is not None and segment.end_ms is not None:
            yield segment.start_ms / usual_ms, segment.end_ms / usual_ms, segment.text


def _scale(value: object, unit_ms: float, usual_ms: float) -> int:
    """Change the times of entries of lists in place; return how many there were."""
    changed = 0
    waiting: list[tuple[object, bool]] = [(value, False)]
    while waiting:
        around, listed = waiting.pop()
        if isinstance(around, list):
            changed += _scale_list(around, unit_ms, usual_ms)
            waiting += [(one, True) for one in around]
        elif isinstance(around, dict):
            changed += _scale_keys(around, unit_ms, usual_ms) if listed else 0
            waiting += [(one, listed) for one in around.values() if isinstance(one, list | dict)]
    return changed


def _scale_keys(entry: dict[str, Any], unit_ms: float, usual_ms: float) -> int:
    keys = [key for key in entry if key in _TIMES and unit_of(key) is None]
    scaled = {key: _scaled(entry[key], unit_ms, usual_ms) for key in keys}
    known = {key: time for key, time in scaled.items() if time is not None}
    entry.update(known)
    return len(known)


def _scale_list(entry: list[Any], unit_ms: float, usual_ms: float) -> int:
    if len(entry) != _IN_A_LIST or not isinstance(entry[0], str):
        return 0
    known = [_scaled(one, unit_ms, usual_ms) for one in entry[1:]]
    entry[1:] = [one if time is None else time for one, time in zip(entry[1:], known, strict=True)]
    return sum(time is not None for time in known)


def _scaled(value: object, unit_ms: float, usual_ms: float) -> float | None:
    ms = None if _tells_its_unit(value) else in_units(value, unit_ms)
    return None if ms is None else ms / usual_ms


def _tells_its_unit(value: object) -> bool:
    """Return whether a time is a clock or has its unit behind it."""
    return isinstance(value, str) and not value.replace(".", "", 1).isdecimal()
