"""The timed elements of a TTML file, and when each begins and ends in the recording.

By the rules a time counts from the beginning of the element around it. Many makers, of lyrics
above all, count from the beginning of the recording instead. In a file that goes by the rules the
first timed element inside another one starts again near zero; in the others it never lies before
the beginning of the one around it. That tells them apart.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass


@dataclass(slots=True, eq=False)
class Span:
    """An element with times, or one that can be asked for them; None is what is not said."""

    around: "Span | None" = None
    begin: int | None = None
    end: int | None = None
    length: int | None = None
    agent: str = ""
    #: Whether what is inside is said one after the other, each counted from the one before.
    in_sequence: bool = False
    start_ms: int | None = None
    end_ms: int | None = None
    #: Where the next one inside begins to count, in a sequence.
    reached_ms: int | None = None


def place(spans: Iterable[Span], first_inside: Mapping[Span, int]) -> bool:
    """Find out when each span begins and ends; those around others come before them.

    For some spans only the beginning of the first one inside is stated. Returns whether all times
    count from the beginning of the recording.
    """
    ordered = list(spans)
    absolute = _counts_from_zero(ordered, first_inside)
    for span in ordered:
        around = span.around
        base = around.start_ms if around else None
        if around and around.in_sequence:
            base = (base or 0) if around.reached_ms is None else around.reached_ms
        zero = 0 if absolute or base is None else base
        span.start_ms = base if span.begin is None else zero + span.begin
        ends = [] if around is None or around.end_ms is None else [around.end_ms]
        if span.end is not None:
            ends = [zero + span.end]
        elif span.length is not None:
            ends = [(span.start_ms or 0) + span.length]
        span.end_ms = ends[0] if ends else None
        if around and around.in_sequence:
            around.reached_ms = span.end_ms
    return absolute


def _counts_from_zero(spans: Iterable[Span], first_inside: Mapping[Span, int]) -> bool:
    asked: set[int] = set()
    votes = 0
    for outer, begin in first_inside.items():
        if outer.begin:
            votes += 1 if begin >= outer.begin else -1
    for span in spans:
        around = span.around
        if around is None or span.begin is None or not around.begin or id(around) in asked:
            continue
        asked.add(id(around))
        votes += 1 if span.begin >= around.begin else -1
    return votes > 0
