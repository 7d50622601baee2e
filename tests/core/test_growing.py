"""Selections grow by words and sentences."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from viewer.core.growing import Grower
from viewer.core.reading import paragraphs
from viewer.core.segment import Segment, Word
from viewer.core.textmap import TextMap
from viewer.core.transcript import Chapter, Transcript
from viewer.core.words import count_words

UNPARTED = (
    "我们今天讨论这个问题。",
    "彼はそれを知っていません。",
    "ฉันไปโรงเรียนทุกวัน",
    "ຂ້ອຍໄປໂຮງຮຽນທຸກມື້",
)


def talk(*texts, speakers=(), pause=0, **more):
    names = [*speakers, *[None] * len(texts)]
    segments = [
        Segment(i * 1_000, i * 1_000 + 1_000 - pause, text, name)
        for i, (text, name) in enumerate(zip(texts, names, strict=False))
    ]
    return Transcript(tuple(segments), **more)


def lines(transcript):
    return Grower(transcript, TextMap.lines(transcript.segments))


def grown(grower, words):
    begin = grower.text_map.text.index(words)
    begin, end = grower.to_sentences(begin, begin + len(words))
    return grower.text_map.text[begin:end]


CHOPPED = talk("A river rose in the U.S.", "and fell. It", "rose “again.” And then", "what?", "No.")


@pytest.mark.parametrize("by", [TextMap.lines, None])
@pytest.mark.parametrize(
    ("words", "sentences"),
    [
        ("ive", "A river rose in the U.S. and fell."),
        ("fell. I", "A river rose in the U.S. and fell. It rose “again.”"),
        ("again", "It rose “again.”"),
        ("what?", "And then what?"),
        ("o.", "No."),
    ],
)
def test_both_ends_grow_over_the_ends_of_lines(by, words, sentences):
    text_map = by(CHOPPED.segments) if by else paragraphs(CHOPPED)
    assert grown(Grower(CHOPPED, text_map), words).replace("\n", " ") == sentences


def test_nothing_but_space_stays():
    assert lines(CHOPPED).to_sentences(1, 2) == (1, 2)


def test_somebody_else_or_another_chapter_ends_a_sentence():
    assert grown(lines(talk("So I", "said. And", "yes I", speakers="AAB")), "And") == "And"
    chapters = (Chapter(0, "One"), Chapter(1_000, "Two"))
    assert grown(lines(talk("So I", "said. And", chapters=chapters)), "said") == "said."


def test_without_punctuation_silence_ends_what_is_said():
    bare = talk("so I said", "and then", "we went", "home at last")
    first, second, third, fourth = bare.segments
    moved = (first, second, Segment(2_900, 3_500, third.text), Segment(4_301, 5_000, fourth.text))
    assert grown(lines(Transcript(moved)), "then") == "so I said\nand then"
    assert grown(lines(Transcript(moved)), "went") == "we went"
    near = (first, second, Segment(2_800, 3_500, third.text), Segment(4_300, 5_000, fourth.text))
    assert grown(lines(Transcript(near)), "went") == "so I said\nand then\nwe went\nhome at last"


def test_without_punctuation_a_silence_between_words_counts_where_they_have_times():
    words = (Word(0, 100, "so"), Word(100, 200, "yes"), Word(1_100, 1_200, "and"))
    timed = Transcript((Segment(0, 2_000, "so yes and", words=words),))
    assert grown(lines(timed), "s") == "so yes"
    assert grown(lines(timed), "an") == "and"


def test_without_punctuation_or_silence_the_lines_are_all_there_is():
    endless = talk(*["and then we went on and on"] * 100)
    begin, end = lines(endless).to_sentences(1_000, 1_003)
    assert lines(endless).text_map.text[begin:end] == "and then we went on and on"


def moved(grower, begin, end, *moves):
    """Return the selection after moves such as `end word on`."""
    for move in moves:
        which, by, way = move.split()
        move_by = grower.word_moved if by == "word" else grower.sentence_moved
        at = move_by(end if which == "end" else begin, forward=way == "on", is_end=which == "end")
        begin, end = (begin, at) if which == "end" else (at, end)
    return grower.text_map.text[begin:end].replace("\n", " ")


@pytest.mark.parametrize(
    ("moves", "selected"),
    [
        (["end word on"], "rose in"),
        (["end word on"] * 3, "rose in the U.S."),
        (["end word on"] * 3 + ["end word back"], "rose in the"),
        (["begin word back"], "river rose"),
        (["begin word back"] * 9, "A river rose"),
        (["end word on", "begin word on"], "in"),
        (["end sentence on"], "rose in the U.S. and fell."),
        (["end sentence on"] * 2, "rose in the U.S. and fell. It rose “again.”"),
        (["end sentence on"] * 9, "rose in the U.S. and fell. It rose “again.” And then what? No."),
        (["end sentence on"] * 2 + ["end sentence back"], "rose in the U.S. and fell."),
        (["end sentence on", "begin sentence back"], "A river rose in the U.S. and fell."),
        (["end sentence on"] * 2 + ["begin sentence on"], "It rose “again.”"),
    ],
)
def test_either_end_moves_by_words_and_sentences(moves, selected):
    assert moved(lines(CHOPPED), 8, 12, *moves) == selected


WORDS = st.text(alphabet="ab .,?“”漢。我们今天讨论のてไปโรงที่「」", max_size=12)


@settings(max_examples=60)
@given(st.lists(WORDS, min_size=1, max_size=6), st.data())
def test_what_grows_holds_what_was_selected_and_grows_once(texts, data):
    grower = lines(talk(*texts))
    length = len(grower.text_map.text)
    begin = data.draw(st.integers(0, length))
    end = data.draw(st.integers(begin, length))
    low, high = grower.to_sentences(begin, end)
    selected = grower.text_map.text[begin:end]
    assert selected.strip() in grower.text_map.text[low:high]
    assert grower.to_sentences(low, high) == (low, high)
    for forward in (True, False):
        for is_end in (True, False):
            at = grower.word_moved(begin, forward=forward, is_end=is_end)
            assert at >= begin if forward else at <= begin
            at = grower.sentence_moved(begin, forward=forward, is_end=is_end)
            assert at >= begin if forward else at <= begin


@settings(max_examples=60)
@given(st.lists(WORDS, min_size=1, max_size=4), st.booleans())
def test_words_are_gone_through_one_by_one_and_back(texts, is_end):
    grower = lines(talk(*texts))
    text = grower.text_map.text
    places = [0 if is_end else len(text)]
    while (at := grower.word_moved(places[-1], forward=is_end, is_end=is_end)) != places[-1]:
        places.append(at)
    assert len(places) - 1 == count_words(text)
    for here, before in zip(places[:1:-1], places[-2::-1], strict=False):
        assert grower.word_moved(here, forward=not is_end, is_end=is_end) == before


@pytest.mark.parametrize("text", UNPARTED)
def test_where_no_spaces_part_words_an_end_moves_in_small_steps(text):
    grower = lines(talk(text))
    at = steps = 0
    while (end := grower.word_moved(at, forward=True, is_end=True)) != at:
        assert end - at <= 9
        at, steps = end, steps + 1
    assert (at, steps) == (len(text), count_words(text))
