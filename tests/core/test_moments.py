"""When parts of a line are said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.moments import Moments, moments_of
from viewer.core.segment import Segment, Word

PLAIN = Segment(1_000, 3_000, "one two. Six")
TIMED = Segment(
    1_000,
    3_000,
    "“One two. Six”",
    words=(Word(1_100, 1_400, "One"), Word(1_500, 2_000, "two."), Word(2_200, 2_900, "Six")),
)
PARTLY = Segment(0, 1_000, "a bb cc d", words=(Word(0, 100, "a"), Word(900, 1_000, "d")))


@pytest.mark.parametrize(
    ("segment", "part", "start", "end", "approximate"),
    [
        (PLAIN, "one two. Six", 1_000, 3_000, False),
        (PLAIN, "one", 1_000, 1_500, True),
        (PLAIN, "Six", 2_500, 3_000, True),
        (Segment(1_000, 3_000, "“one two.”"), "one two", 1_000, 3_000, False),  # marks take no time
        (TIMED, "“One two. Six”", 1_100, 2_900, False),
        (TIMED, "two.", 1_500, 2_000, False),
        (TIMED, "wo. Six", 1_500, 2_900, False),
        (PARTLY, "bb cc", 222, 777, True),  # between the words that have times
        (PARTLY, "cc d", 555, 1_000, True),
        (Segment(5, None, "One"), "One", 5, 5, False),
    ],
)
def test_parts_of_a_line(segment, part, start, end, approximate):
    begin = segment.text.index(part)
    said = moments_of(segment, begin, begin + len(part))
    assert said.approximate is approximate
    assert (said.start_ms, said.end_ms) == (
        pytest.approx(start, abs=25),
        pytest.approx(end, abs=25),
    )


def test_without_times_there_are_none():
    assert moments_of(Segment(None, None, "One"), 0, 3) is None


@given(
    st.text(alphabet="ab ,.", min_size=1, max_size=30),
    st.integers(0, 5_000),
    st.integers(0, 5_000),
    st.data(),
)
def test_a_part_is_said_within_its_line_and_later_parts_later(text, start, length, data):
    segment = Segment(start, start + length, text)
    begin = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(begin + 1, len(text)))
    middle = data.draw(st.integers(begin, end))
    said = moments_of(segment, begin, end)
    assert start <= said.start_ms <= said.end_ms <= start + length
    assert moments_of(segment, middle, end).start_ms >= said.start_ms
    whole = moments_of(segment, 0, len(text))
    assert whole == Moments(start, start + length, approximate=False)
