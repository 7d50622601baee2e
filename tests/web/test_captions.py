"""Which captions a video has, asked of yt-dlp's generic part for real, on the tests' own site."""

import pytest

from viewer.errors import NetworkError
from viewer.session.from_web import captioned
from viewer.web import downloader
from viewer.web.captions import Track, Video, best, video_of
from viewer.web.errand import available
from viewer.web.places import recognise

pytestmark = pytest.mark.skipif(not available(), reason="yt-dlp is not installed")
PAGE = """<!DOCTYPE html><title>A talk</title>
<video src="talk.mp4"><track kind="subtitles" srclang="en" src="en.vtt">
<track kind="subtitles" srclang="de" src="de.vtt"></video>"""


def never():
    return False


@pytest.fixture
def page(site, served):
    (served / "page.html").write_text(PAGE)
    (served / "talk.mp4").write_bytes(b"\0\0\0\x18ftypmp42")
    for language, words in (("en", "Hello there."), ("de", "Guten Tag.")):
        cue = f"WEBVTT\n\n00:01.000 --> 00:03.000\n{words}\n"
        (served / f"{language}.vtt").write_text(cue)
    return recognise(site.url("page.html"))


def test_the_captions_of_a_video_become_a_transcript_that_leads_back_to_it(page, tmp_path):
    video = video_of(page, asked=True, is_cancelled=never)
    assert [track.language for track in video.tracks] == ["en", "de"]
    assert not any(track.automatic for track in video.tracks)
    document = captioned(video, video.tracks[1], tmp_path, asked=True, cancelled=never)
    transcript = document.transcript
    assert [segment.text for segment in transcript.segments] == ["Guten Tag."]
    assert (transcript.source.url, transcript.language) == (page.url, "de")
    assert transcript.source.title == document.title
    assert document.path.is_relative_to(tmp_path)


def test_what_cannot_be_asked_is_a_sentence(site):
    with pytest.raises(NetworkError, match="no such recording"):
        video_of(recognise(site.url("none.html")), asked=True, is_cancelled=never)
    assert video_of(recognise(site.url("x")), asked=True, is_cancelled=lambda: True) is None


def track(language, *, automatic=False):
    return Track(language, "", "https://example.org/", automatic)


@pytest.mark.parametrize(
    ("spoken", "reads", "tracks", "chosen"),
    [
        ("en", ["de"], [track("en", automatic=True), track("fr")], 1),
        ("en", ["de"], [track("fr"), track("de"), track("en")], 1),
        ("en", ["it"], [track("fr"), track("de"), track("en-GB")], 2),
        ("", ["it"], [track("fr"), track("de")], 0),
        ("en", ["de"], [track("de", automatic=True), track("en-orig", automatic=True)], 1),
        ("en", [], [], -1),
    ],
)
def test_manual_ones_come_first_then_those_that_the_machine_heard(spoken, reads, tracks, chosen):
    assert best(Video("u", language=spoken, tracks=tuple(tracks)), reads) == chosen


def test_only_what_can_be_fetched_as_a_file_is_listed_in_the_form_that_tells_most():
    known = {
        "en": [
            {"ext": "vtt", "url": "https://a.example/1"},
            {"ext": "json3", "url": "https://a.example/2", "name": "English"},
        ],
        "fr": [{"ext": "vtt", "url": "https://a.example/3", "protocol": "m3u8_native"}],
        "live_chat": [{"ext": "vtt", "url": "https://a.example/4"}],
        "it": [{"ext": "vtt", "data": "WEBVTT"}],
        "de": [{"ext": "odd", "url": "https://a.example/5"}],
    }
    (only,) = downloader._tracks(known, automatic=True)
    assert Track(**only) == Track("en", "English", "https://a.example/2", automatic=True)
