"""Who says a line without a name."""

import pytest

from viewer.core.segment import Segment
from viewer.core.voices import voices_of


def voices(*lines):
    return voices_of([Segment(i, i + 1, text, name) for i, (name, text) in enumerate(lines)])


def test_a_sentence_that_is_not_at_its_end_goes_on_in_the_next_line():
    lines = [("Ann", "How are"), (None, "you, and"), (None, "I mean you?"), (None, "Fine.")]
    assert voices(*lines) == ("Ann", "Ann", "Ann", None)


@pytest.mark.parametrize("text", ["[Music]", "(laughs)", "♪ La", "- No", "– No", ">> No"])
def test_what_stands_apart_is_not_the_speakers(text):
    assert voices(("Ann", "How are"), (None, text)) == ("Ann", None)


@pytest.mark.parametrize("end", ["you?", "you.”", "you…", "你好。", "[she laughs]", 'you!"'])
def test_a_sentence_after_one_that_has_ended_may_be_anybodys(end):
    assert voices(("Ann", end), (None, "and so")) == ("Ann", None)


def test_an_empty_line_changes_nothing_and_without_names_there_are_none():
    assert voices(("Ann", "How are"), (None, " "), (None, "you?")) == ("Ann",) * 3
    assert voices(("Ann", "Yes."), (None, ""), (None, "no")) == ("Ann", "Ann", None)
    assert voices((None, "How are"), (None, "you?")) == (None, None)
    assert voices() == ()
