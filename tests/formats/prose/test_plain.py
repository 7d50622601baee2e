"""Plain text: lines without times, and what is no text to read."""

from pathlib import Path

import pytest

from viewer.errors import UnknownFormatError
from viewer.formats import registry
from viewer.formats.format import Content, NothingUsableError
from viewer.formats.kit.dialogue import is_dialogue
from viewer.formats.prose import plain as plain_text


def test_a_line_a_segment():
    talk = registry.parse(b"One.\n\n  Two: 2.\r\nThree.", Path("x.unknown"))
    assert talk.format == "plain-text"
    assert [segment.text for segment in talk.segments] == ["One.", "Two: 2.", "Three."]
    assert not talk.timed
    assert not talk.speakers


def test_a_conversation_has_speakers():
    talk = plain_text.parse(Content.of("Anna: Hi.\nBen: Hi.\n\nAnna: So?\nWell.\nBen:\nNo.\n"))
    assert [(s.speaker, s.text) for s in talk.segments] == [
        ("Anna", "Hi."), ("Ben", "Hi."), ("Anna", "So?"), ("Anna", "Well."), ("Ben", "No.")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ['{"a": 1}', '[{"a": 1}]', "<?xml version='1.0'?><a/>", "<!doctype html><p>x", "  \n"]
)
def test_data_and_pages_are_refused(text):
    with pytest.raises(UnknownFormatError):
        registry.parse(text.encode(), Path("x.txt"))


def test_a_damaged_caption_file_does_not_become_text():
    assert registry.parse(b"[Music] and more\n", Path("x.txt")).format == "plain-text"
    with pytest.raises(Exception, match="Cannot read"):
        registry.parse(b"WEBVTT\n\nNOTE nothing\n", Path("x.vtt"))


def test_nothing_but_blanks():
    with pytest.raises(NothingUsableError):
        plain_text.parse(Content.of(" \n"))


@pytest.mark.parametrize(
    ("names", "lines", "expected"),
    [
        ("ABAB", 8, True), ("AAAA", 4, False), ("ABCD", 4, False), ("ABAB", 90, False),
        ("ABABCDEFG", 9, False), ("", 0, False),
    ],
)  # fmt: skip
def test_what_a_dialogue_is(names, lines, expected):
    assert is_dialogue(names, lines) is expected


@pytest.mark.parametrize(
    "name", ["Speaker {}", "SPEAKER_0{}", "Sprecher {}:", "**Speaker {}**", "发言人{}"]
)
def test_a_recognisers_name_alone_is_the_speaker_of_what_is_below(name):
    text = "A talk\n\n" + "\n".join(f"{name.format(n)}\nGood day.\nYes.\n" for n in (1, 2, 1))
    made = plain_text.parse(Content.of(text))
    shown = [name.format(n).strip(":*") for n in (1, 2, 1)]
    assert [segment.text for segment in made.segments] == ["A talk", *["Good day.", "Yes."] * 3]
    assert [segment.speaker for segment in made.segments] == [
        None,
        *(n for n in shown for _ in "ab"),
    ]


def test_a_line_that_only_names_somebody_is_text():
    made = plain_text.parse(Content.of("Speaker 1\nGood day.\nYes.\n"))
    assert [segment.text for segment in made.segments] == ["Speaker 1", "Good day.", "Yes."]


@pytest.mark.parametrize("colon", ["", ":"])
def test_names_that_come_back_alone_above_words_are_speakers(colon):
    text = "A talk\n\n" + "".join(
        f"{who}{colon}\nGood day.\nYes.\n\n" for who in ("Anna Berg", "Ben") * 2
    )
    made = plain_text.parse(Content.of(text))
    assert [(s.speaker, s.text) for s in made.segments] == [
        (None, "A talk"),
        *((who, said) for who in ("Anna Berg", "Ben") * 2 for said in ("Good day.", "Yes.")),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Chorus\nLa la.\n\nAll night\nlong.\n\nChorus\nLa la.\n\nWe go\nhome.\n",
        "Anna\n\nBen\n\nAnna\n\nBen\n\n",
        "Anna\nGood day.\n\nBen\nYes.\n",
        "Good day\nall.\n\nOne more\none.\n\nGood day\nto you.\n\nOne more\nso.\n\na\nb\n\nc\nd",
    ],
)
def test_lines_above_others_are_no_names(text):
    made = plain_text.parse(Content.of(text))
    assert {segment.speaker for segment in made.segments} == {None}


def test_names_that_are_said_or_listed_stay():
    text = "Anna\nBen\n\nAnna\nWho is here?\n\nBen\nAnna\nand me.\n\nAnna\nYes.\n\nBen\nGood.\n"
    made = plain_text.parse(Content.of(text))
    assert [(s.speaker, s.text) for s in made.segments] == [
        (None, "Anna"),
        (None, "Ben"),
        ("Anna", "Who is here?"),
        ("Ben", "Anna"),
        ("Ben", "and me."),
        ("Anna", "Yes."),
        ("Ben", "Good."),
    ]
