"""Our own JSON: nothing is lost, and what is odd costs only itself."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.core.oneline import one_line
from viewer.core.segment import Segment, Word
from viewer.core.timecode import LATEST_MS
from viewer.core.transcript import Chapter, Source, Transcript
from viewer.formats.format import Content, NothingUsableError
from viewer.formats.own import reader as cueline_json
from viewer.formats.own import writer

MS = st.integers(0, LATEST_MS)
TEXT = st.text(max_size=12)
LINE = st.text(max_size=12).map(one_line).filter(lambda text: one_line(text) == text)


@st.composite
def spans(draw):
    return tuple(sorted((draw(MS), draw(MS))))


@st.composite
def words(draw):
    sure = draw(st.none() | st.floats(0, 1))
    return Word(*draw(spans()), draw(LINE), sure, draw(st.booleans()))


@st.composite
def segments(draw):
    timed = draw(st.booleans())
    start, end = draw(spans()) if timed else (None, None)
    return Segment(
        start,
        end,
        draw(LINE),
        draw(st.none() | LINE),
        timed and draw(st.booleans()),
        tuple(draw(st.lists(words(), max_size=3))),
        draw(st.none() | TEXT),
    )


TRANSCRIPTS = st.builds(
    Transcript,
    segments=st.lists(segments(), min_size=1, max_size=5).map(tuple),
    format=st.just(cueline_json.NAME),
    source=st.builds(Source, TEXT, TEXT, st.none() | st.dates(), TEXT),
    duration_ms=st.none() | MS,
    language=st.none() | st.text(min_size=1, max_size=5),
    description=TEXT,
    keywords=st.lists(TEXT, max_size=3).map(tuple),
    chapters=st.lists(st.builds(Chapter, MS, LINE), max_size=3).map(tuple),
    metadata=st.dictionaries(TEXT, TEXT, max_size=3),
    media=st.lists(TEXT, max_size=2).map(tuple),
)


def read(value):
    text = value if isinstance(value, str) else json.dumps(value)
    return cueline_json.parse(Content.of(text))


def ours(**more):
    return {"format": "cueline-transcript", "version": 1, **more}


@given(TRANSCRIPTS)
def test_everything_comes_back(talk):
    written = writer.write(talk)
    assert cueline_json.claims(Content.of(written[:65_536]))
    written.encode()  # no half of a pair is left as it is
    assert read(written) == talk


def test_a_segment_is_a_line():
    talk = Transcript((Segment(0, 900, "Hi."), Segment(None, None, "“Yes”", "Anna")))
    lines = writer.write(talk).splitlines()
    assert '  {"start_ms": 0, "end_ms": 900, "text": "Hi."},' in lines
    assert '  {"start_ms": null, "end_ms": null, "speaker": "Anna", "text": "“Yes”"}' in lines


def test_an_end_that_is_missing_is_derived():
    made = read(
        ours(segments=[{"start_ms": 0, "text": "a"}, {"start_ms": 700, "end_ms": 800, "text": "b"}])
    )
    assert made.segments[0] == Segment(0, 700, "a", end_derived=True)


def test_an_odd_segment_costs_only_itself():
    good = {"start_ms": 1, "end_ms": 2, "text": "good"}
    odd = [
        None,
        {"start_ms": 1},
        {**good, "start_ms": "1"},
        {**good, "end_ms": 0},
        {**good, "words": [1]},
    ]
    made = read(json.dumps(ours(segments=[*odd, good]), indent=1))
    assert [(s.start_ms, s.text) for s in made.segments] == [
        (None, "good"), (None, "good"), (1, "good"), (1, "good"),
    ]  # fmt: skip
    assert [problem.message.split()[1] for problem in made.problems] == ["1", "2", "3", "4", "5"]
    assert made.problems[0].line == 5


def test_odd_values_are_as_if_they_were_not_there():
    odd = ours(source=3, duration_ms="1", language=[], keywords=["a", 1],
               metadata={"a": 1, "b": "c"}, chapters=[{"start_ms": 1}], media=None,
               description=None, segments=[{"text": "a", "speaker": 4}])  # fmt: skip
    made = read(odd)
    assert made.source == Source()
    assert (made.duration_ms, made.language, made.keywords) == (None, None, ("a",))
    assert made.metadata == {"b": "c"}
    assert made.segments == (Segment(None, None, "a"),)
    assert [p.message for p in made.problems] == [
        "Chapter 1 has no time or no title and was left out."
    ]


def test_a_newer_version_says_so():
    made = read(ours(version=2, segments=[{"text": "a"}], colours=["red"]))
    assert "newer version" in made.problems[0].message


def test_a_file_cut_off_keeps_whole_lines():
    talk = Transcript(tuple(Segment(i, i + 1, f"No. {i}") for i in range(100)), cueline_json.NAME)
    written = writer.write(talk)
    made = read(written[: len(written) // 2])
    assert made.segments == talk.segments[: len(made.segments)]
    assert len(made.segments) > 40
    assert "breaks off" in made.problems[0].message


@pytest.mark.parametrize("value", [{}, [], {"format": "x"}, ours(), ours(segments=[]), "", "{"])
def test_nothing_usable_is_one_reason(value):
    with pytest.raises(NothingUsableError):
        read(value)


def test_what_other_formats_say_of_problems_is_not_taken_along():
    talk = replace(Transcript((Segment(0, 1, "a"),), "subrip"), encoding="cp1252")
    assert read(writer.write(talk)).encoding == "utf-8"


VALUE = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["start_ms", "end_ms", "text", "title", "words"]), inner)
    ),
    max_leaves=12,
)


@given(
    st.dictionaries(st.sampled_from(["source", "segments", "chapters", "metadata", "media"]), VALUE)
)
def test_any_json_is_borne(reported):
    try:
        made = read(ours(**reported))
    except NothingUsableError:
        return
    made.said_at(0)
