"""Taking times, and what is wanted of them."""

import gc
import re
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

#: So many times as long as finding its words, or as `json.loads`, no reader takes for a text.
READING: Final = 20.0
#: So many times as long no reader takes for ten times the text: a quadratic one takes a hundred.
GROWTH: Final = 20.0
#: What a row may take of the processor's time before it has fewer runs.
_ROW_S: Final = 3.0


@dataclass(frozen=True, slots=True)
class Result:
    """One measured number and the most it may be; `note` tells what it is made of."""

    what: str
    value: float
    bound: float | None = None
    unit: str = ""
    note: str = ""

    @property
    def met(self) -> bool:
        """Whether the number is as wanted."""
        return self.bound is None or self.value <= self.bound

    def __str__(self) -> str:
        bound = "" if self.bound is None else f"≤ {self.bound:g}{self.unit}"
        mark = "" if self.bound is None else "ok" if self.met else "MISSED"
        return f"{self.what:58} {self.value:9.3g}{self.unit:3} {bound:10} {mark:7}{self.note}"


def seconds(act: Callable[[], object], *, times: int = 3) -> float:
    """Return the shortest of some runs, for what disturbs a run only ever makes it longer.

    It is the processor's time, so that what else the machine does counts little.
    """
    return min(timed(act) for _ in range(times))


def ratio(
    what: str,
    ours: Callable[[], object],
    floor: Callable[[], object],
    bound: float | None,
    *,
    times: int = 5,
    note: str = "",
) -> Result:
    """Return our processor's time as a part of the floor's; see `in_turn`."""
    return in_turn(what, partial(timed, ours), partial(timed, floor), bound, times=times, note=note)


def in_turn(
    what: str,
    ours: Callable[[], float],
    floor: Callable[[], float],
    bound: float | None,
    *,
    times: int = 7,
    note: str = "",
) -> Result:
    """Return the median of our time as a part of the floor's, of runs in turn, with its spread.

    Both return what they took: a slow minute is slow for both. The first run of each only fills
    what is remembered. A row that takes long has fewer runs, but never less than three.
    """
    _, *pairs = _taken_in_turn(ours, floor, times + 1)
    parts = sorted(one / other for one, other in pairs)
    one, other = (statistics.median(side) * 1000 for side in zip(*pairs, strict=True))
    reported = f"{parts[0]:.3g} to {parts[-1]:.3g}; {one:.4g} ms / {other:.4g} ms"
    return Result(
        what, statistics.median(parts), bound, note="; ".join(filter(None, (reported, note)))
    )


def _taken_in_turn(
    ours: Callable[[], float], floor: Callable[[], float], times: int
) -> list[tuple[float, float]]:
    pairs: list[tuple[float, float]] = []
    began = time.process_time()
    while len(pairs) < times and (len(pairs) < 4 or time.process_time() - began < _ROW_S):
        pairs.append((ours(), floor()))
    return pairs


def words_of(text: str) -> Callable[[], object]:
    """Return the floor of a text's readers: a regular expression that finds all words in it."""
    return partial(re.compile(r"\S+").findall, text)


def growth(what: str, act: Callable[[int], object], size: int, *, least_s: float) -> Result:
    """Return how much longer ten times the size takes; a shorter time than `least_s` counts so.

    Where it is more than wanted both are run again, twice at most.
    """
    first = second = float("inf")
    for _ in range(3):
        first = min(first, max(seconds(lambda: act(size), times=2), least_s))
        second = min(second, timed(lambda: act(10 * size)))
        if second <= GROWTH * first:
            break
    note = f"{first * 1000:.0f} ms, {second * 1000:.0f} ms"
    return Result(what, second / first, GROWTH, note=note)


def timed(act: Callable[[], object]) -> float:
    """Return the processor's time that one run takes."""
    gc.collect()
    began = time.process_time()
    act()
    return time.process_time() - began
