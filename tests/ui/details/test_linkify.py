from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.growing import grows_too_fast
from viewer.core.links import is_web_link
from viewer.ui.details.linkify import pieces, to_html

ZWSP = "\u200b"


def urls(text):
    return [piece.url for piece in pieces(text) if piece.url]


def times(text, **options):
    return [piece.time_ms for piece in pieces(text, **options) if piece.time_ms is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://example.org/a.", ["https://example.org/a"]),
        (f"https://example.org/a{ZWSP}{ZWSP} next", ["https://example.org/a"]),
        ("(https://example.org/a)", ["https://example.org/a"]),
        ("https://example.org/Mosul_(city)", ["https://example.org/Mosul_(city)"]),
        ("(see https://example.org/Mosul_(city)).", ["https://example.org/Mosul_(city)"]),
        ("[x](https://example.org/?a=1&b=2#c)!", ["https://example.org/?a=1&b=2#c"]),
        ('<a href="https://example.org">', ["https://example.org"]),
        ("“https://example.org/q?”", ["https://example.org/q"]),
        ("网址https://example.org/路径。后面", ["https://example.org/路径"]),
        ("www.example.org/x, http://b.example", ["https://www.example.org/x", "http://b.example"]),
        ("https://youtu.be/x?t=1:02", ["https://youtu.be/x?t=1:02"]),
        ("HTTPS://EXAMPLE.ORG", ["HTTPS://EXAMPLE.ORG"]),
        ("javascript:alert(1) file:///etc/passwd https:// www.", []),
        ("https://[broken", []),
    ],
)
def test_links_are_found_without_what_surrounds_them(text, expected):
    assert urls(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0:42 Raqqa\n1:02:03 Mosul", [42_000, 3_723_000]),
        ("(0:42) [12:05], 0:07.", [42_000, 725_000, 7_000]),
        ("00:00 Intro – 75:10 end", [0, 4_510_000]),
        ("at 10:30 am, 9:15PM, 8:00 p.m.", []),
        ("16:9, 1:2:3:4:05, 10:99, v2:30b, 3:14.5", []),
        ("2017-05-24T12:30:00", []),
    ],
)
def test_times_are_found(text, expected):
    assert times(text) == expected


def test_a_time_beyond_the_recording_is_text():
    assert times("0:42 and 18:30", longest_ms=298_000) == [42_000]


def test_a_strangers_mark_up_stays_text():
    html = to_html('<b onclick="x">&amp; <script>\nhttps://example.org/?a="b&c\'d')
    assert "<b" not in html.replace("<br>", "")
    assert "<script" not in html
    assert '<a href="https://example.org/?a=">' in html
    assert "&amp;amp;" in html


class Reader(HTMLParser):
    """Reads mark-up as a browser does, and keeps text and tags apart."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.text, self.tags = "", set()

    def handle_starttag(self, tag, attrs):
        self.tags.add((tag, *(name for name, _ in attrs)))

    def handle_data(self, data):
        self.text += data


@given(st.text(st.characters(exclude_characters="\r\n\x00"), max_size=80))
def test_any_text_is_kept_and_only_our_tags_are_made(text):
    assert "".join(piece.text for piece in pieces(text)) == text
    reader = Reader()
    reader.feed(to_html(text))
    reader.close()
    assert reader.text == text
    assert reader.tags <= {("a", "href")}


@given(st.lists(st.sampled_from(["https://a.b/", "www.", "(", ")", ".", "0:42", ":", " "])))
def test_mixtures_are_kept(parts):
    text = "".join(parts)
    found = list(pieces(text))
    assert "".join(piece.text for piece in found) == text
    assert all(is_web_link(piece.url) for piece in found if piece.url)


@pytest.mark.parametrize(
    ("begin", "piece"), [("https://a.b/", ")"), ("", "0:4"), ("", "www."), ("", "1:")]
)
def test_hostile_text_is_read_in_linear_time(begin, piece):
    def joined(text):
        assert "".join(piece.text for piece in pieces(text)) == text

    assert not grows_too_fast(joined, lambda size: begin + piece * size, 20_000)
