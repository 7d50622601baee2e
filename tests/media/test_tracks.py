"""Caption tracks in real media files, read into events."""

import pytest

from tests.media.captioned import captioned, mov_text
from tests.media.films import film
from viewer.errors import MediaError
from viewer.media.probe import probe
from viewer.media.tracks import read_track, text_tracks

SRT = ("subrip", "eng", "Full", [(1000, 500, b"<i>Hi</i>\nyou"), (1500, 400, "één".encode())])
VTT = ("webvtt", "ger", "", [(1200, 300, b"<v Anna>Hallo")])
ASS = ("ass", "fre", "Signs", [(1000, 900, b"0,0,Default,Anna,0,0,0,,Salut, {\\i1}toi")])


@pytest.fixture(scope="module")
def matroska(tmp_path_factory):
    return captioned(tmp_path_factory.mktemp("media") / "film.mkv", SRT, VTT, ASS)


def test_the_tracks_are_listed(matroska):
    reported = [(track.index, track.language, track.title) for track in text_tracks(matroska)]
    assert reported == [(0, "eng", "Full"), (1, "ger", ""), (2, "fre", "Signs")]
    assert all(track.is_text for track in text_tracks(matroska))
    assert probe(matroska).text_tracks == text_tracks(matroska)


def test_each_track_gives_its_own_events(matroska):
    assert read_track(matroska, 0).events == ((1000, 1500, "<i>Hi</i>\nyou"), (1500, 1900, "één"))
    assert read_track(matroska, 1).events == ((1200, 1500, "<v Anna>Hallo"),)
    ass = read_track(matroska, 2)
    assert ass.events == ((1000, 1900, "0,0,Default,Anna,0,0,0,,Salut, {\\i1}toi"),)
    assert "Title: A talk" in ass.header


def test_the_title_is_the_files(matroska, tmp_path):
    titled = captioned(tmp_path / "titled.mkv", SRT, title="Rivers")
    assert read_track(titled, 0).title == "Rivers"
    assert read_track(matroska, 0).title == ""


def test_text_in_mp4(tmp_path):
    events = [
        (0, 500, mov_text("")),
        (500, 700, mov_text("Hi, élan")),
        (1200, 300, b"\0\4\xfe\xff\0a"),
    ]
    path = captioned(tmp_path / "film.mp4", ("mov_text", "eng", "", events))
    assert list(read_track(path, 0).events) == [
        (500, 1200, "Hi, élan"), (1200, 1500, "a")
    ]  # fmt: skip


def test_what_goes_wrong_is_a_sentence(matroska, tmp_path):
    with pytest.raises(MediaError, match="no caption track 4; it has 3"):
        read_track(matroska, 3)
    with pytest.raises(MediaError, match="holds no captions"):
        read_track(film(tmp_path / "plain.mp4"), 0)
    with pytest.raises(MediaError, match="There is no"):
        read_track(tmp_path / "absent.mkv", 0)
    (tmp_path / "noise.mkv").write_bytes(b"\x1a\x45\xdf\xa3" + bytes(range(256)) * 9)
    with pytest.raises(MediaError):
        read_track(tmp_path / "noise.mkv", 0)


def test_empty_captions_are_a_sentence(tmp_path):
    path = captioned(tmp_path / "film.mkv", ("subrip", "eng", "", [(0, 500, b" ")]))
    with pytest.raises(MediaError, match="empty"):
        read_track(path, 0)


def test_a_cancellation_stops_the_reading(matroska):
    asked = []
    with pytest.raises(MediaError, match="stopped"):
        read_track(matroska, 0, lambda: len(asked) > 2 or asked.append(1))
    assert len(asked) == 3


def test_pictures_of_text_are_listed_and_not_read(matroska, monkeypatch):
    monkeypatch.setattr("viewer.media.info._TEXT_CODECS", frozenset({"srt"}))
    assert [track.is_text for track in text_tracks(matroska)] == [True, False, False]
    with pytest.raises(MediaError, match=r"pictures of text \(webvtt\)"):
        read_track(matroska, 1)
