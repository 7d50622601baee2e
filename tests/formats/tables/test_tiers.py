"""Tables with a column for each speaker."""

from pathlib import Path

import pytest

from viewer.formats import registry

HEADS = [
    "Begin Time - hh:mm:ss.ms\tBegin Time - ss.msec\tEnd Time - hh:mm:ss.ms\tIda\tBo",
    "Start\tDuration\tStop\tIda\tBo",
]


@pytest.mark.parametrize("head", HEADS)
def test_whose_column_has_words_says_them(head):
    rows = ["00:00:01.000\t1.0\t00:00:02.500\tOne.\t", "00:00:03.000\t3.0\t00:00:04.000\t\tTwo."]
    text = "\n".join([head, *rows, "00:00:05.000\t5.0\t00:00:06.000\tSo", *rows[1:] * 5])
    talk = registry.parse(text.encode(), Path("talk.txt"))
    assert [(s.start_ms, s.end_ms, s.speaker, s.text) for s in talk.segments[:2]] == [
        (1_000, 2_500, "Ida", "One."), (3_000, 4_000, "Bo", "Two.")
    ]  # fmt: skip
    assert talk.segments[-1].text == "So"


def test_rows_that_are_too_short_are_passed_over():
    text = "Ida\tBo\tStart\nOne.\t\t0:01\n\tTwo.\t0:02\nSo\n\tYes.\t0:04\n"
    talk = registry.parse(text.encode(), Path("talk.txt"))
    assert [(s.start_ms, s.speaker) for s in talk.segments if s.start_ms is not None] == [
        (1_000, "Ida"), (2_000, "Bo"), (4_000, "Bo")
    ]  # fmt: skip


def test_where_rows_have_both_it_is_a_table_as_ever():
    text = "Start\tWhom\tWhat\n0:01\tIda\tOne, two.\n0:02\tBo\tThree, four.\n0:03\tIda\tSo.\n"
    talk = registry.parse(text.encode(), Path("talk.txt"))
    assert [s.text for s in talk.segments] == ["One, two.", "Three, four.", "So."]
