"""Turns out of one piece whose words have several speakers."""

import pytest

from viewer.core.segment import Word
from viewer.formats.draft import Draft
from viewer.formats.kit.word_lines import Heard
from viewer.formats.kit.word_turns import add_turns, several_speak
from viewer.formats.kit.words import HalfTimed


def heard(speakers, texts="abcdef"):
    return [
        Heard(Word(i * 100, i * 100 + 100, text), text, speaker)
        for i, (text, speaker) in enumerate(zip(texts, speakers, strict=False))
    ]


@pytest.mark.parametrize(
    ("speakers", "piece", "expected"),
    [
        (["A", "A"], None, "A A"),
        ([None, None], "A", "A A"),
        ([None, None], None, "None None"),
        (["A", None, "B", None], None, "A A B B"),
        ([None, "A", "B"], None, "A A B"),
        ([None, "B", None], "A", "A B A"),
        (["A", None, "B"], "B", "A A B"),
    ],
)
def test_every_word_has_a_speaker(speakers, piece, expected):
    words = heard(speakers)
    assert several_speak(words, piece) == ("A" in expected and "B" in expected)
    assert " ".join(map(str, (one.speaker for one in words))) == expected


def test_nothing_said_has_no_speakers():
    assert not several_speak([], "A")


@pytest.mark.parametrize(("span", "times"), [
    ((0, 400), [(0, 200), (200, 400)]), ((None, None), [(None, None), (None, None)])
])  # fmt: skip
def test_words_without_times_share_those_of_the_piece(span, times):
    words = [Heard(HalfTimed(None, None, t), t, s) for t, s in zip("abcd", "AABB", strict=True)]
    draft = Draft("test")
    add_turns(draft, words, "", span)
    made = draft.finish().segments
    assert [(s.speaker, s.text) for s in made] == [("A", "a b"), ("B", "c d")]
    assert [(s.start_ms, s.end_ms) for s in made] == times
