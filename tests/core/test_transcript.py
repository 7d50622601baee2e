"""What is said at a moment."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.segment import Segment
from viewer.core.transcript import Said, Timeline, Transcript


def talk(*spans):
    return Transcript(tuple(Segment(start, end, "x") for start, end in spans))


@pytest.mark.parametrize(
    ("ms", "lit", "followed"),
    [
        (0, (), None),
        (999, (), None),
        (1_000, (0,), 0),  # half open: its first moment is in
        (1_999, (0,), 0),
        (2_000, (1,), 1),  # its end is not
        (2_999, (1,), 1),
        (3_000, (), 1),  # a gap: the last one said stays followed
        (5_000, (2,), 2),
        (9_000, (), 2),
    ],
)
def test_boundaries_and_gaps(ms, lit, followed):
    said = talk((1_000, 2_000), (2_000, 3_000), (5_000, 6_000)).said_at(ms)
    assert (said.lit, said.followed) == (lit, followed)
    assert said.in_gap == (not lit)


def test_in_overlaps_all_are_lit_and_the_last_begun_is_followed():
    transcript = talk((0, 10_000), (2_000, 4_000), (3_000, 5_000))
    assert transcript.said_at(3_500) == Said((0, 1, 2), 2)
    assert transcript.said_at(6_000) == Said((0,), 0)


def test_after_an_overlap_the_gap_follows_the_last_begun():
    assert talk((0, 3_000), (1_000, 2_000)).said_at(3_500) == Said((), 1)


def test_untimed_segments_are_never_said():
    transcript = Transcript((Segment(None, None, "a"), Segment(5, 9, "b")))
    assert transcript.said_at(6) == Said((1,), 1)
    assert transcript.timed_indices == (1,)
    assert transcript.timed
    assert not Transcript((Segment(None, None, "a"),)).timed
    assert Transcript(()).said_at(0) == Said()


def test_the_files_largest_time_leaves_out_derived_ends():
    assert Transcript((Segment(5, 90, "a", end_derived=True),)).last_time_ms == 5
    assert Transcript((Segment(5, 90, "a"), Segment(7, 8, "b"))).last_time_ms == 90
    assert Transcript((Segment(None, None, "a"),)).last_time_ms is None


def test_the_length_is_the_stated_one_or_else_the_last_time():
    lines = (Segment(5, 90, "a"),)
    assert Transcript(lines, duration_ms=70).length_ms == 70
    assert Transcript(lines).length_ms == 90
    assert Transcript((Segment(None, None, "a"),)).length_ms is None


@pytest.mark.parametrize(
    ("index", "starts", "found"),
    [
        (1, (0, 10, 20), 1),  # the same lines
        (2, (0, 8, 15, 20), 3),  # other lines
        (1, (0, 8, 15, 20), 1),  # said meanwhile
        (0, (5, 9), 0),  # before the first
        (2, (0,), 0),
        (2, (), 0),
        (1, (None, None, None), 1),
        (2, (None,), 0),
    ],
)
def test_what_is_said_in_another_reading(index, starts, found):
    here = talk((0, 10), (10, 20), (20, 30))
    there = Transcript(tuple(Segment(start, start and start + 1, "y") for start in starts))
    assert here.counterpart(index, there) == found


def test_another_reading_of_lines_without_times_and_of_none():
    untimed = Transcript((Segment(None, None, "x"),) * 3)
    assert untimed.counterpart(2, talk((0, 5), (5, 9))) == 1
    assert untimed.counterpart(1, untimed) == 1
    assert Transcript(()).counterpart(0, untimed) == 0
    words = [
        Transcript(tuple(Segment(None, None, each) for each in said)) for said in ("abab", "xab")
    ]
    assert words[0].counterpart(1, words[1]) == 2
    assert words[1].counterpart(1, words[0]) == 0  # the nearer of two
    assert words[0].counterpart(3, words[1]) == 2


def test_speakers_in_the_order_they_speak():
    segments = [Segment(None, None, "x", name) for name in ("B", "A", None, "B")]
    assert Transcript(tuple(segments)).speakers == ("B", "A")


SPANS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 30)), max_size=12).map(
    lambda pairs: sorted((start, start + length) for start, length in pairs)
)


@given(SPANS, st.integers(-5, 100))
def test_the_timeline_agrees_with_looking_at_every_span(spans, ms):
    timeline = Timeline(spans)
    inside = [i for i, (start, end) in enumerate(spans) if start <= ms < end]
    assert list(timeline.containing(ms)) == inside
    assert timeline.last_begun(ms) == max(
        (i for i, s in enumerate(spans) if s[0] <= ms), default=-1
    )


@given(SPANS, st.integers(-5, 100))
def test_nothing_changes_before_the_next_change(spans, ms):
    timeline = Timeline(spans)
    change = timeline.next_change(ms)
    here = timeline.containing(ms), timeline.last_begun(ms)
    until = 120 if change is None else change
    assert change is None or change > ms
    assert all((timeline.containing(m), timeline.last_begun(m)) == here for m in range(ms, until))
