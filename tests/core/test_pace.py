import pytest

from viewer.core.pace import rushed_in
from viewer.core.segment import Segment


def lines(*lengths_ms, chars=40):
    """Lines of so many characters that take so long each, one after another."""
    made, start = [], 0
    for length in lengths_ms:
        made.append(Segment(start, start + length, "x" * chars))
        start += length
    return made


def test_three_lines_too_fast_together_are_marked_with_their_pace():
    assert rushed_in(lines(2000, 500, 500, 500, 2000)) == {1: 80, 2: 80, 3: 80}


@pytest.mark.parametrize(("length", "count"), [(1000, 0), (999, 4)])
def test_forty_characters_a_second_can_be_said(length, count):
    assert len(rushed_in(lines(*[length] * 4))) == count


def test_one_or_two_fast_lines_are_no_sign():
    assert rushed_in(lines(2000, 500, 500, 3000, 2000)) == {}
    assert rushed_in(lines(100, 100)) == {}


def test_a_line_that_had_its_time_among_fast_ones_is_none_of_them():
    hurried = [Segment(0, 1000, "x" * 30), *(Segment(1000, 1100, "y" * 90) for _ in range(3))]
    assert set(rushed_in(hurried)) == {1, 2, 3}


def test_lines_that_are_said_at_once_take_the_time_of_all():
    overlapping = [
        Segment(0, 3000, "x" * 35),
        Segment(0, 3000, "y" * 35),
        Segment(100, 3000, "z" * 35),
    ]
    assert rushed_in(overlapping) == {}


def test_lines_without_times_or_words_are_passed_over():
    some = lines(500, 500, 500)
    blank, untimed = Segment(1000, 1000, " "), Segment(None, None, "x" * 90)
    assert set(rushed_in([some[0], blank, some[1], untimed, some[2]])) == {0, 2, 4}
    assert set(rushed_in(lines(0, 0, 0))) == {0, 1, 2}
