"""Stamps of f4 and MAXQDA, wherever they stand."""

import pytest

from viewer.formats.format import Content, NothingUsableError
from viewer.formats.prose import f4 as f4_text


def read(text):
    content = Content.of(text)
    assert f4_text.claims(content)
    return f4_text.parse(content)


def rows(transcript):
    return [(s.start_ms, s.end_ms, s.speaker, s.text) for s in transcript.segments]


CLOSING = """Interview in Bern
I: How are you? #00:00:05-1#
B: Fine. #00:00:12-2#
And very well. #00:00:20#

I: Good. #01:00:25-40#
"""


def test_stamps_that_close_paragraphs():
    transcript = read(CLOSING)
    assert rows(transcript) == [
        (0, 5100, "I", "How are you?"),
        (5100, 12_200, "B", "Fine."),
        (12_200, 20_000, None, "And very well."),
        (20_000, 3_625_400, "I", "Good."),
    ]
    assert transcript.description == "Interview in Bern"
    assert not any(segment.end_derived for segment in transcript.segments)


def test_stamps_that_open_paragraphs():
    text = "Title\n\n#00:00:01-0# I: One?\n#00:00:02-5#B: Two.\nB: Three.\n#00:00:03-0#I: Four.\n"
    transcript = read(text)
    assert rows(transcript) == [
        (1000, 2500, "I", "One?"),
        (2500, 3000, "B", "Two."),
        (2500, 3000, "B", "Three."),
        (3000, 13_000, "I", "Four."),
    ]
    assert all(segment.end_derived for segment in transcript.segments)


def test_stamps_within_a_paragraph_keep_the_speaker():
    text = "B: One, #00:00:02-0# two. #00:00:04-0#\nI: Three. #00:00:06-0#\nB: Four. #00:00:07-0#"
    assert rows(read(text))[:3] == [
        (0, 2000, "B", "One,"),
        (2000, 4000, "B", "two."),
        (4000, 6000, "I", "Three."),
    ]


def test_what_follows_the_last_stamp_is_kept():
    assert rows(read("B: One. #00:00:02-0#\nB: Two."))[-1] == (2000, 12_000, "B", "Two.")


def test_stamps_that_run_back_are_reported():
    transcript = read("A: One. #00:00:09-0#\nB: Two. #00:00:04-0#\r\nA: Three. #00:00:12-0#")
    assert [problem.line for problem in transcript.problems] == [2]
    assert len(transcript.segments) == 3


def test_nothing_usable():
    with pytest.raises(NothingUsableError):
        read("#00:00:09-0# #00:00:10-0#")


def test_hash_signs_alone_are_no_stamps():
    assert not f4_text.claims(Content.of("# Title\n00:00:01 Hello #1\n#00:00:61-0#"))


def test_a_stamp_behind_words_ends_them_where_others_begin_lines():
    made = read("#00:00:01-0# I: One? #00:00:02-5#\n#00:00:04-0# B: Two. #00:00:09-1#\n")
    assert [(s.start_ms, s.end_ms, s.end_derived, s.text) for s in made.segments] == [
        (1_000, 2_500, False, "One?"), (4_000, 9_100, False, "Two.")
    ]  # fmt: skip


@pytest.mark.parametrize("stamp", ["[{}]", "({})", " [{}.0]"])
def test_times_in_brackets_close_lines_as_stamps_do(stamp):
    first, second, third = (stamp.format(f"00:0{minute}:05") for minute in (1, 2, 3))
    text = f"I: How 00:00:59 is it? {first}\nB: Fine. {second}\nAnd so on, {third}\n"
    assert f4_text.claims(Content.of(text))
    made = f4_text.parse(Content.of(text))
    assert [(s.start_ms, s.end_ms, s.text) for s in made.segments] == [
        (0, 65_000, "How 00:00:59 is it?"), (65_000, 125_000, "Fine."),
        (125_000, 185_000, "And so on,"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["Ida Sund", "Speaker 1", "**Ida**", "Dr. Bo"])
def test_times_in_brackets_behind_names_begin_turns(name):
    text = f"{name} [00:00:05]\nWell.\n{name} [00:00:09]\nYes.\n"
    assert not f4_text.claims(Content.of(text))
