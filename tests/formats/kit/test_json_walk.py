"""What is left of damaged JSON, and where its entries stand."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.formats.kit.json_walk import MOST_FAILURES, walk

SEGMENTS = [{"id": i, "start": i, "text": f"No. {i}", "words": [{"word": "No."}]} for i in range(5)]
WHOLE = json.dumps({"text": "all", "segments": SEGMENTS, "language": "en"})
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(st.lists(VALUES) | st.dictionaries(st.text(), VALUES), st.sampled_from([None, 1]))
def test_sound_json_is_read_whole(value, indent):
    walked = walk(json.dumps(value, indent=indent))
    assert walked.value == value
    assert not walked.breaks


def test_offsets_tell_where_entries_begin():
    walked = walk(WHOLE)
    found = [WHOLE[offset : offset + 8] for offset in walked.offsets["segments",]]
    assert found == [f'{{"id": {i}' for i in range(5)]


@given(st.integers(WHOLE.index("[") + 1, WHOLE.rindex("]")))
def test_a_file_cut_off_keeps_its_whole_segments(cut):
    walked = walk(WHOLE[:cut])
    ends = [
        WHOLE.index(f"No. {i}") + len(f'No. {i}", "words": [{{"word": "No."}}]}}') for i in range(5)
    ]
    assert walked.value["segments"] == SEGMENTS[: sum(end <= cut for end in ends)]
    assert walked.value["text"] == "all"
    assert len(walked.breaks) == 1


@pytest.mark.parametrize("damage", ["", "x", "\\q", '"', "}}", "[{", "\0"])
def test_a_damaged_entry_costs_only_itself(damage):
    text = WHOLE.replace('"No. 2"', damage + ":")
    walked = walk(text)
    assert [entry["id"] for entry in walked.value["segments"]] == [0, 1, 3, 4]
    assert walked.value["language"] == "en"
    assert walked.breaks[0] == text.index('{"id": 2')


def test_a_damaged_text_does_not_hide_the_segments():
    walked = walk(WHOLE.replace('"all"', '"bad \\escape"'))
    assert walked.value["segments"] == SEGMENTS
    assert walked.value["text"] is None


def test_a_text_without_its_closing_quote_does_not_hide_the_next_list():
    walked = walk('{"segments": [{"text": "no end}], "words": [{"word": "a"}], "x": 1}')
    assert walked.value == {"segments": [], "words": [{"word": "a"}], "x": 1}
    assert len(walked.breaks) == 1


@pytest.mark.parametrize("end", ['{"b": 2', '{"b": "no en', '{"b": 2, "c": [{"d": "e'])
def test_a_list_that_is_cut_off_breaks_once(end):
    walked = walk('[{"b": 1}, ' + end)
    assert walked.value == [{"b": 1}]
    assert walked.breaks == [11]


def test_what_a_break_leaves_unclosed_is_no_second_break():
    walked = walk('{"a": [{"b": 1, "c": "no comma" "d": [{"e": 2}]}]}\n')
    assert walked.value == {"a": [], "d": [{"e": 2}]}
    assert walked.breaks == [7]
    assert walk('{"a": [1]}]}').breaks == [10]


def test_a_head_names_the_key_whose_value_is_cut():
    assert walk('{"task": "transcribe", "text": " And so').value == {
        "task": "transcribe",
        "text": None,
    }


def test_objects_with_times_one_a_line_are_a_list():
    lines = "\n".join(map(json.dumps, SEGMENTS))
    assert walk(lines).value == SEGMENTS
    assert len(walk(lines).offsets[()]) == 5


def test_what_follows_is_reported():
    walked = walk('{"segments": []} \n garbage')
    assert walked.value == {"segments": []}
    assert walked.breaks == [19]


@pytest.mark.parametrize("text", ["", "true", "12", "hello", '"text"', "\ufeff", "}", "NaN"])
def test_what_is_no_object_and_no_list_is_nothing(text):
    assert walk(text).value is None


def test_strange_numbers_and_commas_are_borne():
    value = walk('\ufeff{"a": [1,,2,], "b": ' + "9" * 5000 + ', "c": NaN, "d": "tab\there",}').value
    assert value["a"] == [1, 2]
    assert value["b"] == float("inf")
    assert value["c"] != value["c"]
    assert value["d"] == "tab\there"


@pytest.mark.parametrize("piece", ["[", '{"a":', '[{"a":', '{"a":[', '[{"a":1},{"a"'])
def test_depth_is_no_danger(piece):
    walked = walk(piece * 100_000)
    assert len(walked.breaks) <= MOST_FAILURES + 2


@given(st.text(st.sampled_from('[]{}",:\\ a1\n'), max_size=60))
def test_any_text_is_borne(text):
    walked = walk(text)
    assert walked.breaks == sorted(walked.breaks)
    assert all(0 <= offset <= len(text) for offset in walked.breaks)


def test_objects_one_after_the_other_are_a_list_where_a_stream_is_wanted():
    text = '\ufeff{"a": 1}\n\ufeff{"b": 2},{"c": 3'
    assert walk(text, stream=True).value == [{"a": 1}, {"b": 2}]
    assert walk(text).value == {"a": 1}


def test_named_lists_are_followed_into_their_entries():
    text = '{"many": [{"words": [1, 2]}, {"words": [3, 4, {"a'
    walked = walk(text, frozenset({"many"}))
    assert walked.value == {"many": [{"words": [1, 2]}, {"words": [3, 4]}]}
    assert walked.offsets["many", "1", "words"] == [40, 43]
    assert walk(text).value == {"many": [{"words": [1, 2]}]}
