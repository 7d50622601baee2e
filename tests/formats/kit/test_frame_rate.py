"""How many frames are a second: told by the file, or by its numbers."""

from pathlib import Path

import pytest

from viewer.formats import registry
from viewer.formats.kit.frame_rate import frame_rate


@pytest.mark.parametrize(
    ("numbers", "frames"),
    [([0, 12], 25), ([23], 25), ([24], 25), ([25], 30), ([29], 30), ([49], 50), ([59], 60),
     (list(range(24)) * 4, 24), (list(range(25)) * 4, 25), ([99], 100), ([], 25)],
)  # fmt: skip
def test_numbers_tell_the_rate(numbers, frames):
    rate = frame_rate(numbers)
    assert rate.frames == frames
    assert str(frames) in rate.guess


@pytest.mark.parametrize(
    ("head", "frames", "hour_ms"),
    [
        ("Frame Rate: 23.976\n", 24, 3_603_600),
        ("# 23,976 fps\n", 24, 3_603_600),
        ("FRAMERATE=24\n", 24, 3_600_000),
        ("Bildrate 25 fps\n", 25, 3_600_000),
        ("29.97 fps, 01:00:00:00\n", 30, 3_603_600),
        ("29.97 fps, 01:00:00;00\n", 30, 3_600_000),
    ],
)
def test_what_the_file_says_is_believed(head, frames, hour_ms):
    rate = frame_rate([3, 12], head)
    assert (rate.frames, rate.ms(3_600_000, 0), rate.guess) == (frames, hour_ms, "")


def test_what_the_numbers_contradict_is_not_believed():
    assert frame_rate([29], "24 fps").frames == 30


@pytest.mark.parametrize("text", ["Good day.", "Добрый день.", "早上好。"])
def test_a_stated_rate_is_no_guess(text):
    data = f"Frame rate: 24\n\n00:00:01:12 - 00:00:02:00\nAnna\n{text}\n".encode()
    made = registry.parse(data, Path("talk.txt"))
    assert [(s.start_ms, s.text[-len(text) :]) for s in made.segments] == [(1500, text)]
    assert not made.problems
