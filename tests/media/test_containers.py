"""Lists of recordings are none, and nothing that they name is opened."""

import socket

import av.format
import pytest

from tests.media.films import film
from viewer.errors import MediaError
from viewer.media import containers
from viewer.media.probe import probe

#: Each with an address to fetch and a file outside its folder to read.
LISTS = {
    "hls": "#EXTM3U\n#EXT-X-TARGETDURATION:6\n#EXTINF:1,\n{near}\n"
    '#EXT-X-KEY:METHOD=AES-128,URI="{url}"\n#EXTINF:1,\n{far}\n#EXT-X-ENDLIST\n',
    "dash": '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static"'
    ' profiles="urn:mpeg:dash:profile:isoff-main:2011"><Period><AdaptationSet><Representation>'
    "<BaseURL>{url}</BaseURL></Representation></AdaptationSet></Period></MPD>",
    "concat": "ffconcat version 1.0\nfile '{near}'\nfile '{far}'\n",
    "sdp": "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=x\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\n"
    "m=video 9 RTP/AVP 96\r\n",
    "m3u": "{url}\n{far}\n",
    "pls": "[playlist]\nFile1={url}\nFile2={far}\nNumberOfEntries=2\n",
    "xspf": '<?xml version="1.0"?><!-- x --><playlist version="1"><trackList><track>'
    "<location>{url}</location></track></trackList></playlist>",
    "asx": '<ASX version="3.0"><entry><ref href="{url}"/></entry></ASX>',
    "reference": "[Reference]\nRef1={url}\n",
    "ram": "rtsp://127.0.0.1:9/a.rm\n",
    "smil": '<smil><body><video src="{url}"/></body></smil>',
}


@pytest.fixture
def listener():
    """A web server's door; who knocks is in its queue."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        door.setblocking(False)
        yield door


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("suffix", [".mp4", ".m3u8", ".ts"])
def test_a_list_is_refused_by_its_content_and_nothing_in_it_is_opened(
    tmp_path, listener, name, suffix
):
    here = tmp_path / "here"
    here.mkdir()
    film(here / "near.ts", container="mpegts")
    film(tmp_path / "far.ts", container="mpegts")
    url = f"http://127.0.0.1:{listener.getsockname()[1]}/a.ts"
    path = here / f"talk{suffix}"
    path.write_text(LISTS[name].format(near="near.ts", far="../far.ts", url=url))
    with pytest.raises(MediaError, match=r"^talk\.\w+ is a playlist, not a recording\.$"):
        probe(path)
    with pytest.raises(BlockingIOError):
        listener.accept()


def test_a_list_behind_a_tag_of_mp3_is_none_either(tmp_path):
    film(tmp_path / "near.ts", container="mpegts")
    text = LISTS["hls"].format(near="near.ts", far="near.ts", url="http://127.0.0.1:9/")
    tag = b"ID3\x04\0\0\0\0\0\x0a" + bytes(10)
    (tmp_path / "talk.mp3").write_bytes(tag + text.encode())
    with pytest.raises(MediaError):
        probe(tmp_path / "talk.mp3")


@pytest.mark.parametrize("kind", ["mp4", "matroska", "mpegts"])
def test_a_recording_under_a_lists_name_is_a_recording(tmp_path, kind):
    assert probe(film(tmp_path / "talk.m3u8", container=kind)).has_video


def test_what_is_read_is_known_to_ffmpeg_and_opens_nothing_else():
    proper = containers.OPTIONS["format_whitelist"].split(",")
    known = [name for name in proper if name in av.format.formats_available]
    assert len(known) > len(proper) * 0.9  # other FFmpegs have some more or some less
    opens_others = {
        "hls",
        "dash",
        "concat",
        "concatf",
        "sdp",
        "rtsp",
        "rtp",
        "sap",
        "image2",
        "imf",
    }
    opens_others |= {"lavfi", "vobsub", "mlv", "webm_dash_manifest", "v4l2", "alsa", "x11grab"}
    assert not opens_others & set(proper)
