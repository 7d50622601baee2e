from urllib.parse import parse_qs, urlsplit

import pytest

from viewer.web.embeds import EMBEDS, ORIGIN, failure
from viewer.web.places import Kind, recognise


def test_the_player_of_youtube_is_asked_for_where_it_keeps_nothing():
    embed = EMBEDS[Kind.YOUTUBE]
    parts = urlsplit(embed.address(recognise("https://youtu.be/YCxNiKcoljE?t=6"), ORIGIN))
    assert (parts.hostname, parts.path) == ("www.youtube-nocookie.com", "/embed/YCxNiKcoljE")
    asked = {key: value for key, (value,) in parse_qs(parts.query).items()}
    assert (asked["enablejsapi"], asked["origin"]) == ("1", ORIGIN)


def test_an_unlisted_video_of_vimeo_is_asked_for_with_its_secret():
    address = EMBEDS[Kind.VIMEO].address(recognise("https://vimeo.com/76979871/8272103f6e"), ORIGIN)
    assert urlsplit(address).path == "/video/76979871"
    assert parse_qs(urlsplit(address).query)["h"] == ["8272103f6e"]


@pytest.mark.parametrize(
    ("host", "reached"),
    [
        ("www.youtube-nocookie.com", True),
        ("r4---sn-4g5e6nzs.googlevideo.com", True),
        ("googlevideo.com", False),
        ("evilgooglevideo.com", False),
        ("www.youtube.com.example.org", False),
        ("127.0.0.1", False),
    ],
)
def test_only_the_sites_own_hosts_are_reached(host, reached):
    assert EMBEDS[Kind.YOUTUBE].reaches(host) is reached


@pytest.mark.parametrize("code", [2, 5, 100, 101, 150, 153, 0, 7, -3])
def test_each_error_is_a_sentence_with_a_next_step(code):
    sentence, hint = failure("YouTube", code)
    assert sentence.endswith(".")
    assert hint.endswith(".")
    assert "{" not in sentence + hint
