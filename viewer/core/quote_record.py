"""Quotes as plain values for JSON, and back out of it."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date
from typing import Any, TypeAlias

from viewer.core.oneline import name_line
from viewer.core.quote import Quote, QuotedLine
from viewer.core.timecode import LATEST_MS
from viewer.core.transcript import Source
from viewer.core.turns import Turn

#: What JSON calls an object.
Record: TypeAlias = Mapping[str, Any]


def to_record(quote: Quote) -> dict[str, Any]:
    """Return a quote as JSON can hold it; what is not known is None."""
    source = quote.source
    return {
        "text": quote.text,
        "start_ms": quote.start_ms,
        "end_ms": quote.end_ms,
        "approximate": quote.approximate,
        "speaker": quote.speaker,
        "turns": [asdict(turn) for turn in quote.turns],
        "source": {
            "title": source.title,
            "channel": source.channel,
            "published": source.published.isoformat() if source.published else None,
            "url": source.url,
        },
        "link": quote.link or None,
        "lines": [asdict(line) for line in quote.lines],
        "checksum": quote.checksum,
    }


def from_record(record: object) -> Quote:
    """Return the quote that a record holds.

    Raises `ValueError` where it has no words; anything else that cannot be used is left out.
    """
    if not isinstance(record, Mapping) or not _text(record.get("text")).strip():
        raise ValueError("A quote has no words.")
    start_ms, end_ms = _span(record)
    turns = tuple(_turns(_records(record.get("turns"))))
    return Quote(
        _text(record["text"]),
        start_ms,
        end_ms,
        _name(record.get("speaker")),
        _source(record.get("source")),
        turns if len(turns) > 1 else (),
        tuple(_lines(_records(record.get("lines")))),
        record.get("approximate") is True,
        _text(record.get("checksum")),
    )


def _source(record: object) -> Source:
    if not isinstance(record, Mapping):
        return Source()
    try:
        published = date.fromisoformat(_text(record.get("published")))
    except ValueError:
        published = None
    title, channel, url = (_text(record.get(key)) for key in ("title", "channel", "url"))
    return Source(title, channel, published, url)


def _turns(records: Sequence[Record]) -> list[Turn]:
    return [
        Turn(_name(record.get("speaker")), text)
        for record in records
        if (text := _text(record.get("text")))
    ]


def _lines(records: Sequence[Record]) -> list[QuotedLine]:
    lines = []
    for record in records:
        index, begin, end = (_whole(record.get(key)) for key in ("index", "begin", "end"))
        text, speaker = _text(record.get("text")), _name(record.get("speaker"))
        if index is None or begin is None or end is None or end - begin != len(text) or not text:
            continue
        lines.append(QuotedLine(index, begin, end, text, *_span(record), speaker))
    return lines


def _records(value: object) -> list[Record]:
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []


def _span(record: Record) -> tuple[int | None, int | None]:
    """Return when it begins and ends; none does where one of the two cannot be."""
    start, end = _whole(record.get("start_ms")), _whole(record.get("end_ms"))
    return (None, None) if start is None or end is None or end < start else (start, end)


def _whole(value: object) -> int | None:
    return value if type(value) is int and 0 <= value <= LATEST_MS else None


def _text(value: object) -> str:
    return value.encode(errors="replace").decode() if isinstance(value, str) else ""


def _name(value: object) -> str | None:
    return name_line(_text(value)) or None
