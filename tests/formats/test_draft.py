"""The draft that readers fill, and the ends it derives."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.segment import Word
from viewer.formats.draft import MOST_PROBLEMS, Draft, clean_source
from viewer.formats.format import Content


def ends(*starts, text="words", duration_ms=None):
    draft = Draft("test", duration_ms=duration_ms)
    for start in starts:
        draft.segment(start, None, text)
    return [segment.end_ms for segment in draft.finish().segments]


def test_an_end_is_the_next_start():
    assert ends(0, 2_000, 5_000)[:2] == [2_000, 5_000]


def test_a_long_silence_is_a_gap():
    assert ends(0, 1_200_000)[0] == 10_000


def test_a_long_text_may_take_longer():
    assert ends(0, 1_200_000, text="x" * 100)[0] == 15_000


def test_the_last_ends_with_its_cap_or_the_stated_length():
    assert ends(5_000) == [15_000]
    assert ends(5_000, duration_ms=8_000) == [8_000]


def test_the_stated_length_can_lie():
    assert ends(5_000, duration_ms=1_000) == [6_000]


def test_segments_that_begin_together_end_together():
    assert ends(1_000, 1_000, 4_000)[:2] == [4_000, 4_000]


def test_given_ends_are_kept_and_not_marked():
    draft = Draft("test")
    draft.segment(0, 900, "a")
    draft.segment(1_000, None, "b")
    assert [s.end_derived for s in draft.finish().segments] == [False, True]
    assert draft.finish().segments[0].end_ms == 900


@given(st.lists(st.integers(0, 10**7), max_size=30), st.none() | st.integers(0, 10**7))
def test_every_derived_end_is_after_its_start(starts, duration_ms):
    draft = Draft("test", duration_ms=duration_ms)
    for start in starts:
        draft.segment(start, None, "words")
    segments = draft.finish().segments
    assert [s.start_ms for s in segments] == sorted(starts)
    assert all(s.start_ms < s.end_ms <= s.start_ms + 10_000 for s in segments)


@given(st.lists(st.none() | st.integers(0, 10**7), max_size=30))
def test_a_derived_end_is_after_its_start_where_the_order_cannot_be_put_right(starts):
    draft = Draft("test")
    for start in starts:
        draft.segment(start, None, "words")
    timed = [s for s in draft.finish().segments if s.start_ms is not None]
    assert all(s.start_ms < s.end_ms <= s.start_ms + 10_000 for s in timed)


def test_segments_without_times_stay_where_they_are():
    draft = Draft("test")
    for start, text in ((5, "a"), (None, "b"), (3, "c")):
        draft.segment(start, None, text)
    assert [s.text for s in draft.finish().segments] == ["a", "b", "c"]


def test_texts_and_speakers_are_put_right():
    draft = Draft("test")
    draft.segment(0, 1, " a\n b\x00 ", speaker="Anna\t", words=[Word(0, 1, "a")])
    draft.segment(1, 2, "\ud800", speaker="")
    first, second = draft.finish().segments
    assert (first.text, first.speaker, len(first.words)) == ("a b", "Anna", 1)
    assert (second.text, second.speaker) == ("\ufffd", None)


def test_the_repair_sees_the_text_without_the_space_around():
    draft = Draft("test")
    draft.segment(0, 1, "  voilÃ\xa0 ")
    draft.segment(1, 2, " Ä¢ ")
    assert [s.text for s in draft.finish().segments] == ["voilà", "Ä¢"]
    assert [s.original for s in draft.finish().segments] == ["voilÃ\xa0", None]


def test_problems_beyond_the_limit_are_counted():
    draft = Draft("test")
    for line in range(MOST_PROBLEMS + 7):
        draft.problem(line + 1, "Bad.")
    problems = draft.finish().problems
    assert len(problems) == MOST_PROBLEMS + 1
    assert problems[-1].message == "7 more problems are not listed."


def test_draft_is_empty_until_a_segment_comes():
    draft = Draft("test")
    assert draft.empty
    draft.segment(None, None, "")
    assert not draft.empty


def test_a_source_is_repaired():
    source = clean_source("Donâ€™t\n", " A  ", date(2020, 1, 2), " https://x.org ")
    assert (source.title, source.channel, source.url) == ("Don’t", "A", "https://x.org")


@pytest.mark.parametrize("text", ["", "é", "\ud800"])
def test_content_of_any_text(text):
    assert Content.of(text).text == text
