"""Dates as English pages write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.dates import format_american_date, format_date, parse_date


@pytest.mark.parametrize(
    "text",
    [
        "May 24, 2017",
        "May 24th, 2017",
        "24 May 2017",
        "2017-05-24",
        "20170524",
        "2017-05-24T10:00Z",
    ],
)
def test_one_day_in_many_ways(text):
    assert parse_date(text) == date(2017, 5, 24)


@pytest.mark.parametrize("text", ["Sep 1, 2020", "Sept. 1, 2020", "September 01, 2020"])
def test_short_months(text):
    assert parse_date(text) == date(2020, 9, 1)


@pytest.mark.parametrize(
    "text", ["", "Mayday 1, 2017", "February 30, 2020", "2017-13-01", "soon", "5"]
)
def test_no_dates(text):
    assert parse_date(text) is None


def test_writing():
    assert format_date(date(2017, 5, 4)) == "4 May 2017"
    assert format_american_date(date(2017, 5, 4)) == "May 04, 2017"


@given(st.dates(min_value=date(1000, 1, 1)))
def test_what_is_written_is_read_again(day):
    assert parse_date(format_date(day)) == day
    assert parse_date(format_american_date(day)) == day
