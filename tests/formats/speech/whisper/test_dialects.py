"""JSON of other programs that looks like Whisper's."""

import json

import pytest

from viewer.formats.format import Content
from viewer.formats.speech.whisper import reader


def _read(value):
    return reader.parse(Content.of(json.dumps(value)))


@pytest.mark.parametrize("end", ["end", "stop"])
@pytest.mark.parametrize("unit", [1_000, 100, 16_000, 10_000_000])
@pytest.mark.parametrize(
    "text", ["So it is said once again.", "Так это и говорится опять.", "Ja, so sagt man das eben."]
)
def test_numbers_that_cannot_be_seconds_are_known_by_what_they_imply(unit, end, text):
    entries = [{"start": 2 * i * unit, end: 2 * (i + 1) * unit, "text": text} for i in range(3)]
    transcript = _read(entries)
    assert [(s.start_ms, s.end_ms) for s in transcript.segments] == [
        (0, 2_000), (2_000, 4_000), (4_000, 6_000),
    ]  # fmt: skip
    assert len(transcript.problems) == 1


@pytest.mark.parametrize("seconds", [1, 20])
def test_seconds_stay_seconds(seconds):
    transcript = _read([{"start": 0, "end": seconds, "text": "Good morning."}])
    assert transcript.segments[0].end_ms == seconds * 1_000
    assert not transcript.problems


@pytest.mark.parametrize("known", ["a-1", 7])
def test_speakers_by_reference_have_their_names(known):
    segments = [{"start": 0, "end": 1, "text": "Hi.", "speaker": known}]
    transcript = _read({"segments": segments, "speakers": [{"id": known, "name": "Ann"}]})
    assert transcript.segments[0].speaker == "Ann"


@pytest.mark.parametrize("name", ["Anna", "Анна", "安娜"])
@pytest.mark.parametrize(("key", "value"), [
    ("speaker", {"label": "1", "name": "{}"}), ("speaker_id", "{}"), ("speakerName", "{}"),
    ("speaker_label", "{}"), ("spk", "{}"), ("speaker", {"label": "{}"}),
])  # fmt: skip
def test_speakers_are_read_under_any_key(key, value, name):
    told = json.loads(json.dumps(value, ensure_ascii=False).replace("{}", name))
    segments = [{"start": 0, "end": 1, "text": "Hi.", key: told}]
    assert _read({"segments": segments}).segments[0].speaker == name


@pytest.mark.parametrize("text", ["There is day.", "Вот и день!", "Es ist Tag?"])
def test_words_have_the_speakers_of_the_paragraphs_beside_them(text):
    words = [{"start": i, "end": i + 0.5, "text": said} for i, said in enumerate(text.split())]
    paragraphs = [{"start": 0, "end": 1.5, "speaker": "Anna"}, {"start": 2, "speaker": 1}]
    made = _read({"words": words, "paragraphs": paragraphs})
    assert [(s.start_ms, s.speaker) for s in made.segments] == [(0, "Anna"), (2000, "Speaker 1")]


def test_auto_is_no_language():
    reported = {"result": {"language": "de"}, "params": {"language": "auto"}}
    entry = {"offsets": {"from": 0, "to": 10}, "text": "Gut."}
    assert _read({**reported, "transcription": [entry]}).language == "de"
