import json
import os

import pytest

from viewer.errors import StateError
from viewer.state import checked, recent


@pytest.fixture
def file(tmp_path):
    return tmp_path / "recent.json"


def test_the_latest_is_first_and_stands_once(tmp_path, file):
    for name in ("a", "b", "a"):
        recent.add(tmp_path / name, name.upper(), file)
    assert [entry.title for entry in recent.files(file)] == ["A", "B"]
    assert recent.files(file)[0].path == str(tmp_path / "a")


def test_a_relative_path_is_kept_whole(tmp_path, file, monkeypatch):
    monkeypatch.chdir(tmp_path)
    recent.add(recent.Path("sub/../a.md"), "", file)
    assert recent.files(file)[0].path == str(tmp_path / "a.md")


def test_the_list_is_bounded(tmp_path, file):
    for number in range(recent.MOST_FILES + 3):
        recent.add(tmp_path / str(number), "t" * 1000, file)
    listed = recent.files(file)
    assert len(listed) == recent.MOST_FILES
    assert listed[0].path.endswith(str(recent.MOST_FILES + 2))
    assert len(listed[0].title) == recent.LONGEST_TITLE


def test_what_is_gone_is_forgotten_when_it_is_missed(tmp_path, file):
    here, gone = tmp_path / "here", tmp_path / "gone"
    here.write_text("x")
    recent.add(here, "", file)
    recent.add(gone, "", file)
    assert [entry.gone for entry in recent.files(file)] == [True, False]
    assert len(recent.forget_if_gone(here, file)) == 2
    assert [entry.path for entry in recent.forget_if_gone(gone, file)] == [str(here)]
    assert [entry.path for entry in recent.files(file)] == [str(here)]


def test_all_can_be_forgotten(tmp_path, file):
    recent.add(tmp_path / "a", "", file)
    assert recent.clear(file) == ()
    assert recent.files(file) == ()


def test_a_bad_entry_loses_itself_alone(tmp_path, file):
    recent.add(tmp_path / "a", "", file)
    raw = json.loads(file.read_text())
    raw["files"] += [{"title": "no path"}, 3]
    file.write_text(json.dumps(raw))
    assert [entry.path for entry in recent.files(file)] == [str(tmp_path / "a")]


def test_a_name_that_is_no_text_is_passed_over(tmp_path, file):
    recent.add(tmp_path / "a", "", file)
    strange = recent.Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.md"))
    assert len(recent.add(strange, "strange", file)) == 1


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path):
    (tmp_path / "home").write_text("not a folder")
    with pytest.raises(StateError):
        recent.add(tmp_path / "a", "", tmp_path / "home" / "recent.json")


def test_without_a_file_the_users_own_is_meant(tmp_path, monkeypatch):
    monkeypatch.setenv("CUELINE_HOME", str(tmp_path))
    recent.add(tmp_path / "a", "A")
    assert (tmp_path / "recent.json").exists()
    assert recent.files()[0].title == "A"


def test_a_long_list_of_bad_entries_is_not_gone_through(tmp_path, file, monkeypatch):
    looked_at = []
    good = checked._good
    monkeypatch.setattr(checked, "_good", lambda v, *a: looked_at.extend(v) or good(v, *a))
    for entries in ([3] * 100_000, [{"title": 5}] * 40_000):
        file.write_text(json.dumps({"files": entries}))
        assert recent.files(file) == ()
    assert 0 < len(looked_at) < 10_000
    file.write_text(json.dumps({"files": [3] * 1_000_000}))
    with pytest.raises(StateError):
        recent.files(file)
    assert recent.add(tmp_path / "a", "", file)[0].path == str(tmp_path / "a")
