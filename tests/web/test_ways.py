import pytest

from viewer.core.transcript import Source, Transcript
from viewer.web.places import Kind
from viewer.web.ways import Means, Way, offer

WATCH_URL = "https://www.youtube.com/watch?v=YCxNiKcoljE"
ALL = Means(sites=frozenset({Kind.YOUTUBE}), streams=True, downloads=True)


def named(url="", *media):
    return Transcript((), source=Source(url=url), media=media)


@pytest.mark.parametrize(
    ("transcript", "means", "ways"),
    [
        (named(WATCH_URL), ALL, [Way.WATCH, Way.DOWNLOAD, Way.BROWSE]),
        (named(WATCH_URL), Means(), [Way.BROWSE]),
        (named("https://vimeo.com/76979871"), ALL, [Way.DOWNLOAD, Way.BROWSE]),
        (named("https://example.org/a.mp3"), ALL, [Way.STREAM, Way.DOWNLOAD, Way.BROWSE]),
        (named("https://example.org/page"), ALL, [Way.BROWSE]),
        (named(WATCH_URL, "https://a.example/b.mp4"), ALL, list(Way)),
    ],
)
def test_only_what_can_be_had_is_offered_and_in_this_order(transcript, means, ways):
    assert [way for way, _ in offer(transcript, means).ways] == ways


@pytest.mark.parametrize("transcript", [named(), named("file:///a.mp4"), named("", "talk.mp4")])
def test_without_an_address_of_the_web_nothing_is_offered(transcript):
    assert offer(transcript, ALL) is None


def test_sound_beside_a_page_is_streamed_and_the_page_is_shown_in_the_browser():
    page, sound = "https://pod.example/episode-3", "https://cdn.example/3.mp3"
    found = offer(named(page, sound), ALL)
    assert found.place_of(Way.STREAM).url == sound
    assert found.place_of(Way.BROWSE).url == page
    assert found.place.url == sound
