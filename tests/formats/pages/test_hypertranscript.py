"""Hypertranscripts: words with times in a page."""

import pytest

from viewer.core.segment import Word
from viewer.formats.format import Content, NothingUsableError
from viewer.formats.pages import hypertranscript

PAGE = """<html lang="en"><title>A talk</title><audio src="talk.mp3"></audio>
<article><section data-media-src="https://example.org/v.mp4"><p>
<span data-m="880" data-d="0" class="speaker">[Anna]: </span>
<span data-m="880" data-d="400">Good </span><span data-m="1280" data-d="500">morning. </span></p>
<p><a class="speaker">Ben: </a><a data-m="4000">Fine, </a><a data-m="4500">thanks.</a></p>
</section></article></html>"""


def read(text):
    content = Content.of(text)
    assert hypertranscript.claims(content)
    return hypertranscript.parse(content)


def test_words_become_lines_with_speakers():
    first, second = read(PAGE).segments
    assert (first.start_ms, first.end_ms, first.speaker) == (880, 1780, "Anna")
    assert first.text == "Good morning."
    assert first.words == (Word(880, 1280, "Good"), Word(1280, 1780, "morning."))
    assert (second.speaker, second.text) == ("Ben", "Fine, thanks.")


def test_a_word_without_duration_lasts_until_the_next():
    words = read(PAGE).segments[1].words
    assert words == (Word(4000, 4500, "Fine,"), Word(4500, 5500, "thanks."))


def test_what_the_page_names():
    transcript = read(PAGE)
    assert transcript.media == ("talk.mp3",)
    assert transcript.source.url == "https://example.org/v.mp4"
    assert (transcript.source.title, transcript.language) == ("A talk", "en")


def test_words_between_the_elements_are_put_in_between():
    page = '<p><a data-m="0" data-d="500">One </a>and <a data-m="900" data-d="100">two</a></p>'
    (segment,) = read(page).segments
    assert segment.text == "One and two"
    assert [(w.start_ms, w.end_ms, w.interpolated) for w in segment.words] == [
        (0, 500, False),
        (500, 900, True),
        (900, 1000, False),
    ]


def test_phrases_stay_lines():
    page = "".join(
        f'<p><span data-m="{i * 1000}">This is sentence number {i} of this talk.</span></p>'
        for i in range(3)
    )
    segments = read(page).segments
    assert [(s.start_ms, s.end_ms) for s in segments] == [(0, 1000), (1000, 2000), (2000, 3000)]
    assert segments[1].text == "This is sentence number 1 of this talk."


def test_a_time_that_cannot_be_read_is_reported():
    page = '<p><a data-m="0" data-d="9">a</a>\n<a data-m="x">b</a>\n<a data-m="20" data-d="9">c</a>'
    transcript = read(page)
    assert [problem.line for problem in transcript.problems] == [2]
    assert transcript.segments[0].text == "a b c"


def test_nothing_usable():
    with pytest.raises(NothingUsableError):
        read('<a data-m="1"> </a>')
