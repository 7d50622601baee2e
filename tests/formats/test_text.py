"""Text: lines, entities, mojibake, and what stands on one line."""

import pytest
from ftfy import fix_encoding
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.oneline import one_line
from viewer.formats.captions.webvtt import reader as webvtt
from viewer.formats.format import Content
from viewer.formats.text import repaired, split_lines, unescape


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("Donâ€™t", "Don’t"),
        ("cafÃ©", "café"),
        ("ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"),
        ("РџСЂРёРІРµС‚", "Привет"),
        ("â€œquotedâ€\x9d", "“quoted”"),
    ],
)
def test_mojibake_is_undone(broken, whole):
    assert repaired(broken) == whole


@given(st.lists(st.sampled_from(["â€™", "â€œ", "â€\x9d", "â€”", "â€", "Don", "t ", "?", "\x1a"])))
def test_marks_among_ascii_become_what_ftfy_makes_of_them(pieces):
    text = "".join(pieces)
    assert repaired(text) == fix_encoding(text)


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "“quoted” — café",
        "Ａｌｌ ｗｉｄｅ",
        "Привет, Света",
        "日本語",
        "שלום",
        "naïve Â£5",
        "ﬁne",
    ],
)
def test_other_text_is_left_alone(text):
    assert repaired(text).replace("Â", "") == text.replace("Â", "")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\nb", "a b"),
        ("a \r\n\t b", "a b"),
        ("a\u2028b\u2029c\x85d", "a b c d"),
        ("a\x00b\x1bc\x7f", "abc"),
        ("  a  b  ", "a  b"),
        ("\ud800", "\ufffd"),
        ("\u202bשלום", "\u202bשלום"),
        ("", ""),
    ],
)
def test_one_line(text, line):
    assert one_line(text) == line


@given(st.text(st.sampled_from(" \t\n\r\x00ab\u2028\x85")))
def test_one_line_leaves_words_and_no_breaks(text):
    line = one_line(text)
    assert not set(line) & set("\t\n\r\x00\u2028\x85")
    assert line.replace(" ", "") == "".join(c for c in text if c in "ab")
    assert one_line(line) == line


def test_long_runs_of_spaces_take_no_time():
    assert one_line("a" + " " * 200_000 + "b\x00").endswith(" b")


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


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", [""]),
        ("a\nb", ["a", "b"]),
        ("a\r\nb\r\n", ["a", "b", ""]),
        ("a\r\r\nb", ["a", "b"]),
        ("a\rb", ["a", "b"]),
        ("a\r\rb", ["a", "", "b"]),
        ("a\n\r\nb", ["a", "", "b"]),
        ("a\u2028b\x0cc\x85d\nb", ["a\u2028b\x0cc\x85d", "b"]),
    ],
)
def test_split_lines(text, lines):
    assert split_lines(text) == lines
