"""When a selection is said: what is looped, and cut out as a clip."""

import pytest

from viewer.core.segment import Segment, Word
from viewer.core.stretch import Stretch, stretch_of
from viewer.core.textmap import Piece
from viewer.core.transcript import Transcript

WORDS = (Word(1_100, 1_400, "Two"), Word(1_400, 1_800, "words"), Word(1_900, 2_500, "more."))
TALK = Transcript(
    (
        Segment(1_000, 3_000, "Two words more.", words=WORDS),
        Segment(4_000, 6_000, "A line."),
        Segment(7_000, None, "The last."),
    )
)


def whole(index):
    return Piece(index, 0, len(TALK.segments[index].text))


@pytest.mark.parametrize(
    ("begin", "end", "stretch"),
    [
        (4, 9, Stretch(1_400, 1_800)),  # words
        (5, 11, Stretch(1_400, 2_500)),  # part of a word is the whole of it
        (3, 4, Stretch(1_000, 3_000)),  # the space between two is in no word
    ],
)
def test_it_goes_from_the_first_timed_word_to_the_last(begin, end, stretch):
    assert stretch_of(TALK, [Piece(0, begin, end)]) == stretch


def test_a_line_without_timed_words_is_said_as_a_whole():
    assert stretch_of(TALK, [Piece(1, 2, 4)]) == Stretch(4_000, 6_000)
    assert stretch_of(TALK, [Piece(0, 10, 15), Piece(1, 0, 1)]) == Stretch(1_900, 6_000)


def test_times_that_were_guessed_between_words_are_not_gone_by():
    guessed = tuple(Word(w.start_ms, w.end_ms, w.text, interpolated=True) for w in WORDS)
    talk = Transcript((Segment(1_000, 3_000, "Two words more.", words=guessed),))
    assert stretch_of(talk, [Piece(0, 4, 9)]) == Stretch(1_000, 3_000)


def test_lines_that_overlap_or_are_out_of_order_are_all_inside():
    talk = Transcript((Segment(5_000, 9_000, "Long."), Segment(4_000, 6_000, "Short.")))
    assert stretch_of(talk, [Piece(0, 0, 5), Piece(1, 0, 6)]) == Stretch(4_000, 9_000)


def test_a_line_without_an_end_alone_is_no_stretch_but_ends_one():
    assert stretch_of(TALK, [whole(2)]) is None
    assert stretch_of(TALK, [whole(1), whole(2)]) == Stretch(4_000, 7_000)


def test_what_has_no_times_is_left_out():
    talk = Transcript((Segment(None, None, "Untimed."), Segment(1_000, 2_000, "Timed.")))
    assert stretch_of(talk, [Piece(0, 0, 8)]) is None
    assert stretch_of(talk, [Piece(0, 0, 8), Piece(1, 0, 6)]) == Stretch(1_000, 2_000)
    assert stretch_of(talk, []) is None
