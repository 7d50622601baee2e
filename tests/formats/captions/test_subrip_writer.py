"""Written SubRip reads as it was."""

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


def test_lines_without_times_among_others_are_said_between_them():
    lost, found = Segment(None, None, "lost"), Segment(2_000, 3_000, "found")
    text = written(lost, found, lost, Segment(5_000, 6_000, "late"), lost)
    assert [(s.start_ms, s.end_ms, s.text) for s in subrip.parse(Content.of(text)).segments] == [
        (0, 2_000, "lost"),
        (2_000, 3_000, "found"),
        (3_000, 5_000, "lost"),
        (5_000, 6_000, "late"),
        (6_000, 6_000, "lost"),
    ]


def test_a_line_without_times_between_two_that_overlap_takes_no_time():
    text = written(Segment(0, 9_000, "a"), Segment(None, None, "b"), Segment(2_000, 3_000, "c"))
    assert [s.start_ms for s in subrip.parse(Content.of(text)).segments] == [0, 2_000, 2_000]
