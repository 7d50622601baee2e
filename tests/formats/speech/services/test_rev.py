"""Rev's JSON."""

from tests.formats.cloud import read, spans, words
from viewer.formats.speech.services import rev


def said(value, ts, end_ts, sure=0.9):
    return {"type": "text", "value": value, "ts": ts, "end_ts": end_ts, "confidence": sure}


def mark(value):
    return {"type": "punct", "value": value}


HELLO = [said("Good", 0.1, 0.4), mark(" "), said("morning", 0.4, 0.9), mark(".")]


def test_monologues():
    two = {"speaker": 1, "speaker_info": {"id": "x", "display_name": "Anna"},
           "elements": [said("Yes", 1.0, 1.2), mark("?")]}  # fmt: skip
    made = read(rev, {"monologues": [{"speaker": 0, "elements": HELLO}, two]})
    assert spans(made) == [(100, 900, "Speaker 0", "Good morning."), (1000, 1200, "Anna", "Yes?")]
    assert words(made) == [(100, 400, "Good"), (400, 900, "morning."), (1000, 1200, "Yes?")]
    assert made.segments[0].words[0].confidence == 0.9
    assert not made.problems


def test_transcripts_by_people_have_clocks_and_names():
    elements = [{"type": "text", "value": "Good", "timestamp": "00:00:01,230",
                 "end_timestamp": "00:00:01,500"}]  # fmt: skip
    made = read(rev, {"speakers": [{"id": 4, "name": "Ben"}],
                         "monologues": [{"speaker": 4, "elements": elements}]})  # fmt: skip
    assert spans(made) == [(1230, 1500, "Ben", "Good")]


def test_a_long_monologue_is_divided_with_its_spaces():
    elements = [one for i in range(60) for one in (said(f"w{i}", i, i + 0.5), mark(" "))]
    made = read(rev, {"monologues": [{"speaker": 0, "elements": elements}]})
    assert [len(s.words) for s in made.segments] == [20, 20, 20]
    assert made.segments[1].text.startswith("w20 w21 ")


def test_the_messages_of_a_stream():
    made = read(rev, [{"type": "partial", "elements": [{"type": "text", "value": "go"}]},
                         {"type": "final", "ts": 0, "end_ts": 1, "elements": HELLO}])  # fmt: skip
    assert spans(made) == [(100, 900, None, "Good morning.")]


def test_without_times_it_is_untimed_and_that_is_no_problem():
    elements = [{"type": "text", "value": "Good"}, mark(" "), {"type": "text", "value": "day"}]
    made = read(rev, {"monologues": [{"elements": elements}]})
    assert spans(made) == [(None, None, None, "Good day")]
    assert not made.problems


def test_a_monologue_without_text_is_reported():
    made = read(rev, {"monologues": [{"elements": HELLO}, 3]})
    assert [p.message for p in made.problems] == ["Monologue 2 has no text and was left out."]
