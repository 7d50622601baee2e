"""LRC: several times a line, times of words, the offset, tags."""

from pathlib import Path

import pytest

from viewer.formats import registry
from viewer.formats.captions import lrc
from viewer.formats.format import Content, NothingUsableError


def read(text):
    content = Content.of(text)
    assert lrc.claims(content)
    return lrc.parse(content)


def spans(talk):
    return [(s.start_ms, s.end_ms, s.text) for s in talk.segments]


def test_lines_and_tags():
    talk = read("[ti:A song]\n[ar:Anna]\n[length: 1:02]\n\n[00:01.00]One\n[00:03.5] Two\n")
    assert spans(talk) == [(1_000, 3_500, "One"), (3_500, 13_500, "Two")]
    assert all(segment.end_derived for segment in talk.segments)
    assert (talk.source.title, talk.source.channel, talk.duration_ms) == ("A song", "Anna", 62_000)


def test_a_line_that_comes_twice():
    talk = read("[00:01.00][00:09.00]Chorus\n[00:05.00]Verse\n")
    assert [s.text for s in talk.segments] == ["Chorus", "Verse", "Chorus"]


def test_an_empty_line_ends_the_one_before():
    talk = read("[00:01.00]One\n[00:03.00]\n[00:09.00]Two\n")
    assert spans(talk)[0] == (1_000, 3_000, "One")
    assert not talk.segments[0].end_derived


@pytest.mark.parametrize(("offset", "start_ms"), [("500", 500), ("+500", 500), ("-500", 1_500)])
def test_the_offset_brings_forward(offset, start_ms):
    assert read(f"[offset:{offset}]\n[00:01.00]One\n").segments[0].start_ms == start_ms


def test_an_offset_that_is_none():
    talk = read("[offset:soon]\n[00:01.00]One\n")
    assert [problem.line for problem in talk.problems] == [1]


def test_words():
    talk = read("[00:01.00]<00:01.00>One <00:01.50>two <00:02.00>\n[00:05.00]Three\n")
    assert [(w.start_ms, w.end_ms, w.text) for w in talk.segments[0].words] == [
        (1_000, 1_500, "One"), (1_500, 2_000, "two")
    ]  # fmt: skip
    assert spans(talk)[0] == (1_000, 2_000, "One two")


def test_words_of_a_line_that_comes_twice_move_along():
    talk = read("[00:01.00][00:11.00]One <00:01.50>two\n")
    assert [word.start_ms for s in talk.segments for word in s.words] == [
        1_000, 1_500, 11_000, 11_500
    ]  # fmt: skip


def test_voices_are_speakers():
    talk = read("[00:01.00]F: One\n[00:02.00]M: Two\n[00:03.00]D: Three\n[00:04.00]Four\n")
    assert [s.speaker for s in talk.segments] == ["F", "M", "D", None]


def test_a_line_without_time_is_reported():
    assert [p.line for p in read("[00:01.00]One\nstray\n").problems] == [2]


def test_the_suffix_does_not_matter():
    assert registry.parse(b"[00:01.00]One\n[00:02.00]Two\n", Path("x.lrc")).format == "lrc"
    assert registry.parse(b"[ti:x]\n[00:01]One\n", Path("x")).format == "lrc"


@pytest.mark.parametrize("text", ["[00:00:12] text\n", "[Music]\n", "[00:12] a\n[00:13] b\n"])
def test_what_is_not_claimed(text):
    assert not lrc.claims(Content.of(text))


def test_nothing_usable():
    with pytest.raises(NothingUsableError):
        lrc.parse(Content.of("[ti:x]\n[00:01.00]\n"))


def test_hundreds_of_times_on_one_line_are_cut():
    talk = read("[00:01.00]" * 500 + "x")
    assert len(talk.segments) == 100
    assert talk.problems


def test_hours_are_told_from_hundredths():
    talk = read("[59:59.00]One.\n[1:00:02.50]Two, <1:00:03.00>so.\n[01:00:04.00]\n")
    assert [(s.start_ms, s.end_ms, s.text) for s in talk.segments] == [
        (3_599_000, 3_602_500, "One."), (3_602_500, 3_604_000, "Two, so.")
    ]  # fmt: skip
    assert talk.segments[1].words[-1].start_ms == 3_603_000
    assert not talk.problems


def test_hundredths_behind_a_colon():
    text = "[00:12:50]One <00:13:25>line\n[01:03:20]two[x:1]\n[03:59:99]three\n"
    assert lrc.claims(Content.of(text))
    starts = [segment.start_ms for segment in lrc.parse(Content.of(text)).segments]
    assert starts == [12_500, 63_200, 239_990]
