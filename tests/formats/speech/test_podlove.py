"""Podlove's transcripts: lists, groups, and the Web Player's file."""

import json

import pytest

from viewer.core.transcript import Chapter
from viewer.formats.format import Content, NothingUsableError
from viewer.formats.speech import podlove as podlove_json


def entry(start, end, text, **more):
    return {"start": "x", "start_ms": start, "end": "x", "end_ms": end, "text": text, **more}


TALK = [
    entry(500, 2000, "Good morning.", voice="Anna", speaker="12"),
    entry(2000, 3000, "Yes.", voice="", speaker="Ben"),
]


def read(value):
    content = Content.of(json.dumps(value))
    assert podlove_json.claims(content)
    return podlove_json.parse(content)


def rows(transcript):
    return [(s.start_ms, s.end_ms, s.speaker, s.text) for s in transcript.segments]


ROWS = [(500, 2000, "Anna", "Good morning."), (2000, 3000, "Ben", "Yes.")]


def test_a_list():
    assert rows(read(TALK)) == ROWS


def test_groups_by_speaker():
    items = [entry(500, 900, "One."), entry(900, 2000, "Two.")]
    group = {"start": "x", "start_ms": 500, "end_ms": 2000, "voice": "Anna", "items": items}
    assert rows(read([group])) == [(500, 900, "Anna", "One."), (900, 2000, "Anna", "Two.")]


def test_the_web_players_file():
    transcript = read({
        "title": "A talk", "show": {"title": "Talks"}, "link": "https://example.org/1",
        "duration": "01:00:00.000", "audio": [{"url": "https://example.org/talk.mp3"}],
        "chapters": [{"start": "00:00:30.000", "title": "Middle"}, {"title": "None"}],
        "transcripts": TALK,
    })  # fmt: skip
    assert rows(transcript) == ROWS
    assert (transcript.source.title, transcript.source.channel) == ("A talk", "Talks")
    assert transcript.chapters == (Chapter(30_000, "Middle"),)
    assert transcript.duration_ms == 3_600_000
    assert transcript.media == ("https://example.org/talk.mp3",)


def test_clocks_stand_in_for_milliseconds_and_damage_is_reported():
    talk = [
        {"start": "00:00:01.500", "start_ms": None, "end_ms": 2000, "text": "One"},
        entry(3000, 2500, "Back"),
        entry(4000, 5000, None),
        7,
    ]
    transcript = read(talk)
    assert rows(transcript) == [(1500, 2000, None, "One"), (3000, 13_000, None, "Back")]
    assert len(transcript.problems) == 3


def test_nothing_usable():
    with pytest.raises(NothingUsableError):
        read([entry(1, 2, None)])


def test_other_json_is_not_claimed():
    assert not podlove_json.claims(Content.of('[{"start": 1, "end": 2, "text": "a"}]'))
    assert not podlove_json.claims(Content.of('{"transcripts": "a"}'))
