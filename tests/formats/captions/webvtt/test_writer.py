"""Written WebVTT reads as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.shown_captions import segments_of, spoken_segments
from viewer.core.segment import Segment, Word
from viewer.core.transcript import Transcript
from viewer.errors import ExportError
from viewer.formats.captions.webvtt import reader as webvtt
from viewer.formats.captions.webvtt import writer
from viewer.formats.format import Content


def written(*segments, language=None):
    return writer.write(Transcript(segments, language=language))


def read_back(*segments):
    transcript = webvtt.parse(Content.of(written(*segments)))
    assert not transcript.problems
    return transcript.segments


@st.composite
def with_words(draw):
    """A segment whose words have times, with silences between them."""
    texts = draw(st.lists(st.text("aé.,<&>:漢", min_size=1, max_size=5), min_size=1, max_size=5))
    times = sorted(
        draw(st.lists(st.integers(0, 10**6), min_size=2 * len(texts), max_size=2 * len(texts)))
    )
    pairs = zip(times[::2], times[1::2], texts, strict=True)
    words = tuple(Word(begin, end, text) for begin, end, text in pairs)
    return Segment(
        times[0], times[-1] + draw(st.integers(0, 900)), " ".join(texts), None, False, words
    )


@given(st.lists(spoken_segments(), max_size=8))
def test_writing_then_reading_gives_the_same_segments(segments):
    segments = segments_of(segments)
    if segments:
        assert read_back(*segments) == segments


@given(with_words())
def test_words_come_back_with_their_times(segment):
    assert read_back(segment) == (segment,)


def test_a_file_looks_as_people_write_it():
    segments = (
        Segment(0, 1500, "R&D <b> -->", "Anna & Ben"),
        Segment(
            1500, 2000, "good day", None, False, (Word(1500, 1700, "good"), Word(1700, 2000, "day"))
        ),
    )
    assert written(*segments, language="en") == (
        "WEBVTT\nLanguage: en\n\n"
        "00:00:00.000 --> 00:00:01.500\n<v Anna &amp; Ben>R&amp;D &lt;b&gt; --&gt;</v>\n\n"
        "00:00:01.500 --> 00:00:02.000\ngood <00:00:01.700>day\n\n"
    )


def test_a_silence_after_a_word_is_kept():
    words = (Word(0, 400, "one,"), Word(900, 1000, "two"))
    segment = Segment(0, 2000, "one, two", "Anna", False, words)
    assert read_back(segment) == (segment,)


def test_words_that_are_not_in_the_text_are_left_out_and_the_text_is_whole():
    segment = Segment(0, 2000, "1984", None, False, (Word(0, 900, "nineteen"),))
    assert read_back(segment)[0].text == "1984"


def test_spread_times_are_not_written_as_if_they_were_known():
    words = (Word(0, 500, "ab"), Word(500, 1000, "cd", None, True), Word(1000, 2000, "e"))
    segment = Segment(0, 2000, "ab cd e", None, False, words)
    assert "<00:00:00.500>" not in written(segment)
    assert read_back(segment) == (segment,)


def test_the_language_comes_back():
    text = written(Segment(0, 1, "eins"), language="de")
    assert webvtt.parse(Content.of(text)).language == "de"


def test_lines_without_times_cannot_be_written():
    with pytest.raises(ExportError, match="without times"):
        written(Segment(None, None, "one"))
