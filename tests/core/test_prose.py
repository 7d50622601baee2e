"""Lines as prose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.prose import tidied, without_sounds
from viewer.core.quote import quote_segments
from viewer.core.segment import Segment
from viewer.core.transcript import Transcript


def talk(*texts):
    return Transcript(tuple(Segment(i, i + 1, text) for i, text in enumerate(texts)))


def quoted(*texts, more=()):
    return quote_segments(talk(*texts, *more), range(len(texts))).text


@pytest.mark.parametrize(
    ("lines", "more", "prose"),
    [
        (("the infor-", "mation, they said"), (), "the information, they said"),
        (("the infor\u00ad", "mation"), (), "the information"),
        (("a self-", "declared state"), ("the self-declared one",), "a self-declared state"),
        (("a self-", "declared state"), (), "a self-declared state"),
        (("I was go-", "and then I left"), ("and so on",), "I was go- and then I left"),
        (("under-", "standing it"), ("understanding is all",), "understanding it"),
        (("the year 19-", "year plan"), (), "the year 19- year plan"),
        (("in Paris -", "and home"), (), "in Paris - and home"),
        (("two  spaces   here",), (), "two spaces here"),
        ((">> When was that?",), (), "When was that?"),
        ((">> When was that?", ">>> In May."), (), "– When was that? – In May."),
        (("a >> b", "1 >>2"), (), "a – b 1 – 2"),
    ],
)
def test_what_only_the_layout_put_there_goes(lines, more, prose):
    assert quoted(*lines, more=more) == prose


ROLLING = (
    "so I went to the",
    "to the river and sat",
    "and sat down by it",
    "by it until dark",
    "until dark came",
)


def test_where_captions_roll_nothing_is_quoted_twice():
    assert quoted(*ROLLING) == "so I went to the river and sat down by it until dark came"


def test_what_is_truly_said_twice_stays():
    assert quoted("no no no", "no no no", "he said", "and left.", "Why?", "Who knows.") == (
        "no no no no no no he said and left. Why? Who knows."
    )


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("[Music] So it is.", "So it is."),
        ("So [applause] it (laughs) is. [ Musik ]", "So it is."),
        ("So it is. [upbeat music playing]", "So it is."),
        ("So it [inaudible] is [sic].", "So it [inaudible] is [sic]."),
        ("♪♪\nSo it is.", "So it is."),
        ("♪ Down by the river ♪", "♪ Down by the river ♪"),
        ("[Music]", "[Music]"),
        ("（笑）そうです。【拍手】", "そうです。"),
    ],
)
def test_sounds_go_where_they_are_not_wanted(text, kept):
    assert without_sounds(text) == kept


@given(st.lists(st.text(max_size=12), min_size=1, max_size=4))
def test_no_letter_is_lost(texts):
    def letters(parts):
        return [char for part in parts for char in part if char.isalnum()]

    said = [segment.text for segment in talk(*texts).segments]
    assert letters(tidied(talk(*texts), said)) == letters(said)
