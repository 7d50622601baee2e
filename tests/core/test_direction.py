"""In which direction a text reads."""

import pytest

from viewer.core.direction import reads_rightwards


@pytest.mark.parametrize(
    ("text", "rightwards"),
    [
        ("1948: It is", True),
        ("(1948) שלום Haifa", False),
        ("مرحبا", False),
        ("1948 …", None),
        ("", None),
    ],
)
def test_the_first_letter_with_a_direction_tells_which_way_a_text_reads(text, rightwards):
    assert reads_rightwards(text) is rightwards
