"""Entities, and numbers that are none."""

import pytest

from viewer.formats.captions.webvtt import reader as webvtt
from viewer.formats.entities import unescape
from viewer.formats.format import Content


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a &amp; b", "a & b"), ("&#39;&#x27;", "''"), ("&unknown;", "&unknown;"), ("&", "&"),
        ("&#x110000;", "\ufffd"), (f"&#{'9' * 5000};a", "\ufffda"), (f"&#x{'f' * 5000}", "\ufffd"),
    ],
)  # fmt: skip
def test_entities(text, plain):
    assert unescape(text) == plain


def test_a_caption_with_a_number_of_thousands_of_digits_opens():
    text = f"WEBVTT\n\n00:01.000 --> 00:02.000\n<i>a &#{'9' * 5000};\n"
    assert webvtt.parse(Content.of(text)).segments[0].text == "a \ufffd"
