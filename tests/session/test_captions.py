import pytest

from tests.desk import write_srt
from tests.media.captioned import captioned, mov_text
from viewer.errors import MediaError, UnknownFormatError, UsageError
from viewer.session import captions

ENGLISH = ("subrip", "eng", "English", [(0, 900, b"One."), (1000, 900, b"Two.")])
GERMAN = ("subrip", "ger", "", [(0, 900, b"Eins.")])


def texts(loaded):
    return [segment.text for segment in loaded.transcript.segments]


def test_a_recording_is_read_by_its_first_caption_track(tmp_path):
    english = ("mov_text", "eng", "", [(0, 900, mov_text("One.")), (1000, 900, mov_text("Two."))])
    path = captioned(tmp_path / "film.mp4", english)
    transcript = captions.load(path).transcript
    assert [(s.start_ms, s.text) for s in transcript.segments] == [(0, "One."), (1000, "Two.")]
    assert transcript.language == "eng"


def test_another_track_can_be_chosen(tmp_path):
    path = captioned(tmp_path / "film.mkv", ENGLISH, GERMAN)
    loaded = captions.load(path, 2)
    assert texts(loaded) == ["Eins."]
    assert [track.language for track in loaded.tracks] == ["eng", "ger"]
    assert loaded.track == loaded.tracks[1]
    with pytest.raises(MediaError, match="no caption track 3; it has 2"):
        captions.load(path, 3)


def test_a_tracks_title_is_not_the_recordings(tmp_path):
    bare = captioned(tmp_path / "film.mkv", ENGLISH)
    titled = captioned(tmp_path / "titled.mkv", ENGLISH, title="Rivers")
    assert captions.load(bare).transcript.source.title == ""
    assert captions.load(titled).transcript.source.title == "Rivers"


def test_a_recording_is_one_whatever_its_name_ends_in(tmp_path):
    path = captioned(tmp_path / "film.srt", ENGLISH)
    assert texts(captions.load(path)) == ["One.", "Two."]


def test_text_that_players_take_for_captions_is_no_recording(tmp_path):
    path = tmp_path / "lines.txt"
    path.write_text("{0}{25}\n{50}{75}\n" * 20)  # a subtitle file without a word
    with pytest.raises(UnknownFormatError):
        captions.load(path)


def test_a_recording_without_captions_is_reported_as_a_recording(tmp_path, seed):
    path = tmp_path / "film.mp4"
    path.write_bytes(b"\0\0\0\x20ftypisom" + bytes(100))
    with pytest.raises(UnknownFormatError, match=r"film\.mp4"):
        captions.load(path)


def test_a_transcript_is_read_as_one(seed):
    loaded = captions.load(seed)
    assert len(loaded.transcript.segments) == 42
    assert (loaded.tracks, loaded.track) == ((), None)


def test_a_transcript_has_no_tracks_to_choose_from(tmp_path):
    path = write_srt(tmp_path / "talk.srt", "One.")
    with pytest.raises(UsageError, match=r"talk\.srt is not a recording"):
        captions.load(path, 1)
