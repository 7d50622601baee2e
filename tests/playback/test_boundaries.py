"""The precise timer for the next change of the text, and when the player looks at all."""

from pathlib import Path

import pytest

from viewer.core.media_source import MediaSource
from viewer.playback.engine import PlayState

TALK = MediaSource(Path("talk.mp4"))


@pytest.fixture
def playing(player):
    player.open(TALK, None)
    player.boundaries.add(lambda ms: next((at for at in (400, 1000, 3000) if at > ms), None))
    player.play()
    return player


@pytest.mark.parametrize(("rate", "due_ms"), [(0.5, 800), (1.0, 400), (2.0, 200)])
def test_it_is_aimed_by_clock_and_rate(playing, rate, due_ms):
    playing.set_rate(rate)
    assert playing.boundaries.timer.isActive()
    assert playing.boundaries.timer.interval() == due_ms


def test_it_tells_the_position_at_the_change_and_aims_anew(playing, fake_time):
    emitted = []
    playing.position_changed.connect(emitted.append)
    fake_time.pass_by(0.4)
    playing.boundaries.timer.timeout.emit()
    assert emitted == [400]
    assert playing.boundaries.timer.interval() == 600


def test_the_first_moment_of_all_who_wait_is_reported(playing, fake_time):
    emitted, words = [], lambda ms: 250 if ms < 250 else None
    playing.position_changed.connect(emitted.append)
    playing.boundaries.add(words)
    assert playing.boundaries.timer.interval() == 250
    fake_time.pass_by(0.25)
    playing.boundaries.timer.timeout.emit()
    assert emitted == [250]
    assert playing.boundaries.timer.interval() == 150


def test_who_waits_no_longer_is_not_asked(playing):
    def soon(ms):
        return ms + 10

    playing.boundaries.add(soon)
    assert playing.boundaries.timer.interval() == 10
    playing.boundaries.remove(soon)
    assert playing.boundaries.timer.interval() == 400


def test_a_seek_aims_anew(playing, engine, fake_time):
    engine.stale_s = 0.0
    playing.seek(2500)
    playing.tick()
    assert playing.boundaries.timer.interval() == 500


def test_paused_nothing_ticks(playing):
    playing.pause()
    assert not playing.boundaries.timer.isActive()
    assert not playing._poll.isActive()


def test_after_the_last_change_only_the_poll_ticks(playing, engine, fake_time):
    engine.stale_s = 0.0
    playing.seek(5000)
    playing.tick()
    assert playing.state is PlayState.PLAYING
    assert not playing.boundaries.timer.isActive()
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
    assert not player.boundaries.timer.isActive()


@pytest.mark.parametrize(
    ("span_ms", "rate", "due_ms"),
    [
        (40.0, 1.0, 400),  # a frame begins with it
        (30.0, 1.0, 420),  # the first frame of it begins later
        (30.0, 0.5, 840),
        (1001 / 30, 1.0, 401),  # its own time is written in whole milliseconds
        (500.0, 1.0, 400),  # slides: by ear it would be late
    ],
)
def test_a_change_is_reported_with_the_first_frame_that_shows_it(
    playing, engine, fake_time, span_ms, rate, due_ms
):
    engine.frame_span_ms = span_ms
    playing.set_rate(rate)
    playing.tick()
    emitted = []
    playing.position_changed.connect(emitted.append)
    assert playing.boundaries.timer.interval() == due_ms
    fake_time.pass_by((due_ms - 10) / 1000)
    playing.tick()
    assert max(emitted, default=0) < 400
    fake_time.pass_by(0.01)
    playing.boundaries.timer.timeout.emit()
    assert emitted[-1] >= 400


def test_what_is_heard_ends_inside_a_frame(playing, engine, fake_time):
    engine.frame_span_ms = 40.0
    playing.tick()
    playing.boundaries.add_heard(lambda ms: 330 if ms < 330 else None)
    assert playing.boundaries.timer.interval() == 330
    fake_time.pass_by(0.33)
    assert (playing.position_ms, playing.heard_ms) == (320, 330)


def test_the_position_is_that_of_the_frame_seen_and_never_before_the_place_gone_to(
    playing, engine, fake_time
):
    engine.frame_span_ms, engine.stale_s = 40.0, 0.0
    playing.seek(1030)
    playing.tick()
    positions = []
    for _ in range(12):
        positions.append(playing.position_ms)
        fake_time.pass_by(0.01)
    assert positions[0] == 1030
    assert positions == sorted(positions)
    assert set(positions) == {1030, 1040, 1080, 1120}


def test_a_jump_back_of_the_engines_own_is_reported(playing, engine, fake_time):
    engine.frame_span_ms = 40.0
    playing.tick()
    fake_time.pass_by(3)
    playing.tick()
    engine._base_ms -= 2900
    for _ in range(20):
        fake_time.pass_by(0.05)
        playing.tick()
    assert playing.position_ms < 2000


def test_the_end_is_the_end_although_no_frame_begins_there(playing, engine, fake_time):
    engine.frame_span_ms = 40.0
    for _ in range(250):
        fake_time.pass_by(0.05)
        playing.tick()
    assert playing.state is PlayState.ENDED
    assert playing.position_ms == 10_000
