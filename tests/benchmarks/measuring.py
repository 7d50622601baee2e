"""Taking times, and what is wanted of them."""

import gc
import time
from collections.abc import Callable
from dataclasses import dataclass


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
    best = float("inf")
    for _ in range(times):
        gc.collect()
        began = time.process_time()
        act()
        best = min(best, time.process_time() - began)
    return best


def ratio(what: str, ours: float, theirs: float, bound: float) -> Result:
    """Return our time as a part of theirs, measured in the same run."""
    return Result(what, ours / theirs, bound, note=f"{ours * 1000:.0f} ms / {theirs * 1000:.0f} ms")
