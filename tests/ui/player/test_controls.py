import pytest

from tests.ui.pages import heard
from viewer.core.media_source import MediaSource
from viewer.ui.commands.actions import Command
from viewer.ui.player.rates import RATES


@pytest.fixture
def playing(window, desk, talk):
    """A window with a recording of a minute, at 20 s."""
    desk.player.open(MediaSource.named("talk.mp4"), None)
    desk.player.seek(20_000)
    return window


def do(window, *commands):
    for command in commands:
        window.commands[command].trigger()


@pytest.mark.parametrize(("command", "ms"), [(Command.BACK, 15_000), (Command.FORWARD, 25_000)])
def test_a_step_in_time_is_five_seconds_and_taken_as_a_wish_to_go_there(playing, desk, command, ms):
    sought = heard(playing.controls.sought)
    do(playing, command)
    assert desk.player.position_ms == ms
    assert len(sought) == 1


def test_no_step_leaves_the_recording(playing, desk):
    desk.player.seek(2000)
    do(playing, Command.BACK)
    assert desk.player.position_ms == 0
    desk.player.seek(58_000)
    do(playing, Command.FORWARD)
    assert desk.player.position_ms == 60_000


def test_the_seek_bar_goes_exactly_there(playing, desk):
    playing.play_bar.seek_bar.seek_requested.emit(12_345)
    assert desk.player.position_ms == 12_345


def test_rates_go_step_by_step_and_stop_at_the_ends(playing, desk):
    do(playing, *[Command.FASTER] * 20)
    assert desk.player.rate == RATES[-1]
    do(playing, *[Command.SLOWER] * 30)
    assert desk.player.rate == RATES[0]
    do(playing, Command.NORMAL_SPEED)
    assert desk.player.rate == 1.0


def test_a_rate_between_the_steps_goes_to_the_next(playing, desk):
    desk.player.set_rate(1.33)
    do(playing, Command.FASTER)
    assert desk.player.rate == 1.5
    desk.player.set_rate(1.33)
    do(playing, Command.SLOWER)
    assert desk.player.rate == 1.25


def test_loudness_goes_step_by_step_and_stops_at_the_ends(playing, desk):
    do(playing, Command.QUIETER)
    assert desk.player.volume == 95
    do(playing, Command.LOUDER, Command.LOUDER)
    assert desk.player.volume == 100
    do(playing, *[Command.QUIETER] * 30)
    assert desk.player.volume == 0


def test_what_is_set_is_kept_and_shown(playing, desk, user_settings):
    do(playing, Command.FASTER, Command.QUIETER, Command.MUTE)
    kept = user_settings.settings.playback
    assert (kept.rate, kept.volume, kept.muted) == (1.25, 95, True)
    assert ("muted", True) in desk.engine.calls
    assert playing.commands[Command.MUTE].isChecked()
    do(playing, Command.MUTE)
    assert not playing.commands[Command.MUTE].isChecked()
    assert not desk.player.muted


def test_what_is_kept_is_set(window, desk, user_settings):
    user_settings.change("playback", rate=1.5, volume=40, muted=True)
    window.controls.apply()
    assert (desk.player.rate, desk.player.volume, desk.player.muted) == (1.5, 40, True)


def test_a_faster_speed_is_kept_for_other_recordings_and_a_slower_one_is_not(
    playing, desk, user_settings
):
    desk.player.set_rate(1.5)
    playing.controls.begin()
    assert desk.player.rate == 1.5
    desk.player.set_rate(0.5)
    assert user_settings.settings.playback.rate == 1.5
    playing.controls.begin()
    assert desk.player.rate == 1.5
    do(playing, Command.NORMAL_SPEED)
    desk.player.set_rate(0.5)
    playing.controls.begin()
    assert desk.player.rate == 1.0


def test_a_slower_speed_that_was_kept_once_is_none_to_begin_with(window, desk, user_settings):
    user_settings.change("playback", rate=0.5)
    window.controls.apply()
    assert desk.player.rate == 1.0
