"""Links with a moment in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.links import is_web_link, link_at, time_in_link, without_time

WATCH = "https://www.youtube.com/watch?v=AbC"


@pytest.mark.parametrize(
    ("url", "ms"),
    [
        (WATCH + "&t=72", 72_000),
        (WATCH + "&t=72s", 72_000),
        (WATCH + "&t=1m12s", 72_000),
        (WATCH + "&t=0h1m38s", 98_000),
        (WATCH + "&t=12.600000001s", 12_600),
        ("https://youtu.be/AbC?t=6", 6_000),
        ("https://youtu.be/AbC&t=6", 6_000),
        ("https://www.youtube.com/embed/AbC?start=9", 9_000),
        ("https://x.org/a.mp3#t=10,20", 10_000),
        ("https://x.org/a?t=1&amp;t=7", 7_000),
        (WATCH + "&t=1&start=2", 2_000),
        (WATCH, None),
        (WATCH + "&t=", None),
        (WATCH + "&t=soon", None),
        (WATCH + "&list=t=5", None),
        ("", None),
    ],
)
def test_the_moment_in_a_link(url, ms):
    assert time_in_link(url) == ms


@pytest.mark.parametrize(
    ("url", "link"),
    [
        (WATCH, WATCH + "&t=35.6s"),
        (WATCH + "&t=9s", WATCH + "&t=35.6s"),
        (WATCH + "&t=9&list=PL1#t=4", WATCH + "&list=PL1&t=35.6s"),
        ("https://youtu.be/AbC", "https://youtu.be/AbC?t=35.6s"),
        ("https://youtu.be/AbC?si=x&t=1", "https://youtu.be/AbC?si=x&t=35.6s"),
        ("https://youtu.be/AbC&t=6", "https://youtu.be/AbC?t=35.6s"),
        ("https://www.youtube.com/live/AbC", "https://www.youtube.com/live/AbC?t=35.6s"),
        ("https://m.youtube.com/watch?v=A", "https://m.youtube.com/watch?v=A&t=35.6s"),
        ("http://x.org/a&b?c=d&t=1", "http://x.org/a&b?c=d#t=35.6"),
        ("https://notyoutube.com/watch?v=A", "https://notyoutube.com/watch?v=A#t=35.6"),
        ("https://x.org/a b<c>", "https://x.org/a%20b%3Cc%3E#t=35.6"),
    ],
)
def test_the_link_to_a_moment(url, link):
    assert link_at(url, 35_600) == link
    assert time_in_link(link) == 35_600


@pytest.mark.parametrize(
    ("ms", "t"), [(0, "0"), (28_000, "28"), (35_600, "35.6"), (72_521, "72.521")]
)
def test_seconds_have_no_trailing_zeros(ms, t):
    assert link_at(WATCH, ms) == f"{WATCH}&t={t}s"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "talk.mp4",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "ftp://x.org",
        "https://",
        "https://[x",
    ],
)
def test_only_web_links_count(url):
    assert not is_web_link(url)
    assert link_at(url, 0) == ""
    assert without_time(url) == ""


@pytest.mark.parametrize(
    ("url", "plain"),
    [
        (WATCH + "&t=5.6s", WATCH),
        ("https://youtu.be/AbC?t=5", "https://youtu.be/AbC"),
        ("https://youtu.be/AbC&t=5", "https://youtu.be/AbC"),
        ("https://x.org/a&b#t=5", "https://x.org/a&b"),
        ("https://x.org/a#top", "https://x.org/a#top"),
    ],
)
def test_a_link_without_its_moment(url, plain):
    assert without_time(url) == plain


@given(st.text())
def test_any_text_is_a_link_or_none(text):
    link = link_at("https://x.org/" + text, 1_000)
    assert link == "" or time_in_link(link) == 1_000
    assert not set(link) & set(' \n\t<>"\\`')
    link_at(text, 0)
    without_time(text)
    time_in_link(text)


@pytest.mark.parametrize(
    ("url", "link", "whole"),
    [
        ("https://youtu.be/A", "https://youtu.be/A?t=35.6s", "https://youtu.be/A?t=35s"),
        ("https://vimeo.com/1#t=4", "https://vimeo.com/1#t=35s", None),
        ("https://www.twitch.tv/videos/1", "https://www.twitch.tv/videos/1?t=35s", None),
        ("https://archive.org/details/a", "https://archive.org/details/a?start=35", None),
        (
            "https://open.spotify.com/episode/a?si=b",
            "https://open.spotify.com/episode/a?si=b&t=35",
            None,
        ),
        ("https://soundcloud.com/a/b", "https://soundcloud.com/a/b#t=35s", None),
        ("https://x.org/a.mp3", "https://x.org/a.mp3#t=35.6,42.4", "https://x.org/a.mp3#t=35,43"),
        ("https://x.org/a.MP4?b=c#d", "https://x.org/a.MP4?b=c#t=35.6,42.4", None),
        ("https://x.org/a", "https://x.org/a#t=35.6", "https://x.org/a#t=35"),
    ],
)
def test_each_host_has_its_form_and_a_file_its_end(url, link, whole):
    assert link_at(url, 35_600, 42_400) == link
    if whole is not None:
        assert link_at(url, 35_600, 42_400, whole_seconds=True) == whole
