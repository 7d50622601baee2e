"""The precise timer for the next change of the text, and when the player looks at all."""

from pathlib import Path

import pytest

from viewer.playback.engine import PlayState

TALK = Path("talk.mp4")


@pytest.fixture
def playing(player):
    player.open(TALK, None)
    player.set_boundaries(lambda ms: next((at for at in (400, 1000, 3000) if at > ms), None))
    player.play()
    return player


@pytest.mark.parametrize(("rate", "due_ms"), [(0.5, 800), (1.0, 400), (2.0, 200)])
def test_it_is_aimed_by_clock_and_rate(playing, rate, due_ms):
    playing.set_rate(rate)
    assert playing._boundary.isActive()
    assert playing._boundary.interval() == due_ms


def test_it_tells_the_position_at_the_change_and_aims_anew(playing, fake_time):
    told = []
    playing.position_changed.connect(told.append)
    fake_time.pass_by(0.4)
    playing._boundary.timeout.emit()
    assert told == [400]
    assert playing._boundary.interval() == 600


def test_a_seek_aims_anew(playing, engine, fake_time):
    engine.stale_s = 0.0
    playing.seek(2500)
    playing.tick()
    assert playing._boundary.interval() == 500


def test_paused_nothing_ticks(playing):
    playing.pause()
    assert not playing._boundary.isActive()
    assert not playing._poll.isActive()


def test_after_the_last_change_only_the_poll_ticks(playing, engine, fake_time):
    engine.stale_s = 0.0
    playing.seek(5000)
    playing.tick()
    assert playing.state is PlayState.PLAYING
    assert not playing._boundary.isActive()
    assert playing._poll.isActive()


def test_a_pending_seek_keeps_it_looking_although_paused(player, engine, fake_time):
    player.open(TALK, None)
    player.seek(3000)
    assert player._poll.isActive()
    fake_time.pass_by(0.3)
    player.tick()
    assert not player._poll.isActive()


def test_without_boundaries_it_is_not_set(player):
    player.open(TALK, None)
    player.play()
    assert not player._boundary.isActive()
