"""Cueline's own JSON: everything that a transcript holds, as docs/json-schema.md describes it.

Values are checked one by one, so that one bad value costs no more than itself.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from viewer.core.oneline import one_line
from viewer.core.segment import Segment, Word
from viewer.core.timecode import LATEST_MS
from viewer.core.transcript import Chapter, Problem, Source, Transcript
from viewer.formats.draft import Draft, uncollected, with_ends
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.json_document import JsonText, peek, read_json
from viewer.formats.kit.json_values import confidence, entries, members
from viewer.formats.own.writer import KIND, NAME, VERSION

_NEWER: Final = (
    "The file was written by a newer version of Cueline; what this one does not know was left out."
)
_BAD_TIMES: Final = "Segment {} has times that make no sense and is shown without them."
_BAD_SEGMENT: Final = "Segment {} has no text and was left out."
_BAD_WORDS: Final = "Segment {} has words without text or times; they were left out."
_BAD_CHAPTER: Final = "Chapter {} has no time or no title and was left out."


def claims(sample: Content) -> Claim:
    """Return whether the head names this format."""
    return Claim.sure(members(peek(sample)).get("format") == KIND)


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every segment that can be read, exactly as it was written."""
    source = read_json(content.text)
    value = members(source.value)
    if value.get("format") != KIND:
        raise NothingUsableError(f"it does not say that its format is “{KIND}”")
    segments = _segments(entries(value.get("segments")), source)
    chapters = _chapters(entries(value.get("chapters")), source)
    fields = _about(value)
    if not segments and not fields.source.title and not fields.metadata:
        raise NothingUsableError("it has no segments that can be read")
    problems = _problems(value, source)
    return Transcript(
        segments=tuple(with_ends(segments, fields.duration_ms)),
        format=NAME,
        source=fields.source,
        duration_ms=fields.duration_ms,
        language=fields.language,
        description=fields.description,
        keywords=fields.keywords,
        chapters=chapters,
        metadata=fields.metadata,
        problems=problems,
        media=tuple(fields.media),
    )


def _about(value: Mapping[str, Any]) -> Draft:
    fields = members(value.get("source"))
    about = {key: text for key, text in members(value.get("metadata")).items() if _is_text(text)}
    return Draft(
        NAME,
        Source(
            _text(fields, "title"), _text(fields, "channel"), _date(fields), _text(fields, "url")
        ),
        duration_ms=_ms(value.get("duration_ms")),
        language=_text(value, "language") or None,
        description=_text(value, "description"),
        keywords=tuple(filter(_is_text, entries(value.get("keywords")))),
        metadata=about,
        media=list(filter(_is_text, entries(value.get("media")))),
    )


def _segments(raw: list[Any], source: JsonText) -> list[Segment]:
    made = []
    for index, entry in enumerate(raw):
        text = members(entry).get("text")
        if not isinstance(text, str):
            source.note(("segments",), index, _BAD_SEGMENT.format(f"{index + 1:,}"))
            continue
        made.append(_segment(entry, one_line(text), source, index))
    return made


def _segment(entry: dict[str, Any], text: str, source: JsonText, index: int) -> Segment:
    start, end = _ms(entry.get("start_ms")), _ms(entry.get("end_ms"))
    timeless = entry.get("start_ms") is None and entry.get("end_ms") is None
    if start is None or (end is not None and end < start):
        start = end = None
    if start is None and not timeless:
        source.note(("segments",), index, _BAD_TIMES.format(f"{index + 1:,}"))
    raw = entries(entry.get("words"))
    words = _words(raw)
    if len(words) < len(raw):
        source.note(("segments",), index, _BAD_WORDS.format(f"{index + 1:,}"))
    speaker, original = entry.get("speaker"), entry.get("original")
    return Segment(
        start,
        end,
        text,
        one_line(speaker) if isinstance(speaker, str) else None,
        start is not None and (end is None or entry.get("end_derived") is True),
        words,
        original if isinstance(original, str) else None,
    )


def _words(raw: list[Any]) -> tuple[Word, ...]:
    made: list[Word] = []
    for entry in raw:
        try:
            start, end, text = entry["start_ms"], entry["end_ms"], entry["text"]
            sure = entry.get("confidence")
            sound = (
                start.__class__ is int is end.__class__
                and 0 <= start <= end <= LATEST_MS
                and text.isprintable()
                and (sure is None or 0.0 <= sure <= 1.0)
            )
        except (KeyError, TypeError, AttributeError):
            sound = False
        if not sound:
            made += filter(None, [_word(entry)])
            continue
        made.append(Word(start, end, text.strip(), sure, entry.get("interpolated") is True))
    return tuple(made)


def _word(raw: object) -> Word | None:
    entry = members(raw)
    start, end, text = _ms(entry.get("start_ms")), _ms(entry.get("end_ms")), entry.get("text")
    if start is None or end is None or end < start or not isinstance(text, str):
        return None
    sure = confidence(entry.get("confidence"))
    return Word(start, end, one_line(text), sure, entry.get("interpolated") is True)


def _chapters(raw: list[Any], source: JsonText) -> tuple[Chapter, ...]:
    made = []
    for index, entry in enumerate(raw):
        start, title = _ms(members(entry).get("start_ms")), members(entry).get("title")
        if start is None or not isinstance(title, str):
            source.note(("chapters",), index, _BAD_CHAPTER.format(f"{index + 1:,}"))
        else:
            made.append(Chapter(start, one_line(title)))
    return tuple(made)


def _problems(value: Mapping[str, Any], source: JsonText) -> tuple[Problem, ...]:
    draft = Draft(NAME)
    version = value.get("version")
    if isinstance(version, int) and version > VERSION:
        draft.problem(1, _NEWER)
    source.report(draft)
    return draft.finish().problems


def _ms(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int):
        return None
    return value if 0 <= value <= LATEST_MS else None


def _text(fields: Mapping[str, Any], key: str) -> str:
    value = fields.get(key)
    return value if isinstance(value, str) else ""


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _date(fields: Mapping[str, Any]) -> date | None:
    try:
        return date.fromisoformat(_text(fields, "published"))
    except ValueError:
        return None
