"""Written archive Markdown reads as it was."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from viewer.core.oneline import one_line
from viewer.core.segment import Segment
from viewer.core.transcript import Source, Transcript
from viewer.formats import registry
from viewer.formats.draft import Draft
from viewer.formats.format import Claim, Content
from viewer.formats.prose.archive import reader as archive_markdown
from viewer.formats.prose.archive import writer
from viewer.formats.text import repaired

URLS = st.sampled_from(["", "https://www.youtube.com/watch?v=AbC", "https://x.org/talk.mp3"])


def read_back(transcript):
    return archive_markdown.parse(Content.of(writer.write(transcript)))


def drafted(texts, starts, source):
    draft = Draft(archive_markdown.NAME, source)
    for text, start in zip(texts, starts, strict=False):
        draft.segment(start, None, text)
    return draft.finish()


@st.composite
def shown_texts(draw):
    text = one_line(repaired(draw(st.text(max_size=40))))
    assume(one_line(repaired(text)) == text)
    return text


@given(st.lists(shown_texts(), min_size=1), st.sets(st.integers(0, 10**8), min_size=30), URLS)
def test_writing_then_reading_gives_the_same_segments(texts, starts, url):
    talk = drafted(texts, sorted(starts), Source("A talk", "Channel", date(2017, 5, 4), url))
    again = read_back(talk)
    assert again.segments == talk.segments
    assert again.source == talk.source
    assert not again.problems


@given(st.lists(shown_texts().filter(lambda text: not text.endswith(")]")), min_size=1))
def test_untimed_segments_come_back(texts):
    talk = drafted(texts, [None] * len(texts), Source("A talk"))
    assert read_back(talk).segments == talk.segments


def test_what_the_file_says_of_itself_comes_back(seed):
    talk = archive_markdown.parse(Content.of(seed.read_text(encoding="utf-8")))
    again = read_back(talk)
    assert again == talk


def test_what_other_formats_know_is_written_too():
    talk = drafted(["Hi."], [1_500], Source("A talk"))
    talk = replace(talk, duration_ms=62_500, keywords=("a", "b"), media=("talk.mp4",))
    again = read_back(talk)
    assert (again.duration_ms, again.keywords, again.media) == (62_500, ("a", "b"), ("talk.mp4",))


SPEAKERS = st.one_of(
    st.none(), st.sampled_from(["Anna", "**", "\\", "a:** b", "Dr. *Who*\\"]), shown_texts()
)
LOOKALIKES = st.sampled_from(["**Anna:** Hi.", "\\**Anna:** Hi.", "**Anna:**", "** :** a", ""])


@given(st.lists(st.tuples(SPEAKERS, st.one_of(LOOKALIKES, shown_texts())), min_size=1))
def test_speakers_come_back(said):
    draft = Draft(archive_markdown.NAME)
    for start, (speaker, text) in enumerate(said):
        draft.segment(1000 * start, None, text, speaker=speaker)
    talk = draft.finish()
    assert read_back(talk).segments == talk.segments


def test_a_speaker_is_a_bold_name_in_front_of_the_words():
    draft = Draft("other")
    draft.segment(0, None, "Good morning.", speaker="Anna")
    text = writer.write(draft.finish())
    assert "*  **Anna:** Good morning. [[00:00:00](" in text


@pytest.mark.parametrize("title", ["", "A talk"])
@pytest.mark.parametrize("metadata", [{}, {"Place": "Rome"}])
def test_what_has_neither_times_nor_source_is_known_again(title, metadata):
    said = [("Anna", "Good day."), (None, "And you?"), ("Bob", "Fine. " * 20_000)]
    segments = tuple(Segment(None, None, text.strip(), who) for who, text in said)
    made = Transcript(segments, source=Source(title), metadata=metadata)
    text = writer.write(made)
    assert archive_markdown.claims(Content.of(text[: registry.SAMPLE])) is not Claim.NO
    again = registry.parse(text.encode(), Path("copy.md"))
    assert again.segments == segments
    assert again.format == "archive-markdown"


def test_a_list_among_other_words_is_none():
    listed = "# To do\n*  Buy wheat\n*  Sell it\n\nThat is all.\n"
    assert archive_markdown.claims(Content.of(listed)) is Claim.NO


@pytest.mark.parametrize("rule", ["----------", "---8<---", "---"])
def test_a_rule_in_the_description_hides_nothing_of_what_has_neither_times_nor_source(rule):
    segments = (Segment(None, None, "Good day."), Segment(None, None, "And you?"))
    made = Transcript(segments, source=Source("A talk"), description=f"Above\n{rule}\nBelow")
    again = registry.parse(writer.write(made).encode(), Path("copy.md"))
    assert (again.format, again.segments) == ("archive-markdown", segments)
    assert again.description == made.description
