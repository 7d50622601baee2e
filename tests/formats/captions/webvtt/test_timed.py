"""Texts full of times: read many at once, they say the same as one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.segment import Word
from viewer.formats.captions.webvtt import reader as webvtt
from viewer.formats.captions.webvtt import youtube as youtube_vtt
from viewer.formats.captions.webvtt.timed import pieces_of, timed_texts, timed_words
from viewer.formats.format import Content, NothingUsableError
from viewer.formats.kit.inline_times import words_of

#: What stands between the words of a cue; stamps are written as they mostly are.
BETWEEN = st.sampled_from([
    "<00:00:01.000>", "<00:00:01.500>", "<00:00:02.000>", "<00:00:09.000>", "<c>", "</c>",
    "<00:00:02.500><c>", "<c.red>", "<v Ann>", "</v>", "<i>", "<", " ", "\n", "\xa0", "\t", "a",
    "word", " word", "two words ", "Ann: ", "é", "Ã©", ">> ", "&amp;", "&#1;", "&gt;&gt;", "漢字",
])  # fmt: skip
PAYLOADS = st.lists(st.lists(BETWEEN, max_size=9).map("".join), min_size=1, max_size=6)


def all_of(*texts):
    return list(timed_texts(texts))


def words(text, start, end):
    (timed,) = timed_texts([text])
    return timed_words(timed, start, end)


def test_times_and_what_stands_between_them():
    assert all_of("Good <00:00:01.500>day<12:34:56.789> &lt;all") == [
        ([1500, 45_296_789], ["Good ", "day", " <all"])
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a<",
        "<i>a<00:00:01.000>b",
        "a<00:00:01.000>b<",
        "a<00:01.000>b",
        "a<00:61:01.000>b",
    ],
)
def test_other_tags_or_none_are_not_for_here(text):
    assert all_of("a<00:00:01.000>b", text, "<00:00:02.000>") == [
        ([1000], ["a", "b"]),
        None,
        ([2000], ["", ""]),
    ]


def test_however_many_texts_there_are_each_keeps_its_times():
    texts = [f"a<00:00:{n % 60:02}.000>b<00:00:59.999>c" for n in range(1001)]
    assert [timed[0][0] for timed in timed_texts(texts)] == [n % 60 * 1000 for n in range(1001)]
    assert all_of() == []


def test_each_word_lasts_until_the_next_and_a_silence_is_none():
    assert words("a <00:00:01.000>b<00:00:02.000> <00:00:03.000>c\n", 500, 4000) == (
        Word(500, 1000, "a"),
        Word(1000, 2000, "b"),
        Word(3000, 4000, "c"),
    )


def test_several_words_at_a_time_and_times_out_of_order_are_read_with_care():
    assert words("a<00:00:01.000>b c", 0, 2000) == (
        Word(0, 1000, "a"),
        Word(1000, 1500, "b"),
        Word(1500, 2000, "c", interpolated=True),
    )
    assert words("a<00:00:09.000>b<00:00:01.000>c", 0, 2000) == (
        Word(0, 2000, "a"),
        Word(2000, 2000, "b"),
        Word(2000, 2000, "c"),
    )


SAID = st.sampled_from(["", " ", "a", " b ", "c\n", "d e", "\xa0f\x85", "g\nh"])


@given(SAID, st.lists(st.tuples(st.integers(0, 9), SAID), max_size=6), st.integers(0, 9))
def test_words_are_those_of_any_timed_text(first, rest, start):
    timed = [ms for ms, _ in rest], [first, *(said for _, said in rest)]
    for end in (start, 9):
        assert timed_words(timed, start, end) == words_of(pieces_of(timed, start), start, end)


@pytest.mark.parametrize("reader", [webvtt, youtube_vtt])
@given(PAYLOADS)
def test_a_file_reads_the_same_however_its_times_are_written(reader, payloads):
    cues = "".join(
        f"00:00:0{n + n // 2}.000 --> 00:00:0{n + n // 2 + 1}.010\n{payload}\n\n"
        for n, payload in enumerate(payloads)
    )
    text = f"WEBVTT\n\n{cues}"
    unusual = text.replace("<00:", "<000:")
    assert outcome(reader, text) == outcome(reader, unusual)


def outcome(reader, text):
    try:
        return reader.parse(Content.of(text))
    except NothingUsableError as error:
        return error.reason
