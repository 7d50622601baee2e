"""What numbers count, in every reader of JSON: told by how long people would speak."""

import json
from pathlib import Path

import pytest

from viewer.formats import registry

#: A second in each unit, what a problem calls it, and whether it is usual.
UNITS = {"1 s": 1, "1 ms": 1_000, "10 ms": 100, "1 µs": 1_000_000, "100 ns": 10_000_000}
TEXTS = {
    "en": "Good morning to everyone here, and welcome.",
    "ru": "Доброе утро всем, и добро пожаловать!",
    "ko": "여러분 안녕하세요 그리고 환영합니다?",
}
BEGIN, END = 1.25, 4.75


def words(text, a_second):
    said = text.split()
    step = (END - BEGIN) / len(said)
    for row, word in enumerate(said):
        start = BEGIN + row * step
        stop = END if row + 1 == len(said) else start + step
        times = [start * a_second, stop * a_second]
        yield word, *(times if a_second == 1 else map(round, times))


def whisper_words(text, unit):
    return {"words": [{"word": w, "start": a, "end": b} for w, a, b in words(text, unit)]}


def chunks(text, unit):
    (*_, (_, _, end)) = words(text, unit)
    (_, start, _), *_ = words(text, unit)
    return {"text": "", "chunks": [{"timestamp": [start, end], "text": text}]}


def podcast(text, unit):
    (*_, (_, _, end)) = words(text, unit)
    (_, start, _), *_ = words(text, unit)
    return {"segments": [{"startTime": start, "endTime": end, "body": text}]}


def podcast_words(text, unit):
    said = words(text, unit)
    return {"segments": [{"startTime": a, "endTime": b, "body": w} for w, a, b in said]}


def deepgram(text, unit):
    said = [{"word": w, "start": a, "end": b} for w, a, b in words(text, unit)]
    alternatives = [{"transcript": text, "words": said}]
    return {"results": {"channels": [{"alternatives": alternatives}]}}


def aws(text, unit):
    items = [
        {"start_time": str(a), "end_time": str(b), "type": "pronunciation",
         "alternatives": [{"content": w}]}
        for w, a, b in words(text, unit)
    ]  # fmt: skip
    return {"results": {"transcripts": [], "items": items}}


def assemblyai(text, unit):
    said = [{"text": w, "start": a, "end": b} for w, a, b in words(text, unit)]
    return {"audio_url": "https://x.org/a.mp3", "words": said}


def vosk(text, unit):
    said = [{"word": w, "start": a, "end": b, "conf": 1} for w, a, b in words(text, unit)]
    return {"result": said, "text": text}


def watson(text, unit):
    times = [[w, a, b] for w, a, b in words(text, unit)]
    result = {"final": True, "alternatives": [{"transcript": text, "timestamps": times}]}
    return {"result_index": 0, "results": [result]}


PAIRS = [(unit, "en") for unit in UNITS] + [("1 ms", "ru"), ("1 ms", "ko")]
SECONDS = [whisper_words, chunks, podcast, podcast_words, deepgram, aws, vosk, watson]


def read(value):
    return registry.parse(json.dumps(value).encode(), Path("talk.json"))


@pytest.mark.parametrize(("unit", "language"), PAIRS)
@pytest.mark.parametrize("made_by", SECONDS)
def test_what_cannot_be_seconds_is_told_and_said(made_by, unit, language):
    made = read(made_by(TEXTS[language], UNITS[unit]))
    [line] = made.segments
    assert (line.start_ms, line.end_ms, line.text) == (1250, 4750, TEXTS[language])
    assert [f"{unit} was assumed" in problem.message for problem in made.problems] == [True] * (
        unit != "1 s"
    )


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize("unit", ["1 s", "1 ms", "100 ns"])
def test_milliseconds_are_usual_where_they_are_documented(unit, text):
    made = read(assemblyai(text, UNITS[unit]))
    assert [(s.start_ms, s.end_ms) for s in made.segments] == [(1250, 4750)]
    assert len(made.problems) == (unit == "100 ns")


def test_keys_that_tell_their_unit_are_believed():
    spoken = {"BeginOffsetMillis": 0, "EndOffsetMillis": 100_000, "Content": "Yes."}
    made = read({"Transcript": [spoken]})
    assert [(s.start_ms, s.end_ms) for s in made.segments] == [(0, 100_000)]
    assert not made.problems
