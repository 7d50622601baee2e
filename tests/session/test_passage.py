"""A passage played from its in to its out."""

import pytest

from viewer.core.media_source import MediaSource
from viewer.core.stretch import Stretch
from viewer.playback.engine import PlayState
from viewer.session.opened import Change, Opened
from viewer.session.passage import Passage

STRETCH = Stretch(5_000, 7_000)


@pytest.fixture
def passage(desk):
    desk.player.open(MediaSource.named("talk.mp4"), None)
    return Passage(desk.player)


@pytest.mark.parametrize("rate", [0.5, 1.0, 1.5, 2.0])
def test_it_is_played_from_its_beginning_to_its_end_and_stops_there(desk, passage, rate):
    desk.player.set_rate(rate)
    passage.play(STRETCH)
    played = []
    desk.player.position_changed.connect(played.append)
    for _ in range(120):
        desk.pass_by(0.05)
    assert desk.player.state is PlayState.PAUSED
    assert desk.player.position_ms == 6_999
    assert min(played) >= 5_000
    assert max(played) <= 7_000 + 60 * rate
    desk.player.play()
    desk.pass_by(2)
    assert desk.player.position_ms > 7_500


def test_the_engine_is_told_where_it_is_to_end(desk, passage):
    passage.play(STRETCH)
    desk.pass_by(1)
    assert ("seek", 5_000, 7_000) in desk.engine.calls


def test_its_end_is_waited_for_to_the_millisecond(desk, passage):
    passage.play(STRETCH)
    assert any(each(6_000) == 7_000 for each in desk.player.boundaries._heard)
    assert not any(each(7_000) for each in desk.player.boundaries._heard)


def test_who_goes_elsewhere_plays_on(desk, passage):
    passage.play(STRETCH)
    desk.player.seek(6_500)
    desk.pass_by(2)
    assert desk.player.state is PlayState.PLAYING


def test_who_pauses_inside_stops_at_the_end_all_the_same(desk, passage):
    passage.play(STRETCH)
    desk.pass_by(1)
    desk.player.pause()
    desk.player.play()
    desk.pass_by(3)
    assert (desk.player.state, desk.player.position_ms) == (PlayState.PAUSED, 6_999)


def test_another_recording_has_nothing_to_stop_at(desk, passage):
    passage.play(STRETCH)
    passage.show_opened(Opened(change=Change.DOCUMENT))
    desk.pass_by(3)
    assert desk.player.state is PlayState.PLAYING
