"""Downloads by yt-dlp's generic part, for real, from the tests' own site."""

import json
import random
from dataclasses import asdict

import av
import pytest

from tests.video import Clip, cut, make_video
from viewer.errors import NetworkError
from viewer.web import downloader
from viewer.web.download import Progress, Request, download
from viewer.web.errand import available, extractor_of
from viewer.web.places import recognise
from viewer.web.processes import begun
from viewer.web.refused import NoFolderError, NoRoomError, meaning

SIZE = 300_000
LIMIT_S = 60

pytestmark = pytest.mark.skipif(not available(), reason="yt-dlp is not installed")


@pytest.fixture
def talk(served):
    path = served / "talk.mp4"
    path.write_bytes(b"\0\0\0\x18ftypmp42" + random.Random(3).randbytes(SIZE))
    return path


def asked(site, folder, name="talk.mp4", **how):
    return Request(site.url(name, type="video/mp4", **how), str(folder), asked=True)


def never():
    return False


def test_a_recording_comes_whole_under_a_name_with_its_id(site, talk, tmp_path):
    told = []
    path = download(asked(site, tmp_path), told.append, never)
    assert path.parent == tmp_path
    assert path.name == "talk [talk].mp4"
    assert path.read_bytes() == talk.read_bytes()
    assert told[-1] == Progress(len(talk.read_bytes()), len(talk.read_bytes()), 0, 1.0)
    assert told == sorted(told, key=lambda progress: progress.done)


def test_what_is_cancelled_is_gone_on_with(site, talk, tmp_path):
    told = []
    request = asked(site, tmp_path, rate=200_000)
    assert download(request, told.append, lambda: bool(told) and told[-1].share > 0.5) is None
    assert any(progress.rest_s for progress in told)
    (part,) = tmp_path.glob("*.part")
    assert 0 < part.stat().st_size < SIZE
    path = download(asked(site, tmp_path), told.append, never)
    assert path.read_bytes() == talk.read_bytes()
    assert not list(tmp_path.glob("*.part"))
    assert any(
        r.startswith("bytes=") and not r.startswith("bytes=0") for r in site.asked("talk.mp4")
    )


MASTER = """#EXTM3U
#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="a",DEFAULT=YES,URI="sound.m3u8"
#EXT-X-STREAM-INF:BANDWIDTH=9000,RESOLUTION=160x96,CODECS="avc1.64000b,mp4a.40.2",AUDIO="a"
picture.m3u8
"""


def test_pieces_of_picture_and_sound_come_are_gone_on_with_and_are_joined(site, served, tmp_path):
    seconds = 6
    for name, has in (("picture", {"sound": False}), ("sound", {"picture": False})):
        clip = Clip(seconds, width=160, height=96, keyframe_s=1, **has)
        whole = make_video(tmp_path / f"{name}.mp4", clip)
        cut(whole, served / f"{name}.m3u8", "hls")
    stalling = (served / "picture.m3u8").read_text().replace("2.ts", "2.ts?stall=512&once=1")
    (served / "picture.m3u8").write_text(stalling)
    (served / "talk.m3u8").write_text(MASTER)
    folder, told = tmp_path / "downloads", []
    folder.mkdir()
    request = Request(site.url("talk.m3u8"), str(folder), asked=True)
    assert download(request, told.append, lambda: len(site.asked("picture2.ts")) > 0) is None
    path = download(request, told.append, never)
    assert len(site.asked("picture0.ts")) == 1
    assert [*folder.iterdir()] == [path]
    with av.open(str(path)) as box:
        assert {each.type for each in box.streams} == {"video", "audio"}
        assert box.duration / 1e6 == pytest.approx(seconds, abs=0.3)
    assert told[-1].share == 1


@pytest.mark.parametrize(
    ("name", "how", "words"),
    [
        ("talk.mp4", {"status": 403}, "refuses"),
        ("talk.mp4", {"status": 302, "to": "file:///etc/passwd"}, "."),
    ],
)
def test_a_failure_is_one_sentence_with_yt_dlps_own_words(site, talk, tmp_path, name, how, words):
    with pytest.raises(NetworkError) as caught:
        download(asked(site, tmp_path, name, **how), lambda _: None, never)
    assert words in str(caught.value)
    assert "yt-dlp says: " in caught.value.hint
    assert not list(tmp_path.glob("*.mp4"))


def test_room_is_looked_for_first(tmp_path):
    downloader.look_for_room({}, tmp_path)
    downloader.look_for_room({"filesize_approx": 1000}, tmp_path)
    with pytest.raises(NoRoomError):
        downloader.look_for_room({"filesize": 10**18}, tmp_path)
    parts = {"requested_formats": [{"filesize": 10**18}, {"filesize": None}]}
    with pytest.raises(NoRoomError):
        downloader.look_for_room(parts, tmp_path)
    with pytest.raises(NoFolderError, match=r"not there any more\.$") as caught:
        downloader.look_for_room({}, tmp_path / "gone")
    assert meaning(caught.value).hint == "Choose another folder."


def test_nobody_leads_into_the_own_network_who_was_not_agreed_to(site, talk, tmp_path):
    with pytest.raises(NetworkError) as caught:
        download(Request(site.url("talk.mp4"), str(tmp_path)), lambda _: None, never)
    assert "leads into your own network" in caught.value.hint
    assert not list(tmp_path.iterdir())


def test_its_process_ends_with_the_program(site, talk, tmp_path):
    errand = {"do": "download", **asdict(asked(site, tmp_path, stall=9_000))}
    with begun("viewer.web.downloader") as worker:
        worker.stdin.write(json.dumps(errand) + "\n")
        worker.stdin.flush()
        assert json.loads(worker.stdout.readline())["kind"] == "progress"
        worker.stdin.close()
        assert worker.wait(LIMIT_S) == 1


def test_only_the_sites_own_part_is_asked():
    assert extractor_of(recognise("https://youtu.be/YCxNiKcoljE")) == "youtube"
    assert extractor_of(recognise("https://example.org/a.mp4")) == "generic"


def test_a_height_is_kept_to_and_files_of_ones_own_are_not_asked():
    request = {"height": 480, "folder": ".", "sound": False, "extractor": "generic"}
    wanted = downloader.options(request)
    assert wanted["format"].startswith("bv*[height<=?480]+ba/")
    assert wanted["enable_file_urls"] is False
    assert downloader.options({**request, "sound": True})["format"] == "ba/b"
