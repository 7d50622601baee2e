"""Chapters in descriptions."""

import pytest

from viewer.formats.kit.chapters import chapters_in


def reported(text):
    return [(c.start_ms // 1000, c.title) for c in chapters_in(text)]


@pytest.mark.parametrize(
    "text",
    [
        "00:00 Intro\n01:05 The middle",
        "0:00 - Intro\n1:05 – The middle",
        "(0:00) Intro\n(1:05) The middle",
        "[00:00:00] Intro\n[00:01:05] The middle",
        "• 0:00: Intro\n• 1:05: The middle",
        "⏱️ 0:00 | Intro\n⏱️ 1:05 | The middle",
        "Intro 0:00\nThe middle - 1:05",
        "Intro (0:00)\nThe middle (1:05)",
        "Watch it!\n\n0:00 Intro\nsomething between\n1:05 The middle\n\nhttps://x.org",
    ],
)
def test_a_list_of_chapters(text):
    assert reported(text) == [(0, "Intro"), (65, "The middle")]


def test_hours():
    assert reported("0:00 a\n59:59 b\n1:00:00 c")[-1] == (3600, "c")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0:00 Only one",
        "Live at 9:30\nand again 10:30",
        "5:10 a\n4:00 b\n3:00 c",
        "0:00\n1:00\n2:00",
        "12:34:56:78 a\n12:35:56:78 b\n12:36:56:78 c",
    ],
)
def test_no_list_of_chapters(text):
    assert reported(text) == []


def test_the_longest_rising_list_wins():
    assert reported("0:00 x\n1:00 y\n\n0:00 a\n1:00 b\n2:00 c") == [(0, "a"), (60, "b"), (120, "c")]
