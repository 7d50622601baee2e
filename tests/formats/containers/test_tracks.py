"""Events of caption tracks become transcripts."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.formats.containers.tracks import read_captions
from viewer.formats.format import NothingUsableError

CODECS = ["mov_text", "srt", "subrip", "text", "ass", "ssa", "webvtt"]


def rows(talk):
    return [(s.start_ms, s.end_ms, s.speaker, s.text) for s in talk.segments]


def test_plain_text_is_taken_at_its_word():
    talk = read_captions("mov_text", [(0, 900, "a <i>b</i>\nc"), (1000, None, "d")], language="eng")
    assert rows(talk) == [(0, 900, None, "a <i>b</i> c"), (1000, 11_000, None, "d")]
    assert talk.language == "eng"


def test_subrip():
    events = [(0, 900, "<i>a</i>\n\nb --> c"), (1000, None, "d"), (1500, 1600, "e")]
    assert rows(read_captions("srt", events)) == [
        (0, 900, None, "a b → c"), (1000, 1500, None, "d"), (1500, 1600, None, "e")
    ]  # fmt: skip


def test_webvtt_has_voices_and_words():
    talk = read_captions("webvtt", [(0, 900, "<v Anna>a <00:00:00.500>b")])
    assert rows(talk) == [(0, 900, "Anna", "a b")]
    assert [word.start_ms for word in talk.segments[0].words] == [0, 500]


def test_substation_has_names_and_the_recordings_title():
    events = [(0, 900, "1,0,Default,Anna,0,0,0,,a, {\\i1}b\\Nc"), (1000, 1100, "too, few")]
    talk = read_captions("ass", events, header="[Script Info]\nTitle: English\n\0", title="A talk")
    assert rows(talk) == [(0, 900, "Anna", "a, b c")]
    assert talk.source.title == "A talk"


@pytest.mark.parametrize("codec", ["srt", "webvtt", "mov_text"])
def test_events_that_are_stored_in_another_order_are_no_second_recording(codec):
    events = [(60_000, 61_000, "c"), (0, 900, "a"), (30_000, 31_000, "b"), (1_000, 1_900, "a2")]
    talk = read_captions(codec, [*events, (2_000, 2_500, "a3"), (90_000, 91_000, "d")])
    assert [s.start_ms for s in talk.segments] == [0, 1_000, 2_000, 30_000, 60_000, 90_000]
    assert not talk.chapters


def test_chapters_and_title_come_along():
    talk = read_captions("text", [(0, 900, "a")], title="Full", chapters=[(0, "One")])
    assert (talk.source.title, talk.chapters[0].title) == ("Full", "One")


@given(
    codec=st.sampled_from(CODECS),
    events=st.lists(
        st.tuples(
            st.integers(0, 10**9),
            st.none() | st.integers(0, 10**9),
            st.text(alphabet="a,<>-:\n{\\"),
        )
    ),
)
def test_any_events(codec, events):
    segments = ()
    with suppress(NothingUsableError):
        segments = read_captions(codec, events).segments
    assert all(s.start_ms <= s.end_ms for s in segments)


@pytest.mark.parametrize("codec", CODECS)
def test_nothing_usable(codec):
    with pytest.raises(NothingUsableError):
        read_captions(codec, [])
