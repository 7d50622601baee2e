"""Offsets, segments and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.segment import Segment
from viewer.core.textmap import Piece, TextMap, Utf16

TEXTS = st.lists(st.text(st.sampled_from("ab 日𝄞"), max_size=5), max_size=8)


def test_a_line_is_a_segment():
    text_map = TextMap.lines([Segment(0, 1, "one"), Segment(1, 2, ""), Segment(2, 3, "three")])
    assert text_map.text == "one\n\nthree"
    assert len(text_map) == 3
    assert [text_map.range_of(i) for i in range(3)] == [(0, 3), (4, 4), (5, 10)]


@pytest.mark.parametrize(("offset", "index"), [(0, 0), (3, 0), (4, 1), (5, 2), (10, 2), (99, 2)])
def test_the_segment_at_an_offset(offset, index):
    assert TextMap(["one", "", "three"]).segment_at(offset) == index


def test_no_segments():
    assert TextMap([]).segment_at(0) is None
    assert TextMap([]).pieces(0, 5) == []
    assert TextMap([]).text == ""


def test_a_selection_becomes_pieces_without_the_space_around():
    text_map = TextMap(["one two", " three ", "four"])
    assert text_map.pieces(4, 12) == [Piece(0, 4, 7), Piece(1, 1, 4)]
    assert text_map.pieces(7, 9) == []


@given(TEXTS)
def test_every_offset_belongs_to_its_segment(texts):
    text_map = TextMap(texts)
    for index, text in enumerate(texts):
        begin, end = text_map.range_of(index)
        assert text_map.text[begin:end] == text
        assert all(text_map.segment_at(offset) == index for offset in range(begin, end + 1))


@given(TEXTS, st.data())
def test_pieces_hold_every_visible_character(texts, data):
    text_map = TextMap(texts)
    begin = data.draw(st.integers(0, len(text_map.text)))
    end = data.draw(st.integers(begin, len(text_map.text)))
    pieces = text_map.pieces(begin, end)
    words = "".join(texts[p.index][p.begin : p.end] for p in pieces)
    assert words.replace(" ", "") == "".join(text_map.text[begin:end].split())
    assert [p.index for p in pieces] == sorted({p.index for p in pieces})


@given(st.text(st.sampled_from("aé日𝄞😀")))
def test_utf16_offsets_become_those_of_characters(text):
    offsets = Utf16(text)
    for offset in range(len(text) + 1):
        units = len(text[:offset].encode("utf-16-le")) // 2
        assert offsets.to_offset(units) == offset
        assert offsets.to_units(offset) == units


def test_the_middle_of_a_pair_is_its_start():
    assert Utf16("a😀b").to_offset(2) == 1
