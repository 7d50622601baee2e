"""The word that is said, told at its own time."""

import pytest

from tests.ui.pages import heard
from viewer.core.segment import Segment, Word
from viewer.core.transcript import Transcript
from viewer.session.word_follower import WordSaid


@pytest.fixture
def followed(desk):
    words = (Word(1000, 1400, "One"), Word(1600, 2000, "two"))
    lines = (Segment(1000, 2000, "One two.", words=words), Segment(2000, 3000, "No words."))
    desk.follower.follow(Transcript(lines))
    return desk


def test_words_are_reported_one_by_one_and_none_between(followed):
    reported = heard(followed.workspace.word_follower.word_changed)
    for ms in (900, 1000, 1200, 1500, 1600, 2100):
        followed.player.position_changed.emit(ms)
    assert reported == [WordSaid(0, 0, 3), None, WordSaid(0, 4, 7), None]


def test_the_player_waits_for_words(followed):
    followed.player.position_changed.emit(1000)
    word_follower = followed.workspace.word_follower
    assert [word_follower._next_change(ms) for ms in (1000, 1400, 1700)] == [1400, 1600, 2000]


def test_another_transcript_has_no_word_lit(followed):
    reported = heard(followed.workspace.word_follower.word_changed)
    followed.player.position_changed.emit(1000)
    followed.follower.follow(None)
    assert reported[-1] is None
