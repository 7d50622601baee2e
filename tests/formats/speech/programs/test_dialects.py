"""JSON in the ways of particular services: lines within turns, dates, lyrics, lists of names."""

import json

import pytest

from tests.formats.speech.programs.test_programs import ANNA, BEN, read, spans
from viewer.formats.format import Claim, Content
from viewer.formats.speech.programs import reader as programs


def sentence(start, end, text):
    return {"start": start, "end": end, "text": text}


@pytest.mark.parametrize(
    "value",
    [
        {"callTranscripts": [{"callId": "7", "transcript": [
            {"speakerId": "a1", "topic": None, "sentences": [sentence(500, 1200, "Grüß Gott.")]},
            {"speakerId": "b2", "topic": "x", "sentences": [sentence(2000, 2400, "Ja?")]}]}],
         "parties": [{"speakerId": "a1", "name": "Anna"}, {"speakerId": "b2", "name": "Ben"}]},
        {"transcript": [{"speaker": "Anna", "segments": [sentence(0.5, 1.2, "Grüß Gott.")]},
                        {"speaker": "Ben", "segments": [sentence(2, 2.4, "Ja?")]}]},
        {"tracks": [{"language": "de", "transcript": [
            {"speaker": "Anna", "start": "0.5", "dur": "0.7", "text": "Grüß Gott."},
            {"speaker": "Ben", "start": "2", "dur": "0.4", "text": "Ja?"}]}]},
    ],
)  # fmt: skip
def test_lines_within_turns(value):
    assert spans(read(value)) == [ANNA, BEN]


@pytest.mark.parametrize(
    "value",
    [
        {"transcriptEntries": [
            {"participant": "conferenceRecords/x/participants/Anna", "text": "Grüß Gott.",
             "languageCode": "de-DE", "startTime": "2024-11-29T11:08:32.100Z",
             "endTime": "2024-11-29T11:08:32.800123456Z"},
            {"participant": "conferenceRecords/x/participants/Ben", "text": "Ja?",
             "languageCode": "de-DE", "startTime": "2024-11-29T11:08:33.600Z",
             "endTime": "2024-11-29T11:08:34Z"}]},
        {"session_id": "1", "transcript": {"speaker_blocks": [
            {"start_time": "1732878512100", "end_time": "1732878512800",
             "speaker": {"name": "Anna"}, "words": "Grüß Gott."},
            {"start_time": "1732878513600", "end_time": "1732878514000",
             "speaker": {"name": "Ben"}, "words": "Ja?"}]}},
        [{"start_timestamp": "2025-01-15T10:00:05+01:00", "text": "Grüß Gott.", "speaker": "Anna",
          "end_timestamp": "2025-01-15T10:00:05.7+01:00"},
         {"start_timestamp": "2025-01-15T09:00:06.5Z", "text": "Ja?", "speaker": "Ben",
          "end_timestamp": "2025-01-15T09:00:06.9Z"}],
    ],
)  # fmt: skip
def test_dates_are_counted_from_the_first(value):
    made = read(value)
    assert spans(made) == [(0, 700, "Anna", "Grüß Gott."), (1500, 1900, "Ben", "Ja?")]
    assert [problem.message for problem in made.problems] == [
        "The times are dates with times of day; they are counted from the first."
    ]


def test_lyrics_of_spotify_have_words_and_no_ends():
    lines = [
        {"startTimeMs": "500", "words": "Grüß Gott.", "syllables": [], "endTimeMs": "0"},
        {"startTimeMs": "2000", "words": "Ja?", "syllables": [], "endTimeMs": "0"},
    ]
    made = read({"lyrics": {"syncType": "LINE_SYNCED", "lines": lines, "language": "de"}})
    assert [(s.start_ms, s.text) for s in made.segments] == [(500, "Grüß Gott."), (2000, "Ja?")]


def test_amberscript_names_its_speakers():
    turns = [
        {"speaker": "spk1", "words": [{"text": "Grüß", "start": 0.5, "end": 1.2, "conf": 0.9}]},
        {"speaker": "spk2", "words": [{"text": "Ja?", "start": 2, "end": 2.4}]},
    ]
    names = [{"spkid": "spk1", "name": "Anna"}, {"spkid": "spk2", "name": "Ben"}]
    made = read({"jobId": "x", "segments": turns, "speakers": names})
    assert [segment.speaker for segment in made.segments] == ["Anna", "Ben"]


@pytest.mark.parametrize(
    "value",
    [
        [{"speaker": "Anna", "words": [
            {"text": "Grüß", "type": "text", "data_start": 0.5, "data_end": 0.8},
            {"text": " ", "type": "space", "data_start": 0.8, "data_end": 0.9},
            {"text": "Gott.", "type": "text", "data_start": 0.9, "data_end": 1.2}]},
         {"speaker": "Ben", "words": [
             {"text": "Ja?", "type": "text", "data_start": 2.0, "data_end": 2.4}]}],
        [{"startMillis": 500, "endMillis": 1200, "text": "Grüß Gott.", "speaker": "Anna"},
         {"startMillis": 2000, "endMillis": 2400, "text": "Ja?", "speaker": "Ben"}],
        {"id": 7, "captions": {"tags": [{"start": 1, "text": "x"}], "de": [
            {"start": 0.5, "end": 1.2, "payload": "Grüß Gott.", "speaker": "Anna"},
            {"start": 2, "end": 2.4, "payload": "Ja?", "speaker": "Ben"}]}},
    ],
)  # fmt: skip
def test_words_and_lists_under_any_name(value):
    made = read(value)
    assert spans(made) == [ANNA, BEN]
    assert not made.problems


@pytest.mark.parametrize(
    "value",
    [
        {"result": [
            {"segments": [{"start": 0.5, "end": 1.2, "text": "Grüß Gott.", "speaker": "Anna"}]},
            {"segments": [{"start": 2, "end": 2.4, "text": "Ja?", "speaker": "Ben"}]}]},
        [{"time": "[0:00.5]", "end": "(0:01.2)", "text": "Grüß Gott.", "speaker": "Anna"},
         {"time": " [0:02]", "end": "0:02.4", "text": "Ja?", "speaker": "Ben"}],
    ],
)  # fmt: skip
def test_lists_of_results_and_times_in_brackets(value):
    assert spans(read(value)) == [ANNA, BEN]


def test_names_found_in_a_text_are_no_transcript():
    found = [("Apple", 0), ("Tim Cook", 12), ("London", 30)]
    entities = [{"text": name, "start": at, "end": at + len(name)} for name, at in found]
    said = json.dumps({"text": "Apple said …", "entities": entities})
    assert programs.claims(Content.of(said)) is Claim.NO
    said = json.dumps({"entities": [*entities, {"text": "No name.", "start": 40, "end": 42}]})
    assert programs.claims(Content.of(said)) is not Claim.NO
