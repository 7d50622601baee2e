import pytest

from viewer.errors import UsageError
from viewer.state import library_folders
from viewer.state.library_folders import LibraryFolders


@pytest.fixture
def folders(tmp_path):
    return LibraryFolders(tmp_path / "library.json")


def test_folders_come_and_go(tmp_path, folders):
    folders.add(tmp_path / "a")
    folders.add(tmp_path / "b", captions=True)
    assert [(each.folder, each.captions) for each in folders.all()] == [
        (tmp_path / "a", False),
        (tmp_path / "b", True),
    ]
    assert folders.remove(tmp_path / "a")
    assert not folders.remove(tmp_path / "a")
    assert [each.folder for each in folders.all()] == [tmp_path / "b"]


def test_one_inside_another_is_that_one(tmp_path, folders):
    outer, _ = folders.add(tmp_path / "a")
    assert folders.add(tmp_path / "a" / "b") == (outer, [])
    assert len(folders.all()) == 1
    inside, _ = folders.add(tmp_path / "a", captions=True)
    assert folders.all() == (inside,)
    assert inside.captions
    assert folders.add(tmp_path / "a") == (inside, [])


def test_one_around_another_takes_its_place(tmp_path, folders):
    folders.add(tmp_path / "a" / "b")
    folders.add(tmp_path / "ab")
    assert folders.add(tmp_path / "a")[1] == [tmp_path / "a" / "b"]
    assert [each.folder for each in folders.all()] == [tmp_path / "ab", tmp_path / "a"]


def test_a_pause_is_kept(tmp_path, folders):
    folders.add(tmp_path / "a")
    folders.pause(tmp_path / "a", paused=True)
    assert folders.all()[0].paused


def test_there_is_a_most(tmp_path, folders, monkeypatch):
    monkeypatch.setattr(library_folders, "MOST_FOLDERS", 3)
    for number in range(3):
        folders.add(tmp_path / f"{number}")
    with pytest.raises(UsageError, match="which is the most"):
        folders.add(tmp_path / "more")


def test_a_name_that_is_no_text_cannot_be_noted(tmp_path, folders):
    with pytest.raises(UsageError, match="is not text"):
        folders.add(tmp_path / "caf\udce9")
