"""What is told about a recording before any engine sees it."""

import pytest

from tests.media.films import film
from viewer.playback.source import is_bare_aac, name_of, refusal


def test_bare_aac_is_told_by_its_bytes(tmp_path):
    assert is_bare_aac(film(tmp_path / "talk.mp3", video=False, container="adts"))
    assert not is_bare_aac(film(tmp_path / "talk.aac", video=False))


def test_mp3_is_no_bare_aac(tmp_path):
    path = tmp_path / "talk.aac"
    path.write_bytes(b"\xff\xfb\x90\x00")
    assert not is_bare_aac(path)


@pytest.mark.parametrize("data", [b"", b"\xff", b"\xf1\xff"])
def test_too_little_is_no_bare_aac(tmp_path, data):
    path = tmp_path / "talk.aac"
    path.write_bytes(data)
    assert not is_bare_aac(path)


def test_what_is_no_file_is_no_bare_aac(tmp_path):
    assert not is_bare_aac(tmp_path)
    assert not is_bare_aac(tmp_path / "none.aac")
    assert not is_bare_aac("https://example.org/talk.aac")


def test_what_cannot_be_a_recording_is_refused_with_its_reason(tmp_path):
    (tmp_path / "empty.mp4").touch()
    (tmp_path / "talk.mp4").write_bytes(b"x")
    assert refusal(tmp_path / "empty.mp4") == "Cannot play empty.mp4: the file is empty."
    assert refusal(tmp_path / "none.mp4") == "Cannot play none.mp4: there is no such file."
    assert refusal(tmp_path).endswith(": it is a folder.")
    assert refusal("ftp://example.org/talk.mp4").startswith("Cannot play ftp:")
    assert refusal(tmp_path / "talk.mp4") == refusal("https://example.org/a.mp4") == ""
    assert name_of("https://example.org/a.mp4") == "example.org"
