"""What is told about a recording before any engine sees it."""

import os
from pathlib import Path

import pytest

from tests.media.films import film
from viewer.core.media_source import MediaSource
from viewer.playback.source import refusal


def refusal_of(place):
    return refusal(MediaSource(place))


def test_what_cannot_be_a_recording_is_refused_with_its_reason(tmp_path):
    (tmp_path / "empty.mp4").touch()
    (tmp_path / "talk.mp4").write_bytes(bytes(9))
    assert refusal_of(tmp_path / "empty.mp4") == "Cannot play empty.mp4: the file is empty."
    assert refusal_of(tmp_path / "none.mp4") == "Cannot play none.mp4: there is no such file."
    assert refusal_of(tmp_path).endswith(": it is a folder.")
    assert refusal_of("ftp://example.org/talk.mp4").startswith("Cannot play ftp:")
    assert refusal_of(tmp_path / "talk.mp4") == refusal_of("https://example.org/a.mp4") == ""
    assert MediaSource("https://example.org/a.mp4").name == "example.org"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes here")
def test_pipes_and_devices_are_refused_unread(tmp_path):
    os.mkfifo(tmp_path / "talk.mp4")
    assert refusal_of(tmp_path / "talk.mp4") == "Cannot play talk.mp4: it is a device or a pipe."
    assert refusal_of(Path("/dev/zero")) == "Cannot play zero: it is a device or a pipe."


TEXTS = {
    "hls": b"#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:4,\nseg.ts\n",
    "dash": b'<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011"/>',
    "pls": b"[playlist]\nFile1=http://127.0.0.1:9/a.ts\n",
    "xspf": b'\xef\xbb\xbf<playlist version="1"/>',
    "asx": b'<asx version="3.0"><entry/></asx>',
    "concat": b"ffconcat version 1.0\nfile 'a.ts'\n",
    "sdp": b"v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\n",
    "ram": b"rtsp://127.0.0.1:9/a\n",
    "words": b"Only words, of no kind.\n",
}
TAG = b"ID3\x04\0\0\0\0\0\x0a" + bytes(10)


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("tag", [b"", TAG], ids=["plain", "tagged"])
def test_no_text_goes_to_an_engine_whatever_its_name(tmp_path, name, tag):
    path = tmp_path / "talk.mp4"
    path.write_bytes(tag + TEXTS[name])
    assert refusal_of(path) == "Cannot play talk.mp4: it holds text, not a recording."


@pytest.mark.parametrize("kind", ["mp4", "matroska", "avi", "mov", "mpegts", "asf", "nut", "flv"])
def test_recordings_of_every_kind_are_no_text(tmp_path, kind):
    if kind == "flv":
        (tmp_path / "talk").write_bytes(b"FLV\x01\x05\0\0\0\x09\0\0\0\0")
        assert refusal_of(tmp_path / "talk") == ""
    else:
        assert refusal_of(film(tmp_path / "talk", container=kind)) == ""
