"""Transcripts found again by their content."""

import shutil

import pytest

from viewer.notebook import moved
from viewer.notebook.moved import find_moved
from viewer.state.content_key import key_for

WORDS = b"Some words.\n"
KEY = key_for(WORDS)


@pytest.fixture
def was(tmp_path):
    folder = tmp_path / "talks"
    folder.mkdir()
    (folder / "other.srt").write_bytes(b"Others.\n")
    return folder / "talk.srt"


def test_in_its_folder_and_below_under_another_name(was):
    there = was.parent / "filed" / "renamed.txt"
    there.parent.mkdir()
    there.write_bytes(WORDS.replace(b"\n", b"\r\n"))
    assert find_moved(KEY, was, (), (".srt", ".txt")) == there
    assert find_moved(KEY, was, (), (".srt",)) is None


def test_where_its_folder_was_renamed(was):
    was.write_bytes(WORDS)
    there = was.parent.with_name("lectures")
    shutil.move(was.parent, there)
    assert find_moved(KEY, was, (), (".srt",)) == there / "talk.srt"


def test_in_other_folders_that_are_named(was, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("library")
    (elsewhere / "a.srt").write_bytes(WORDS)
    assert find_moved(KEY, was, (), (".srt",)) is None
    assert find_moved(KEY, was, [elsewhere], (".srt",)) == elsewhere / "a.srt"


def test_it_gives_up_in_time(was, monkeypatch):
    (was.parent / "z.srt").write_bytes(WORDS)
    assert find_moved(KEY, was, (), (".srt",), lambda: True) is None
    monkeypatch.setattr(moved, "MOST_FILES", 0)
    assert find_moved(KEY, was, (), (".srt",)) is None
