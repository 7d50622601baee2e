"""Downloads by yt-dlp's generic part, for real, from the tests' own site."""

import random

import pytest

from viewer.errors import NetworkError
from viewer.web import downloader
from viewer.web.download import Progress, Request, download
from viewer.web.errand import available, extractor_of
from viewer.web.places import recognise
from viewer.web.refused import NoRoomError

SIZE = 300_000

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


@pytest.mark.parametrize(
    ("name", "how", "words"),
    [
        ("talk.mp4", {"status": 403}, "refuses"),
        ("none.mp4", {}, "no such recording"),
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


def test_nobody_leads_into_the_own_network_who_was_not_agreed_to(site, talk, tmp_path):
    with pytest.raises(NetworkError) as caught:
        download(Request(site.url("talk.mp4"), str(tmp_path)), lambda _: None, never)
    assert "leads into your own network" in caught.value.hint
    assert not list(tmp_path.iterdir())


def test_only_the_sites_own_part_is_asked():
    assert extractor_of(recognise("https://youtu.be/YCxNiKcoljE")) == "youtube"
    assert extractor_of(recognise("https://example.org/a.mp4")) == "generic"


@pytest.mark.parametrize(("has_ffmpeg", "begins"), [(True, "bv*"), (False, "b[")])
def test_without_ffmpeg_one_file_is_asked_for(has_ffmpeg, begins):
    request = {"height": 480, "folder": ".", "sound": False, "extractor": "generic"}
    wanted = downloader.options(request, has_ffmpeg=has_ffmpeg)
    assert wanted["format"].startswith(begins)
    assert "height<=480" in wanted["format"]
    assert wanted["enable_file_urls"] is False
    assert downloader.options({**request, "sound": True}, has_ffmpeg=False)["format"] == "ba/b"
