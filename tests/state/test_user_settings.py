import os
import sys
import threading

import pytest

from viewer.errors import StateError
from viewer.state import store
from viewer.state.places import places
from viewer.state.user_settings import UserSettings


def test_what_is_changed_and_saved_is_there_the_next_time():
    user_settings = UserSettings(places())
    user_settings.change("playback", rate=1.5)
    user_settings.change("window", last_folder="/talks")
    user_settings.save()
    again = UserSettings(places()).settings
    assert (again.playback.rate, again.window.last_folder) == (1.5, "/talks")


def test_two_windows_keep_each_others_changes():
    one, other = UserSettings(places()), UserSettings(places())
    other.change("reading", point_size=15, times_shown=False)
    other.change("playback", volume=40)
    other.save()
    one.change("playback", rate=1.5)
    one.change("window", last_folder="/talks")
    one.save()
    now = UserSettings(places()).settings
    assert (now.reading.point_size, now.reading.times_shown) == (15, False)
    assert (now.playback.volume, now.playback.rate) == (40, 1.5)
    assert now.window.last_folder == "/talks"


def test_what_gets_no_turn_soon_is_saved_once_the_other_window_is_through():
    user_settings = UserSettings(places())
    user_settings.change("playback", rate=1.5)
    with store.turn(user_settings.places.settings), pytest.raises(StateError):
        user_settings.save(0)
    user_settings.save()
    assert UserSettings(places()).settings.playback.rate == 1.5


def test_what_is_not_saved_is_not():
    UserSettings(places()).change("playback", rate=1.5)
    assert UserSettings(places()).settings.playback.rate == 1.0


def test_a_value_out_of_bounds_leaves_the_old_one_and_the_others_change():
    user_settings = UserSettings(places())
    user_settings.change("playback", rate=99.0, volume=40)
    assert (user_settings.settings.playback.rate, user_settings.settings.playback.volume) == (
        1.0,
        40,
    )


def test_nothing_changed_is_nothing_written():
    UserSettings(places()).save()
    assert not places().settings.exists()


def test_settings_that_cannot_be_read_are_the_defaults_and_never_written_over():
    places().settings.mkdir(parents=True)
    user_settings = UserSettings(places())
    assert isinstance(user_settings.trouble, StateError)
    assert user_settings.settings.playback.rate == 1.0
    user_settings.change("playback", rate=1.5)
    user_settings.save()
    assert places().settings.is_dir()


def test_a_folder_that_cannot_be_written_is_a_sentence(home):
    user_settings = UserSettings(places())
    home.parent.mkdir(parents=True, exist_ok=True)
    home.write_text("no folder")
    user_settings.change("playback", rate=1.5)
    with pytest.raises(StateError, match=r"settings\.json"):
        user_settings.save()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes lie in no folder there")
def test_a_pipe_in_the_settings_place_is_reported_and_settings_are_kept_again():
    places().config.mkdir(parents=True)
    os.mkfifo(places().settings)
    user_settings = UserSettings(places())
    assert isinstance(user_settings.trouble, StateError)
    user_settings.change("playback", rate=1.5)
    user_settings.save()
    assert UserSettings(places()).settings.playback.rate == 1.5


def test_windows_that_save_at_once_keep_each_others_changes():
    UserSettings(places()).save()
    names = ("volume", "rate")
    several = [UserSettings(places()) for _ in names]
    for user_settings, name in zip(several, names, strict=True):
        user_settings.change("playback", **{name: 2})
    savers = [threading.Thread(target=user_settings.save) for user_settings in several]
    for saver in savers:
        saver.start()
    for saver in savers:
        saver.join()
    now = UserSettings(places()).settings.playback
    assert (now.volume, now.rate) == (2, 2.0)
