"""Which service wrote a JSON."""

import pytest

from viewer.errors import UnknownFormatError
from viewer.formats import registry
from viewer.formats.format import Content
from viewer.formats.kit.json_document import NESTED
from viewer.formats.registry import FORMATS
from viewer.formats.speech.services.shapes import SHAPES, shape_of

LONG = "word " * 20_000
#: Heads that hold the whole text before the first word: name, and the JSON up to that text.
BEGINNINGS = [
    ("aws-json", '{"jobName": "a", "results": {"transcripts": [{"transcript": "'),
    ("deepgram-json", '{"results": {"channels": [{"alternatives": [{"transcript": "'),
    ("assemblyai-json", '{"id": "1", "audio_url": "https://x.org", "text": "'),
    ("azure-json", '{"source": "a", "combinedRecognizedPhrases": [{"lexical": "'),
    ("watson-json", '{"result_index": 0, "results": [{"alternatives": [{"transcript": "'),
    ("google-json", '{"results": [{"alternatives": [{"transcript": "'),
    ("vosk-json", '{"partial": "'),
]  # fmt: skip


@pytest.mark.parametrize(("name", "text"), BEGINNINGS)
def test_a_head_is_enough(name, text):
    head = Content.of((text + LONG)[:65_536])
    assert next(known.name for known in FORMATS if known.claims(head)) == name


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.name)
def test_every_path_is_the_shape_it_stands_for(shape):
    for path in shape.paths:
        value = 1
        for step in reversed(path.replace("[]", ".[]").strip(".").split(".")):
            value = [value] if step == "[]" else {step: value}
        assert shape_of(value) is shape, path


@pytest.mark.parametrize(
    "value", [None, 3, "results", [], {}, {"results": 3}, {"results": [3]}, {"segments": []}]
)
def test_other_json_has_no_shape(value):
    assert shape_of(value) is None


def test_whispers_json_is_left_to_its_reader():
    value = {"text": "a", "segments": [{"start": 0, "end": 1, "text": "a", "words": []}]}
    assert shape_of(value) is None


def test_an_unknown_shape_names_its_keys(tmp_path):
    path = tmp_path / "a.json"
    path.write_text('{"hits": [], "took": 3}')
    with pytest.raises(UnknownFormatError, match="with the keys “hits” and “took”"):
        registry.load(path)


def test_there_is_one_format_for_each_shape():
    names = [known.name for known in FORMATS]
    assert [names.count(shape.name) for shape in SHAPES] == [1] * len(SHAPES)


def test_the_heads_of_all_of_them_are_walked_through_far_enough():
    assert frozenset().union(*(shape.deep for shape in SHAPES)) <= NESTED
