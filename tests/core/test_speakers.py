import pytest

from tests.ui.pages import timed, untimed
from viewer.core.segment import Segment
from viewer.core.speakers import Speaker, speakers_of, turn_from, turn_of
from viewer.core.transcript import Transcript

NAMES = ["Ann", "Ann", "Bob", "Ann", None, "Bob", "Cleo"]
TALK = timed(*(f"Line {i}." for i in range(7)), speakers=NAMES)


def test_shares_are_of_the_time_that_is_spoken():
    ann, bob, cleo = speakers_of(TALK)
    assert ann == Speaker("Ann", 3 / 7, 15_000, 2)
    assert bob == Speaker("Bob", 2 / 7, 10_000, 2)
    assert cleo == Speaker("Cleo", 1 / 7, 5_000, 1)


def test_without_times_they_are_of_the_words():
    lines = (Segment(None, None, "one two three.", "Ann"), Segment(None, None, "four.", "Bob"))
    ann, bob = speakers_of(Transcript(lines))
    assert (ann.share, ann.spoken_ms, bob.share) == (0.75, None, 0.25)


def test_nobody_is_listed_where_nobody_is_named():
    assert speakers_of(untimed("a", "b")) == ()


@pytest.mark.parametrize(
    ("index", "by", "turn"),
    [(0, 1, 3), (1, 1, 3), (3, 1, None), (3, -1, 0), (1, -1, None), (2, 1, 5), (5, -1, 2)],
)
def test_the_next_and_the_last_turn_are_those_of_the_same_speaker(index, by, turn):
    assert turn_from(TALK, index, by) == turn


@pytest.mark.parametrize(("by", "turn"), [(1, 5), (-1, 3)])
def test_from_a_line_of_nobody_known_it_is_anybodys_turn(by, turn):
    assert turn_from(TALK, 4, by) == turn


def test_a_speakers_turns_go_round():
    assert turn_of(TALK, "Ann", 0) == 3
    assert turn_of(TALK, "Ann", 3) == 0
    assert turn_of(TALK, "Dora", 0) is None
