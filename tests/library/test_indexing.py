"""Folders brought up to date."""

import os
import shutil
from unittest.mock import Mock

import pytest

from tests.desk import write_srt
from tests.library.unwatched import Unwatched
from viewer.formats.registry import load
from viewer.library import indexing, process, readers
from viewer.library.entry import UNSEEN, Read, Stamp
from viewer.library.errors import LibraryError
from viewer.library.indexing import refresh
from viewer.library.walk import Folder, Walk, walk
from viewer.media.locate import recording_for


@pytest.fixture
def talks(tmp_path):
    folder = tmp_path / "talks"
    (folder / "more").mkdir(parents=True)
    write_srt(folder / "one.srt", "The first talk.")
    write_srt(folder / "more" / "two.srt", "The second talk.")
    (folder / "notes.txt").write_text("")
    return folder


class Watched(Unwatched):
    """Ends it after so many files."""

    def __init__(self, most=10**9):
        self.told, self.most = [], most

    def tell(self, progress):
        self.told.append((progress.done, progress.total))

    def go_on(self):
        return len(self.told) < self.most


def titles(index):
    return sorted(entry.path.name for entry in index.entries() if entry.readable)


def test_a_folder_is_read_once(index, talks):
    control = Watched()
    first = refresh(index, talks, control, readers=1)
    assert (first.files, first.read, first.problems, first.complete) == (3, 3, 1, True)
    assert control.told[-1] == (3, 3)
    assert titles(index) == ["one.srt", "two.srt"]
    second = refresh(index, talks, Unwatched(), readers=1)
    assert (second.files, second.read) == (3, 0)


def test_what_changed_is_read_again_and_what_is_gone_forgotten(index, talks):
    refresh(index, talks, Unwatched(), readers=1)
    write_srt(talks / "one.srt", "Another talk, longer than before.")
    shutil.rmtree(talks / "more")
    write_srt(talks / "new.srt", "New words.")
    outcome = refresh(index, talks, Unwatched(), readers=1)
    assert (outcome.files, outcome.read, outcome.gone) == (3, 2, 1)
    assert titles(index) == ["new.srt", "one.srt"]
    assert len(index.candidates([("another",)])) == 1
    assert index.candidates([("second", "first")]) == set()


def test_a_file_that_was_only_touched_keeps_its_entry(index, talks):
    refresh(index, talks, Unwatched(), readers=1)
    before = {entry.path: entry.id for entry in index.entries()}
    os.utime(talks / "one.srt", ns=(1, 1))
    refresh(index, talks, Unwatched(), readers=1)
    assert {entry.path: entry.id for entry in index.entries()} == before
    assert refresh(index, talks, Unwatched(), readers=1).read == 0


def test_it_goes_on_where_it_was_stopped(index, tmp_path, monkeypatch):
    monkeypatch.setattr(indexing, "_MOST_BYTES", 100)
    for number in range(60):
        write_srt(tmp_path / f"{number:02}.srt", f"Talk {number}.")
    stopped = refresh(index, tmp_path, Watched(5), readers=1)
    kept = len(index.entries())
    assert not stopped.complete
    assert 0 < kept < 60
    assert refresh(index, tmp_path, Unwatched(), readers=1).read == 60 - kept
    assert len(titles(index)) == 60


def test_a_folder_that_is_not_there_loses_nothing(index, talks, tmp_path):
    refresh(index, talks, Unwatched(), readers=1)
    talks.rename(tmp_path / "elsewhere")
    with pytest.raises(LibraryError, match="is not there"):
        refresh(index, talks, Unwatched(), readers=1)
    assert titles(index) == ["one.srt", "two.srt"]


def test_what_is_left_of_a_disk_that_is_gone_loses_nothing(index, talks, tmp_path):
    refresh(index, talks, Unwatched(), readers=1)
    talks.rename(tmp_path / "elsewhere")
    talks.mkdir()
    with pytest.raises(LibraryError, match="is empty; what is known of its 3 files stays"):
        refresh(index, talks, Unwatched(), readers=1)
    assert titles(index) == ["one.srt", "two.srt"]
    (talks / "new.txt").write_text("A line of words.")
    assert refresh(index, talks, Unwatched(), readers=1).gone == 3


def test_a_disk_that_does_not_answer_loses_nothing(index, talks, monkeypatch):
    refresh(index, talks, Unwatched(), readers=1)
    monkeypatch.setattr(process, "_START", "import time; time.sleep(600)")
    monkeypatch.setattr(readers, "DISK_LIMIT_S", 0)
    with pytest.raises(LibraryError, match="does not answer; what is known of it stays"):
        refresh(index, talks, Unwatched(), readers=1)
    assert titles(index) == ["one.srt", "two.srt"]


