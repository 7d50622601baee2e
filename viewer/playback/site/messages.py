"""What the page of a site's player says, believed only as far as it can be true."""

import json
import math
from typing import Final

from viewer.core.value import value

LONGEST: Final = 2_000
#: A moment that is further from now than this is not believed.
FAR_S: Final = 5.0
_MOST_MS: Final = 1_000 * 3600 * 1000
_KINDS: Final = frozenset({"page", "hello", "time", "error"})
_STATES: Final = frozenset({"playing", "paused", "buffering", "ended"})


@value
class Said:
    """One message: where the player is and when that was true, in seconds of `time.monotonic`."""

    kind: str
    seeks: int
    position_ms: int
    as_of: float
    state: str
    rate: float
    duration_ms: int
    #: Whether it is the video that was asked for, and no advertisement.
    ours: bool
    code: int
    h264: bool


def understood(text: str, now: float, wall: float) -> Said | None:
    """Return what a message says; None for nonsense.

    It is heard at the moment `now`, which the clock on the wall calls `wall`.
    """
    if len(text) > LONGEST:
        return None
    try:
        said = json.loads(text)
    except ValueError:
        return None
    if not isinstance(said, dict) or said.get("kind") not in _KINDS:
        return None
    if said.get("state") not in _STATES:
        return None
    try:
        at = _number(said, "at", 0, 1e15) / 1000 - wall + now
        return Said(
            kind=said["kind"],
            seeks=round(_number(said, "n", 0, 1e9)),
            position_ms=round(_number(said, "pos", 0, _MOST_MS)),
            as_of=at if now - FAR_S < at <= now + 0.05 else now,
            state=said["state"],
            rate=_number(said, "rate", 0, 16),
            duration_ms=round(_number(said, "duration", 0, _MOST_MS)),
            ours=said.get("ours") is True,
            code=round(_number(said, "code", -1e6, 1e6)) if "code" in said else 0,
            h264=said.get("h264") is True,
        )
    except ValueError:
        return None


def _number(said: dict[str, object], key: str, least: float, most: float) -> float:
    value = said.get(key)
    number = float(value) if isinstance(value, int | float) else math.nan
    if isinstance(value, bool) or not least <= number <= most:  # which no NaN is
        raise ValueError(key)
    return number
