import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.paragraphs import LONGEST, LONGEST_WORD, cut, readable
from viewer.core.segment import Segment
from viewer.core.textjoin import join_texts
from viewer.core.transcript import Transcript

SENTENCE = "One can talk about the river for a whole night, and people have done so (often)! "


def talk(*texts, start_ms=None):
    return Transcript(tuple(Segment(start_ms, start_ms, text) for text in texts))


def test_a_long_paragraph_is_cut_where_sentences_end():
    pieces = cut(SENTENCE * 1000)
    assert all(piece.startswith("One can") and piece.endswith("(often)!") for piece in pieces)
    assert all(2_500 <= len(piece) <= 5_000 for piece in pieces[:-1])
    assert " ".join(pieces) == (SENTENCE * 1000).strip()


@pytest.mark.parametrize(
    ("text", "most"),
    [
        ("word " * 20_000, 5_000),
        ("川の歴史についてお話しします。" * 2_000, 5_000),
        ("川" * 20_000, 5_000),
        ("before " * 3_000 + "x" * 20_000 + " after" * 3_000, 20_000),
    ],
)
def test_without_sentences_it_is_cut_between_words(text, most):
    pieces = cut(text)
    assert len(pieces) > 3
    assert max(map(len, pieces)) <= most
    assert join_texts(pieces) == text.strip()


@given(
    st.lists(st.sampled_from(["word", "end.", "  ", "\t", "川。", "\u2067", "x" * 6_000, "”"])),
    st.sampled_from(["", " "]),
)
def test_what_is_cut_reads_as_before(words, between):
    text = between.join(words * 20)
    read, pieces = join_texts([text]), cut(text)
    if len(text) <= LONGEST_WORD:
        assert join_texts(pieces) == read
    if max(map(len, text.split()), default=0) <= LONGEST_WORD:
        assert "".join("".join(pieces).split()) == "".join(text.split())
    assert max(map(len, pieces), default=0) <= LONGEST_WORD


def test_only_overlong_paragraphs_are_cut():
    long = SENTENCE * 200
    assert len(long) > LONGEST
    for transcript in (talk("short", SENTENCE), talk("timed", start_ms=0), talk()):
        assert readable(transcript) is transcript
    shown = readable(talk("before", long, "after")).segments
    assert (shown[0].text, shown[-1].text) == ("before", "after")
    assert " ".join(segment.text for segment in shown[1:-1]) == long.strip()


def test_the_pieces_of_a_line_with_times_share_its_time_by_their_letters():
    long = SENTENCE * 200
    spoken = Segment(10_000, 70_000, long.strip(), "Anna")
    after = Segment(80_000, 90_000, "After.")
    shown = readable(Transcript((spoken, after))).segments
    pieces = shown[:-1]
    assert shown[-1] is after
    assert (pieces[0].start_ms, pieces[-1].end_ms) == (10_000, 70_000)
    assert [a.end_ms for a in pieces[:-1]] == [b.start_ms for b in pieces[1:]]
    assert {piece.speaker for piece in pieces} == {"Anna"}
    assert [piece.end_derived for piece in pieces] == [True] * (len(pieces) - 1) + [False]
    share = len(pieces[0].text) / sum(len(piece.text) for piece in pieces)
    assert pieces[0].end_ms - 10_000 == pytest.approx(60_000 * share, abs=2)


def test_a_word_that_nothing_can_break_is_cut_off():
    (shown,) = readable(talk("x" * 1_000_000, start_ms=0)).segments
    assert shown.text == "x" * (LONGEST_WORD - 1) + "…"
