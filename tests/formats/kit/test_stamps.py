"""Times of caption files, one by one and by columns."""

from hypothesis import given
from hypothesis import strategies as st

from viewer.core.timecode import format_stamp
from viewer.formats.kit.stamp_columns import read_columns
from viewer.formats.kit.stamps import Stamps

TIMES = st.integers(0, 99 * 3_600_000 + 3_599_999)


def test_pieces_of_a_time():
    stamps = Stamps()
    assert stamps.read("01:02", "03", "4") == 3_723_400
    assert stamps.read("02", "03", None) == 123_000
    assert stamps.read_all(["00", "01"], ["01", "59"], ["5", "9996"]) == [1_500, 120_000]


@given(st.lists(TIMES))
def test_columns_are_read_as_they_were_written(times):
    assert read_columns(map(format_stamp, times)) == times


def test_columns_take_every_digit():
    lines = ["99:99:99,999 --> 98:76:54.321"] * 2
    assert read_columns(lines) == [362_439_999, 357_414_321] * 2
