"""Reading files in other processes, whatever they are."""

import os
from pathlib import Path

import pytest

from tests.desk import write_srt
from viewer.library import process
from viewer.library.reader import read
from viewer.library.readers import Readers


def test_a_transcript(tmp_path):
    talk = write_srt(tmp_path / "talk.en.srt", "One.", "Two.")
    made = read(bytes(talk))
    assert (made.problem, made.facts.segments, made.facts.language) == ("", 2, "en")
    assert made.words == {"one", "two"}
    assert read(bytes(talk), made.key).folded == b""


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "empty"), (b"\x89PNG\r\n\x1a\n" + bytes(99), "picture"), (None, "no such file")],
)
def test_what_is_none_says_why(tmp_path, content, sentence):
    path = tmp_path / "x.srt"
    if content is not None:
        path.write_bytes(content)
    assert sentence in read(bytes(path)).problem.lower()


def test_what_a_disk_refuses_is_looked_at_again(tmp_path, monkeypatch):
    talk = bytes(write_srt(tmp_path / "talk.srt", "One."))
    seen = read(talk).stamp

    def refuse(*_, **__):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", refuse)
    refused = read(talk)
    assert "nput/output error" in refused.problem
    assert refused.stamp != seen


def test_several_processes_read_everything(tmp_path):
    paths = [bytes(write_srt(tmp_path / f"{i}.srt", f"Number {i}.")) for i in range(40)]
    bad = tmp_path / "bad.srt"
    bad.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(99))
    wanted = [(path, "") for path in (*paths, bytes(bad))]
    made = {each.path: each for each in Readers().read(wanted, 2)}
    assert set(made) == {*paths, bytes(bad)}
    assert made[bytes(bad)].problem
    assert all(made[path].folded for path in paths)


def test_a_file_that_takes_the_process_down_keeps_no_other_out(tmp_path, monkeypatch):
    monkeypatch.setattr(process, "_START", _FALLS_OVER)
    paths = [bytes(write_srt(tmp_path / f"{i}.srt", f"Number {i}.")) for i in range(3)]
    deadly = bytes(write_srt(tmp_path / "deadly.srt", "Words."))
    made = {each.path: each for each in Readers().read([(p, "") for p in (*paths, deadly)], 1)}
    assert made[deadly].problem.startswith("Reading it broke off")
    assert [made[path].problem for path in paths] == ["", "", ""]


_FALLS_OVER = """
import os, sys
sys.path[:0] = sys.argv[1:]
from viewer.library import reader, worker
def read(path, key, say, honest=reader.read):
    if b"deadly" in path:
        os._exit(9)
    return honest(path, key, say)
worker.read = read
worker.main()
"""


def test_it_can_be_given_up(tmp_path):
    paths = [bytes(write_srt(tmp_path / f"{i}.srt", f"Number {i}.")) for i in range(200)]
    arriving = Readers().read(((path, "") for path in paths), 1)
    next(arriving)
    arriving.close()


@pytest.mark.skipif(os.name == "nt", reason="names there are text")
def test_names_that_are_no_text(tmp_path):
    path = bytes(tmp_path) + b"/caf\xe9.srt"
    Path(os.fsdecode(path)).write_bytes(write_srt(tmp_path / "talk.srt", "One.").read_bytes())
    [made] = Readers().read([(path, "")], 1)
    assert (made.path, made.problem, made.words) == (path, "", {"one"})
