"""Podlove's transcripts: entries with `start_ms`, `end_ms`, `text`, and who speaks.

[{"start": "00:00:00.500", "start_ms": 500, "end": "00:00:02.000", "end_ms": 2000,
  "speaker": "12", "voice": "Anna", "text": "Good morning."}]

The Publisher also groups entries by speaker (`items`), and the Web Player keeps the list under
`transcripts`, with its `chapters` and `audio` beside it. https://docs.podlove.org/
"""

from collections.abc import Iterator
from typing import Any, Final

from viewer.core.links import is_web_link
from viewer.core.oneline import one_line
from viewer.core.transcript import Chapter, Transcript
from viewer.formats.draft import Draft, clean_source, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.json_document import JsonText, peek, read_json
from viewer.formats.kit.json_values import entries, members, milliseconds, name
from viewer.formats.speech.whisper.segments import ENDS_EARLY, NO_OBJECT, NO_START, NO_TEXT

NAME: Final = "podlove-json"

_LIST: Final = "transcripts"
_SIGNS: Final = frozenset({"start_ms", "end_ms"})
_SAID: Final = frozenset({"text", "items"})
_LOOKED_AT: Final = 20


def claims(sample: Content) -> Claim:
    """Return whether the head holds entries with times in milliseconds and Podlove's names."""
    found, _ = _entries(peek(sample))
    return Claim.sure(any(_is_ours(entry) for entry in found[:_LOOKED_AT]))


def _entries(value: object) -> tuple[list[Any], tuple[str, ...]]:
    """Return the entries, and where they stand."""
    if isinstance(value, list):
        return value, ()
    return entries(members(value).get(_LIST)), (_LIST,)


def _is_ours(entry: object) -> bool:
    keys = members(entry).keys()
    return keys >= _SIGNS and not _SAID.isdisjoint(keys)


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every entry, those in groups with the speaker of their group."""
    source = read_json(content.text)
    found, path = _entries(source.value)
    draft = Draft(NAME, in_order=True)
    for index, entry in enumerate(found):
        if not isinstance(entry, dict):
            source.note(path, index, NO_OBJECT.format(f"{index + 1:,}"))
        for piece in _pieces(entry):
            _add(piece, index, path, draft, source)
    if draft.empty:
        raise NothingUsableError("it has no entry with text")
    source.report(draft)
    _add_episode(members(source.value), draft)
    return draft.finish()


def _pieces(entry: object) -> Iterator[dict[str, Any]]:
    group = members(entry)
    if "items" in group:
        said = {key: group[key] for key in ("voice", "speaker") if key in group}
        yield from ({**said, **members(item)} for item in entries(group["items"]))
    elif group:
        yield group


def _add(
    piece: dict[str, Any], index: int, path: tuple[str, ...], draft: Draft, source: JsonText
) -> None:
    text = piece.get("text")
    start, end = _time(piece, "start"), _time(piece, "end")
    problem = None
    if not isinstance(text, str):
        problem = NO_TEXT
    elif start is None:
        problem = NO_START
    elif end is not None and end < start:
        problem, end = ENDS_EARLY, None
    if problem:
        source.note(path, index, problem.format(f"{index + 1:,}"))
    if isinstance(text, str) and (text.strip() or start is not None):
        speaker = name(piece.get("voice")) or name(piece.get("speaker"))
        draft.segment(start, end if start is not None else None, text, speaker=speaker)


def _time(piece: dict[str, Any], key: str) -> int | None:
    ms = milliseconds(piece.get(f"{key}_ms"), 1)
    ms = milliseconds(piece.get(key)) if ms is None else ms
    return None if ms is None else max(ms, 0)


def _add_episode(about: dict[str, Any], draft: Draft) -> None:
    """Take over what the Web Player's file tells of the episode."""
    title, show = about.get("title"), members(about.get("show")).get("title")
    link = about.get("link")
    draft.source = clean_source(
        title if isinstance(title, str) else "",
        show if isinstance(show, str) else "",
        None,
        link if isinstance(link, str) and is_web_link(link) else "",
    )
    draft.duration_ms = milliseconds(about.get("duration"))
    for audio in entries(about.get("audio")):
        url = members(audio).get("url")
        if isinstance(url, str) and url.strip():
            draft.media.append(url.strip())
    for chapter in entries(about.get("chapters")):
        start, named = milliseconds(members(chapter).get("start")), members(chapter).get("title")
        if start is not None and start >= 0 and isinstance(named, str):
            draft.chapters.append(Chapter(start, one_line(named)))
