"""Segments read as paragraphs."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.reading import MOST_WORDS, WORDS, paragraphs, reads_as_prose
from viewer.core.segment import Segment
from viewer.core.transcript import Chapter, Transcript

LINE = "and then they went on down to the river"  # nine words
OTHER = "so they all came home along the same road"


def many(count):
    """So many lines of nine words, of which no two in a row are equal."""
    return [(LINE, OTHER)[number % 2] for number in range(count)]


def talk(*lines, gap_ms=0):
    """A transcript of these lines, two seconds each; a line is a text, or a name and a text."""
    pairs = [(None, line) if isinstance(line, str) else line for line in lines]
    step = 2000 + gap_ms
    return Transcript(
        tuple(
            Segment(i * step, i * step + 2000, text, name) for i, (name, text) in enumerate(pairs)
        )
    )


def delayed(transcript, index, ms):
    """The same with a pause of so many milliseconds before a segment."""
    segments = list(transcript.segments)
    for i in range(index, len(segments)):
        one = segments[i]
        segments[i] = replace(one, start_ms=one.start_ms + ms, end_ms=one.end_ms + ms)
    return replace(transcript, segments=tuple(segments))


def read(transcript):
    return paragraphs(transcript).text.split("\n")


def test_lines_are_joined_as_prose():
    assert read(talk("We went down", "to the river.", "It was", "dry.")) == [
        "We went down to the river. It was dry."
    ]
    assert read(talk("川は雨から", "始まります。", "次に")) == ["川は雨から始まります。次に"]


def test_another_speaker_begins_a_paragraph():
    lines = talk(("Ann", "Did you"), ("Ann", "see it?"), ("Ben", "No."), ("Ann", "Well."))
    assert read(lines) == ["Did you see it?", "No.", "Well."]


@pytest.mark.parametrize(("pause", "count"), [(2_499, 1), (2_500, 2)])
def test_a_pause_begins_a_paragraph(pause, count):
    lines = delayed(talk("It rained.", "It rained more.", "It stopped."), 1, pause)
    assert len(read(lines)) == count


def test_a_blank_segment_ends_a_paragraph_and_makes_none_of_its_own():
    lines = talk("", "One.", "", "Two.", " ", "", "Three.")
    assert [line.strip() for line in read(lines)] == ["One.", "Two.", "Three."]


def test_a_chapter_begins_a_paragraph():
    lines = talk("One.", "Two.", "Three.", "Four.")
    lines = replace(lines, chapters=(Chapter(0, "A"), Chapter(3_500, "B"), Chapter(99_000, "C")))
    assert read(lines) == ["One. Two.", "Three.", "Four."]


def test_a_long_paragraph_ends_with_the_sentence():
    lines = [f"{LINE}." if i % 3 == 2 else LINE for i in range(30)]
    counts = [len(line.split()) for line in read(talk(*lines))]
    assert all(WORDS <= count < WORDS + 27 for count in counts[:-1])
    assert all(line.endswith(".") for line in read(talk(*lines)))


def test_an_abbreviation_ends_no_paragraph():
    lines = [*many(8), "They came from the U.S.", "and went to see Dr.", "Smith there. And so."]
    assert len(read(talk(*lines, *lines))[0].split()) == sum(len(line.split()) for line in lines)


def test_speech_without_punctuation_breaks_at_its_longest_pause_past_120_words():
    lines = delayed(talk(*many(20), gap_ms=100), 9, 700)
    assert [len(line.split()) for line in read(lines)] == [81, 99]
    assert [len(line.split()) for line in read(talk(*many(13)))] == [117]


def test_no_paragraph_is_cut_near_its_beginning():
    lines = delayed(talk(*many(20)), 1, 2_000)
    assert all(40 <= len(line.split()) <= MOST_WORDS for line in read(lines))


def test_sentences_that_end_within_lines_alone_still_make_paragraphs():
    lines = ["the river. And then they went on down to", "a road. So they all came home along"] * 30
    assert all(len(line.split()) <= 2 * MOST_WORDS for line in read(talk(*lines)))


def test_verse_keeps_its_lines():
    lines = ("♪ The river runs", "♪ and runs along")
    assert read(talk("They sang.", *lines, "Again", "they sang.")) == [
        "They sang.",
        *lines,
        "Again they sang.",
    ]


def test_paragraphs_of_a_file_without_times_stay():
    whole = Transcript(tuple(Segment(None, None, text) for text in ("One. Two.", "Three.")))
    assert read(whole) == ["One. Two.", "Three."]
    chopped = Transcript(tuple(Segment(None, None, text) for text in ("One and", "two are", "3.")))
    assert read(chopped) == ["One and two are 3."]


def test_open_direction_marks_end_with_their_line():
    assert read(talk("\u202babc", "def")) == ["\u202babc\u202c def"]


@pytest.mark.parametrize(
    ("lines", "prose"),
    [
        (("One.", "Two,", "three."), False),
        (("One and", "two and", "three."), True),
        (("One and", "two.", "", ""), False),
        ((), True),
    ],
)
def test_what_is_better_read_in_paragraphs_the_first_time(lines, prose):
    assert reads_as_prose(talk(*lines)) is prose


def test_what_has_no_times_is_read_in_paragraphs_but_for_verse():
    assert reads_as_prose(Transcript((Segment(None, None, "One."),)))
    verse = ("The river runs", "And runs along", "And ever on", "Until the sea", "It sings")
    assert not reads_as_prose(Transcript(tuple(Segment(None, None, line) for line in verse)))


@given(st.lists(st.sampled_from(["", " ", "a b.", "One and", LINE, f"{LINE}.", "川。", "♪ la"])))
def test_every_segment_is_in_the_text_once_and_no_paragraph_is_empty(lines):
    transcript = talk(*lines)
    text_map = paragraphs(transcript)
    for index, line in enumerate(lines):
        begin, end = text_map.range_of(index)
        assert text_map.text[begin:end] == line
    if any(line.strip() for line in lines):
        assert all(line.strip() for line in text_map.text.split("\n"))
