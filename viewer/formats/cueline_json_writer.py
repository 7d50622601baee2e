"""Writes Cueline's own JSON, one segment a line, so that it can be read and compared by eye."""

import json
import re
from collections.abc import Iterable
from typing import Any, Final

from viewer.core.segment import Segment, Word
from viewer.core.transcript import Source, Transcript

NAME: Final = "cueline-json"
#: What the file says it is, and which version of that.
KIND: Final = "cueline-transcript"
VERSION: Final = 1

#: Halves of pairs cannot stand in a file as they are.
_SURROGATES: Final = re.compile("[\ud800-\udfff]")
_encode: Final = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def write(transcript: Transcript) -> str:
    """Return everything the transcript holds, but the problems and encoding of its old file."""
    parts = [f"{_encode(key)}: {_encode(value)}" for key, value in _about(transcript).items()]
    chapters = ({"start_ms": c.start_ms, "title": c.title} for c in transcript.chapters)
    parts.append(f'"chapters": {_lines(chapters)}')
    parts.append(f'"segments": {_lines(map(_segment, transcript.segments))}')
    text = "{\n " + ",\n ".join(parts) + "\n}\n"
    return _SURROGATES.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def _about(transcript: Transcript) -> dict[str, Any]:
    return {
        "format": KIND,
        "version": VERSION,
        "source": _source(transcript.source),
        "duration_ms": transcript.duration_ms,
        "language": transcript.language,
        "media": transcript.media,
        "description": transcript.description,
        "keywords": transcript.keywords,
        "metadata": dict(transcript.metadata),
    }


def _source(source: Source) -> dict[str, Any]:
    published = source.published.isoformat() if source.published else None
    return {
        "title": source.title,
        "channel": source.channel,
        "published": published,
        "url": source.url,
    }


def _lines(values: Iterable[dict[str, Any]]) -> str:
    lines = ",\n  ".join(map(_encode, values))
    return f"[\n  {lines}\n ]" if lines else "[]"


def _segment(segment: Segment) -> dict[str, Any]:
    told: dict[str, Any] = {"start_ms": segment.start_ms, "end_ms": segment.end_ms}
    if segment.end_derived:
        told["end_derived"] = True
    if segment.speaker is not None:
        told["speaker"] = segment.speaker
    told["text"] = segment.text
    if segment.original is not None:
        told["original"] = segment.original
    if segment.words:
        told["words"] = [_word(word) for word in segment.words]
    return told


def _word(word: Word) -> dict[str, Any]:
    told: dict[str, Any] = {"start_ms": word.start_ms, "end_ms": word.end_ms, "text": word.text}
    if word.confidence is not None:
        told["confidence"] = word.confidence
    if word.interpolated:
        told["interpolated"] = True
    return told
