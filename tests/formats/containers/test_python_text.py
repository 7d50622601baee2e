"""Transcripts as Python prints them."""

import json

import pytest

from viewer.formats.containers import python_text
from viewer.formats.format import Claim, Content


def rows(text):
    content = Content.of(text)
    assert python_text.claims(content) is Claim.SURE
    talk = python_text.parse(content)
    assert talk.format == "python-text"
    return [(s.start_ms, s.end_ms, s.text) for s in talk.segments]


SAID = [(0, 1_540, "Hey"), (1_540, 5_700, "It's “here”")]


@pytest.mark.parametrize(
    "text",
    [
        "[{'text': 'Hey', 'start': 0.0, 'duration': 1.54}, "
        "{'text': \"It's “here”\", 'start': 1.54, 'duration': 4.16}]\n",
        "transcript = [{'text': 'Hey', 'start': 0.0, 'duration': 1.54},\n"
        "              {'text': 'It\\'s \\u201chere\\u201d', 'start': 1.54, 'duration': 4.16}]",
        "[{'duration': 1.54, 'start': 0.0, 'text': 'Hey'},\n {'duration': 4.16,\n"
        "  'start': 1.54,\n  'text': \"It's \"\n          '“here”'}]",
        "{'text': 'Hey', 'start': 0.0, 'duration': 1.54}\n"
        "{'text': \"It's “here”\", 'start': 1.54, 'duration': 4.16}\n",
        "FetchedTranscript(snippets=[FetchedTranscriptSnippet(text='Hey', start=0.0, duration=1.54)"
        ', FetchedTranscriptSnippet(text="It\'s “here”", start=1.54, duration=4.16)], '
        "video_id='AbC_123-xyz', language='English', is_generated=False)",
        "[Segment(id=1, start=np.float64(0.0), end=1.54, text=' Hey', tokens=[1], words=None), "
        'Segment(id=2, start=1.54, end=5.7, text=" It\'s “here”", tokens=(), words=None)]',
        "{'text': 'Hey.', 'segments': [{'id': 0, 'start': 0.0, 'end': 1.54, 'text': ' Hey'}, "
        "{'id': 1, 'start': 1.54, 'end': 5.7, 'text': \" It's “here”\"}], 'language': 'en'}",
    ],
)
def test_what_libraries_return_is_read_as_their_json_is(text):
    assert rows(text) == SAID


def test_what_breaks_off_is_read_as_far_as_it_goes():
    assert rows("[{'text': 'Hey', 'start': 0.0, 'duration': 1.54}, {'text': 'It")[0] == SAID[0]


@pytest.mark.parametrize(
    "text",
    ["{'a': 1}", "[{'name': 'x'}, {'name': 'y'}]", "Segment(of=1)", "{'t", "[{'text': 'only'}]"],
)
def test_other_things_of_python_are_none(text):
    assert python_text.claims(Content.of(text)) is Claim.NO


def test_every_line_stays_a_line():
    text = "[{'a': 'b'\n 'c',\n\n 'd': (1, None, True)}]\n"
    written = python_text.as_json(text)
    assert written.count("\n") == text.count("\n")
    assert json.loads(written) == [{"a": "bc", "d": [1, None, True]}]


def test_a_text_that_is_not_closed_ends_with_its_line():
    assert python_text.as_json("['It is\n'yes']") == '["\'It is"\n"yes"]'
