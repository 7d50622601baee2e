"""Which of libVLC's readers a recording is given to."""

import pytest

from tests.media.films import film
from viewer.playback.vlc.demuxers import OTHER, counted_length_ms, demuxers_for


@pytest.mark.parametrize(
    ("kind", "reader"),
    [
        ("mp4", "mp4"),
        ("mov", "mp4"),
        ("matroska", "mkv"),
        ("avi", "avi"),
        ("mpegts", "ts"),
        ("asf", "asf"),
    ],
)
def test_a_container_is_known_by_its_bytes_and_not_by_its_name(tmp_path, kind, reader):
    film(tmp_path / "talk.m3u8", container=kind)
    assert demuxers_for(tmp_path / "talk.m3u8") == f"{reader},{OTHER}"


def test_bare_aac_is_for_ffmpeg_whatever_its_name(tmp_path):
    assert demuxers_for(film(tmp_path / "talk.mp3", video=False, container="adts")) == OTHER


@pytest.mark.parametrize("tag", [b"", b"ID3\x04\0\0\0\0\0\x0a" + bytes(10)])
def test_mp3_is_for_ffmpeg_also_behind_its_tag_and_for_libvlc_where_that_is_missing(tmp_path, tag):
    (tmp_path / "talk.aac").write_bytes(tag + b"\xff\xfb\x90\x00" + bytes(100))
    assert demuxers_for(tmp_path / "talk.aac") == f"{OTHER},mpga"


def test_what_is_unknown_or_gone_is_for_ffmpeg(tmp_path):
    (tmp_path / "talk.flv").write_bytes(b"FLV\x01")
    assert demuxers_for(tmp_path / "talk.flv") == demuxers_for(tmp_path / "none") == OTHER


def test_the_frames_of_a_container_are_never_counted(tmp_path, monkeypatch):
    from viewer.playback.vlc import demuxers

    monkeypatch.setattr(demuxers, "counted_ms", lambda _: 1234)
    assert counted_length_ms(film(tmp_path / "talk.mp3")) is None
    (tmp_path / "held.mp3").write_bytes(b"caff" + bytes(100))
    assert counted_length_ms(tmp_path / "held.mp3") is None
    (tmp_path / "bare.mp3").write_bytes(b"\xff\xfb\x90\x00" + bytes(100))
    assert counted_length_ms(tmp_path / "bare.mp3") == 1234


def test_the_length_of_what_cannot_be_read_is_not_known(tmp_path):
    assert counted_length_ms(tmp_path / "none.mp3") is None


def test_no_reader_of_playlists_is_ever_named(tmp_path):
    from viewer.playback.vlc import demuxers

    named = {name for _, name in demuxers._SIGNS + demuxers._FOR_FFMPEG} | {OTHER}
    assert not named & {"adaptive", "playlist", "any", "directory", "subtitle", "sdp", "concat"}
