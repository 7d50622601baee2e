"""Lines cut out by patterns: the same as a parser finds, or left to it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.formats.format import Content, NothingUsableError
from viewer.formats.youtube import xml as youtube_xml
from viewer.formats.youtube.xml_spans import cut_lines

HEAD = '<timedtext format="3"><head><pen id="1"/></head><body>'
FOOT = "</body></timedtext>"
LINE = '<p t="100" d="4000" w="1"><s ac="0">good</s><s t="400" ac="204"> day</s></p>\n'
MORE = '<p t="1990" d="10" w="1" a="1">\n</p><p t="2000" d="3000"><s p="2">it&#39;s</s></p>'
MORE += '<p t="2100" d="7" w="1" a="1">more</p>'
NOTES = '<p t="9000" d="5" wp="1">&lt;no words&gt; é\u200b</p>'
#: What turns an ordinary line into one that only a parser can judge, or leaves it ordinary.
PIECES = (
    *("<", ">", "&", '"', " ", "\n", "\r", "\t", "a", "9", "=", "]]>", "\0", "\u200b", "\x85"),
    *("<s>", "</s>", '<s t="7">', "</p>", '<p t="5" d="6">', "<br/>", '<text t="3">', "</text>"),
    *("<!-- no -->", "<!--", "-->", "<![CDATA[x]]>", "<?x", "?>", "<body>", "</body>"),
    *("&amp;", "&#39;", "&nbsp;", "&#13;", "&lt;s&gt;"),
    *(' t="8"', ' a="1"', ' start="3"', ' d=""', ' ac="12"', ' t="1234567890123"'),
)


def whole(lines):
    return f"{HEAD}{lines}{FOOT}"


def read(text):
    try:
        return youtube_xml.parse(Content.of(text))
    except NothingUsableError as error:
        return error.reason


def test_ordinary_lines_are_cut_out_and_the_rest_is_left():
    events, rest = cut_lines(whole(LINE + MORE + NOTES))
    assert [event.start_ms for event in events] == [100, 2000, 2100, 9000]
    assert events[0].pieces == [(100, "good", None), (500, " day", 0.8)]
    assert [event.window for event in events] == [1, None, 1, None]
    assert [event.appends for event in events] == [False, False, True, False]
    assert events[1].pieces == [(None, "it's", None)]
    assert events[3].pieces == [(None, "<no words> é", None)]
    assert rest == whole("")


@pytest.mark.parametrize(
    "line",
    [
        LINE.replace("<s", "at first <s", 1),
        LINE.replace("</s></p>", "</s> at last</p>"),
        LINE.replace("good", "<b>good</b>"),
        LINE.replace("good", "a > b"),
        LINE.replace("good", "&nbsp;"),
        LINE.replace('t="400"', 't="400" t="500"'),
        LINE.replace('t="400"', "t='400'"),
        LINE.replace('t="100" ', ""),
        LINE.replace('w="1"', 'start="2"'),
        f"<!-- {LINE} -->",
        "words outside of lines",
    ],
)
def test_what_is_not_ordinary_is_left_to_the_parser(line):
    assert cut_lines(whole(MORE + line)) is None


def test_a_body_inside_a_line_is_left_to_the_parser():
    assert read(f'<timedtext><p t="1">{whole(LINE)}</p></timedtext>') == read(
        f'<!-- --><timedtext><p t="1">{whole(LINE)}</p></timedtext>'
    )


@given(
    st.lists(st.sampled_from(PIECES), max_size=4),
    st.lists(st.integers(0, len(LINE + MORE + NOTES)), min_size=4, max_size=4),
)
def test_patterns_and_parser_read_the_same(pieces, places):
    text = LINE + MORE + NOTES
    for piece, place in zip(pieces, places, strict=False):
        text = text[:place] + piece + text[place:]
    # A comment that says nothing leaves the whole file to the parser.
    by_parser = read(f"<!-- -->{whole(text)}")
    assert read(whole(text)) == by_parser
