import pytest

from tests.media.captioned import captioned, mov_text
from viewer.errors import UnknownFormatError
from viewer.session import captions


def test_a_recording_is_read_by_its_first_caption_track(tmp_path):
    english = ("mov_text", "eng", "", [(0, 900, mov_text("One.")), (1000, 900, mov_text("Two."))])
    path = captioned(tmp_path / "film.mp4", english)
    transcript = captions.load(path)
    assert [(s.start_ms, s.text) for s in transcript.segments] == [(0, "One."), (1000, "Two.")]
    assert transcript.language == "eng"


def test_a_recording_without_captions_is_told_as_a_recording(tmp_path, seed):
    path = tmp_path / "film.mp4"
    path.write_bytes(b"\0\0\0\x20ftypisom" + bytes(100))
    with pytest.raises(UnknownFormatError, match=r"film\.mp4"):
        captions.load(path)


def test_a_transcript_is_read_as_one(seed):
    assert len(captions.load(seed).segments) == 42
