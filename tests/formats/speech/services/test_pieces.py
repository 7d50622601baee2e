"""Segments out of pieces and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.segment import Word
from viewer.formats.draft import Draft
from viewer.formats.kit.word_lines import Heard
from viewer.formats.kit.words import HalfTimed
from viewer.formats.speech.services.pieces import (
    LONGEST_PIECE,
    MOST_WORDS,
    PAUSE_MS,
    Piece,
    add_piece,
    add_words,
    short_lines,
)


def heard(texts, *, speakers="", gaps=None):
    """Words of 400 ms, 100 ms apart, or `gaps` by their number."""
    made, at = [], 0
    for i, text in enumerate(texts):
        at += (gaps or {}).get(i, 100)
        made.append(Heard(Word(at, at + 400, text), text, (speakers or "A" * len(texts))[i]))
        at += 400
    return made


def counts(*args, **kwargs):
    return [len(line) for line in short_lines(heard(*args, **kwargs))]


def test_twenty_words_are_a_segment():
    assert counts(["w"] * 45) == [20, 20, 5]


def test_a_change_of_speaker():
    assert counts(["w"] * 5, speakers="AABBA") == [2, 2, 1]


@pytest.mark.parametrize(("gap", "expected"), [(PAUSE_MS - 1, [4]), (PAUSE_MS, [2, 2])])
def test_a_pause(gap, expected):
    assert counts(["w"] * 4, gaps={2: gap}) == expected


@pytest.mark.parametrize(("words", "expected"), [(12, [16]), (13, [13, 3])])
def test_the_end_of_a_sentence_counts_past_twelve_words(words, expected):
    assert counts(["w"] * (words - 1) + ["end."] + ["w"] * (16 - words)) == expected


def test_an_abbreviation_ends_no_sentence():
    assert counts(["w"] * 13 + ["Mr.", "Brown"]) == [15]


def add(piece):
    draft = Draft("test")
    add_piece(draft, piece)
    return draft.finish().segments


def test_a_piece_stays_whole_up_to_forty_words():
    (one,) = add(Piece(0, 99_000, "", heard(["w"] * LONGEST_PIECE)))
    assert (one.start_ms, one.end_ms, one.speaker) == (0, 99_000, "A")
    assert len(add(Piece(0, 99_000, "", heard(["w"] * (LONGEST_PIECE + 1))))) == 3


def test_a_long_piece_whose_text_says_more_stays_whole():
    (one,) = add(Piece(0, 99_000, "All of it.", heard(["w"] * 50)))
    assert one.text == "All of it."
    assert len(one.words) == 50


def test_speakers_divide_a_piece():
    made = add(Piece(0, 9_000, "", heard(["a", "b"], speakers="AB")))
    assert [(s.text, s.speaker) for s in made] == [("a", "A"), ("b", "B")]


def test_a_piece_gives_its_words_their_times():
    (one,) = add(Piece(1000, 3000, "", [Heard(HalfTimed(None, None, t), t) for t in ("ab", "cd")]))
    assert [(w.start_ms, w.end_ms, w.interpolated) for w in one.words] == [
        (1000, 2000, True), (2000, 3000, True),
    ]  # fmt: skip


def test_a_piece_without_times_takes_its_words():
    (one,) = add(Piece(None, None, "Hello you.", heard(["hello", "you"])))
    assert (one.start_ms, one.end_ms, one.text) == (100, 1000, "Hello you.")


def test_a_piece_that_ends_early_has_its_end_derived():
    (one,) = add(Piece(500, 100, "Hello.", []))
    assert (one.start_ms, one.end_derived) == (500, True)


@given(
    st.lists(st.tuples(st.text("a.,あ", min_size=1, max_size=3), st.integers(0, 2000)), min_size=1)
)
def test_no_word_is_lost_and_no_segment_is_longer(reported):
    given_words = heard(
        [text for text, _ in reported], gaps={i: gap for i, (_, gap) in enumerate(reported)}
    )
    draft = Draft("test")
    add_words(draft, list(given_words))
    made = draft.finish().segments
    assert [w for s in made for w in s.words] == [one.word for one in given_words]
    assert all(1 <= len(s.words) <= MOST_WORDS for s in made)
