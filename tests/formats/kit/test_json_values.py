"""Values of any type out of a stranger's JSON."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.formats.kit.json_values import confidence, milliseconds, name, remark

ANY = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.lists(st.integers())
    | st.just(10**400) | st.just("9" * 5000) | st.just("nan") | st.just("1e999")
)  # fmt: skip


@pytest.mark.parametrize(
    ("value", "ms"),
    [
        (1, 1000), (1.5, 1500), (0.0005, 1), (6.640000000000001, 6640), ("1.5", 1500),
        ("00:00:01,500", 1500), (" 2 ", 2000), ("1:02:03.25", 3_723_250), (-0.5, -500), (0, 0),
    ],
)  # fmt: skip
def test_times(value, ms):
    assert milliseconds(value) == ms


@pytest.mark.parametrize(
    "value",
    [
        None,
        True,
        "",
        "soon",
        "nan",
        "inf",
        [],
        {},
        float("nan"),
        float("inf"),
        1e300,
        10**400,
        "9" * 99,
    ],
)
def test_what_is_no_time(value):
    assert milliseconds(value) is None


def test_a_time_can_count_milliseconds():
    assert milliseconds(1500, 1) == 1500
    assert milliseconds("1500", 1) == 1500
    assert milliseconds("00:00:01.500", 1) == 1500


@given(ANY)
def test_any_value_is_borne(value):
    assert milliseconds(value) is None or isinstance(milliseconds(value), int)
    assert confidence(value) is None or 0 <= confidence(value) <= 1
    assert name(value) is None or name(value)
    assert remark(value) is None or 0 < len(remark(value)) <= 500


def test_names_can_be_numbers():
    assert [name(value) for value in ("Anna ", 1, "", None, True)] == [
        "Anna",
        "Speaker 1",
        None,
        None,
        None,
    ]


def test_remarks_are_short_texts_and_numbers():
    assert [remark(v) for v in (" a ", 3, 0.5, True, None, "x" * 501)] == [
        "a",
        "3",
        "0.5",
        None,
        None,
        None,
    ]


@pytest.mark.parametrize(
    ("text", "value"), [("0.9979", 0.9979), ("1.0", 1.0), ("2", None), ("nan", None), ("x", None),
                        ("9" * 50, None)],
)  # fmt: skip
def test_a_confidence_can_be_a_text(text, value):
    assert confidence(text) == value
