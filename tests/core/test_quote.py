"""Quotes: exact words with their times."""

import pytest

from viewer.core.quote import quote_between, quote_range, quote_segments
from viewer.core.segment import Segment
from viewer.core.textmap import TextMap
from viewer.core.transcript import Source, Transcript
from viewer.core.turns import Turn

SOURCE = Source("A talk")


def talk(*segments):
    return Transcript(tuple(Segment(*segment) for segment in segments), source=SOURCE)


LINES = talk((0, 2_000, "One two", "A"), (2_000, 4_000, "three", "A"), (6_000, 9_000, "four", "B"))


def quoted(begin, end, transcript=LINES):
    return quote_range(transcript, TextMap.lines(transcript.segments), begin, end)


def test_a_quote_that_begins_inside_a_line_begins_about_there():
    quote = quoted(4, 13)
    assert (quote.text, quote.start_ms, quote.end_ms) == ("two three", 1_142, 4_000)
    assert quote.approximate
    assert quote.speaker == "A"
    assert quote.source == SOURCE
    assert quote.word_count == 2


def test_a_quote_knows_its_place_and_its_transcript():
    quote = quoted(4, 99)
    assert quote.exact == "two\nthree\nfour"
    places = [(line.index, line.begin, line.end, line.speaker) for line in quote.lines]
    assert places == [(0, 4, 7, "A"), (1, 0, 5, "A"), (2, 0, 4, "B")]
    assert quote.checksum == LINES.checksum != talk((0, 1, "other")).checksum
    assert quote.speakers == ("A", "B")
    assert quoted(8, 13).approximate is False


def test_several_speakers_have_turns():
    quote = quoted(4, 99)
    assert (quote.speaker, quote.text) == (None, "two three four")
    assert quote.turns == (Turn("A", "two three"), Turn("B", "four"))
    assert quoted(0, 13).turns == ()


def test_a_quote_holds_whole_words():
    assert quoted(1, 10).text == "One two three"
    assert quoted(5, 6).text == "two"
    assert quoted(2, 4).text == "One"


def test_a_song_is_quoted_in_lines():
    lines = ("Down by the river", "Where the willows grow", "We sang", "Till morning")
    song = talk(*((i, i + 1, line) for i, line in enumerate(lines)))
    assert quote_segments(song, range(2)).text == "Down by the river\nWhere the willows grow"


@pytest.mark.parametrize(("begin", "end"), [(0, 0), (3, 4), (7, 8), (50, 60)])
def test_no_words_no_quote(begin, end):
    assert quoted(begin, end) is None


def test_untimed_words_have_no_times():
    quote = quoted(0, 3, talk((None, None, "One")))
    assert (quote.text, quote.start_ms, quote.end_ms) == ("One", None, None)


def test_whole_segments():
    assert quote_segments(LINES, range(1, 3)).text == "three four"
    assert quote_segments(talk((0, 1, " ")), range(1)) is None


@pytest.mark.parametrize(
    ("start", "end", "text"),
    [
        (0, None, "One two"),
        (1_999, None, "One two"),
        (2_000, None, "three"),
        (5_000, None, None),  # in a gap, nothing is said
        (1_999, 2_000, "One two"),
        (1_999, 2_001, "One two three"),
        (4_000, 6_000, None),
        (0, 99_000, "One two three four"),
    ],
)
def test_between_two_moments(start, end, text):
    quote = quote_between(LINES, start, end)
    assert (quote and quote.text) == text


def test_a_line_of_no_length_is_meant_by_its_own_time():
    short = talk((1_000, 1_000, "x"), (5_000, 6_000, "y"))
    assert quote_between(short, 1_000, None).text == "x"
    assert quote_between(short, 1_001, None) is None


def test_before_the_first_line_nothing_is_said():
    assert quote_between(talk((5_000, 6_000, "x")), 4_000, None) is None


def test_a_line_told_at_a_moment_has_its_words_and_that_time():
    line = quote_segments(LINES, range(2, 3))
    told = line.told_at(7_500)
    assert (told.text, told.lines, told.start_ms, told.end_ms) == ("four", line.lines, 7_500, 9_000)
    assert line.told_at(9_500).end_ms == 9_500
    assert line.told_at(None) is line.told_at(6_000) is line
    assert quoted(4, 13).told_at(1_000).approximate is False
