"""YouTube's XML: srv1, srv2, srv3, ytt, and XML that means harm."""

import pytest

from viewer.core.segment import Word
from viewer.formats.format import Content, NothingUsableError
from viewer.formats.youtube import xml as youtube_xml

SRV1 = (
    '<?xml version="1.0" encoding="utf-8" ?><transcript>'
    '<text start="0.16" dur="4.32">R&amp;amp;D it&amp;#39;s\nso</text>'
    '<text start="5">later</text></transcript>'
)
SRV3 = (
    '\ufeff<?xml version="1.0" encoding="utf-16"?>\n<timedtext format="3" lang="de">\n'
    '<head><pen id="1"/></head><body>'
    '<p t="100" d="4000" w="1"><s ac="0">good</s><s t="400" ac="204"> day</s></p>'
    '<p t="1990" d="10" w="1" a="1">\n</p>'
    '<p t="2000" d="3000" w="1"><s>so</s></p>'
    "</body></timedtext>"
)


def read(text):
    return youtube_xml.parse(Content.of(text))


def spans(text):
    return [(s.start_ms, s.end_ms, s.text) for s in read(text).segments]


def body(lines):
    return f'<timedtext format="3"><body>{lines}</body></timedtext>'


def test_srv1():
    assert spans(SRV1)[0] == (160, 4480, "R&D it's so")
    assert read(SRV1).segments[1].end_derived


def test_srv2():
    assert spans('<timedtext><text t="160" d="40">a &amp;lt; b</text></timedtext>') == [
        (160, 200, "a < b")
    ]


def test_srv3():
    transcript = read(SRV3)
    first, second = transcript.segments
    assert (first.start_ms, first.end_ms, first.text) == (100, 2000, "good day")
    assert first.words == (Word(100, 500, "good"), Word(500, 2000, "day", 0.8))
    assert (second.start_ms, second.end_ms, second.text) == (2000, 5000, "so")
    assert transcript.language == "de"


def test_ytt_styles_and_padding_leave_the_text():
    top = '<s p="1">\u200b</s>\u200b<s p="2">\u200b Top\u200b</s><s p="1">\n</s>'
    line = f'<p t="1" d="9" wp="1">{top}<br/><s p="3">low</s></p>'
    (segment,) = read(body(f'{line}<p t="5" d="1"><s>\u200b \u200b</s></p>')).segments
    assert (segment.text, segment.words) == ("Top low", ())


def test_srv3_is_not_escaped_twice():
    assert spans(body('<p t="1" d="1">a &amp;lt; b</p>')) == [(1, 2, "a &lt; b")]


@pytest.mark.parametrize("time", ["", "x", "-5", "1.5", "9" * 5000])
def test_a_line_without_a_time_is_left_out_and_reported(time):
    transcript = read(body(f'<p t="{time}">lost</p><p t="1" d="1">one</p>'))
    assert [segment.text for segment in transcript.segments] == ["one"]
    assert len(transcript.problems) == 1


def test_damaged_xml_is_read_up_to_the_damage():
    transcript = read(SRV3.replace("</s></p></body></timedtext>", " on\n\n<"))
    assert [segment.text for segment in transcript.segments] == ["good day", "so on"]
    assert transcript.problems[0].line == 6


def test_control_characters_and_half_pairs_do_no_harm():
    assert spans(body('<p t="1" d="1">a\0b\ud800c\x0bd</p>')) == [(1, 2, "abcd")]


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://example.org/x.dtd">',
    ],
)
def test_declared_entities_are_not_expanded(doctype):
    with pytest.raises(NothingUsableError):
        read(f'{doctype}<timedtext><body><p t="1" d="1">&a;</p></body></timedtext>')


@pytest.mark.parametrize(
    "text", ["", "<", "<timedtext/>", "<timedtext>", "no xml", body("<p>a</p>")]
)
def test_nothing_to_use_is_said(text):
    with pytest.raises(NothingUsableError):
        read(text)


def test_it_is_claimed_by_its_first_elements():
    assert youtube_xml.claims(Content.of(SRV1))
    assert youtube_xml.claims(Content.of(SRV3))
    assert youtube_xml.claims(Content.of("<!-- by me --><timedtext>"))
    for text in ('<tt xmlns="http://www.w3.org/ns/ttml">', "<transcript><speaker/>", "text", ""):
        assert not youtube_xml.claims(Content.of(text))


def test_tags_that_were_escaped_are_no_text():
    line = (
        "&lt;font color=&quot;#CCC&quot;&gt;it&amp;#39;s &lt;i&gt;4&lt;/i&gt; &lt; 5&lt;/font&gt;"
    )
    made = youtube_xml.parse(
        Content.of(f'<transcript><text start="1" dur="2">{line}</text></transcript>')
    )
    assert [segment.text for segment in made.segments] == ["it's 4 < 5"]
