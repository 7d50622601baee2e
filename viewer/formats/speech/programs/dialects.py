"""The JSON of programs and services that list timed entries: one table of where things stand.

A list is looked for in the file's object and in those within it, for most are answers of a service
with the transcript wrapped up. A path leads through keys; `[]` enters every entry of a list. What
tells a dialect are keys that its entries have together and others do not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from viewer.formats.kit.json_values import entries, members
from viewer.formats.kit.json_walk import Path
from viewer.formats.kit.time_keys import ENDS, LENGTHS, STARTS, time_under

#: So deep within one another objects are looked into, and so many of them.
_DEPTH: Final = 4
_MOST_OBJECTS: Final = 60
#: So many entries are looked at before a list is given up.
_LOOKED_AT: Final = 20

Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Dialect:
    """Where a program puts what, and how it counts time."""

    title: str
    #: Paths of the list, and keys of which an entry has all of one row.
    paths: Keys
    marks: tuple[Keys, ...]
    start: Keys = ("start",)
    end: Keys = ("end",)
    length: Keys = ()
    text: Keys = ("text",)
    speaker: Keys = ("speaker",)
    words: Keys = ("words",)
    #: Milliseconds a unit, as a rule; keys that end in `ms` count them anyway.
    unit: float = 1000
    #: Whether it is that only where seconds cannot be meant.
    or_seconds: bool = False
    #: Whether an entry may be a word, or a piece of one, and nothing groups them.
    loose: bool = False
    #: Whether so much is known that no other reader need be asked.
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """A dialect, the objects around its lists from the outermost in, and the lists."""

    dialect: Dialect
    around: tuple[dict[str, Any], ...]
    lists: tuple[tuple[Path, list[Any]], ...]


#: Keys that are times only beside others.
_BESIDE: Final = {"offset": ("duration",), "in": ("out",), "from": ("to",)}
_TEXTS: Final = ("text", "content", "transcript", "sentence", "transcription", "caption", "body")
_NAMES: Final = ("speaker_name", "speakerName", "speaker", "speaker_id", "speakerId", "spk")

DIALECTS: Final = (
    Dialect(
        "Premiere",
        ("segments",),
        (("speaker", "duration", "words", "language"),),
        length=("duration",),
    ),
    Dialect(
        "Fireflies",
        ("", "sentences"),
        (
            ("speaker_name", "start_time", "raw_text"),
            ("speaker_name", "start_time", "text"),
            ("sentence", "startTime"),
            ("sentence", "start_time"),
        ),
        start=("start_time", "startTime"),
        end=("end_time", "endTime"),
        text=("text", "sentence", "raw_text"),
        speaker=_NAMES,
    ),
    Dialect(
        "Gladia",
        ("utterances", "prediction"),
        (("language", "channel", "words"), ("time_begin", "transcription")),
        start=("start", "time_begin"),
        end=("end", "time_end"),
        text=("text", "transcription"),
        words=("words",),
    ),
    Dialect(
        "Soniox",
        ("tokens",),
        (("text", "start_ms"),),
        start=("start_ms",),
        end=("end_ms",),
        length=("duration_ms",),
        loose=True,
    ),
    Dialect(
        "Azure Video Indexer",
        ("videos[].insights.transcript", "transcript"),
        (("text", "instances"),),
        speaker=("speakerId",),
    ),
    Dialect(
        "Otter",
        ("transcripts",),
        (("transcript", "start_offset"),),
        start=("start_offset",),
        end=("end_offset",),
        text=("transcript",),
        speaker=("speaker_name", "speaker_id", "label", "speaker_model_label"),
        words=(),
        unit=1 / 16,
    ),
    Dialect(
        "Trint",
        ("paragraphs",),
        (("time", "words"), ("time", "speaker")),
        start=("time", "start"),
        length=("duration",),
        unit=1,
    ),
    Dialect(
        "Recall",
        ("", "transcript"),
        (("participant", "words"), ("speaker_id", "words", "language")),
        speaker=("participant", "speaker", "speaker_id"),
    ),
    Dialect(
        "Parakeet",
        ("sentences",),
        (("text", "start", "tokens"),),
        words=("tokens",),
    ),
    Dialect(
        "FunASR",
        ("sentence_info", "[].sentence_info", "sentences", "[].sentences", "stamp_sents"),
        (("text", "start", "timestamp"), ("text", "start", "spk"), ("text_seg", "ts_list")),
        text=("text", "sentence", "text_seg"),
        speaker=("spk", "speaker"),
        unit=1,
    ),
    Dialect(
        "Sonix",
        ("transcript",),
        (("start_time", "end_time", "words"),),
        start=("start_time",),
        end=("end_time",),
    ),
    Dialect(
        "NeMo",
        ("sentences", "timestamp.segment", "words", "[].timestamp.segment"),
        (("start_time", "end_time", "text"), ("segment", "start"), ("word", "start_time")),
        start=("start", "start_time"),
        end=("end", "end_time"),
        text=("text", "segment", "word"),
        loose=True,
    ),
    Dialect(
        "Vibe",
        ("", "segments"),
        (("start", "stop", "text"),),
        end=("stop",),
        unit=10,
        or_seconds=True,
    ),
    Dialect(
        "MacWhisper",
        ("transcripts",),
        (("start", "end", "text"),),
        unit=1,
    ),
    Dialect("Bilibili", ("body",), (("from", "content"),), ("from",), ("to",), text=("content",)),
    Dialect(
        "TED",
        ("paragraphs[].cues", "cues"),
        (("time", "text"),),
        start=("time", "startTime"),
        unit=1,
    ),
    Dialect(
        "Remotion",
        ("", "captions", "words", "subtitles"),
        (("text", "startMs", "endMs"),),
        start=("startMs",),
        end=("endMs",),
        loose=True,
    ),
    Dialect(
        "OpenInsights",
        ("segments",),
        (("content", "startTime", "speakerName"), ("content", "startTime", "speakerId")),
        start=("startTime",),
        end=("endTime",),
        text=("content",),
        speaker=_NAMES,
    ),
    *(
        Dialect(
            "",
            (
                "",
                "segments",
                "utterances",
                "transcript",
                "transcripts",
                "captions",
                "subtitles",
                "cues",
                "items",
                "entries",
                "phrases",
                "lines",
                "turns",
                "transcription",
                "monologues",
                "chunks",
                "results",
                "messages",
                "records",
                "data",
                "result",
                "sentences",
                "paragraphs",
                "content",
            ),
            tuple((text, start, *_BESIDE.get(start, ())) for text in _TEXTS for start in STARTS),
            start=STARTS,
            end=ENDS,
            length=LENGTHS,
            text=_TEXTS,
            speaker=_NAMES,
            sure=False,
        ),
    ),
)


def find(value: object) -> Found | None:
    """Return the first dialect whose list is in the JSON, or None."""
    around = list(_objects(value))
    for dialect in DIALECTS:
        for outer, path, inner in around:
            for steps in dialect.paths:
                lists = tuple(_lists(inner, steps, path))
                if any(_fits(dialect, listed) for _, listed in lists):
                    return Found(dialect, outer, lists)
    return None


def _objects(value: object) -> Iterator[tuple[tuple[dict[str, Any], ...], Path, object]]:
    """Yield the file's value and the objects within it, nearest first, with what is around."""
    outer = (value,) if isinstance(value, dict) else ()
    waiting: list[tuple[tuple[dict[str, Any], ...], Path, object]] = [(outer, (), value)]
    for number, (around, path, inner) in enumerate(waiting):
        yield around, path, inner
        if len(path) < _DEPTH and number < _MOST_OBJECTS:
            waiting += [
                ((*around, listed), (*path, key), listed)
                for key, listed in members(inner).items()
                if isinstance(listed, dict)
            ]


def _lists(value: object, steps: str, path: Path) -> Iterator[tuple[Path, list[Any]]]:
    step, _, rest = steps.partition(".")
    if not step:
        if isinstance(value, list):
            yield path, value
        return
    key = step.removesuffix("[]")
    if key:
        value, path = members(value).get(key), (*path, key)
    if key == step:
        yield from _lists(value, rest, path)
        return
    for number, entry in enumerate(entries(value)):
        yield from _lists(entry, rest, (*path, str(number)))


def _fits(dialect: Dialect, listed: list[Any]) -> bool:
    return any(
        all(key in entry for key in mark) and (dialect.sure or _has_time(entry, dialect))
        for entry in map(members, listed[:_LOOKED_AT])
        for mark in dialect.marks
    )


def _has_time(entry: dict[str, Any], dialect: Dialect) -> bool:
    return time_under(entry, dialect.start, dialect.unit) is not None
