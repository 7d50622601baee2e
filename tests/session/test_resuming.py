"""Going back a little when what was paused goes on."""

import pytest

from viewer.core.media_source import MediaSource
from viewer.core.stretch import Stretch
from viewer.playback.engine import PlayState


@pytest.fixture
def paused(desk):
    """Paused at twelve seconds by the reader, to go back two."""
    desk.player.open(MediaSource.named("talk.mp4"), None)
    resuming = desk.workspace.resuming
    resuming.rewind_ms = 2_000
    desk.player.seek(12_000)
    desk.player.play()
    desk.pass_by(0.5)
    resuming.toggle()
    desk.pass_by(1)
    assert desk.player.state is PlayState.PAUSED
    return resuming


def test_it_goes_on_a_little_earlier(desk, paused):
    here = desk.player.position_ms
    paused.toggle()
    assert desk.player.position_ms == here - 2_000
    desk.pass_by(1)
    assert desk.player.state is PlayState.PLAYING


def test_whoever_went_elsewhere_meanwhile_begins_there(desk, paused):
    desk.player.seek(30_000)
    paused.toggle()
    assert desk.player.position_ms == 30_000


@pytest.mark.parametrize(("rewind_ms", "ms"), [(0, 1_000), (60_000, 0)])
def test_it_goes_back_as_far_as_is_set_and_to_the_beginning_at_most(desk, paused, rewind_ms, ms):
    desk.player.seek(1_000)
    desk.player.play()
    paused.toggle()
    paused.rewind_ms = rewind_ms
    paused.toggle()
    assert desk.player.position_ms == ms


def test_it_does_not_leave_a_loop(desk, paused):
    desk.workspace.loop.begin(Stretch(12_000, 20_000))
    paused.toggle()
    assert desk.player.position_ms == 12_000
    assert desk.workspace.loop.stretch is not None


def test_the_first_play_begins_where_it_stands(desk):
    desk.player.open(MediaSource.named("talk.mp4"), None, at_ms=9_000)
    desk.workspace.resuming.rewind_ms = 2_000
    desk.workspace.resuming.toggle()
    assert desk.player.position_ms == 9_000
