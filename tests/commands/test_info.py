"""`cueline info`."""

import json

import pytest

from tests.desk import write_srt
from tests.media.captioned import captioned
from tests.media.films import film
from viewer import cli
from viewer.commands.info import report
from viewer.core.media_source import MediaSource
from viewer.core.segment import Segment, Word
from viewer.core.transcript import Chapter, Problem, Transcript
from viewer.session import loading
from viewer.session.captions import Loaded
from viewer.state.chosen_recordings import ChosenRecordings
from viewer.state.places import places

FIELDS = [
    "path", "format", "title", "channel", "published", "source_url", "duration_ms", "language",
    "timed", "segments", "words", "speakers", "chapters", "first_start_ms", "last_end_ms", "media",
    "metadata", "problems",
]  # fmt: skip


@pytest.fixture
def reported(seed, capsys):
    def run(*options):
        assert cli.main(["info", str(seed), *options]) == 0
        return capsys.readouterr().out

    return run


def test_json_has_the_fields_in_their_order(reported, seed):
    document = json.loads(reported("--json"))
    assert list(document) == FIELDS
    assert {key: document[key] for key in FIELDS[:-2]} == {
        "path": str(seed),
        "format": "archive-markdown",
        "title": "What Does the Fall of Mosul and Raqqa Mean For ISIS?",
        "channel": "The Wall Street Journal - World News",
        "published": "2017-05-24",
        "source_url": "https://www.youtube.com/watch?v=YCxNiKcoljE",
        "duration_ms": 298_000,
        "language": None,
        "timed": True,
        "segments": 42,
        "words": 0,
        "speakers": [],
        "chapters": 0,
        "first_start_ms": 0,
        "last_end_ms": 275_000,
        "media": None,
    }
    assert document["metadata"]["Transcription Model"] == "whisper medium 20231117"
    assert document["problems"] == []


def test_segments_are_listed(reported):
    items = json.loads(reported("--json", "--segments"))["items"]
    assert len(items) == 42
    assert items[0] == {
        "start_ms": 0,
        "end_ms": 5_600,
        "end_derived": True,
        "text": "Islamic State once controlled an area that could span from Illinois to Virginia.",
        "speaker": None,
        "words": [],
    }


def test_an_untimed_transcript_has_null_for_times(tmp_path):
    talk = Transcript((Segment(None, None, "Hi."),), "x")
    document = report(tmp_path, Loaded(talk), places, segments=True)
    assert (document["timed"], document["first_start_ms"], document["last_end_ms"]) == (
        False,
        None,
        None,
    )
    assert (document["items"][0]["start_ms"], document["items"][0]["end_ms"]) == (None, None)
    assert document["title"] is None


def test_what_only_some_formats_know(tmp_path):
    words = (Word(0, 400, "Hi", 0.5), Word(400, 900, "there.", interpolated=True))
    talk = Transcript(
        (Segment(0, 900, "Hi there.", "Anna", words=words),),
        chapters=(Chapter(0, "Intro"),),
        problems=(Problem(7, "Bad."),),
        media=("talk.mp4",),
    )
    document = report(tmp_path, Loaded(talk), places, segments=True)
    assert (document["words"], document["speakers"], document["chapters"]) == (2, ["Anna"], 1)
    assert document["media"] == "talk.mp4"
    assert document["problems"] == [{"line": 7, "message": "Bad."}]
    assert document["items"][0]["words"][1] == {
        "start_ms": 400,
        "end_ms": 900,
        "text": "there.",
        "confidence": None,
        "interpolated": True,
    }


def test_the_recording_beside_it_is_found(seed, tmp_path, capsys):
    talk, film = tmp_path / "talk.md", tmp_path / "talk.mp4"
    talk.write_bytes(seed.read_bytes())
    film.touch()
    assert cli.main(["info", "--json", str(talk)]) == 0
    assert json.loads(capsys.readouterr().out)["media"] == str(film)


def media_of(path, capsys):
    assert cli.main(["info", "--json", str(path)]) == 0
    return json.loads(capsys.readouterr().out)["media"]


def test_the_recording_is_the_one_that_the_window_plays(tmp_path, capsys):
    talk = write_srt(tmp_path / "talk.srt", "One.", "Two.")  # ends at 0:06
    film(tmp_path / "talk.mp4", seconds=9)
    fitting = film(tmp_path / "talk.mkv", seconds=6)
    assert media_of(talk, capsys) == str(fitting)
    other = film(tmp_path / "other.mp4", seconds=1)
    document = loading.read(talk)
    choices = ChosenRecordings(places().recordings)
    loading.remember(document, MediaSource(other), choices)
    assert media_of(talk, capsys) == str(other)
    assert loading.find_recording(document, choices).recording.path == other
    other.unlink()
    assert media_of(talk, capsys) == str(fitting)
    assert loading.find_recording(document, choices).recording.path == fitting


def test_the_tracks_of_a_recording_are_listed_and_one_is_read(tmp_path, capsys):
    path = captioned(
        tmp_path / "film.mkv",
        ("subrip", "eng", "English", [(0, 900, b"One.")]),
        ("subrip", "ger", "", [(0, 900, b"Eins.")]),
    )
    assert cli.main(["info", "--json", "--segments", "--track", "2", str(path)]) == 0
    reported = json.loads(capsys.readouterr().out)
    assert (reported["language"], reported["title"], reported["media"]) == ("ger", None, str(path))
    assert reported["items"][0]["text"] == "Eins."
    assert [(t["number"], t["language"], t["title"], t["is_read"]) for t in reported["tracks"]] == [
        (1, "eng", "English", False),
        (2, "ger", None, True),
    ]
    assert cli.main(["info", str(path)]) == 0
    out = capsys.readouterr().out
    assert "Track 1:   eng, English, " in out
    assert out.count("read here") == 1


def test_text_for_people(reported):
    lines = reported().splitlines()
    assert "Title:     What Does the Fall of Mosul and Raqqa Mean For ISIS?" in lines
    assert "Length:    4:58" in lines
    assert reported("--segments").splitlines()[-42].startswith("    0:00  Islamic State once")


def test_a_line_that_is_cut_to_be_read_is_one_line_as_in_the_window(tmp_path, capsys):
    talk = write_srt(tmp_path / "long.srt", "Words of it. " * 2_000)
    assert cli.main(["info", str(talk)]) == 0
    document = loading.read(talk)
    pieces = len(document.transcript.segments)
    assert document.line_count == 1
    assert f"Lines:     1, cut into {pieces} to be read" in capsys.readouterr().out.splitlines()
