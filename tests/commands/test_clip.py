"""`cueline clip` and `cueline still`."""

import json

import pytest
from PIL import Image

from tests.clip.recordings import numbered, seen
from tests.desk import write_srt
from viewer import cli


@pytest.fixture
def said(capsys):
    def run(*words):
        status = cli.main(list(map(str, words)))
        captured = capsys.readouterr()
        return status, (captured.out if status == 0 else captured.err).strip()

    return run


@pytest.fixture
def talk(tmp_path):
    numbered(tmp_path / "talk.mp4", seconds=8)
    return write_srt(tmp_path / "talk.srt", "One.", "Two.", "Three.")


def test_a_line_as_a_clip(said, talk, tmp_path):
    out = tmp_path / "line.mp4"
    status, told = said("clip", talk, "--from", "0:04", "-o", out, "--captions", "track", "--json")
    assert status == 0
    document = json.loads(told)
    assert document["recording"] == str(tmp_path / "talk.mp4")
    assert (document["format"], document["path"]) == ("mp4", str(out))
    first = seen(out).numbers[0]
    assert first == document["start_ms"] // 40


def test_a_recording_by_itself_and_fast(said, talk, tmp_path):
    out = tmp_path / "clip.mp4"
    recording = tmp_path / "talk.mp4"
    status, told = said("clip", recording, "--from", "3", "--to", "4", "--fast", "-o", out)
    assert status == 0
    assert told.startswith("Wrote 2.0")
    assert told.endswith(f" s as MP4 to {out}; it begins 1.0 s earlier, at a keyframe.")
    assert seen(out).numbers[0] == 50
    assert said("clip", recording, "--from", "3", "--to", "4", "-o", out)[1] == (
        "clip.mp4 exists already. Use --force to replace it."
    )
    assert said("clip", recording, "--from", "3", "--to", "4", "-o", out, "--force")[0] == 0


def test_bad_input_gets_a_sentence(said, talk, tmp_path):
    out = tmp_path / "clip.mp4"
    for words, told in (
        (["--from", "4", "--to", "3"], "The clip would end before it begins. Give a later --to."),
        (["--from", "0:05", "--to", "3:00"], "talk.mp4 ends before 3:00, where the clip should"),
        (["--from", "x"], "usage:"),
        (["--from", "0:01", "--media", tmp_path / "no.mp4"], f"There is no no.mp4 in {tmp_path}."),
        (["--from", "0", "--to", "1", "--format", "gif", "--fast"], "A GIF cannot be copied"),
        (["--from", "0"], "No line is said at 0:00 in talk.srt. Give a --to as well."),
        (["--from", "3.5"], "No line is said at 0:03 in talk.srt. Give a --to as well."),
        (["--from", "1:00"], "No line is said at 1:00 in talk.srt. Give a --to as well."),
    ):
        status, found = said("clip", talk, *words, "-o", out)
        assert status
        assert found.startswith(told)
        assert not out.exists()
    (tmp_path / "deep").mkdir()
    alone = write_srt(tmp_path / "deep" / "alone.srt", "One.")
    found = said("clip", alone, "--from", "0", "-o", out)[1]
    assert found == "No recording was found near alone.srt. Name it with --media."
    (tmp_path / "deep" / "alone.mp4").write_bytes((tmp_path / "talk.mp4").read_bytes()[:900])
    recording = tmp_path / "deep" / "alone.mp4"
    assert said("clip", recording, "--from", "0", "-o", out)[1].startswith("alone.mp4 is not")


def test_a_still(said, talk, tmp_path):
    out = tmp_path / "still.png"
    status, told = said("still", talk, "--at", "1.2", "-o", out)
    assert (status, told) == (0, f"Wrote the picture at 0:01 of talk.mp4 to {out}.")
    with Image.open(out) as image:
        assert image.text["Time"] == "00:00:01.200"
        assert image.text["Description"] == "One."
    assert said("still", talk, "--at", "1.2", "-o", out)[1].startswith("still.png exists already.")
    assert said("still", talk, "--at", "90", "-o", tmp_path / "no.png")[1].startswith("There is no")
    assert said("still", talk, "--at", "1", "-o", tmp_path / "still.jpg") == (
        2,
        "No still can be written as “.jpg”. It is a PNG: give it a name that ends in .png.",
    )
    assert not (tmp_path / "still.jpg").exists()
