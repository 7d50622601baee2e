"""Clock text and link times from and to milliseconds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.timecode import (
    format_clock,
    format_length,
    format_seconds,
    format_span,
    format_stamp,
    fraction_ms,
    parse_time,
)


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("83", 83_000),
        ("83.5", 83_500),
        ("83,5", 83_500),
        ("1:23", 83_000),
        ("01:01:23.250", 3_683_250),
        ("01:01:23,250", 3_683_250),
        ("1h2m3s", 3_723_000),
        ("0h1m38s", 98_000),
        ("2m", 120_000),
        ("1h", 3_600_000),
        ("72s", 72_000),
        ("1m12", 72_000),
        ("72.52000000000001s", 72_520),
        (" 1:23 ", 83_000),
        ("1H2M3S", 3_723_000),
        ("90:00", 5_400_000),
        ("123:00:00", 442_800_000),
        ("0", 0),
    ],
)
def test_times(text, ms):
    assert parse_time(text) == ms


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "-5",
        "x",
        "1:75",
        "1:60:00",
        "1:2:3:4",
        ":30",
        "1:",
        "h",
        "5x",
        "nan",
        "1e3",
        "١",
        "1 2",
    ],
)
def test_no_times(text):
    assert parse_time(text) is None


@pytest.mark.parametrize(
    ("digits", "ms"),
    [
        ("", 0),
        ("6", 600),
        ("52", 520),
        ("0004", 0),
        ("0005", 1),
        ("52000000000001", 520),
        ("9996", 1000),
    ],
)
def test_fractions_are_rounded_half_up(digits, ms):
    assert fraction_ms(digits) == ms


@pytest.mark.parametrize(
    ("ms", "clock", "stamp", "seconds"),
    [
        (0, "0:00", "00:00:00.000", "0.0"),
        (35_600, "0:35", "00:00:35.600", "35.6"),
        (59_999, "0:59", "00:00:59.999", "59.999"),
        (725_000, "12:05", "00:12:05.000", "725.0"),
        (3_723_050, "1:02:03", "01:02:03.050", "3723.05"),
        (360_000_000, "100:00:00", "100:00:00.000", "360000.0"),
        (-5, "0:00", "00:00:00.000", "0.0"),
    ],
)
def test_writing(ms, clock, stamp, seconds):
    assert format_clock(ms) == clock
    assert format_stamp(ms) == stamp
    assert format_seconds(ms) == seconds


@given(st.integers(0, 10**10))
def test_what_is_written_is_read_again(ms):
    assert parse_time(format_stamp(ms)) == ms
    assert parse_time(format_stamp(ms, separator=",")) == ms
    assert parse_time(format_seconds(ms)) == ms
    assert parse_time(format_clock(ms)) == ms - ms % 1000


@pytest.mark.parametrize(
    ("begin_ms", "end_ms", "told"),
    [
        (0, 5_000, "0:00–0:05"),
        (0, 1_000, "0:00–0:01"),
        (0, 410, "0:00.0–0:00.5"),
        (59_700, 60_240, "0:59.7–1:00.3"),
        (7, 7, "0:00.0–0:00.1"),
        (3_599_950, 3_600_000, "59:59.9–1:00:00.0"),
    ],
)
def test_a_span_of_less_than_a_second_is_told_in_tenths(begin_ms, end_ms, told):
    assert format_span(begin_ms, end_ms) == told


@pytest.mark.parametrize(
    ("ms", "told"),
    [(0, "0.0 s"), (417, "0.4 s"), (59_949, "59.9 s"), (59_950, "1:00"), (3_723_000, "1:02:03")],
)
def test_lengths(ms, told):
    assert format_length(ms) == told
