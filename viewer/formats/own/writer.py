"""Writes Cueline's own JSON, one segment a line, so that it can be read and compared by eye."""

import json
import re
from collections.abc import Iterable
from json.encoder import encode_basestring
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
    parts.append(f'"chapters": {_lines(map(_encode, chapters))}')
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


def _lines(values: Iterable[str]) -> str:
    lines = ",\n  ".join(values)
    return f"[\n  {lines}\n ]" if lines else "[]"


def _segment(segment: Segment) -> str:
    fields: dict[str, Any] = {"start_ms": segment.start_ms, "end_ms": segment.end_ms}
    if segment.end_derived:
        fields["end_derived"] = True
    if segment.speaker is not None:
        fields["speaker"] = segment.speaker
    fields["text"] = segment.text
    if segment.original is not None:
        fields["original"] = segment.original
    text = _encode(fields)
    if not segment.words:
        return text
    words = ", ".join(map(_word, segment.words))
    return f'{text[:-1]}, "words": [{words}]}}'


def _word(word: Word) -> str:
    # Spelled out, for a dictionary and its encoding take three times as long.
    sure = "" if word.confidence is None else f', "confidence": {word.confidence!r}'
    spread = ', "interpolated": true' if word.interpolated else ""
    return (
        f'{{"start_ms": {word.start_ms}, "end_ms": {word.end_ms}, '
        f'"text": {encode_basestring(word.text)}{sure}{spread}}}'
    )
