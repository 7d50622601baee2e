"""Podcasting 2.0 JSON: words become lines, phrases are lines."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from viewer.formats.format import Content, NothingUsableError
from viewer.formats.speech import podcast as podcast_json


def entry(body, start, end=None, speaker=None):
    return {"speaker": speaker, "startTime": start, "endTime": end, "body": body}


def read(*segments, **about):
    text = json.dumps({"version": "1.0.0", **about, "segments": segments}, indent=1)
    assert podcast_json.claims(Content.of(text))
    return podcast_json.parse(Content.of(text))


def spans(transcript):
    return [(s.start_ms, s.end_ms, s.speaker, s.text) for s in transcript.segments]


def test_single_words_become_lines_with_their_words():
    made = read(
        entry("This", 0.5, 0.75, "Anna"), entry("is", 1, 1.25, "Anna"),
        entry("it.", 1.5, 2.0, "Anna"), entry("No!", 2.75, 3.0, "Ben"),
    )  # fmt: skip
    assert spans(made) == [(500, 2000, "Anna", "This is it."), (2750, 3000, "Ben", "No!")]
    assert [word.text for word in made.segments[0].words] == ["This", "is", "it."]


def test_a_line_break_ends_a_paragraph():
    made = read(entry("one", 0, 1), entry("\n", 1, 1), entry("two", 1, 2), entry("three\n", 2, 3),
                entry("four", 3, 4))  # fmt: skip
    assert [s.text for s in made.segments] == ["one", "two three", "four"]


def test_phrases_are_lines_as_they_are():
    made = read(
        entry("This is it.\n", 0, 2, "Anna"), entry("\n", 2, 2), entry("And so on. And on.", 2, 5)
    )
    assert spans(made) == [
        (0, 2000, "Anna", "This is it."),
        (2000, 5000, None, "And so on. And on."),
    ]
    assert not made.segments[0].words


def test_times_may_be_text():
    assert spans(read(entry("Good morning.", "1.5", "00:00:02.250"))) == [
        (1500, 2250, None, "Good morning.")
    ]


def test_what_is_wrong_with_an_entry_is_reported_with_its_line():
    made = read(
        entry("One or two.", 1, 2),
        3,
        entry(None, 2),
        entry("No time.", "soon"),
        entry("A b.", 5, 4),
    )
    assert [(p.line, p.message.split(" ", 2)[1]) for p in made.problems] == [
        (10, "2"), (11, "3"), (17, "4"), (23, "5"),
    ]  # fmt: skip
    assert made.segments[1].start_ms is None
    assert made.segments[2].end_derived


def test_a_word_without_a_time_is_put_between_its_neighbours():
    made = read(entry("one", 0, 1), entry("two", None), entry("three", 2, 3))
    assert [(w.start_ms, w.interpolated) for w in made.segments[0].words] == [
        (0, False), (1000, True), (2000, False),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["", "{}", '{"segments": []}', '{"segments": [{"start": 1, "text": "a"}]}']
)
def test_other_json_is_not_claimed(text):
    assert not podcast_json.claims(Content.of(text))
    with pytest.raises(NothingUsableError):
        podcast_json.parse(Content.of(text))


ODD = st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=4) | st.just([])


@given(st.lists(ODD | st.builds(entry, ODD, ODD, ODD, ODD)))
def test_any_entries_are_borne(entries):
    try:
        made = read(entry("sound", 1, 2), *entries)
    except NothingUsableError:
        return
    assert all(s.start_ms is None or 0 <= s.start_ms <= s.end_ms for s in made.segments)
