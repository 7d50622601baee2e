"""Whatever stands in its fields, a written transcript reads as it was: nothing gained or lost."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from viewer.core.segment import Segment
from viewer.core.transcript import Chapter, Source, Transcript
from viewer.formats import registry
from viewer.formats.format import Content

#: What means something in one of the formats that are written.
PIECES = [
    "---", "\\---", "--", "-->", "->", "- ", "* ", "*", "# Fake", "**Fake:** ", "**", "\\", "]",
    ")]",
    "*  Not said. [[00:00:01](https://x.org/a?t=1s)]", "[[0:01](https://x.org/a?t=1s)]",
    "**Fake:** [May 4, 2017](https://x.org/a)", "[May 4, 2017](javascript:alert(1))", "\n", "\r\n",
    "00:00:01.000 --> 00:00:09.000", "00:00:01,000 --> 00:00:09,000", "00:01 → 00:09", "7", "\n\n",
    "WEBVTT", "NOTE a", "STYLE", "Language: de", "<v Eve>", "</v>", "<b></b>", "<i>", "&lt;",
    "&#45;",
    "<00:00:01.500>", "{\\an8}", "Anna: ", "[Anna]: ", "：", "=cmd()", "'", "''", "+", "-1",
    "@S", "\t",
    '"', ",", ";", "start\tend\ttext", "javascript:alert(1)", "\x1b[31m", "\0", "\u2028",
    "a", " ", "é",
]  # fmt: skip
ANY = st.lists(st.sampled_from(PIECES), max_size=4).map("".join).map(lambda text: text.strip(" "))
NAMES = (
    st.none()
    | ANY.map(lambda text: f"Anna {text}".strip())
    | st.sampled_from(["Anna --", "Ben", "@S"])
)
WRITTEN = pytest.mark.parametrize("known", registry.writable(), ids=lambda known: known.name)


@st.composite
def transcripts(draw):
    """A transcript of a few timed lines with hostile text wherever text can stand."""
    said = draw(st.lists(st.tuples(ANY, NAMES), min_size=1, max_size=4))
    return Transcript(
        tuple(
            Segment(1000 * at, 1000 * at + 900, text, name or None)
            for at, (text, name) in enumerate(said)
        ),
        source=Source(
            draw(ANY), draw(ANY), date(2017, 5, 4), draw(ANY | st.just("https://x.org/a"))
        ),
        language=draw(ANY),
        description=draw(st.lists(ANY).map("\n".join)),
        keywords=tuple(draw(st.lists(ANY, max_size=2))),
        chapters=(Chapter(0, draw(ANY)),),
        metadata=draw(st.dictionaries(ANY, ANY, max_size=2)),
        media=tuple(draw(st.lists(ANY, max_size=1))),
    )


def read_back(known, transcript):
    assert known.write is not None
    return known.parse(Content.of(known.write(transcript)))


def words_of(text):
    """Return a text with one blank where there are several: captions keep no more."""
    return " ".join((text or "").split())


@WRITTEN
@given(transcripts())
def test_every_line_comes_back_with_its_words_and_its_speaker(known, talk):
    if known.name == "plain-text" or not any(segment.text for segment in talk.segments):
        return
    again = read_back(known, talk)
    assert [(s.start_ms, words_of(s.text), words_of(s.speaker)) for s in again.segments] == [
        (s.start_ms, words_of(s.text), words_of(s.speaker)) for s in talk.segments
    ]
    assert again.language in (None, talk.language)


@given(transcripts())
@example(Transcript((Segment(0, 900, "x"),), description="a\n\t\\---\n ---"))
def test_the_archive_keeps_title_channel_and_description_apart(talk):
    again = read_back(registry.by_name("archive-markdown"), talk)
    assert (again.source.title, again.source.channel) == (talk.source.title, talk.source.channel)
    assert again.source.url in ("", talk.source.url)
    assert again.description.split() == talk.description.split()
    assert set(again.metadata) <= {*(k.replace(":", "").strip() for k in talk.metadata)} | {
        "Video Keywords", "Media"
    }  # fmt: skip


@given(transcripts())
def test_json_keeps_everything(talk):
    again = read_back(registry.by_name("cueline-json"), talk)
    reported = [
        (t.source, t.language, t.description, t.keywords, t.chapters, t.media)
        for t in (again, talk)
    ]
    assert reported[0] == reported[1]
    assert (again.segments, again.metadata) == (talk.segments, talk.metadata)


@given(transcripts())
def test_plain_text_has_as_many_lines_as_were_said(talk):
    written = registry.by_name("plain-text").write(talk)
    turns = sum(1 for line in written.split("\n")[:-1] if line)
    assert turns <= len(talk.segments)
    assert written.isprintable() or set(written) <= set(written.replace("\n", "")) | {"\n"}


@given(ANY, ANY)
def test_a_line_without_a_time_in_the_archive_gets_none(text, name):
    talk = Transcript(
        (Segment(None, None, f"a{text}".strip(), f"Anna {name}".strip()),), source=Source("A")
    )
    again = read_back(registry.by_name("archive-markdown"), talk)
    assert again.segments == talk.segments


def test_a_date_links_to_nothing_but_the_web():
    source = Source("A", "B", date(2017, 5, 4), "javascript:alert(1)//")
    written = registry.by_name("archive-markdown").write(Transcript((), source=source))
    assert "javascript" not in written
    assert "[May 04, 2017]()" in written
