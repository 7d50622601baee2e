from pathlib import Path

import pytest

from viewer.errors import StateError
from viewer.state.places import places


def test_one_folder_may_be_named_for_everything(tmp_path):
    own = places({"CUELINE_HOME": str(tmp_path / "mine")})
    assert own.settings == tmp_path / "mine" / "settings.json"
    assert own.recent.parent == own.recordings.parent == tmp_path / "mine"
    assert own.samples.is_relative_to(tmp_path / "mine" / "cache")


def test_a_folder_in_the_home_is_found(monkeypatch, tmp_path):
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert places({"CUELINE_HOME": "~/c"}).config == tmp_path / "c"


def test_without_it_the_folders_are_the_systems():
    own = places({"CUELINE_HOME": "  "})
    assert len({own.settings, own.recent, own.recordings, own.samples}) == 4
    for folder in (own.config, own.data, own.cache):
        assert folder.is_absolute()
        assert "cueline" in str(folder)


def test_nothing_is_made_by_asking(tmp_path):
    home = tmp_path / "none"
    places({"CUELINE_HOME": str(home)})
    assert not Path(home).exists()


def test_the_home_of_nobody_is_a_sentence_and_no_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for home in ("~nosuchuser", "~nosuchuser/cueline"):
        with pytest.raises(StateError, match=r"the home of “nosuchuser”") as reported:
            places({"CUELINE_HOME": home})
        assert reported.value.hint
    assert list(tmp_path.iterdir()) == []
    assert places({"CUELINE_HOME": "./~nosuchuser"}).config == tmp_path / "~nosuchuser"
