import pytest

from viewer.state import store
from viewer.state.checked import revised
from viewer.state.settings import Playback, Reading, Settings, Window


def test_the_defaults_are_what_a_new_user_should_meet():
    settings = Settings()
    assert (settings.playback.engine, settings.playback.rate) == ("auto", 1.0)
    assert (settings.reading.theme, settings.reading.point_size) == ("system", None)
    assert settings.reading.follow
    assert settings.reading.times_shown
    assert settings.window.splitter is None


@pytest.mark.parametrize(
    ("section", "change"),
    [
        (Playback, {"rate": 5.0}),
        (Playback, {"rate": float("nan")}),
        (Playback, {"volume": 101}),
        (Playback, {"engine": "other"}),
        (Reading, {"point_size": 5}),
        (Reading, {"theme": "pink"}),
        (Window, {"geometry": "x" * 5000}),
        (Window, {"geometry": "not base64!"}),
        (Window, {"splitter": (1, -1)}),
        (Window, {"last_folder": "/a/\udcff"}),
    ],
)
def test_a_change_out_of_bounds_changes_nothing(section, change):
    assert revised(section(), **change) == section()


def test_a_change_keeps_what_was_changed_before():
    settings = Settings().change("playback", volume=40).change("playback", rate=1.5, muted=True)
    settings = settings.change("window", splitter=(300, 500), last_folder="/talks")
    assert settings.playback == Playback(volume=40, rate=1.5, muted=True)
    assert settings.window.splitter == (300, 500)
    assert settings.reading == Reading()


def test_a_good_change_beside_a_bad_one_is_made():
    playback = revised(Playback(volume=40), volume=300, muted=True)
    assert (playback.volume, playback.muted) == (40, True)


def test_settings_survive_the_disk(tmp_path):
    settings = Settings().change("window", geometry="AdnQywAD==", splitter=(1, 2))
    store.save(settings, tmp_path / "settings.json")
    assert store.load(Settings, tmp_path / "settings.json") == settings
    assert not (tmp_path / "settings.bak").exists()
