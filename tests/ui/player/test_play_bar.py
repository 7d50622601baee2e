import pytest

from tests.ui.pages import timed, untimed
from viewer.core.transcript import Chapter, Transcript
from viewer.ui.player.play_bar import PlayBar

LINES = Transcript(timed("One.", "Two.").segments, chapters=(Chapter(5000, "Later"),))


@pytest.fixture
def bar(qtbot, actions):
    bar = PlayBar(actions)
    qtbot.addWidget(bar)
    return bar


def test_facts_reach_both(bar):
    bar.set_duration(60_000)
    bar.set_position(5000)
    assert bar.seek_bar.value() == 5000
    assert bar.seek_bar.maximum() == 60_000
    assert "0:05" in bar.transport.time_button.text()


def test_the_line_at_a_moment_is_reported(bar):
    bar.show_transcript(LINES)
    assert bar._line_at(6000) == "Two."
    assert bar._line_at(60_000) == ""
    assert bar.seek_bar._line_at is not None


@pytest.mark.parametrize("transcript", [None, untimed("One.")])
def test_without_times_there_is_no_line_to_tell(bar, transcript):
    bar.show_transcript(LINES)
    bar.show_transcript(transcript)
    assert bar.seek_bar._line_at is None
