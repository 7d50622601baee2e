"""Times alone on their lines, among lines that begin with theirs."""

from pathlib import Path

import pytest

from viewer.formats import registry


def rows(text):
    talk = registry.parse(text.encode(), Path("talk.txt"))
    return [
        (s.start_ms, None if s.end_derived else s.end_ms, s.speaker, s.text) for s in talk.segments
    ]


@pytest.mark.parametrize("around", ["[{}]", "({})"])
def test_without_words_below_they_are_ends(around):
    a, b, c, d = (around.format(f"00:00:0{second}.50") for second in (1, 4, 5, 8))
    assert rows(f"{a} Ida: One.\n{b}\n\n{c} Bo: Two.\nThree.\n{d}\n") == [
        (1_500, 4_500, "Ida", "One."), (5_500, 8_500, "Bo", "Two. Three.")
    ]  # fmt: skip


def test_with_words_below_they_begin_these():
    text = "[0:01] Ida: One.\n\n[5:00]\n\nTwo.\n[5:04]\nBo: Three.\n\n[5:09] Ida: Four.\n"
    assert rows(text) == [
        (1_000, None, "Ida", "One."), (300_000, None, "Ida", "Two."),
        (304_000, None, "Bo", "Three."), (309_000, None, "Ida", "Four."),
    ]  # fmt: skip


def test_a_time_before_the_words_above_ends_nothing():
    assert rows("[0:05] One.\n[0:03]\n[0:07] Two.\n") == [
        (5_000, None, None, "One."), (7_000, None, None, "Two.")
    ]  # fmt: skip


def test_a_bare_time_that_is_said_on_a_line_of_its_own_is_no_other_lines():
    text = "0:01 Ida: When?\n0:05 Bo: At\n10:30\nor at\n0:03\n0:12 Ida: Fine.\n"
    assert rows(text) == [
        (1_000, None, "Ida", "When?"), (5_000, None, "Bo", "At 10:30 or at 0:03"),
        (12_000, None, "Ida", "Fine."),
    ]  # fmt: skip
