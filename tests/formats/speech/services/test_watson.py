"""IBM Watson's JSON."""

import pytest

from tests.formats.cloud import read, spans, words
from viewer.formats.speech.services import watson

STAMPS = [["good", 0.1, 0.4], ["morning", 0.4, 0.9]]
SURE = [["good", 0.5], ["morning", 0.9]]


def result(text="good morning ", stamps=STAMPS, *, final=True, **more):
    best = {"transcript": text, "confidence": 0.96, "timestamps": stamps, **more}
    return {"alternatives": [best], "final": final}


def label(start, speaker):
    return {"from": start, "to": start + 0.1, "speaker": speaker, "confidence": 0.6, "final": True}


def test_results_are_segments():
    made = read(watson, {"result_index": 0, "results": [result(word_confidence=SURE)]})
    assert spans(made) == [(100, 900, None, "good morning")]
    assert words(made) == [(100, 400, "good"), (400, 900, "morning")]
    assert [w.confidence for w in made.segments[0].words] == [0.5, 0.9]


def test_speakers_are_known_by_the_start_of_a_word():
    labels = [label(0.1, 0), label(0.4, 2)]
    made = read(watson, {"speaker_labels": labels, "results": [result()], "result_index": 0})
    assert spans(made) == [(100, 400, "Speaker 0", "good"), (400, 900, "Speaker 2", "morning")]


@pytest.mark.parametrize(
    "wrapped",
    [
        {"results": [{"result_index": 0, "results": [result()]}], "id": "1", "status": "completed"},
        [{"result_index": 0, "results": [result("good", final=False)]},
         {"result_index": 0, "results": [result()]}, {"state": "listening"}],
    ],
)  # fmt: skip
def test_a_job_and_a_stream(wrapped):
    assert spans(read(watson, wrapped)) == [(100, 900, None, "good morning")]


def test_a_result_without_times_is_untimed():
    made = read(watson, {"result_index": 0, "results": [result(stamps=[])]})
    assert spans(made) == [(None, None, None, "good morning")]


@pytest.mark.parametrize("bad", [None, [], [3, 0, 1], ["", 0, 1]])
def test_a_stamp_without_text_is_reported(bad):
    made = read(watson, {"result_index": 0, "results": [result(stamps=[*STAMPS, bad])]})
    assert [p.message for p in made.problems] == ["Word 3 has no text and was left out."]
    assert made.problems[0].line > 15