@pytest.mark.parametrize("gone", [True, False])
def test_what_a_disk_that_goes_does_not_give_is_not_lost(index, talks, monkeypatch, gone):
    refresh(index, talks, Unwatched(), readers=1)
    (talks / "one.srt").touch()
    unread = Read(bytes(talks / "one.srt"), UNSEEN, "", "It cannot be read.", gone=gone)
    monkeypatch.setattr(readers.Readers, "read", lambda *_: iter([unread]))
    assert refresh(index, talks, Unwatched(), readers=1).problems == (not gone)
    assert titles(index) == ["one.srt", "two.srt"]


def test_what_is_listed_but_cannot_be_looked_at_is_not_gone(index, talks, monkeypatch):
    refresh(index, talks, Unwatched(), readers=1)
    found = Walk(unread=[talks / "more", talks / "one.srt"], empty=False, whole=True)
    monkeypatch.setattr(indexing, "_looked_through", lambda *_: found)
    assert refresh(index, talks, Unwatched(), readers=1).gone == 1
    assert titles(index) == ["one.srt", "two.srt"]


def test_what_a_disk_refuses_to_tell_of_a_file_is_noted(talks, monkeypatch):
    monkeypatch.setattr(Stamp, "of", Mock(side_effect=OSError(5, "Input/output error")))
    found = walked(talks)
    assert not found.files
    assert talks / "one.srt" in found.unread


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may read everything")
def test_a_folder_inside_that_cannot_be_read_loses_nothing(index, talks):
    refresh(index, talks, Unwatched(), readers=1)
    (talks / "more").chmod(0)
    try:
        outcome = refresh(index, talks, Unwatched(), readers=1)
    finally:
        (talks / "more").chmod(0o700)
    assert outcome.unread == [talks / "more"]
    assert titles(index) == ["one.srt", "two.srt"]


def walked(folder):
    found = Walk()
    for more in walk(Folder(folder)):
        found.take(more)
    return found


def test_circles_of_links_end(talks):
    (talks / "more" / "round").symlink_to(talks)
    (talks / "self").symlink_to(talks / "self")
    (talks / "nowhere.srt").symlink_to(talks / "gone.srt")
    found = walked(talks)
    assert sorted(os.path.basename(path) for path in found.files) == [
        b"notes.txt",
        b"one.srt",
        b"two.srt",
    ]


def test_hidden_files_and_folders_are_left_out(talks):
    (talks / ".git").mkdir()
    write_srt(talks / ".git" / "x.srt", "Words.")
    write_srt(talks / ".hidden.srt", "Words.")
    assert len(walked(talks).files) == 3


def test_recordings_beside_transcripts_are_noted(index, talks):
    (talks / "one.mp4").write_bytes(b"")
    (talks / "media").mkdir()
    (talks / "media" / "two.mp3").write_bytes(b"")
    refresh(index, talks, Unwatched(), readers=1)
    recordings = {entry.path.name: entry.recording for entry in index.entries()}
    assert recordings["one.srt"] == talks / "one.mp4"
    assert recordings["two.srt"] == talks / "media" / "two.mp3"
    (talks / "one.mp4").unlink()
    refresh(index, talks, Unwatched(), readers=1)
    recordings = {entry.path.name: entry.recording for entry in index.entries()}
    assert recordings["one.srt"] is None


def test_of_several_recordings_the_one_is_noted_that_would_be_played(index, talks):
    for name in ("one.m4a", "one.mp4", "one.mkv", "two.wav", "two.mp3"):
        (talks / name).write_bytes(b"")
    title = talks / "A title [abcdefghijk].srt"
    write_srt(title, "Words.")
    for name in ("Z-abcdefghijk.mp4", "Z [abcdefghijk].f137.mp4", "Z [abcdefghijk].m4a"):
        (talks / name).write_bytes(b"")
    refresh(index, talks, Unwatched(), readers=1)
    readable = [entry for entry in index.entries() if entry.readable]
    for entry in readable:
        assert entry.recording == recording_for(entry.path, load(entry.path))
    recordings = {entry.path.name: entry.recording.name for entry in readable}
    assert (recordings["one.srt"], recordings["two.srt"]) == ("one.mkv", "two.mp3")
    assert recordings[title.name] == "Z [abcdefghijk].m4a"
