"""Songs keep the ends of their lines, speech does not."""

import pytest

from viewer.core.verse import is_verse, join_lines

SONG = ["Down by the river", "Where the willows grow", "We sang till the morning", "Sang it low"]
SPEECH = [
    "Good evening, I want to begin with",
    "the river, which Anna",
    "Maria will show you on a map",
    "of the valley. It rose in May.",
    "By June it had fallen again.",
]
GERMAN = ["Das hat der", "Fluss damals", "Wasser und", "viel Schlamm", "gebracht, und", "Ben sagt"]


@pytest.mark.parametrize(
    ("lines", "verse"),
    [
        (SONG, True),
        ([*SONG, "", " and low again"], True),
        (SPEECH, False),
        (GERMAN, False),
        (SONG[:3], False),
        ([line.upper() for line in SONG], False),
        (["川は雨から", "始まり", "山を", "下ります"], False),
        ([], False),
    ],
)
def test_lines_that_begin_with_a_capital_where_no_sentence_ended_are_verse(lines, verse):
    assert is_verse(lines) is verse


def test_verse_keeps_its_breaks_and_prose_does_not():
    assert join_lines(SONG[:2], verse=True) == "Down by the river\nWhere the willows grow"
    assert join_lines([" a ", "", "b"], verse=True) == "a\nb"
    assert join_lines(["a", "b"], verse=False) == "a b"
    assert join_lines([], verse=False) == ""


def test_a_song_amid_speech_stands_in_lines_of_its_own():
    lines = ["He", "began:", "♪ La la ♪", "♫ la", "And", "left."]
    assert join_lines(lines, verse=False) == "He began:\n♪ La la ♪\n♫ la\nAnd left."


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("♪ La la la ♪ ♪ And so on ♪", "♪ La la la ♪\n♪ And so on ♪"),
        ("♪ La la, ♪ ♪ and so, ♪ ♪ and on ♪", "♪ La la, ♪\n♪ and so, ♪\n♪ and on ♪"),
        ("♪ ♪", "♪ ♪"),
        ("♪ La ♪ ♪", "♪ La ♪ ♪"),
        ("♪ La la ♪ he said", "♪ La la ♪ he said"),
    ],
)
def test_the_rows_of_a_sung_caption_stand_in_lines_of_their_own(line, read):
    assert join_lines([line], verse=False) == read
