"""Times that no recording reaches: whatever reader took them from a file, here they go."""

from dataclasses import replace
from typing import Final

from viewer.core.segment import Segment
from viewer.core.timecode import LATEST_MS

_KNOWN_KEYS: Final = "{} beyond 596 hours, which no recording reaches, and shown without {}."


def within_reach(segments: list[Segment]) -> list[Segment]:
    """Return the segments; those beyond all reach have no times, those that end there no end."""
    if not any(
        (segment.start_ms or 0) > LATEST_MS or (segment.end_ms or 0) > LATEST_MS
        for segment in segments
    ):
        return segments
    return [_bent(segment) for segment in segments]


def reach_problem(before: list[Segment], after: list[Segment]) -> str | None:
    """Return a sentence about what `within_reach` changed, or None where it changed nothing."""
    if before is after:
        return None
    changed = sum(one is not other for one, other in zip(before, after, strict=True))
    if changed == 1:
        return _KNOWN_KEYS.format("One line has a time", "it")
    return _KNOWN_KEYS.format(f"{changed:,} lines have times", "them")


def _bent(segment: Segment) -> Segment:
    if (segment.start_ms or 0) > LATEST_MS:
        return replace(segment, start_ms=None, end_ms=None, end_derived=False, words=())
    if (segment.end_ms or 0) > LATEST_MS:
        words = tuple(word for word in segment.words if word.end_ms <= LATEST_MS)
        return replace(segment, end_ms=None, end_derived=True, words=words)
    return segment
