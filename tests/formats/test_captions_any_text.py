"""Whatever the text, a reader of captions gives a transcript or says that there is nothing."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from viewer.core.transcript import Transcript
from viewer.formats.captions import subrip
from viewer.formats.captions.webvtt import reader as webvtt
from viewer.formats.captions.webvtt import youtube as youtube_vtt
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.youtube import json3 as youtube_json3
from viewer.formats.youtube import xml as youtube_xml

FORMATS = [
    subrip,
    webvtt,
    youtube_vtt,
    youtube_json3,
    youtube_xml,
]
TOKENS = st.sampled_from([
    "WEBVTT", "\n", "\n\n", "\r\n", "\r", " ", "1", "00:00:01,000", "00:00:02.000", " --> ",
    "-->", "->", "00:00:03.000 --> 00:00:04.000\n", "\n2\n00:00:01,000 --> 00:00:02,000\n",
    "00:01 --> 00:02\n", "99999:99:99,999999999", "<v Anna>", "</v>", "<v", "<c>", "</c>", "<i>",
    "<00:00:01.500>", "<00:00:03.500><c>", "<ruby>", "<rt>", "</ruby>", "<", ">", "&", "&amp;",
    "&#x110000;", "&#99999999;", "{\\an8}", "{\\", "Anna: ", "[Ben]: ", "NOTE", "STYLE", "word",
    "漢", "\0", "\ufeff", "\ud800", "\u2028", "\x85", ">>", "text", '{"events": [',
    '{"tStartMs": 1, "dDurationMs": 5, "segs": [', '{"utf8": "a"}',
    '{"utf8": ">> b", "tOffsetMs": 3}', "]}", ",", "]", "}", "NaN", "1e999", '"wWinId": 1,',
    '"aAppend": 1,', "<timedtext>", "<body>", '<p t="1" d="5">', '<p t="1" w="1" a="1">',
    '<s t="2" ac="9">', "</s>", "</p>", '<text start="1.5" dur="x">', "</text>", "<transcript>",
    "<!DOCTYPE a>", "<![CDATA[", "]]>", "<?xml",
])  # fmt: skip
ANY = st.one_of(st.text(), st.lists(TOKENS, max_size=25).map("".join))
HEADS = st.sampled_from(["", "WEBVTT\n\n", '{"events": [', '<timedtext format="3"><body>'])


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.NAME)
@given(HEADS, ANY)
@example("", "600:0:0.0-->")
def test_any_text_is_a_transcript_or_nothing(known, head, text):
    content = Content.of(head + text)
    assert known.claims(content) in Claim
    try:
        transcript = known.parse(content)
    except NothingUsableError:
        return
    assert isinstance(transcript, Transcript)
    lines = text.count("\n") + text.count("\r") + head.count("\n") + 1
    assert all(1 <= problem.line <= lines for problem in transcript.problems)
    out_of_reach = any("no recording reaches" in each.message for each in transcript.problems)
    for segment in transcript.segments:
        if segment.start_ms is None:
            assert out_of_reach
            continue
        assert segment.end_ms >= segment.start_ms
        assert segment.text.isprintable() or not segment.text.isascii()
        assert all(word.start_ms <= word.end_ms for word in segment.words)
