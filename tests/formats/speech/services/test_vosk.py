"""The JSON of Vosk and its kin."""

import json

import pytest

from tests.formats.cloud import read, spans, texts, words
from viewer.formats.format import Content
from viewer.formats.speech.services import vosk


def word(text, start, end):
    return {"conf": 0.9, "start": start, "end": end, "word": text}


ONE = {"result": [word("good", 0.1, 0.4), word("morning", 0.4, 0.9)], "text": "good morning"}
TWO = {"result": [word("yes", 1.0, 1.2)], "text": "yes"}
BOTH = [(100, 900, None, "good morning"), (1000, 1200, None, "yes")]


def test_one_utterance_and_a_list():
    made = read(vosk, ONE)
    assert spans(made) == BOTH[:1]
    assert words(made) == [(100, 400, "good"), (400, 900, "morning")]
    assert made.segments[0].words[0].confidence == 0.9
    assert spans(read(vosk, [{"text": ""}, ONE, TWO])) == BOTH


@pytest.mark.parametrize("indent", [None, 2])
def test_objects_one_after_the_other(indent):
    reported = [{"partial": ""}, {"partial": "good"}, ONE, {"text": ""}, TWO]
    content = Content.of("\n".join(json.dumps(one, indent=indent) for one in reported))
    assert vosk.claims(content)
    made = vosk.parse(content)
    assert spans(made) == BOTH
    assert not made.problems


def test_a_stream_that_breaks_off():
    text = "\n".join(json.dumps(one) for one in (ONE, TWO, ONE))
    made = vosk.parse(Content.of(text[:-30]))
    assert spans(made) == BOTH
    assert [p.line for p in made.problems] == [3]


def test_alternatives():
    assert spans(read(vosk, {"alternatives": [{"confidence": 300.5, **ONE}, TWO]})) == BOTH[:1]


def test_the_command_that_comes_with_it():
    terms = [{"confidence": 0.9, "start": 0.1, "end": 0.4, "text": "good", "type": "WORD"}]
    one = {"speaker": {"id": "unknown", "name": None}, "start": 0.1, "end": 0.4, "terms": terms}
    two = {"speaker": {"id": "s1", "name": "Anna"}, "start": 1, "end": 2, "terms": terms}
    made = read(vosk, {"schemaVersion": "2.0", "monologues": [one, two], "text": ["good"]})
    assert spans(made) == [(100, 400, None, "good"), (1000, 2000, "Anna", "good")]


def test_hypotheses_count_from_their_segment():
    aligned = [{"word": "hello", "start": 0.48, "length": 0.27, "confidence": 0.8}]
    best = {"transcript": "hello.", "word-alignment": aligned}
    reported = {"status": 0, "segment-start": 4.25, "segment-length": 1.26,
            "result": {"hypotheses": [best], "final": True}}  # fmt: skip
    guess = {"status": 0, "result": {"hypotheses": [{"transcript": "hell"}], "final": False}}
    made = read(vosk, [guess, reported])
    assert spans(made) == [(4250, 5510, None, "hello.")]
    assert words(made) == [(4730, 5000, "hello")]


@pytest.mark.parametrize("wrap", [lambda reported: reported, lambda reported: {"retval": reported}])
def test_the_bbcs(wrap):
    reported = {
        "words": [{"word": "good", "punct": "Good,", "start": 0.1, "end": 0.4, "confidence": 1},
                      {"word": "yes", "punct": "Yes.", "start": 1.0, "end": 1.2, "confidence": 1}],
            "segmentation": {"segments": [
                {"start": 0, "duration": 0.9, "speaker": {"@id": "S0"}},
                {"start": 0.9, "duration": 1, "speaker": {"@id": "S1"}}]}}  # fmt: skip
    made = read(vosk, wrap(reported))
    assert spans(made) == [(100, 400, "S0", "Good,"), (1000, 1200, "S1", "Yes.")]


def test_words_aligned_to_a_text():
    reported = {"transcript": "Good, old day!", "words": [
        {"alignedWord": "good", "case": "success", "start": 0.1, "end": 0.4, "word": "Good"},
        {"case": "not-found-in-audio", "word": "old"},
        {"alignedWord": "day", "case": "success", "start": 1.0, "end": 1.2, "word": "day"},
    ]}  # fmt: skip
    made = read(vosk, reported)
    assert texts(made) == ["Good, old day!"]
    assert [w.interpolated for w in made.segments[0].words] == [False, True, False]


def test_texts_without_words_are_untimed():
    assert spans(read(vosk, [{"partial": "a"}, {"text": "good"}])) == [(None, None, None, "good")]
