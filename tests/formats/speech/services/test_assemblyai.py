"""AssemblyAI's JSON."""

import pytest

from tests.formats.cloud import read, spans, texts, words
from viewer.formats.speech.services import assemblyai


def word(text, start, end, speaker=None):
    return {"text": text, "start": start, "end": end, "confidence": 0.8, "speaker": speaker}


HELLO = [
    word("Good", 100, 400, "A"),
    word("morning.", 400, 900, "A"),
    word("Yes.", 1000, 1200, "B"),
]


def answer(**more):
    about = {"id": "7", "language_model": "assemblyai_default", "audio_duration": 9,
             "audio_url": "https://x.org/a/talk.mp3?key=s", "status": "completed",
             "language_code": "en_us", "text": "Good morning. Yes."}  # fmt: skip
    return {**about, **more}


def test_words_alone_are_grouped_by_speaker():
    made = read(assemblyai, answer(words=HELLO, utterances=None))
    assert spans(made) == [
        (100, 900, "Speaker A", "Good morning."),
        (1000, 1200, "Speaker B", "Yes."),
    ]
    assert words(made)[0] == (100, 400, "Good")
    assert made.segments[0].words[0].confidence == 0.8
    assert (made.language, made.duration_ms) == ("en_us", 9000)
    assert made.media == ("https://x.org/a/talk.mp3",)


def test_utterances_are_segments():
    one = {"speaker": "A", "start": 90, "end": 950, "text": "Good morning.", "words": HELLO[:2]}
    two = {"speaker": "B", "start": 1000, "end": 1250, "text": "Yes.", "words": HELLO[2:]}
    made = read(assemblyai, answer(words=HELLO, utterances=[one, two]))
    assert [s[:2] for s in spans(made)] == [(90, 950), (1000, 1250)]
    assert len(words(made)) == 3


@pytest.mark.parametrize("key", ["sentences", "paragraphs"])
def test_its_other_services(key):
    one = {"start": 100, "end": 900, "text": "Good morning.", "words": HELLO[:2]}
    made = read(assemblyai, {key: [one, {"start": 5}], "id": "7"})
    assert spans(made) == [(100, 900, "Speaker A", "Good morning.")]
    assert [p.message for p in made.problems] == ["Piece 2 has no text and was left out."]


def test_a_long_utterance_is_divided_and_keeps_its_speaker():
    given = [word(f"w{i}" + "." * (i % 15 == 14), i * 300, i * 300 + 200) for i in range(60)]
    text = " ".join(one["text"] for one in given)
    one = {"speaker": "A", "start": 0, "end": 18_000, "text": text, "words": given}
    made = read(assemblyai, answer(utterances=[one]))
    assert [len(s.words) for s in made.segments] == [15, 15, 15, 15]
    assert made.speakers == ("Speaker A",)
    assert " ".join(texts(made)) == text


def test_chapters():
    chapters = [{"gist": "Hello", "headline": "They say hello", "start": 100, "end": 900}]
    made = read(assemblyai, answer(words=HELLO, chapters=chapters))
    assert [(c.start_ms, c.title) for c in made.chapters] == [(100, "They say hello")]


def test_broken_numbers_are_seconds():
    made = read(assemblyai, answer(words=[word("Good", 0.5, 1.0)]))
    assert words(made) == [(500, 1000, "Good")]


def test_a_text_alone_is_untimed():
    assert spans(read(assemblyai, answer(words=None))) == [(None, None, None, "Good morning. Yes.")]
