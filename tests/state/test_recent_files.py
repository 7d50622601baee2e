import json
import os
from pathlib import Path

import pytest

from viewer.errors import StateError
from viewer.state import checked
from viewer.state.recent_files import LONGEST_TITLE, MOST_FILES, RecentFiles


@pytest.fixture
def file(tmp_path):
    return tmp_path / "recent.json"


def test_the_latest_is_first_and_stands_once(tmp_path, file):
    for name in ("a", "b", "a"):
        RecentFiles(file).add(tmp_path / name, name.upper())
    assert [entry.title for entry in RecentFiles(file).files()] == ["A", "B"]
    assert RecentFiles(file).files()[0].path == str(tmp_path / "a")


def test_a_relative_path_is_kept_whole(tmp_path, file, monkeypatch):
    monkeypatch.chdir(tmp_path)
    RecentFiles(file).add(Path("sub/../a.md"), "")
    assert RecentFiles(file).files()[0].path == str(tmp_path / "a.md")


def test_the_list_is_bounded(tmp_path, file):
    for number in range(MOST_FILES + 3):
        RecentFiles(file).add(tmp_path / str(number), "t" * 1000)
    listed = RecentFiles(file).files()
    assert len(listed) == MOST_FILES
    assert listed[0].path.endswith(str(MOST_FILES + 2))
    assert len(listed[0].title) == LONGEST_TITLE


def test_what_is_gone_is_forgotten_when_it_is_missed(tmp_path, file):
    here, gone = tmp_path / "here", tmp_path / "gone"
    here.write_text("x")
    RecentFiles(file).add(here, "")
    RecentFiles(file).add(gone, "")
    assert [entry.gone for entry in RecentFiles(file).files()] == [True, False]
    assert len(RecentFiles(file).forget_if_gone(here)) == 2
    assert [entry.path for entry in RecentFiles(file).forget_if_gone(gone)] == [str(here)]
    assert [entry.path for entry in RecentFiles(file).files()] == [str(here)]


def test_all_can_be_forgotten(tmp_path, file):
    RecentFiles(file).add(tmp_path / "a", "")
    assert RecentFiles(file).clear() == ()
    assert RecentFiles(file).files() == ()


def test_a_bad_entry_loses_itself_alone(tmp_path, file):
    RecentFiles(file).add(tmp_path / "a", "")
    raw = json.loads(file.read_text())
    raw["files"] += [{"title": "no path"}, 3]
    file.write_text(json.dumps(raw))
    assert [entry.path for entry in RecentFiles(file).files()] == [str(tmp_path / "a")]


def test_a_name_that_is_no_text_is_passed_over(tmp_path, file):
    RecentFiles(file).add(tmp_path / "a", "")
    strange = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.md"))
    assert len(RecentFiles(file).add(strange, "strange")) == 1


def test_a_folder_that_cannot_be_written_is_a_sentence(tmp_path):
    (tmp_path / "home").write_text("not a folder")
    with pytest.raises(StateError):
        RecentFiles(tmp_path / "home" / "recent.json").add(tmp_path / "a", "")


def test_a_long_list_of_bad_entries_is_not_gone_through(tmp_path, file, monkeypatch):
    looked_at = []
    good = checked._good
    monkeypatch.setattr(checked, "_good", lambda v, *a: looked_at.extend(v) or good(v, *a))
    for entries in ([3] * 100_000, [{"title": 5}] * 40_000):
        file.write_text(json.dumps({"files": entries}))
        assert RecentFiles(file).files() == ()
    assert 0 < len(looked_at) < 10_000
    file.write_text(json.dumps({"files": [3] * 1_000_000}))
    with pytest.raises(StateError):
        RecentFiles(file).files()
    assert RecentFiles(file).add(tmp_path / "a", "")[0].path == str(tmp_path / "a")
