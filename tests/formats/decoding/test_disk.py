"""What is refused before it is read at all, or cannot be written."""

import errno
import os

import pytest

from viewer.errors import ExportError, TranscriptError
from viewer.formats.decoding import disk as files


@pytest.fixture
def limit(monkeypatch):
    """Lines of more than a hundred bytes are too long."""
    monkeypatch.setattr(files, "LONGEST_LINE", 100)


@pytest.mark.usefixtures("limit")
@pytest.mark.parametrize("data", [b"a" * 101, b"a\n" * 80 + b"b" * 101, b"a" * 101 + b"\n" * 200])
def test_an_endless_line_is_refused(tmp_path, data):
    path = tmp_path / "talk.txt"
    path.write_bytes(data)
    with pytest.raises(TranscriptError, match="a line of more than") as caught:
        files.read_bytes(path)
    assert caught.value.hint


@pytest.mark.usefixtures("limit")
@pytest.mark.parametrize(
    "data",
    [b"a" * 100, b"0123456789\n" * 90, b"0123456789\r" * 90, b"\x89PNG\r\n\x1a\n" + b"a" * 200],
)
def test_other_files_are_read(tmp_path, data):
    path = tmp_path / "talk.txt"
    path.write_bytes(data)
    assert files.read_bytes(path) == data


@pytest.mark.parametrize(
    ("name", "hint"),
    [("a" * 300 + ".srt", "Choose a shorter name."), ("file/copy.srt", "Choose a folder")],
)
def test_what_cannot_be_written_is_one_sentence(tmp_path, name, hint):
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(ExportError, match=r"^Cannot write ") as reported:
        files.write_text("words", tmp_path / name, source=None)
    assert reported.value.hint.startswith(hint)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_full_disk_is_reported(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(ExportError, match="no space left on device") as reported:
        files.write_text("words", tmp_path / "copy.srt", source=None)
    assert reported.value.hint == "Free some space, or choose another disk."


def test_a_link_that_leads_nowhere_is_not_followed(tmp_path):
    copy, elsewhere = tmp_path / "copy.srt", tmp_path / "elsewhere"
    copy.symlink_to(elsewhere)
    for overwrite in (False, True):
        with pytest.raises(ExportError, match="a link to a file that is not there"):
            files.write_text("x", copy, source=None, overwrite=overwrite)
    assert not elsewhere.exists()


def test_logs_of_endless_lines_do_not_fill_the_memory(tmp_path):
    path = tmp_path / "log.txt"
    path.write_bytes(b"[00:01] x\n" * (files.MOST_LINES + 1))
    with pytest.raises(TranscriptError, match="more than 3 million lines"):
        files.read_bytes(path)
    path.write_bytes(b" [{\n" + b"1,\n" * (files.MOST_LINES + 1))
    assert files.read_bytes(path)
