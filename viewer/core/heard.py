"""What was said last, in whole sentences, before a moment."""

from viewer.core.growing import Grower
from viewer.core.moments import moments_of
from viewer.core.spoken import spoken_words


def heard_before(grower: Grower, ms: int) -> tuple[int, int] | None:
    """Return the range of the last whole sentence that has been said by a moment, or None."""
    index = grower.transcript.said_at(ms).followed
    if index is None:
        return None
    begin, end = grower.sentence_at(
        grower.text_map.range_of(index)[0] + _reached(grower, index, ms)
    )
    while not _is_over(grower, end, ms):
        before = sentence_before(grower, begin)
        if before is None:
            return None
        begin, end = before
    return begin, end


def sentence_before(grower: Grower, begin: int) -> tuple[int, int] | None:
    """Return the range of the sentence before an offset, or None where there is none."""
    earlier = grower.text_map.text[:begin].rstrip()
    return grower.sentence_at(len(earlier) - 1) if earlier else None


def _reached(grower: Grower, index: int, ms: int) -> int:
    """Return how many characters into a segment speech is at a moment."""
    segment = grower.transcript.segments[index]
    begun = [word.begin for word in spoken_words(segment) if word.word.start_ms <= ms]
    last = max(len(segment.text) - 1, 0)
    if begun:
        return min(begun[-1], last)
    start, end = segment.start_ms or 0, segment.end_ms or 0
    return min(last * max(ms - start, 0) // max(end - start, 1), last)


def _is_over(grower: Grower, end: int, ms: int) -> bool:
    """Return whether the sentence that ends at an offset has been said by a moment."""
    index, inside = grower.text_map.place_at(end - 1)
    said = moments_of(grower.transcript.segments[index], 0, inside + 1)
    return said is not None and said.end_ms <= ms
