"""Segments of all kinds, and what comes back of them out of a table that we wrote."""

from hypothesis import assume
from hypothesis import strategies as st

from viewer.core.oneline import one_line
from viewer.core.segment import Segment
from viewer.formats.draft import Draft
from viewer.formats.text import repaired


def shown(text):
    return one_line(repaired(text)) == text


TEXTS = st.text(max_size=20).map(repaired).map(one_line).filter(shown)
TIMES = st.none() | st.tuples(st.integers(0, 10**9), st.integers(0, 10**6))
SEGMENTS = st.lists(st.tuples(TIMES, TEXTS, st.none() | TEXTS.filter(bool)), min_size=1)


def said(talk):
    """Return the segments, without those that have nothing among others that have times."""
    timed = any(s.start_ms is not None for s in talk.segments)
    kept = [s for s in talk.segments if s != Segment(None, None, "") or not timed]
    in_order = None not in [s.start_ms for s in kept]
    return sorted(kept, key=lambda s: s.start_ms) if in_order else kept


def talk_of(parts):
    draft = Draft("test")
    for times, text, speaker in parts:
        start, end = (None, None) if times is None else (times[0], sum(times))
        draft.segment(start, end, text, speaker=speaker)
    return draft.finish()


def comes_back(talk, again):
    """Hold that a table was read as it was written."""
    assume(all(s.original is None for s in again.segments))
    kept = said(talk)
    starts = [s.start_ms for s in talk.segments if s in kept]
    # Without the row that hides it, times that begin anew are those of a second recording.
    anew = None not in starts and starts != sorted(starts)
    assume(len(kept) == len(talk.segments) or not anew)
    assert list(again.segments) == kept
    assert len(again.segments) < len(talk.segments) or not again.problems
