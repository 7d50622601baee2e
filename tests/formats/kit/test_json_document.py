"""JSON with its lines, and the sentence for JSON that nobody knows."""

import json
from pathlib import Path

import pytest

from viewer.errors import UnknownFormatError
from viewer.formats import registry
from viewer.formats.draft import Draft
from viewer.formats.format import Content
from viewer.formats.kit.json_document import looks_like_json, peek, read_json
from viewer.formats.refusals.reasons import unknown_json


def problems(source):
    draft = Draft("test")
    source.report(draft)
    return [(problem.line, problem.message) for problem in draft.finish().problems]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_a_note_gets_the_line_of_its_entry(newline):
    source = read_json(newline.join(["{", '"a": [', '{"b": 1},', "", '{"b": 2}', "]}"]))
    source.note(("a",), 1, "Second.")
    source.note(("a",), 0, "First.")
    source.note(("nowhere",), 7, "Third.")
    assert problems(source) == [(5, "Second."), (3, "First."), (1, "Third.")]


def test_a_file_that_breaks_off_says_so_where_it_does():
    source = read_json('{"a": [\n{"b": 1},\n{"b": 2')
    assert source.value == {"a": [{"b": 1}]}
    assert [line for line, _ in problems(source)] == [3]
    assert "breaks off here" in problems(source)[0][1]


def test_damage_in_the_middle_is_called_damage():
    source = read_json('{"a": [\n{"b": x},\n{"b": 2}\n]}')
    assert source.value == {"a": [{"b": 2}]}
    assert problems(source) == [(2, "The JSON is damaged here; what could be read of it is shown.")]


def test_a_byte_order_mark_is_no_damage():
    source = read_json('\ufeff{"a": 1}')
    assert source.value == {"a": 1}
    assert problems(source) == []


@pytest.mark.parametrize(
    "text", ['{"a": "\\ud800"}', '{"a": "\ud800"}', '{"a": ' + "[" * 300 + "]" * 300 + "}"]
)
def test_what_the_fast_reader_refuses_is_read_by_the_patient_one(text):
    source = read_json(text)
    assert source.value == json.loads(text)
    assert problems(source) == []


def test_of_two_equal_keys_the_last_is_taken_and_its_lines():
    source = read_json('{"a": [{"b": 1}],\n"a": [\n{"b": 2}]}')
    source.note(("a",), 0, "Here.")
    assert source.value == {"a": [{"b": 2}]}
    assert problems(source) == [(3, "Here.")]


@pytest.mark.parametrize("text", ['{"a": 1}', ' \n{ "a', "{}", "[]", '[ {"a"', "\ufeff[{}]"])
def test_json_is_known_by_its_beginning(text):
    assert looks_like_json(text)


@pytest.mark.parametrize(
    "text", ["", "a", "[", "{1}", "{\\an8}", "[[00:01]] words", "[Events]", " " * 9999]
)
def test_other_text_is_not_json(text):
    assert not looks_like_json(text)
    assert peek(Content.of(text)) is None
    assert unknown_json(text) is None


def test_unknown_json_is_refused_by_its_keys():
    reported = "it is JSON of a kind that Cueline does not know, "
    assert unknown_json('{"a": 1}') == reported + "with the keys “a”"
    assert unknown_json('{"a": 1, "b c": {}}') == reported + "with the keys “a” and “b c”"
    assert unknown_json('[{"a": 1, "b": 2}]') == reported + (
        "a list of entries with the keys “a” and “b”"
    )
    many = unknown_json("{" + ",".join(f'"k{i}": {i}' for i in range(20)) + "}")
    assert many == reported + "with the keys “k0”, “k1”, “k2”, “k3”, “k4”, “k5” and others"
    assert unknown_json("[]") == unknown_json("{}\n") == "it is JSON with nothing in it"
    assert unknown_json('{"a') == "it is JSON that breaks off at its start"


def test_the_registry_says_which_keys_it_does_not_know():
    with pytest.raises(UnknownFormatError, match=r"does not know, with the keys “a” and “b”\."):
        registry.parse(b'{"a": 1, "b": []}', Path("x.json"))


def test_commas_behind_the_last_entry_are_passed_over():
    text = '{"a": [\n{"b": "x,]\\",}",},\n{"b": 1.5 , },\n],\n}'
    source = read_json(text)
    assert source.value == {"a": [{"b": 'x,]",}'}, {"b": 1.5}]}
    assert problems(source) == []
    source.note(("a",), 1, "Second.")
    assert problems(source) == [(3, "Second.")]


def test_a_text_without_end_takes_no_longer_for_its_quotes():
    assert read_json('{"a": "' + '\\",' * 100_000).value is not None


@pytest.mark.parametrize("end", [" ,}]", ",\n},\n]}"])
def test_so_they_are_in_a_transcript_that_breaks_off_or_not(end):
    text = '{"segments": [{"start": 1, "end": 2, "text": "One."' + end
    assert registry.parse(text.encode(), Path("talk.json")).segments[0].text == "One."
