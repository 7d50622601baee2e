"""TMPlayer's captions."""

import pytest

from viewer.formats.captions import tmplayer
from viewer.formats.format import Claim, Content, NothingUsableError


def rows(text):
    content = Content.of(text)
    assert tmplayer.claims(content) is Claim.SURE
    return [(s.start_ms, s.end_ms, s.text) for s in tmplayer.parse(content).segments]


@pytest.mark.parametrize(
    "text",
    [
        "00:00:01:Good day.|All of you.\n00:00:04:\n01:00:05:{Y:i}Yes.\n",
        "0:00:01:/Good day.|/All of you.\n0:00:04:\n1:00:05:Yes.\n",
        "00:00:01,1=Good day.\n00:00:01,2=All of you.\n00:00:04,1=\n01:00:05,1=Yes.\n",
        "\ufeff00:00:01=Good day.|All of you.\r\n00:00:04=\r\n01:00:05=Yes.\r\n",
    ],
)
def test_each_way_to_write_it(text):
    assert rows(text) == [(1_000, 4_000, "Good day. All of you."), (3_605_000, 3_615_000, "Yes.")]


def test_a_number_is_a_word_and_what_is_no_line_is_told():
    text = "00:00:01:1984 was|long\nstray\n00:00:05:Yes.\n00:00:07:No.\n"
    made = tmplayer.parse(Content.of(text))
    assert [s.text for s in made.segments] == ["1984 was long", "Yes.", "No."]
    assert [problem.line for problem in made.problems] == [2]


@pytest.mark.parametrize(
    "text",
    ["00:00:01: Good | day\n00:00:02: Yes.\n", "00:00:01:12 Good\n", "10:00:01 a|b\n", "a|b\n", ""],
)
def test_other_text_with_clocks_is_none(text):
    assert tmplayer.claims(Content.of(text)) is Claim.NO


def test_nothing_said_is_told():
    with pytest.raises(NothingUsableError):
        tmplayer.parse(Content.of("00:00:01:\n"))
