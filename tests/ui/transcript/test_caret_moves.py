"""Where the caret goes by words, beyond what the keys' own tests try."""

import pytest

from viewer.ui.transcript.caret_moves import word_beside


def walk(text, at, *, forward):
    """All places at which the caret stops on its way to the end, or back."""
    found = []
    while (after := word_beside(text, at, forward=forward)) != at:
        found.append(at := after)
    return found


@pytest.mark.parametrize(
    ("text", "stops", "back"),
    [
        ("", [], []),
        ("one two", [4, 7], [4, 0]),
        ("  one  \n\n two", [2, 7, 8, 9, 10, 13], [10, 9, 8, 7, 2, 0]),
        ("“So…” (he) ", [1, 3, 6, 7, 9, 11], [9, 7, 6, 3, 1, 0]),
        ("\n", [1], [0]),
        ("川は雨から始まる。", [1, 2, 3, 5, 8, 9], [8, 5, 3, 2, 1, 0]),
    ],
)
def test_it_stops_at_words_marks_and_ends_of_lines(text, stops, back):
    assert walk(text, 0, forward=True) == stops
    assert walk(text, len(text), forward=False) == back
