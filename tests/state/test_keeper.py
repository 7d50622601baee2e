import os
import sys
import threading

import pytest

from viewer.errors import StateError
from viewer.state.keeper import Keeper
from viewer.state.places import places


def test_what_is_changed_and_saved_is_there_the_next_time():
    keeper = Keeper(places())
    keeper.change("playback", rate=1.5)
    keeper.change("window", last_folder="/talks")
    keeper.save()
    again = Keeper(places()).settings
    assert (again.playback.rate, again.window.last_folder) == (1.5, "/talks")


def test_two_windows_keep_each_others_changes():
    one, other = Keeper(places()), Keeper(places())
    other.change("reading", point_size=15, times_shown=False)
    other.change("playback", volume=40)
    other.save()
    one.change("playback", rate=1.5)
    one.change("window", last_folder="/talks")
    one.save()
    now = Keeper(places()).settings
    assert (now.reading.point_size, now.reading.times_shown) == (15, False)
    assert (now.playback.volume, now.playback.rate) == (40, 1.5)
    assert now.window.last_folder == "/talks"


def test_what_is_not_saved_is_not():
    Keeper(places()).change("playback", rate=1.5)
    assert Keeper(places()).settings.playback.rate == 1.0


def test_a_value_out_of_bounds_leaves_the_old_one_and_the_others_change():
    keeper = Keeper(places())
    keeper.change("playback", rate=99.0, volume=40)
    assert (keeper.settings.playback.rate, keeper.settings.playback.volume) == (1.0, 40)


def test_nothing_changed_is_nothing_written():
    Keeper(places()).save()
    assert not places().settings.exists()


def test_settings_that_cannot_be_read_are_the_defaults_and_never_written_over():
    places().settings.mkdir(parents=True)
    keeper = Keeper(places())
    assert isinstance(keeper.trouble, StateError)
    assert keeper.settings.playback.rate == 1.0
    keeper.change("playback", rate=1.5)
    keeper.save()
    assert places().settings.is_dir()


def test_a_folder_that_cannot_be_written_is_a_sentence(home):
    keeper = Keeper(places())
    home.parent.mkdir(parents=True, exist_ok=True)
    home.write_text("no folder")
    keeper.change("playback", rate=1.5)
    with pytest.raises(StateError, match=r"settings\.json"):
        keeper.save()


@pytest.mark.skipif(sys.platform == "win32", reason="pipes lie in no folder there")
def test_a_pipe_in_the_settings_place_is_told_and_settings_are_kept_again():
    places().config.mkdir(parents=True)
    os.mkfifo(places().settings)
    keeper = Keeper(places())
    assert isinstance(keeper.trouble, StateError)
    keeper.change("playback", rate=1.5)
    keeper.save()
    assert Keeper(places()).settings.playback.rate == 1.5


def test_windows_that_save_at_once_keep_each_others_changes():
    Keeper(places()).save()
    names = ("volume", "rate")
    keepers = [Keeper(places()) for _ in names]
    for keeper, name in zip(keepers, names, strict=True):
        keeper.change("playback", **{name: 2})
    savers = [threading.Thread(target=keeper.save) for keeper in keepers]
    for saver in savers:
        saver.start()
    for saver in savers:
        saver.join()
    now = Keeper(places()).settings.playback
    assert (now.volume, now.rate) == (2, 2.0)
