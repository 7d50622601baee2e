"""TTML's words: taken out before the rest is parsed or not, they are read the same."""

from collections import deque

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.formats.captions.ttml import reader as ttml
from viewer.formats.captions.ttml.tags import TtmlReader
from viewer.formats.captions.ttml.words import Lifter
from viewer.formats.format import Content, NothingUsableError

WORDS = (
    '<span begin="1.500" end="1.750">Good</span> <span begin="00:00:02.000" end="00:02.500">even'
    '</span><span begin="2.750" end="3.125">ing</span>\n<span begin="3.200" end="03.300">A&amp;B'
    "</span>"
)
PARAGRAPH = f'<p begin="1.25" end="4.0">{WORDS}</p>'


def file(body, head=""):
    return f"{head}<tt>\n<body>{body}</body></tt>"


def lifted(text):
    """Return how many paragraphs had their words taken out, and what was left of the text."""
    lifter = Lifter(text)
    left = "".join([lifter.head, *lifter.pieces()])
    return len(lifter.lifted), left


def read(text):
    try:
        return ttml.parse(Content.of(text))
    except NothingUsableError as error:
        return error.reason


def read_slowly(text, monkeypatch_context):
    """Read it with every tag told by the parser."""
    with monkeypatch_context() as patched:
        patched.setattr(TtmlReader, "pieces", lambda _, whole: iter([whole]))
        return read(text)


def words(segment):
    return [(word.start_ms, word.end_ms, word.text) for word in segment.words]


def test_words_with_and_without_spaces_between():
    talk = read(file(PARAGRAPH))
    assert talk.segments[0].text == "Good evening A&B"
    assert words(talk.segments[0]) == [
        (1_500, 1_750, "Good"), (2_000, 2_750, "even"), (2_750, 3_125, "ing"), (3_200, 3_300, "A&B")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        file(PARAGRAPH),
        file(PARAGRAPH, "<!-- <p> --><?xml?>").replace("<?xml?>", ""),
        file(PARAGRAPH.replace("\n", "\r\n    ")),
        file(
            PARAGRAPH.replace("<p ", "<tt:p ").replace("</p", "</tt:p").replace("span", "tt:span")
        ),
        file(PARAGRAPH.replace(">even", "> even ")),
    ],
)
def test_what_is_ordinary(text, monkeypatch):
    assert lifted(text)[0] == 1
    assert read(text) == read_slowly(text, monkeypatch.context)


@pytest.mark.parametrize(
    "text",
    [
        file(PARAGRAPH.replace('"1.500"', '"99:99:99.5"')),
        file(PARAGRAPH.replace('"1.500"', '"00:00:01:10.500"')),
        file(PARAGRAPH.replace('"1.500"', '"1.5"')),
        file(PARAGRAPH.replace("</p>", "!</p>")),
        file(PARAGRAPH.replace('4.0">', '4.0">Oh, ')),
        file(PARAGRAPH.replace('"2.750"', '"0.750"')),
        file(PARAGRAPH.replace("ing", "ing words")),
        file(PARAGRAPH.replace("ing", "<b>ing</b>")),
        file(f'<p begin="1.0"/>{WORDS}</p>'),
        file(f"<!-- {PARAGRAPH}"),
        file(f"<![CDATA[{PARAGRAPH}]]>{PARAGRAPH}"),
        file(f"<?words {PARAGRAPH} ?>{PARAGRAPH}"),
        file(PARAGRAPH, "<!DOCTYPE tt SYSTEM '<p><span>'>"),
        file(PARAGRAPH[:-9]),
    ],
)
def test_what_is_not(text, monkeypatch):
    assert lifted(text) == (0, text)
    assert read(text) == read_slowly(text, monkeypatch.context)


@pytest.mark.parametrize(
    "text",
    [
        file(f'<div begin="10s" end="20s">{PARAGRAPH}</div>'),
        file(f'<div begin="1s" end="20s">{PARAGRAPH}</div>'),
        file(f'<div begin="10s"><p begin="1.0" timeContainer="seq">{WORDS}</p></div>'),
        file(f"<p>{WORDS}</p>"),
        file(f'<p begin="0s">x {PARAGRAPH} y</p>'),
        file(f"<metadata>{PARAGRAPH}</metadata><p begin='1s'>x</p>"),
        file(PARAGRAPH.replace("1.25", "9.5")),
        file(PARAGRAPH.replace("4.0", "2.25")),
        file(PARAGRAPH.replace(' end="4.0"', "")),
    ],
)
def test_where_an_ordinary_paragraph_stands_elsewhere(text, monkeypatch):
    assert lifted(text)[0] == 1
    assert read(text) == read_slowly(text, monkeypatch.context)


def test_lines_keep_their_numbers():
    split = PARAGRAPH.replace("> <", ">\n\n<")
    talk = read(file(f"{split}\n{split}\n<p>nothing</p><p"))
    assert [problem.line for problem in talk.problems] == [10, 10]


def test_a_mark_in_a_file_is_none(monkeypatch):
    text = file(f"<?words?>{PARAGRAPH}")
    assert read(text) == read_slowly(text, monkeypatch.context)
    assert isinstance(Lifter(text).lifted, deque)


PIECES = st.sampled_from([
    PARAGRAPH, WORDS, '<p begin="1.0" end="9.0">', "<p>", "</p>", '<span begin="1.5" end="2.5">',
    '<span begin="2.750" end="3.500">a</span>', '<span begin="3.500" end="3.000">b</span> ',
    "</span>",
    " ", "\n", "\r", "a", "&amp;", "&", "<", ">", '"', "<!--", "-->", "<?x?>", "<div begin='5s'>",
    "</div>", "<metadata>", "</metadata>", "</tt>", "\0",
])  # fmt: skip


@given(st.lists(PIECES, max_size=12))
def test_any_pieces_are_read_the_same(pieces):
    text = file("".join(pieces))
    assert read(text) == read_slowly(text, pytest.MonkeyPatch.context)
