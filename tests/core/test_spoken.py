"""Timed words in their lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.segment import Segment, Word
from viewer.core.spoken import next_word_change, spoken_words, word_at, word_said


def line(text, *words):
    """A segment whose words take half a second each, with as much silence between them."""
    timed = tuple(Word(i * 1000, i * 1000 + 500, word) for i, word in enumerate(words))
    return Segment(0, len(words) * 1000, text, words=timed)


def test_words_stand_where_the_line_has_them():
    found = spoken_words(line("The the, they.", "The", " the,", "they."))
    assert [(each.begin, each.end) for each in found] == [(0, 3), (4, 8), (9, 14)]
    assert [(w.begin, w.end) for w in spoken_words(line("川は雨", "川", "は", "雨"))] == [
        (0, 1),
        (1, 2),
        (2, 3),
    ]


def test_what_the_line_does_not_have_and_times_that_were_guessed_are_left_out():
    reported = line("One two three.", "One", "tow", "", "three.")
    assert [each.begin for each in spoken_words(reported)] == [0, 8]
    guessed = Segment(0, 9, "One two.", words=(Word(0, 4, "One"), Word(4, 9, "two.", None, True)))
    assert [each.end for each in spoken_words(guessed)] == [3]


@pytest.mark.parametrize(("ms", "begin"), [(-1, None), (0, 0), (499, 0), (500, None), (1000, 4)])
def test_the_word_that_is_said(ms, begin):
    said = word_said(spoken_words(line("One two", "One", "two")), ms)
    assert (said.begin if said else None) == begin


@pytest.mark.parametrize(
    ("ms", "change"), [(-5, 0), (0, 500), (500, 1000), (1200, 1500), (1500, None)]
)
def test_the_next_change(ms, change):
    assert next_word_change(spoken_words(line("One two", "One", "two")), ms) == change


def test_between_words_of_one_breath_there_is_no_dark():
    times = {"One": (0, 300), "two": (340, 600), "or": (720, 900), "so": (1021, 1300)}
    words = tuple(Word(*each, word) for word, each in times.items())
    spoken = spoken_words(Segment(0, 2000, "One two or so", words=words))
    moments = (299, 339, 340, 719, 720, 899, 900, 1020, 1021, 1299, 1300)
    said = [word_said(spoken, ms) for ms in moments]
    assert [each and each.word.text for each in said] == [
        "One", "One", "two", "two", "or", "or", None, None, "so", "so", None,
    ]  # fmt: skip
    changes = [ms := -1]
    while (ms := next_word_change(spoken, ms)) is not None:
        changes.append(ms)
    assert changes[1:] == [0, 340, 720, 900, 1021, 1300]


def test_the_word_at_a_character_is_the_one_before_the_space():
    words = spoken_words(line("One two", "One", "two"))
    assert [word_at(words, offset).begin for offset in (0, 3, 4, 7)] == [0, 0, 4, 4]
    assert word_at((), 0) is None


@given(st.lists(st.text("ab ", max_size=3), max_size=6))
def test_words_never_overlap(texts):
    found = spoken_words(line("".join(texts), *texts))
    ends = [0, *(each.end for each in found)]
    assert all(each.begin >= end for each, end in zip(found, ends, strict=False))
