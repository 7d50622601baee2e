"""The second half of JSON and XML is refused by name; text that quotes some is text."""

import json
from pathlib import Path

import pytest

from viewer.errors import UnknownFormatError
from viewer.formats import registry
from viewer.formats.refusals.torn import torn

SEGMENTS = {"segments": [{"id": i, "start": i, "text": f"No. {i}, so"} for i in range(40)]}
TTML = (
    "<tt><body><div>"
    + '<p begin="00:00:01.000" end="00:00:02.000">Good morning to all of you.<br/></p>\n' * 30
    + "</div></body></tt>"
)
LINE = '<p t="1" d="9"><s>good</s><s t="5"> day</s></p>'
SPANS = f"<timedtext><body>{LINE * 20}</body></timedtext>"


def refused(text, suffix):
    with pytest.raises(UnknownFormatError) as caught:
        registry.parse(text.encode(), Path(f"talk{suffix}"))
    return str(caught.value)


@pytest.mark.parametrize("suffix", ["", ".txt", ".json", ".md", ".srt"])
@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("cut", [0.3, 0.5, 0.501, 0.502])
def test_the_rest_of_json(suffix, indent, cut):
    text = json.dumps(SEGMENTS, indent=indent)
    assert "rest of a JSON file" in refused(text[int(len(text) * cut) :], suffix)


@pytest.mark.parametrize("suffix", ["", ".txt", ".ttml", ".xml"])
@pytest.mark.parametrize("text", [TTML, SPANS], ids=["ttml", "srv3"])
@pytest.mark.parametrize("cut", [0.3, 0.5, 0.51, 0.52])
def test_the_rest_of_xml(suffix, text, cut):
    assert "rest of an XML or HTML file" in refused(text[int(len(text) * cut) :], suffix)


@pytest.mark.parametrize(
    "text",
    [
        "Words.",
        'He said "yes": and then "no": so we went, "all": of us, "home": at last, "late": too.',
        "He <b>said</b> it, and <i>then</i> <i>again</i>, </b>all of it, word by word, to us",
        "<Anna> good morning\n<Ben> yes\n<Anna> so\n<Ben> no\n<Anna> well\n<Ben> indeed\n",
        'The keys are "a": 1, "b": 2, "c": 3, "d": 4 and "e": 5, ' + "as all of us know well. " * 9,
        "a < b > c </ d >" * 9,
    ],
)
def test_text_is_text(text):
    assert torn(text) is None


def test_hostile_text_takes_no_time():
    for piece in ("<a ", "</", '"a', '"a":', "<a " + "x" * 2000, "{"):
        torn((piece * 8192)[:8192])
