"""Where chapters begin among the segments, and in which one a moment lies."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from viewer.core.transcript import Chapter, Transcript


def headings_of(transcript: Transcript) -> Mapping[int, tuple[Chapter, ...]]:
    """Return the chapters that begin with each segment; one in which nothing is said has none."""
    headings = dict[int, tuple[Chapter, ...]]()
    begins = zip(transcript.chapter_segments, transcript.chapters, strict=False)
    for index, chapter in begins:
        if chapter.start_ms <= (transcript.segments[index].start_ms or 0):
            headings[index] = (*headings.get(index, ()), chapter)
    return headings


def chapter_at(chapters: Sequence[Chapter], ms: int) -> int:
    """Return the number of the chapter in which a moment lies, or -1 before the first."""
    return bisect_right(chapters, ms, key=lambda chapter: chapter.start_ms) - 1
