"""Speech-to-text JSON and tables of 100,000 segments, Whisper's against `json.loads` alone."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from tests.benchmarks.measuring import Result, ratio, seconds
from viewer.core.transcript import Transcript
from viewer.formats import registry
from viewer.formats.format import Content, Format
from viewer.formats.speech import podcast as podcast_json
from viewer.formats.speech.whisper import reader as whisper_json

SEGMENTS = 100_000
MOST_US = 20


def measure() -> Iterator[Result]:
    """Read every dialect; the ratio is bound for Whisper's, the time a segment for all."""
    for name, make in DIALECTS.items():
        text = json.dumps(make())
        content = Content.of(text)
        ours = partial(whisper_json.parse, content)
        what = f"Whisper JSON, {name}"
        yield ratio(f"{what} : json.loads", ours, partial(json.loads, text), 3)
        yield a_segment(f"{what}, a segment", seconds(ours))
    yield from _others(whisper_json.parse(Content.of(json.dumps(_with_words()))))


def _others(talk: Transcript) -> Iterator[Result]:
    for name in ("cueline-json", "whisper-tsv", "csv"):
        yield from _both_ways(registry.by_name(name), talk)
    podcast = json.dumps({"segments": [_podcast(i) for i in range(SEGMENTS)]})
    content = Content.of(podcast)
    yield a_segment("podcast JSON, a word", seconds(lambda: podcast_json.parse(content)))
    cut = Content.of(json.dumps(_with_words())[:-1000])
    took = seconds(lambda: whisper_json.parse(cut), times=1)
    yield Result("Whisper JSON cut off, a segment", took / SEGMENTS * 1e6, unit=" µs")


def _both_ways(known: Format, talk: Transcript) -> Iterator[Result]:
    write = known.write
    assert write is not None
    content = Content.of(write(talk))
    took = seconds(lambda: known.parse(content), times=2)
    yield a_segment(f"{known.title}, reading a segment", took)
    yield a_segment(f"{known.title}, writing a segment", seconds(lambda: write(talk), times=2))


def a_segment(what: str, took: float, segments: int = SEGMENTS) -> Result:
    """Return the time for one segment, with its bound."""
    return Result(what, took / segments * 1e6, MOST_US, " µs", f"{took * 1000:.0f} ms")


def _text(i: int) -> str:
    return f" And this is what they said in {i}."


def _lean() -> list[dict[str, Any]]:
    return [{"start": i * 2.5, "end": i * 2.5 + 2.13, "text": _text(i)} for i in range(SEGMENTS)]


def _openai() -> dict[str, Any]:
    more = {
        "seek": 0, "tokens": list(range(50_300, 50_314)), "temperature": 0.0,
        "avg_logprob": -0.511413, "compression_ratio": 1.184, "no_speech_prob": 0.79936,
    }  # fmt: skip
    return {"text": "…", "segments": [{"id": 1, **s, **more} for s in _lean()], "language": "en"}


def _with_words() -> dict[str, Any]:
    return {"segments": [{**s, "speaker": "SPEAKER_00", "words": _words(s)} for s in _lean()]}


def _words(segment: dict[str, Any]) -> list[dict[str, Any]]:
    start = segment["start"]
    return [
        {"word": word, "start": round(start + k * 0.2, 3), "end": round(start + k * 0.2 + 0.15, 3)}
        | {"score": 0.851}
        for k, word in enumerate(segment["text"].split())  # eight, as in real files
    ]


def _whisper_cpp() -> dict[str, Any]:
    return {
        "transcription": [
            {
                "timestamps": {"from": "00:00:00,000", "to": "00:00:30,000"},
                "offsets": {"from": i * 2500, "to": i * 2500 + 2300},
                "text": _text(i),
            }
            for i in range(SEGMENTS)
        ]
    }


def _chunks() -> dict[str, Any]:
    return {"chunks": [{"timestamp": [s["start"], s["end"]], "text": s["text"]} for s in _lean()]}


def _podcast(i: int) -> dict[str, Any]:
    body = "word." if i % 9 == 0 else "word"
    return {"speaker": "Anna", "startTime": i * 0.3, "endTime": i * 0.3 + 0.2, "body": body}


DIALECTS: dict[str, Callable[[], Any]] = {
    "three keys alone": _lean,
    "openai-whisper": _openai,
    "words": _with_words,
    "whisper.cpp": _whisper_cpp,
    "chunks": _chunks,
}
