"""Player on the fake engine: what it tells, when it looks, whom it believes."""

from pathlib import Path

import pytest

from viewer.core.media_source import MediaSource
from viewer.playback.engine import PlayState

TALK = MediaSource(Path("talk.mp4"))


def play_on(player, fake_time, seconds):
    for _ in range(round(seconds / 0.05)):
        fake_time.pass_by(0.05)
        player.tick()


@pytest.fixture
def positions(player):
    emitted = []
    player.position_changed.connect(emitted.append)
    return emitted


def test_opens_paused_at_the_start_and_stops_ticking(player, engine):
    player.open(TALK, None)
    assert player.state is PlayState.PAUSED
    assert player.position_ms == 0
    assert player.duration_ms == 10_000
    assert player.engine_name == "Fake 1.0"
    assert not player._poll.isActive()


def test_opens_at_a_moment(player, engine):
    player.open(TALK, None, at_ms=4000)
    assert player.position_ms == 4000
    assert ("seek", 4000) in engine.calls


def test_plays_true_to_the_engine(player, engine, fake_time, positions):
    player.open(TALK, None)
    player.play()
    play_on(player, fake_time, 3)
    assert player.position_ms == pytest.approx(engine.truth_ms, abs=3)
    assert positions == sorted(positions)
    assert player._poll.isActive()


@pytest.mark.parametrize("rate", [0.5, 1.0, 1.5, 2.0])
@pytest.mark.parametrize("honest", [True, False])
def test_a_seek_says_its_target_and_never_the_old_place(
    player, engine, fake_time, positions, rate, honest
):
    engine.honest = honest
    player.set_rate(rate)
    player.open(TALK, None)
    player.play()
    play_on(player, fake_time, 1)
    player.seek(6000)
    assert player.position_ms == 6000
    del positions[:]
    play_on(player, fake_time, 1.5)
    assert min(positions) >= 6000
    assert positions == sorted(positions)
    assert player.position_ms == pytest.approx(engine.truth_ms, abs=5)


def test_a_paused_seek_says_its_target_at_once(player, fake_time, positions):
    player.open(TALK, None)
    player.seek(7000)
    assert positions == [7000]
    play_on(player, fake_time, 1)
    assert positions == [7000]
    assert not player._poll.isActive()


def test_seeks_in_a_burst_only_send_what_counts(player, engine, fake_time):
    player.open(TALK, None)
    for ms in (1000, 2000, 3000, 4000):
        player.seek(ms)
    assert [call for call in engine.calls if call[0] == "seek"] == [("seek", 1000)]
    play_on(player, fake_time, 0.5)
    assert [call for call in engine.calls if call[0] == "seek"] == [("seek", 1000), ("seek", 4000)]
    assert player.position_ms == 4000


def test_ends_at_the_duration_and_a_seek_plays_on_from_there(player, fake_time):
    player.open(TALK, None, at_ms=9000)
    player.play()
    play_on(player, fake_time, 2)
    assert player.state is PlayState.ENDED
    assert player.position_ms == 10_000
    assert not player._poll.isActive()
    player.seek(5000)
    assert player.position_ms == 5000
    play_on(player, fake_time, 1.2)
    assert player.state is PlayState.PLAYING
    assert player.position_ms == pytest.approx(6000, abs=50)


def test_play_after_the_end_begins_anew(player, fake_time):
    player.open(TALK, None, at_ms=9900)
    player.play()
    play_on(player, fake_time, 1)
    player.toggle()
    assert player.position_ms == 0
    play_on(player, fake_time, 1)
    assert player.state is PlayState.PLAYING


def test_seeks_stay_within_the_recording(player, fake_time):
    player.open(TALK, None)
    player.seek(99_000)
    assert player.position_ms == 10_000
    player.seek(-50_000)
    assert player.position_ms == 0


def test_toggle_follows_the_wish_not_the_engines_delay(player, engine, fake_time):
    engine.load_s = 1.0
    player.open(TALK, None)
    player.toggle()
    assert player.state is PlayState.OPENING
    player.toggle()
    play_on(player, fake_time, 1.5)
    assert player.state is PlayState.PAUSED


def test_settings_outlive_the_recording(player, engine):
    player.set_rate(1.5)
    player.set_volume(40)
    player.set_muted(True)
    player.open(TALK, None)
    assert {("rate", 1.5), ("volume", 40), ("muted", True)} <= set(engine.calls)
    player.close()
    assert (player.rate, player.volume, player.muted) == (1.5, 40, True)


def test_values_are_bounded(player):
    player.set_rate(99)
    player.set_volume(-3)
    assert (player.rate, player.volume) == (4.0, 0)


def test_closing_tells_and_leaves_it_usable(player, fake_time, positions):
    states = []
    player.state_changed.connect(states.append)
    player.open(TALK, None, at_ms=3000)
    player.close()
    assert positions == [3000, 0]
    assert states[-1] is PlayState.EMPTY
    assert player.engine_name == ""
    assert not player.seekable
    player.play()
    player.seek(5)
    player.open(TALK, None)
    assert player.state is PlayState.PAUSED


def test_runs_without_a_recording(player, fake_time):
    player.open_silent(5000)
    player.play()
    play_on(player, fake_time, 2)
    assert player.position_ms == 2000
    assert player.engine_name == "Silent"
    play_on(player, fake_time, 4)
    assert (player.state, player.position_ms) == (PlayState.ENDED, 5000)
