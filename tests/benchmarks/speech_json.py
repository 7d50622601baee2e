"""Speech-to-text JSON and tables of 20,000 segments against `json.loads`, or their words found."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from tests.benchmarks.measuring import READING, Result, ratio, words_of
from viewer.core.transcript import Transcript
from viewer.formats import registry
from viewer.formats.format import Content, Format
from viewer.formats.speech import podcast as podcast_json
from viewer.formats.speech.whisper import reader as whisper_json

SEGMENTS = 20_000


def measure() -> Iterator[Result]:
    """Read every dialect and write what can be written, each against the same text's floor."""
    for name, make in DIALECTS.items():
        text = json.dumps(make())
        yield _against_loads(f"Whisper JSON, {name}", whisper_json.parse, text)
    yield from _others(whisper_json.parse(Content.of(json.dumps(_with_words()))))


def _others(talk: Transcript) -> Iterator[Result]:
    for name in ("cueline-json", "whisper-tsv", "csv"):
        yield from _both_ways(registry.by_name(name), talk)
    podcast = json.dumps({"segments": [_podcast(i) for i in range(SEGMENTS)]})
    yield _against_loads("podcast JSON", podcast_json.parse, podcast)
    cut = json.dumps(_with_words())[:-1000]
    ours = partial(whisper_json.parse, Content.of(cut))
    yield ratio("Whisper JSON cut off : its words", ours, words_of(cut), READING, times=3)


def _against_loads(what: str, parse: Callable[[Content], Transcript], text: str) -> Result:
    ours = partial(parse, Content.of(text))
    return ratio(f"{what} : json.loads", ours, partial(json.loads, text), READING, times=3)


def _both_ways(known: Format, talk: Transcript) -> Iterator[Result]:
    write = known.write
    assert write is not None
    text = write(talk)
    ours = partial(known.parse, Content.of(text))
    yield ratio(f"reading {known.title} : its words", ours, words_of(text), READING, times=3)
    made = partial(write, talk)
    yield ratio(f"writing {known.title} : its words", made, words_of(text), READING, times=3)


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
