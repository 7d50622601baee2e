"""Services' JSON of 20,000 words against `json.loads`, and hostile files of two sizes.

Hostile files are long in the ways that these readers could be slow: nesting, streams, damage.
"""

import json
from collections.abc import Callable, Iterator
from functools import partial
from types import ModuleType
from typing import Any

from tests.benchmarks.hostile_json import read_growth, reader_name
from tests.benchmarks.measuring import READING, Result, ratio
from viewer.formats.format import Content
from viewer.formats.speech.services import assemblyai as assemblyai_json
from viewer.formats.speech.services import aws as aws_json
from viewer.formats.speech.services import azure as azure_json
from viewer.formats.speech.services import deepgram as deepgram_json
from viewer.formats.speech.services import google as google_json
from viewer.formats.speech.services import rev as rev_json
from viewer.formats.speech.services import speechmatics as speechmatics_json
from viewer.formats.speech.services import vosk as vosk_json
from viewer.formats.speech.services import watson as watson_json

WORDS = 20_000
A_PHRASE = 15

HOSTILE: tuple[tuple[ModuleType, str, str], ...] = (
    (aws_json, '{"results":{"items":[{"alternatives":[{}]}', ',{"alternatives":[{}]}'),
    (aws_json, '{"results":{"transcripts":[],"audio_segments":[1', ',{"items":[0,0,0]}'),
    (aws_json, '{"results":{"transcripts":[],"items":[', '{"type":"punctuation"},'),
    (aws_json, '{"results":{"transcripts":[],"channel_labels":{"channels":[', '{"items":['),
    (deepgram_json, '{"results":{"channels":', '[{"alternatives":[{"words":'),
    (deepgram_json, '{"results":{"channels":[{"alternatives":[{"words":[1', ',{"word":"a"}'),
    (deepgram_json, "", '{"channel":{"alternatives":[{"words":[]}]}}\n'),
    (deepgram_json, '{"results":{"channels":[{"alternatives":[', '{"x":[{"words":[{"a'),
    (assemblyai_json, '{"audio_url":"a","text":"a","words":[1', ',{"text":"a","start":5}'),
    (google_json, '{"results":[{"alternatives":[{}]}', ',{"alternatives":[{"words":[{}]}]}'),
    (google_json, '{"results":[', '{"alternatives":[{"words":['),
    (google_json, '{"results":[', '{"channelTag":1,"alternatives":[{"transcript":"a"}]},'),
    (rev_json, '{"monologues":[', '{"elements":[{"value":"a"},{"value":" "}]},'),
    (rev_json, '{"monologues":[{"elements":[1', ',{"type":"punct","value":"."}'),
    (azure_json, "", '{"NBest":[{"Words":[{}]}],"Offset":1}'),
    (azure_json, "", '{"NBest":['),
    (azure_json, "", '{"NBest":1}x'),
    (speechmatics_json, '{"results":[', '{"alternatives":[{"content":"a"}],"channel":"a"},'),
    (speechmatics_json, '{"words":[{"name":"a"}],"speakers":[', '{"time":1},'),
    (vosk_json, "", '{"partial":""}\n'),
    (vosk_json, "", '{"result":[{"word":"a","start":1}],"text":"a"}'),
    (vosk_json, '{"result":[{"word":"a","start":0}', ',{"word":"a"}'),
    (watson_json, '{"result_index":0,"speaker_labels":[', '{"from":1},'),
    (watson_json, '{"result_index":0,"results":', '[{"results":'),
)  # fmt: skip


def measure() -> Iterator[Result]:
    """Read a talk of each family, then each hostile file."""
    for known, make in TALKS:
        value = make()
        text = value if isinstance(value, str) else json.dumps(value)
        ours = partial(known.parse, Content.of(text))
        yield ratio(
            f"{reader_name(known)} : json.loads", ours, partial(_load, text), READING, times=3
        )
    for known, begin, piece in HOSTILE:
        yield read_growth(known, begin, piece)


def _load(text: str) -> None:
    try:
        json.loads(text)
    except ValueError:  # objects one after the other
        for line in text.splitlines():
            json.loads(line)


def _times(i: int) -> tuple[float, float]:
    return round(i * 0.4, 3), round(i * 0.4 + 0.3, 3)


