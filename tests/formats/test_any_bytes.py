"""Every reader takes any bytes: a transcript or a sentence, never another exception."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.errors import ViewerError
from viewer.formats import registry
from viewer.formats.decoding.encoding import decode
from viewer.formats.format import Claim, Content, NothingUsableError

#: What readers look for, so that random text reaches further than their first line.
PIECES = [
    "---\n", "# ", "**A:** ", "*  ", "[[00:00:01](https://x.org/a&t=1.0s)]", "[May 4, 2017](", ")",
    "WEBVTT\n\n", "1\n", "00:00:01,000 --> 00:00:02.500", " --> ", "00:01", "-1:99:99", "<v Anna>",
    "<00:00:01.200>", "<c>", "</c>", "&amp;", "&#x110000;", "NOTE ", "STYLE\n", "Length: 9s\n",
    '{"segments":', '"start":', '"words":[', "[", "]", "{", "}", ":", ",", "null", "1e999",
    "<?xml?>", "<tt>", "<p begin='1s'>", "<body>", "</p>", "<!DOCTYPE x [", "[Events]\n",
    "{\\an8}", "[00:01.00]", "start\tend\ttext\n", "\n", "\n\n", "\r\n", "\r", "\0", "\u2028",
    "Speaker 0: 00:00:00\n", "0:02\n", "words ", "Ã©", "\ufeff", "9" * 30, "\u202b", "Dialogue: ",
    '"\\ud800"', "**Anna:** ", "\\[0:01\\] ", "Anna (0:02):\n", "### Plan\n", "(0:03) ",
    "<SYNC Start=1>", "<P Class=a>", "{1}{2}a\n", "{\\k10}", "[offset:+9]\n", "<00:01.20>",
    "0:00:01.0,0:00:02.0\n",
    "<span begin='2s'>", "<div begin='9s'>", "0:00:01.00,0:00:02.00,a,b,0,0,0,,",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=6), max_size=40).map("".join)
FORMATS = pytest.mark.parametrize("known", registry.FORMATS, ids=lambda known: known.name)


def check(known, content):
    assert known.claims(content) in Claim
    transcript = parsed(known, content)
    if transcript is None:
        return
    lines = content.text.count("\n") + content.text.count("\r") + 1
    assert transcript.format == known.name
    for segment in transcript.segments:
        check_segment(segment)
    assert all(1 <= problem.line <= lines for problem in transcript.problems)
    assert all(problem.message.endswith(".") for problem in transcript.problems)


def parsed(known, content):
    try:
        return known.parse(content)
    except NothingUsableError as nothing:
        failure = nothing
    assert failure.reason
    assert failure.line >= 1
    return None


def check_segment(segment):
    assert segment.text == segment.text.strip()
    assert not set(segment.text) & set("\n\r\0")
    assert segment.text.encode() is not None  # no half of a pair
    if segment.start_ms is None:
        assert segment.end_ms is None
    else:
        assert 0 <= segment.start_ms <= segment.end_ms


@FORMATS
@given(data=st.binary(max_size=400))
def test_bytes(known, data):
    decoded = decode(data)
    check(known, Content(data, decoded.text, decoded.encoding))


@FORMATS
@given(text=TEXTS)
def test_text_that_looks_like_something(known, text):
    check(known, Content.of(text))


@given(
    data=st.binary(max_size=200) | TEXTS.map(str.encode), suffix=st.sampled_from(["md", "srt", "x"])
)
def test_the_registry_gives_a_transcript_or_a_sentence(data, suffix):
    sentence = "."
    try:
        registry.parse(data, Path(f"t.{suffix}"))
    except ViewerError as error:
        sentence = str(error)
    assert sentence.endswith(".")


@FORMATS
@pytest.mark.parametrize("cut", [1, 100, 1000, 5000])
def test_a_file_that_is_cut_off(known, cut, seed):
    check(known, Content.of(seed.read_text(encoding="utf-8")[:-cut]))
