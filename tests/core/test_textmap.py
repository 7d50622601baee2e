"""Offsets, segments and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.segment import Segment
from viewer.core.textmap import Piece, Spot, TextMap, Utf16
from viewer.core.transcript import Transcript

TEXTS = st.lists(st.text(st.sampled_from("ab 日𝄞"), max_size=5), max_size=8)


def spot_of(text_map, index, offset):
    """Return where a character of a segment's text stands."""
    block = text_map.block_of(index)
    return Spot(block, text_map.range_of(index)[0] + offset - text_map.block_begin(block))


@st.composite
def maps(draw):
    """Texts in blocks of any size, at least one."""
    texts = draw(TEXTS.filter(bool))
    joints = st.sampled_from(["\n", " ", "", "\u202c "])
    count = len(texts) - 1
    return TextMap(texts, draw(st.lists(joints, min_size=count, max_size=count)))


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


def test_segments_share_a_block_where_no_line_feed_parts_them():
    text_map = TextMap(["one", "two", "", "three"], [" ", "\n", ""])
    assert text_map.text == "one two\nthree"
    assert [text_map.segments_of(block) for block in (0, 1, 2)] == [range(2), range(2, 4), range(0)]
    assert spot_of(text_map, 1, 1) == Spot(0, 5)
    assert text_map.place_of(Spot(0, 3)) == (0, 3)  # the space after a text belongs to it
    assert spot_of(text_map, 3, 5) == Spot(1, 5)


def test_line_feeds_within_a_text_begin_no_block():
    text_map = TextMap(["o\nne", "two"])
    assert text_map.text == "o ne\ntwo"
    assert text_map.block_count == 2
    assert text_map.range_of(1) == (5, 8)


@given(maps())
def test_the_blocks_are_the_lines_of_the_text_and_hold_every_segment_once(text_map):
    lines = text_map.text.split("\n")
    assert text_map.block_count == len(lines)
    held = [index for block in range(len(lines)) for index in text_map.segments_of(block)]
    assert held == list(range(len(text_map)))
    for block, line in enumerate(lines):
        begin = text_map.block_begin(block)
        assert text_map.text[begin : begin + len(line)] == line
        assert all(text_map.block_of(index) == block for index in text_map.segments_of(block))


@given(maps())
def test_every_character_of_a_segment_has_its_spot_and_is_found_there_again(text_map):
    lines = text_map.text.split("\n")
    for index in range(len(text_map)):
        begin, end = text_map.range_of(index)
        for offset in range(end - begin):
            spot = spot_of(text_map, index, offset)
            assert lines[spot.block][spot.position] == text_map.text[begin + offset]
            assert text_map.place_of(spot) == (index, offset)


@given(maps())
def test_every_spot_beside_a_character_or_at_an_end_is_found_again_from_its_segment(text_map):
    for block, line in enumerate(text_map.text.split("\n")):
        for position in range(len(line) + 1):
            index, offset = text_map.place_of(Spot(block, position))
            assert index in text_map.segments_of(block)
            begin, end = text_map.range_of(index)
            assert 0 <= offset <= end - begin
            within = begin + offset == text_map.block_begin(block) + position
            assert not within or spot_of(text_map, index, offset) == Spot(block, position)
            if not within:  # the spot is in the joint behind the text
                assert begin + offset == end < text_map.block_begin(block) + position


@given(st.text(st.sampled_from("aé日𝄞😀")))
def test_utf16_offsets_become_those_of_characters(text):
    offsets = Utf16(text)
    for offset in range(len(text) + 1):
        units = len(text[:offset].encode("utf-16-le")) // 2
        assert offsets.to_offset(units) == offset
        assert offsets.to_units(offset) == units


def test_the_middle_of_a_pair_is_its_start():
    assert Utf16("a😀b").to_offset(2) == 1


def test_a_million_segments():
    count = 10**6
    said = tuple(Segment(n * 10, n * 10 + 10, "a") for n in range(count))
    talk = Transcript(said)
    assert talk.said_at(count * 10 - 5).lit == (count - 1,)
    text_map = TextMap.lines(said)
    assert text_map.block_of(count - 1) == text_map.block_count - 1 == count - 1
    assert text_map.place_of(spot_of(text_map, count // 2, 1)) == (count // 2, 1)
