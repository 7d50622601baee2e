"""EBU STL: blocks of bytes in five alphabets, times that count frames."""

from pathlib import Path

import pytest

from viewer.errors import TranscriptError
from viewer.formats import registry


def head(rate=25, table="00", language="09", title="A talk", begin="00000000"):
    made = f"850STL{rate}.011{table}{language}{title:<32}{'':<32}".ljust(256) + begin
    return made.ljust(1024).encode("cp850")


def block(number, start, end, text, *, part=0xFF, remark=0):
    place = bytes([0, number % 256, number // 256, part, 0, *start, *end, 20, 2, remark])
    return place + text.ljust(112, b"\x8f")


def read(*blocks, **reported):
    made = registry.parse(head(**reported) + b"".join(blocks), Path("talk.stl"))
    assert made.format == "ebu-stl"
    return made


def spans(made):
    return [(s.start_ms, s.end_ms, s.text) for s in made.segments]


@pytest.mark.parametrize(
    ("table", "language", "text", "shown", "code"),
    [
        ("00", "09", b"\x0d\x0b\x0bGood.\x0a\x8a\x8aAll \x80here\x81.", "Good. All here.", "en"),
        ("00", "08", b"Sch\xc8on gr\xc8u\xfbe\x8aich.", "Schön grüße ich.", "de"),
        ("00", "0F", b"\xcbCa va, \xc1a No\xc8el ? \xabOui\xbb", "Ça va, à Noël ? «Oui»", "fr"),
        ("00", "06", b"P\xcfr\xc2\x69li\xcfs \xe8\xcau", "Příliš Łů", "cs"),
        ("01", "56", "Добрый\x8aдень.".encode("iso8859-5"), "Добрый день.", "ru"),
        ("03", "70", "Καλή\x8aμέρα.".encode("iso8859-7"), "Καλή μέρα.", "el"),
        ("04", "6C", "יום טוב.".encode("iso8859-8"), "יום טוב.", "he"),
        ("02", "7E", "صباح الخير".encode("iso8859-6"), "صباح الخير", "ar"),
    ],
)  # fmt: skip
def test_letters_of_five_alphabets(table, language, text, shown, code):
    made = read(block(1, (0, 0, 1, 5), (0, 0, 2, 0), text), table=table, language=language)
    assert spans(made) == [(1200, 2000, shown)]
    assert (made.language, made.source.title) == (code, "A talk")


@pytest.mark.parametrize(("rate", "ms"), [(25, 40), (30, 33), (24, 42), (50, 20)])
def test_frames_by_the_head(rate, ms):
    made = read(block(0, (0, 1, 0, 1), (1, 0, 0, 0), b"Hi."), rate=rate)
    assert spans(made) == [(60_000 + ms, 3_600_000, "Hi.")]


@pytest.mark.parametrize(
    ("begin", "first", "start", "reported"),
    [
        ("10000000", (10, 0, 4, 0), 4000, 0),
        ("10000010", (10, 0, 0, 20), 400, 0),
        ("00000000", (10, 0, 4, 0), 4000, 1),
        ("        ", (1, 0, 4, 0), 4000, 1),
        ("20000000", (0, 20, 4, 0), 1_204_000, 0),
        ("99999999", (0, 0, 4, 0), 4000, 0),
    ],
)
def test_where_the_programme_begins(begin, first, start, reported):
    made = read(block(0, first, (*first[:2], 9, 0), b"Hi."), begin=begin)
    assert made.segments[0].start_ms == start
    assert len(made.problems) == reported


def test_blocks_that_go_on_and_remarks():
    made = read(
        block(0, (0, 0, 0, 0), (0, 0, 1, 0), b"Good ".ljust(112, b" "), part=0),
        block(0, (0, 0, 0, 0), (0, 0, 1, 0), b"user data", part=0xFE),
        block(0, (0, 0, 0, 0), (0, 0, 1, 0), b"day."),
        block(1, (0, 0, 1, 0), (0, 0, 2, 0), b"Who wrote this", remark=1),
        block(300, (0, 0, 2, 0), (0, 0, 3, 0), b"Anna: Yes."),
        block(301, (0, 0, 3, 0), (0, 0, 4, 0), b"Ben: No.\x8aAnna: Yes.\x8aBen: Well."),
    )
    assert [(s.start_ms, s.speaker, s.text) for s in made.segments] == [
        (0, None, "Good day."),
        (2000, "Anna", "Yes."),
        (3000, "Ben", "No."),
        (3000, "Anna", "Yes."),
        (3000, "Ben", "Well."),
    ]


def test_damage_is_reported_and_stepped_over():
    made = read(
        block(0, (0, 99, 0, 0), (0, 0, 1, 0), b"Lost."),
        block(1, (0, 0, 2, 0), (0, 0, 1, 0), b"Early."),
        block(2, (0, 0, 3, 0), (0, 0, 250, 0), b"Endless."),
        block(3, (0, 0, 4, 0), (0, 0, 5, 0), b"Cut off.")[:20],
    )
    assert [(s.start_ms, s.end_derived, s.text) for s in made.segments] == [
        (2000, True, "Early."),
        (3000, True, "Endless."),
        (4000, False, "Cut"),
    ]
    assert [problem.message for problem in made.problems] == [
        "The times of subtitle 0 could not be read; it was left out.",
        "The file breaks off inside a subtitle; what is left of it is shown.",
        "This cue ends before it starts; its end was estimated.",
    ]


@pytest.mark.parametrize("data", [b"850STL25.01", head(), head() + bytes(128), head() + b"x"])
def test_nothing_said_is_a_sentence(data):
    with pytest.raises(TranscriptError, match=r"coded for television \(EBU STL\)"):
        registry.parse(data, Path("talk.stl"))
