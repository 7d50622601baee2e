"""Transana's marks, in text and in RTF."""

from pathlib import Path

import pytest

from viewer.formats import registry
from viewer.formats.format import Claim, Content
from viewer.formats.prose import transana

RTF = (
    r"{\rtf1\ansi\ansicpg1252 \'a4{\v <0>}(0:00:00.0) Anna: Good day.\par"
    r"\'a4{\v <2500>}(0:00:02.5) Ben: Yes.\par}"
)


def rows(data):
    made = registry.parse(data.encode() if isinstance(data, str) else data, Path("talk.txt"))
    return [(s.start_ms, s.end_ms, s.speaker, s.text) for s in made.segments]


def test_words_stand_behind_their_marks_with_who_says_them():
    text = (
        "A talk\n\n¤<500>Anna: Good day.\n¤<2500>(0:00:02.5) Ben: Yes. ¤<4200>And you?\n"
        "¤ <6000> (0:45) a clock of its own.\n"
    )
    assert rows(text) == [
        (500, 2500, "Anna", "Good day."), (2500, 4200, "Ben", "Yes."), (4200, 6000, "Ben", "And "
                                                                                           "you?"),
        (6000, 16_000, None, "(0:45) a clock of its own."),
    ]  # fmt: skip
    assert registry.parse(text.encode(), Path("talk.txt")).description == "A talk"
    assert rows(text.encode("cp1252").replace(b"\n", b"\r\n")) == rows(text)


def test_a_name_may_stand_before_the_mark():
    text = "Anna: ¤<0>Good day.\nBen: ¤<2500>Yes.\nAnna: ¤<4000>No.\n"
    assert rows(text) == [
        (0, 2500, "Anna", "Good day."), (2500, 4000, "Ben", "Yes."), (4000, 14_000, "Anna", "No."),
    ]  # fmt: skip


def test_several_behind_one_mark_are_spread_and_that_is_told():
    made = transana.parse(Content.of("¤<0>Anna: Good day.\nBen: Good day.\n¤<4000>Anna: So.\n"))
    assert [(s.start_ms, s.speaker) for s in made.segments] == [
        (0, "Anna"),
        (2000, "Ben"),
        (4000, "Anna"),
    ]
    assert [problem.line for problem in made.problems] == [1]


def test_documents_hold_it_too():
    made = registry.parse(RTF.encode(), Path("talk.rtf"))
    assert made.format == "rtf"
    assert [(s.start_ms, s.speaker, s.text) for s in made.segments] == [
        (0, "Anna", "Good day."), (2500, "Ben", "Yes."),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["¤ 5\n", "¤<a>b\n", "<500>a\n", ""])
def test_other_text_is_none(text):
    assert transana.claims(Content.of(text)) is Claim.NO
