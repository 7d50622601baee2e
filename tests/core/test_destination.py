"""Times in any form, links, numbers of lines."""

import pytest

from viewer.core.destination import Destination, destination
from viewer.core.segment import Segment
from viewer.core.transcript import Transcript

HOUR = 3_600_000
TRANSCRIPT = Transcript(
    tuple(Segment(i * 60_000, i * 60_000 + 5_000, f"{i}") for i in range(1, 90))
)
UNTIMED = Transcript((Segment(None, None, "a"), Segment(None, None, "b")))


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("62m", 62 * 60_000),
        ("1:02:03", HOUR + 123_000),
        ("1h2m3s", HOUR + 123_000),
        ("1h 2m 3s", HOUR + 123_000),
        ("83s", 83_000),
        ("83.5", 83_500),
        ("https://youtu.be/abcdefghijk?t=90", 90_000),
        ("https://example.org/talk.mp4#t=1:30", 90_000),
        (" 1:30 ", 90_000),
        ("2 min", 120_000),
        ("1 hour 2 minutes 3 seconds", HOUR + 123_000),
        ("1h02'03\"", HOUR + 123_000),
        ("5\u2032", 300_000),
        ("t=1m30s", 90_000),
        ("\u06f1:\u06f3\u06f0", 90_000),
        ("\uff11\uff1a\uff13\uff10", 90_000),
        ("9h", 89 * 60_000 + 5_000),
    ],
)
def test_times(text, ms):
    there = destination(text, TRANSCRIPT)
    assert (there.index, there.ms) == (TRANSCRIPT.said_at(ms).followed, ms)


@pytest.mark.parametrize(
    ("text", "index", "ms"),
    [("0:16", 1, 16_400), ("16.0s", 1, 16_400), ("0:16.2", 0, 16_200), ("t=16", 1, 16_400),
     ("https://youtu.be/abcdefghijk?t=16", 1, 16_400), ("0:17", 1, 17_000), ("0:12", 0, 12_600)],
)  # fmt: skip
def test_a_time_as_it_is_shown_names_the_line_beside_which_it_stands(text, index, ms):
    talk = Transcript(
        (Segment(12_600, 16_400, "It remains."), Segment(16_400, 23_400, "But the militants"))
    )
    assert destination(text, talk) == Destination(index, ms)


def test_a_moment_before_the_first_line_has_no_line():
    assert destination("0:10", TRANSCRIPT) == Destination(None, 10_000)


def test_the_end_is_the_recordings():
    assert destination("9h", TRANSCRIPT, 2 * HOUR).ms == 2 * HOUR
    assert destination("9h", TRANSCRIPT, 2 * HOUR).past
    assert not destination("2h", TRANSCRIPT, 2 * HOUR).past


def test_numbers_of_lines():
    assert destination("3", TRANSCRIPT) == Destination(2, 180_000, numbered=True)
    assert destination("line 3", TRANSCRIPT) == destination("3", TRANSCRIPT)
    assert destination("#2", UNTIMED) == Destination(1, None, numbered=True)


@pytest.mark.parametrize(
    "text", ["", "0", "90", "abc", "1:99", "https://example.org/", "t=", "-5", "min", "x=4", "50²"]
)
def test_nothing_is_named(text):
    assert destination(text, TRANSCRIPT) is None


def test_without_times_there_is_no_moment():
    assert destination("1:30", UNTIMED) is None
