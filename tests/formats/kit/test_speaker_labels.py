"""Which beginnings of lines are speakers."""

import pytest

from viewer.formats.kit.speaker_labels import Labels, label_of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Anna: hello", "Anna"),
        ("ANNA LEE: hello", "ANNA LEE"),
        ("Dr. Jean-Luc O'Neil: hello", "Dr. Jean-Luc O'Neil"),
        ("Ludwig van Beethoven: hello", "Ludwig van Beethoven"),
        ("Ashlee Kupor (SL): hello", "Ashlee Kupor (SL)"),
        ("SPEAKER_01: hello", "SPEAKER_01"),
        ("Speaker 1: hello", "Speaker 1"),
        ("Q: why?", "Q"),
        ("Иван: привет", "Иван"),
        ("田中：はい", "田中"),
        ("יעל: שלום", "יעל"),
        ("[anyone at all]: hello", "anyone at all"),
        ("Anna:", "Anna"),
    ],
)
def test_labels(text, name):
    assert label_of(text)[0] == name


@pytest.mark.parametrize(
    "text",
    [
        "hello",
        "anna: hello",
        "Anna:hello",
        "Note: this",
        "WARNING: hot",
        "Chapter 3: The end",
        "At 10:30",
        "10: nine",
        "https://x.org",
        "This is a long sentence with many words: yes",
        "The result was this: nothing",
        ": hello",
        "[]: hello",
        "[ ]: hello",
        "[music] Anna: hello",
        '"Anna": hello',
    ],
)
def test_no_labels(text):
    assert label_of(text) is None


def test_a_name_speaks_if_it_comes_back_or_has_company():
    lines = ["Anna: yes", "Anna: no", "Fall: it fell"]
    assert Labels(lines, 100).speaks("Anna")
    assert not Labels(lines, 100).speaks("Fall")
    assert Labels(lines, 12).speaks("Fall")
    assert Labels([], 100).speaks("Anyone", certain=True)


def test_a_text_is_cut_where_speakers_begin():
    labels = Labels(["Anna: a", "Ben: b"], 2)
    assert labels.split("so\nAnna: one\ntwo\nBen: three") == [
        (None, "so"),
        ("Anna", "one\ntwo"),
        ("Ben", "three"),
    ]
