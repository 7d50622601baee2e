"""Written SubRip reads as it was."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.shown_captions import segments_of, spoken_segments
from viewer.core.segment import Segment
from viewer.core.transcript import Transcript
from viewer.errors import ExportError
from viewer.formats.captions import subrip, subrip_writer
from viewer.formats.format import Content


def written(*segments):
    return subrip_writer.write(Transcript(segments))


@given(st.lists(spoken_segments(), min_size=1, max_size=8))
def test_writing_then_reading_gives_the_same_segments(segments):
    segments = segments_of(segments)
    transcript = subrip.parse(Content.of(written(*segments)))
    assert transcript.segments == segments
    assert not transcript.problems


@pytest.mark.parametrize("arrow", ["-->", "->", "–>", "→", "--&gt;"])
@pytest.mark.parametrize("end", ["", "00:00:02,000"])
def test_a_text_that_looks_like_a_time_line_stays_text(arrow, end):
    segments = tuple(Segment(i, i, f"00:00:01,000 {arrow} {end}".strip()) for i in range(3))
    transcript = subrip.parse(Content.of(written(*segments)))
    assert [s.text for s in transcript.segments] == [s.text for s in segments]
    assert not transcript.problems


def test_a_file_looks_as_people_write_it():
    talk = (
        Segment(0, 1500, "Good morning.", "Anna"),
        Segment(1500, 3_600_000, "Note: R&D, a < b", None),
        Segment(3_600_000, 3_600_001, "Yes.", "Anna"),
    )
    assert written(*talk) == (
        "1\n00:00:00,000 --> 00:00:01,500\nAnna: Good morning.\n\n"
        "2\n00:00:01,500 --> 01:00:00,000\nNote: R&D, a < b\n\n"
        "3\n01:00:00,000 --> 01:00:00,001\nAnna: Yes.\n\n"
    )


def test_a_name_that_would_not_be_read_as_one_stands_in_brackets():
    assert "\n[Note]: this\n" in written(Segment(0, 1, "this", "Note"))
    assert "\n[a &#93; b]: this\n" in written(Segment(0, 1, "this", "a ] b"))


def test_a_text_that_would_be_read_as_a_speaker_is_shielded():
    assert "\n<b></b>Anna: that is me\n" in written(Segment(0, 1, "Anna: that is me"))


def test_a_hundred_hours_and_more():
    segment = Segment(360_000_000, 2_000_000_001, "late")
    assert subrip.parse(Content.of(written(segment))).segments == (segment,)


def test_lines_without_times_cannot_be_written():
    with pytest.raises(ExportError, match="without times"):
        written(Segment(None, None, "one"), Segment(None, None, "two"))


def times_of(*segments):
    read = subrip.parse(Content.of(written(*segments))).segments
    return [(each.start_ms, each.end_ms, each.text) for each in read]


LOST = Segment(None, None, "lost")


def test_lines_without_times_among_others_are_said_between_them():
    found, late = Segment(2_000, 3_000, "found"), Segment(5_000, 6_000, "late")
    assert times_of(LOST, found, LOST, late, LOST) == [
        (0, 2_000, "lost"),
        (2_000, 3_000, "found"),
        (3_000, 5_000, "lost"),
        (5_000, 6_000, "late"),
        (6_000, 6_350, "lost"),
    ]


def test_several_lines_without_times_are_spread_by_length_over_one_another():
    longer = Segment(None, None, "nine lost")
    assert times_of(LOST, longer, LOST, Segment(20_000, 21_000, "found")) == [
        (0, 5_000, "lost"),
        (5_000, 15_000, "nine lost"),
        (15_000, 20_000, "lost"),
        (20_000, 21_000, "found"),
    ]


def test_a_line_whose_end_is_guessed_shares_its_time_with_those_below_it():
    block = Segment(10_000, 14_000, "time", end_derived=True)
    assert times_of(block, LOST, LOST, Segment(16_000, 17_000, "next")) == [
        (10_000, 12_000, "time"),
        (12_000, 14_000, "lost"),
        (14_000, 16_000, "lost"),
        (16_000, 17_000, "next"),
    ]


def test_lines_without_times_that_have_no_room_are_said_with_the_one_before():
    a, c = Segment(0, 9_000, "a"), Segment(2_000, 3_000, "c")
    assert times_of(a, LOST, LOST, c) == [
        (0, 9_000, "a"),
        (0, 1_000, "lost"),
        (1_000, 2_000, "lost"),
        (2_000, 3_000, "c"),
    ]
    assert times_of(LOST, a)[:1] == [(0, 9_000, "lost")]
    assert times_of(c, LOST, replace(c, text="d"))[1] == (2_000, 3_000, "lost")
    assert times_of(c, LOST, Segment(3_000, 4_000, "d"))[1] == (2_000, 3_000, "lost")
