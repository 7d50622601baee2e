"""Podcasting 2.0 transcripts in JSON: `segments`, each with `startTime`, `endTime`, `body`.

The specification times single words; hosts also write phrases. Words are put together into lines,
phrases are lines as they are. A body that is or ends in a line break ends a paragraph.
https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/transcript.md
"""

from typing import Any, Final

from viewer.core.segment import Word
from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.json_document import JsonText, peek, read_json
from viewer.formats.kit.json_values import entries, members, name, remark
from viewer.formats.kit.time_keys import raw_times
from viewer.formats.kit.time_units import Line, guessed, implied_unit, in_units, phrases
from viewer.formats.kit.word_lines import Heard, add_lines, mostly_words
from viewer.formats.kit.words import word_of
from viewer.formats.speech.whisper.segments import ENDS_EARLY, NO_OBJECT, NO_START, NO_TEXT

NAME: Final = "podcast-json"

_PATH: Final = ("segments",)
_SIGNS: Final = frozenset({"startTime", "endTime", "body"})
_KNOWN_KEYS: Final = frozenset({"version", "segments"})
_LOOKED_AT: Final = 20
_TIMES_LOOKED_AT: Final = 1_000
_Span = tuple[int | None, int | None]
NO_WORD_START: Final = "Segment {} has no time that can be read; it was put between its neighbours."


def claims(sample: Content) -> Claim:
    """Return whether the head holds segments with the names of this format."""
    return Claim.sure(_are_ours(entries(members(peek(sample)).get("segments"))))


def _are_ours(segments: list[Any]) -> bool:
    return any(len(_SIGNS & members(entry).keys()) > 1 for entry in segments[:_LOOKED_AT])


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every segment that can be read, and put single words together into lines."""
    source = read_json(content.text)
    about = members(source.value)
    segments = entries(about.get("segments"))
    if not _are_ours(segments):
        raise NothingUsableError("it is JSON without segments that have a start and a body")
    draft = Draft(NAME, in_order=True)
    for key, raw in about.items():
        label, text = remark(key), remark(raw)
        if key not in _KNOWN_KEYS and label and text:
            draft.metadata[label] = text
    are_words = mostly_words(str(members(entry).get("body", "")) for entry in segments)
    raw = map(_raw, segments[:_TIMES_LOOKED_AT])
    unit = implied_unit(phrases(raw) if are_words else raw)
    if guess := guessed(unit):
        draft.problem(1, guess)
    if are_words:
        add_lines(draft, _read(segments, source, NO_WORD_START, unit))
    else:
        _add_phrases(draft, _read(segments, source, NO_START, unit))
    source.report(draft)
    if draft.empty:
        raise NothingUsableError("none of its segments can be read")
    return draft.finish()


def _raw(entry: object) -> Line:
    fields = members(entry)
    return *raw_times(fields, ("startTime",), ("endTime",), ("duration",)), fields.get("body")


def _read(segments: list[Any], source: JsonText, no_start: str, unit_ms: float) -> list[Heard]:
    heard: list[Heard] = []
    for index, entry in enumerate(segments):
        body = members(entry).get("body")
        if not isinstance(body, str):
            message = NO_TEXT if isinstance(entry, dict) else NO_OBJECT
            source.note(_PATH, index, message.format(f"{index + 1:,}"))
            continue
        if body.strip():
            span = _span(entry, unit_ms)
            heard.append(_heard(entry, body, span))
            if complaint := _complaint(span, no_start):
                source.note(_PATH, index, complaint.format(f"{index + 1:,}"))
        elif heard and "\n" in body:
            heard[-1].paragraph = True
    return heard


def _heard(entry: dict[str, Any], body: str, span: _Span) -> Heard:
    paragraph = body.rstrip(" ").endswith("\n")
    return Heard(word_of(*span, body), body, name(entry.get("speaker")), paragraph)


def _span(entry: dict[str, Any], unit_ms: float) -> _Span:
    start, length, end = (
        in_units(entry.get(key), unit_ms) for key in ("startTime", "duration", "endTime")
    )
    if "endTime" not in entry and start is not None and length is not None:
        return start, start + length
    return start, end


def _complaint(span: _Span, no_start: str) -> str | None:
    start, end = span
    if start is None:
        return no_start
    return ENDS_EARLY if end is not None and end < start else None


def _add_phrases(draft: Draft, heard: list[Heard]) -> None:
    for one in heard:
        end = one.word.end_ms if isinstance(one.word, Word) else None
        draft.segment(one.word.start_ms, end, one.raw, speaker=one.speaker)
