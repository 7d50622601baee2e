"""The silent engine: a clock alone."""

import pytest

from viewer.core.media_source import NOWHERE
from viewer.playback.engine import PlayState
from viewer.playback.silent_engine import SilentEngine


@pytest.fixture
def silent(fake_time):
    engine = SilentEngine(10_000, now=fake_time)
    engine.open(NOWHERE)
    return engine


def test_opens_paused_at_the_start(silent):
    snapshot = silent.poll()
    assert (snapshot.state, snapshot.position_ms, snapshot.pace) == (PlayState.PAUSED, 0, 0.0)
    assert snapshot.duration_ms == 10_000


def test_runs_at_its_rate(silent, fake_time):
    silent.play()
    fake_time.pass_by(1)
    silent.set_rate(2.0)
    fake_time.pass_by(1)
    assert silent.poll().position_ms == 3000
    assert silent.poll().pace == 2.0


def test_pauses_and_plays_on(silent, fake_time):
    silent.play()
    fake_time.pass_by(1)
    silent.pause()
    fake_time.pass_by(5)
    silent.play()
    fake_time.pass_by(1)
    assert silent.poll().position_ms == 2000


def test_ends_and_a_seek_runs_on(silent, fake_time):
    silent.play()
    fake_time.pass_by(60)
    assert silent.poll().state is PlayState.ENDED
    assert silent.poll().position_ms == 10_000
    silent.seek(4000)
    fake_time.pass_by(1)
    snapshot = silent.poll()
    assert (snapshot.state, snapshot.position_ms, snapshot.generation) == (
        PlayState.PLAYING,
        5000,
        1,
    )


def test_play_after_the_end_begins_anew(silent, fake_time):
    silent.seek(10_000)
    silent.play()
    fake_time.pass_by(1)
    assert silent.poll().state is PlayState.ENDED
    silent.play()
    fake_time.pass_by(1)
    assert silent.poll().position_ms == 1000


def test_without_a_duration_it_never_ends(fake_time):
    engine = SilentEngine(now=fake_time)
    engine.open(NOWHERE)
    engine.play()
    fake_time.pass_by(100_000)
    assert engine.poll().state is PlayState.PLAYING
    assert engine.poll().position_ms == 100_000_000