def _text(i: int) -> str:
    return "sentence." if i % 15 == 14 else "word"


def _groups(words: list[Any]) -> list[list[Any]]:
    return [words[i : i + A_PHRASE] for i in range(0, len(words), A_PHRASE)]


def _aws() -> dict[str, Any]:
    def item(i: int) -> dict[str, Any]:
        start, end = _times(i)
        best = [{"confidence": "0.9", "content": "word"}]
        times = {"start_time": str(start), "end_time": str(end), "speaker_label": "spk_0"}
        return {"type": "pronunciation", "alternatives": best, **times}

    return {"results": {"transcripts": [], "items": [item(i) for i in range(WORDS)]}}


def _plain(unit: int = 1, **keys: str) -> list[dict[str, Any]]:
    said = []
    for i in range(WORDS):
        start, end = _times(i)
        reported = {"text": _text(i), "start": start * unit, "end": end * unit, "confidence": 0.9}
        said.append({keys.get(key, key): value for key, value in reported.items()})
    return said


def _deepgram() -> dict[str, Any]:
    best = {
        "transcript": "",
        "words": [{**w, "word": "word"} for w in _plain(text="punctuated_word")],
    }
    return {"results": {"channels": [{"alternatives": [best]}]}}


def _assemblyai() -> dict[str, Any]:
    words = [{**w, "start": round(w["start"]), "end": round(w["end"])} for w in _plain(1000)]
    return {"audio_url": "a", "text": " ".join(w["text"] for w in words), "words": words}


def _google() -> dict[str, Any]:
    words = [{"word": w["text"], "startOffset": f"{w['start']}s", "endOffset": f"{w['end']}s"}
             for w in _plain()]  # fmt: skip
    best = [[{"transcript": " ".join(w["word"] for w in g), "words": g}] for g in _groups(words)]
    return {"results": [{"alternatives": one} for one in best]}


def _rev() -> dict[str, Any]:
    space = {"type": "punct", "value": " "}
    words = [{"type": "text", **w} for w in _plain(text="value", start="ts", end="end_ts")]
    return {"monologues": [{"speaker": 0, "elements": [e for w in words for e in (w, space)]}]}


def _azure() -> dict[str, Any]:
    def word(w: dict[str, Any]) -> dict[str, Any]:
        return {"word": "word", "offset": "PT1.3S", "offsetInTicks": w["start"] * 1e7,
                "durationInTicks": 3_000_000.0, "confidence": 0.9}  # fmt: skip

    phrases = [
        {"offsetInTicks": g[0]["start"] * 1e7, "durationInTicks": 6e7, "speaker": 1,
         "nBest": [{"display": " ".join(w["text"] for w in g), "words": [word(w) for w in g]}]}
        for g in _groups(_plain())
    ]  # fmt: skip
    return {"recognizedPhrases": phrases}


def _speechmatics() -> dict[str, Any]:
    return {"results": [
        {"type": "word", "start_time": w["start"], "end_time": w["end"],
         "alternatives": [{"content": w["text"], "confidence": 0.9, "speaker": "S1"}]}
        for w in _plain()]}  # fmt: skip


def _vosk() -> str:
    groups = _groups(_plain(text="word", confidence="conf"))
    reported = ({"result": g, "text": " ".join(w["word"] for w in g)} for g in groups)
    return "\n".join(json.dumps(one) for one in reported)


def _watson() -> dict[str, Any]:
    results = [
        {"final": True, "alternatives": [{
            "transcript": " ".join(w["text"] for w in g),
            "timestamps": [[w["text"], w["start"], w["end"]] for w in g],
            "word_confidence": [[w["text"], 0.9] for w in g]}]}
        for g in _groups(_plain())
    ]  # fmt: skip
    labels = [{"from": w["start"], "to": w["end"], "speaker": 0} for w in _plain()]
    return {"result_index": 0, "results": results, "speaker_labels": labels}


#: Reader, and what makes a talk.
TALKS: tuple[tuple[ModuleType, Callable[[], Any]], ...] = (
    (aws_json, _aws),
    (deepgram_json, _deepgram),
    (assemblyai_json, _assemblyai),
    (google_json, _google),
    (rev_json, _rev),
    (azure_json, _azure),
    (speechmatics_json, _speechmatics),
    (vosk_json, _vosk),
    (watson_json, _watson),
)
