"""Words with their times, and those without between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.segment import Word
from viewer.formats.kit.words import HalfTimed, WordReader, timed

MOMENT = st.none() | st.integers(0, 5_000)


def read(raw, start=0, end=10_000):
    return WordReader(next(iter(raw), None)).read(raw, start, end)


@pytest.mark.parametrize(
    ("text_key", "sure_key"),
    [("word", "probability"), ("word", "score"), ("text", "confidence"), ("word", "conf")],
)
def test_each_tool_has_its_own_keys(text_key, sure_key):
    raw = [{text_key: " Hi", "start": 0.5, "end": 1.25, sure_key: 0.875}]
    assert read(raw) == (Word(500, 1250, "Hi", 0.875),)


def test_a_numeral_without_times_is_put_between_its_neighbours():
    raw = [
        {"word": "about", "start": 1.0, "end": 2.0, "score": 0.5},
        {"word": "100"},
        {"word": "000000"},
        {"word": "people", "start": 5.0, "end": 6.0, "score": 0.5},
    ]
    assert read(raw)[1:3] == (
        Word(2000, 3000, "100", None, interpolated=True),
        Word(3000, 5000, "000000", None, interpolated=True),
    )


def test_at_the_ends_the_segment_bounds_them():
    raw = [{"word": "7"}, {"word": "days", "start": 1.0, "end": 2.0}, {"word": "9"}]
    assert read(raw, 400, 3000) == (
        Word(400, 1000, "7", interpolated=True),
        Word(1000, 2000, "days"),
        Word(2000, 3000, "9", interpolated=True),
    )


def test_a_word_with_half_of_its_times_keeps_that_half():
    raw = [{"word": "a", "start": 1.0}, {"word": "b", "start": 2.0, "end": 3.0}]
    assert read(raw)[0] == Word(1000, 2000, "a", interpolated=True)


def test_times_that_go_backwards_are_not_believed():
    assert read([{"word": "a", "start": 2.0, "end": 1.0}], 0, 4000)[0].interpolated


@pytest.mark.parametrize("raw", [[None], [1], [[]], [{}], [{"word": None}], [{"word": " "}]])
def test_what_is_no_word_is_left_out(raw):
    assert read([*raw, {"word": "x", "start": 1, "end": 2}]) == (Word(1000, 2000, "x"),)


def test_a_word_is_repaired_as_its_segment_is():
    assert read([{"word": " DonÃ¢â‚¬â„¢t\n", "start": 0, "end": 1}])[0].text.isprintable()


def test_without_any_time_there_are_no_words():
    assert read([{"word": "a"}, {"word": "b"}], None, None) == ()


@given(st.lists(st.tuples(MOMENT, MOMENT, st.sampled_from(["a", "bcd", ""]))), MOMENT, MOMENT)
def test_interpolated_words_are_whole_and_marked(parts, start, end):
    words = [
        Word(a, b, text) if a is not None and b is not None and a <= b else HalfTimed(a, None, text)
        for a, b, text in parts
    ]
    made = timed(words, start, end)
    assert all(0 <= word.start_ms <= word.end_ms for word in made)
    given_whole = [word for word in words if isinstance(word, Word) and word.text]
    assert [word for word in made if not word.interpolated] == given_whole
