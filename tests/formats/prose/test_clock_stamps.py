"""Times in running text, in all their shapes, and what only looks like one."""

import pytest

from viewer.formats.prose.clock_stamps import StampReader

LINK = "https://www.youtube.com/watch?v=ID"


@pytest.mark.parametrize(
    ("text", "start_ms"),
    [
        ("0:12", 12_000), ("1:02:03", 3_723_000), ("100:00", 6_000_000), ("00:00:01.5", 1_500),
        ("00:00:01,250", 1_250), ("[0:12]", 12_000), ("(00:00:12)", 12_000), (r"\[01:02\]", 62_000),
        ("**[0:12]**", 12_000), ("<0:12>", 12_000), (f"[[00:00:12]({LINK}&t=12)]", 12_000),
        (f"[0:12]({LINK}&t=13.5s)", 13_500), ("([0:12](https://youtu.be/ID&t=14))", 14_000),
        ("[0:12](https://youtu.be/ID?t=1m12s)", 72_000), (f"[0:12]({LINK}&t=0h1m38s)", 98_000),
        (f"[0:12]({LINK}#t=5)", 5_000), ("[0:12](https://www.youtube.com/embed/ID?start=9)", 9_000),
        (f"[0:12]({LINK}&t=3&t=4)", 4_000), (f"[0:12]({LINK})", 12_000),
        ("[0:12](https://www.youtube.com/live/ID?t=7)", 7_000),
    ],
)  # fmt: skip
def test_a_time_is_read_whole(text, start_ms):
    stamp = StampReader().read(f"x{text} y", 1)
    assert (stamp.start_ms, stamp.begin, stamp.end) == (start_ms, 1, 1 + len(text))


@pytest.mark.parametrize(
    "text", ["12", "a0:12", "0:12:", "12:345", "0:60", "9:5", "[0:12", "0:12]", "(0:12]", "2:30 pm"]
)
def test_what_is_no_time(text):
    stamp = StampReader().read(text)
    assert stamp is None or (text, stamp.end) == ("0:12:", 4)


@pytest.mark.parametrize("arrow", ["-->", " --> ", "->", "-", " – "])
def test_a_range(arrow):
    stamp = StampReader().read(f"[0:12{arrow}0:15.5] a")
    assert (stamp.start_ms, stamp.end_ms, stamp.bracketed) == (12_000, 15_500, True)


def test_a_bare_time_is_not_bracketed():
    assert not StampReader().read("0:12 a").bracketed
    assert not StampReader().read("**0:12** a").bracketed
