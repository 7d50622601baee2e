"""Audacity's labels."""

import pytest

from viewer.formats.format import Content, NothingUsableError
from viewer.formats.tables import audacity as audacity_labels

LABELS = "0.880000\t2.280000\tGood morning.\n\\\t120.0\t4000.0\n3.5\t3.500000\tA moment\n"


def read(text):
    content = Content.of(text)
    assert audacity_labels.claims(content)
    return audacity_labels.parse(content)


def test_labels_moments_and_frequencies():
    transcript = read(LABELS)
    assert [(s.start_ms, s.end_ms, s.text) for s in transcript.segments] == [
        (880, 2280, "Good morning."),
        (3500, 13_500, "A moment"),
    ]
    assert transcript.segments[1].end_derived
    assert transcript.problems == ()


def test_speakers_commas_and_carriage_returns():
    transcript = read("\ufeff0,500000\t1,000000\tAnna: One\r\n1,000000\t2,000000\tBen: Two\r\n")
    assert [(s.start_ms, s.speaker, s.text) for s in transcript.segments] == [
        (500, "Anna", "One"),
        (1000, "Ben", "Two"),
    ]


def test_damage_is_reported_with_its_line():
    rows = "".join(f"{i}.000000\t{i + 1}.000000\tword {i}\n" for i in range(9))
    transcript = read(rows + "what?\n9.000000\t8.000000\tback\n9.5\t9.6\t\n-1.000000\t1.0\tfirst\n")
    assert [problem.line for problem in transcript.problems] == [10, 11, 12]
    assert transcript.segments[0].start_ms == transcript.segments[1].start_ms == 0
    assert len(transcript.segments) == 11


def test_nothing_usable():
    with pytest.raises(NothingUsableError):
        read("1.000000\t2.000000\t\n")


@pytest.mark.parametrize("text", ["1\t2\tcounts", "start\tend\ttext\n0\t1\ta", "0.5 1.5 a", ""])
def test_other_tables_are_not_claimed(text):
    assert not audacity_labels.claims(Content.of(text))
