"""Words out of a transcript as they read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.segment import Segment
from viewer.core.textmap import Piece, TextMap
from viewer.core.transcript import Transcript
from viewer.core.turns import Turn, as_it_reads, paragraphs_of, turns_of


def talk(*lines):
    return Transcript(tuple(Segment(i, i + 1, text, name) for i, (name, text) in enumerate(lines)))


TALK = talk(("Anna", "How"), ("Anna", "so?"), ("Ben", "That way."), (None, "Hm."), ("Anna", "Oh."))


def read(transcript, begin=0, end=None):
    text_map = TextMap.lines(transcript.segments)
    return as_it_reads(transcript, text_map, begin, len(text_map.text) if end is None else end)


def test_several_speakers_have_a_line_each_with_their_names():
    assert read(TALK) == "Anna: How so?\nBen: That way.\n—: Hm.\nAnna: Oh."
    assert read(TALK, 5, 13) == "Anna: o?\nBen: That"


def test_one_speaker_needs_no_name_and_who_comes_first_without_one_neither():
    assert read(TALK, 0, 7) == "How so?"
    assert read(talk((None, "One"), (None, "two."))) == "One two."
    assert read(talk((None, "One."), ("Ben", "Two."))) == "One.\nBen: Two."


def test_a_song_keeps_its_lines_inside_a_turn():
    song = talk(*(("Ann", f"{word} of the river") for word in ("Bed", "Song", "Sand", "Stone")))
    assert read(song).splitlines()[1:] == [f"{w} of the river" for w in ("Song", "Sand", "Stone")]


def test_turns_of_pieces():
    assert turns_of(TALK, [Piece(1, 0, 2), Piece(2, 0, 4)]) == (
        Turn("Anna", "so"),
        Turn("Ben", "That"),
    )
    assert list(paragraphs_of([])) == []


@pytest.mark.parametrize("empty", [0, 3])
def test_nothing_selected_reads_as_nothing(empty):
    assert read(TALK, empty, empty) == ""


LINE = st.tuples(st.sampled_from(["A", "B", None]), st.text(st.sampled_from("ab 日♪"), max_size=4))


@given(st.lists(LINE, max_size=8))
def test_no_word_is_lost(lines):
    words = "".join(text for _, text in lines)
    turns = turns_of(talk(*lines), TextMap([text for _, text in lines]).pieces(0, 999))
    assert "".join("".join(turn.text for turn in turns).split()) == "".join(words.split())
