import pytest

from viewer.core.segment import Segment
from viewer.core.transcript import Transcript
from viewer.ui.transcript.shown import Shown


def shown(*texts):
    lines = tuple(Segment(i * 1000, i * 1000 + 900, text) for i, text in enumerate(texts))
    return Shown.of(Transcript(lines))


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("𝄞 One two.", "Three two."), "two"),  # beyond the basic plane
        (("A 𝄞 one two.", "Three two."), "two"),
        (("One.", "Three two."), "two"),
        (("One too.", "Three."), None),
        ((), None),
    ],
)
def test_the_same_words_in_another_reading(texts, found):
    before, after = shown("𝄞 One two.", "Three two."), shown(*texts)
    begin = before.position_of(0, 6)
    there = before.same_words(begin, begin + 3, after)
    text = after.text_map.text
    words = there and text[after.units.to_offset(there[0]) : after.units.to_offset(there[1])]
    assert words == found


def test_of_several_places_the_nearest_counts():
    before, after = shown("a", "two", "b", "two"), shown("a", "two", "two", "b", "c", "two")
    begin = before.position_of(3)
    assert before.same_words(begin, begin + 3, after) == (
        after.position_of(2),
        after.position_of(2) + 3,
    )


def test_nothing_selected_stands_nowhere():
    one = shown("One.")
    assert one.same_words(2, 2, one) is None


def test_far_away_they_are_other_words():
    far = shown("x" * 5_000 + " two")
    assert shown("two").same_words(0, 3, far) is None
