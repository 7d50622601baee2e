"""The transcript panel as YouTube sends it to its page, as scripts and browsers' tools save it.

{"actions": [{… "initialSegments": [{"transcriptSegmentRenderer": {
    "startMs": "80", "endMs": "2500", "snippet": {"runs": [{"text": "good morning"}]}}}]}]}

How deep the lines stand changes from year to year; their own keys seldom do. Headings are chapters.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from viewer.core.oneline import one_line
from viewer.core.timecode import parse_time
from viewer.core.transcript import Chapter, Transcript
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.json_document import read_json
from viewer.formats.kit.json_values import entries, members, milliseconds
from viewer.formats.kit.turn_marks import add_line

NAME: Final = "youtube-panel-json"

_LINES: Final = ("transcriptSegmentRenderer", "transcriptCueRenderer", "transcriptSegmentViewModel")
_HEADING: Final = "transcriptSectionHeaderRenderer"
_SIGN: Final = re.compile(
    r'"transcript(?:SegmentRenderer|CueRenderer|CueGroupRenderer|SegmentViewModel)"\s*:\s*\{'
)
_STARTS: Final = ("startMs", "startOffsetMs")
_CLOCKS: Final = ("startTimeText", "timestamp", "timestampText", "formattedStartOffset")
_TEXTS: Final = ("snippet", "cue", "simpleText", "bodyText", "sectionHeader", "headline", "content")
#: Under what the text stands within these.
_INNER: Final = (
    "simpleText", "content", "elementsAttributedString", "sectionHeaderViewModel", "headline",
)  # fmt: skip
_DEPTH: Final = 4
_NO_TIME: Final = "Line {} of the panel has no time that can be read and was left out."


def claims(sample: Content) -> Claim:
    """Return whether the sample has a line of the panel in it."""
    return Claim.sure(_SIGN.search(sample.text))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every line, wherever it stands, and the headings among them."""
    draft = Draft(NAME)
    source = read_json(content.text)
    number = 0
    for key, fields in _found(source.value):
        text, start = _text(fields, _TEXTS), _start(fields)
        if key == _HEADING:
            if text.strip() and start is not None:
                draft.chapters.append(Chapter(start, one_line(text)))
            continue
        number += 1
        if start is None:
            draft.problem(1, _NO_TIME.format(f"{number:,}"))
        elif text.strip():
            add_line(draft, start, _end(fields, start), [(None, text, None)], text)
    if draft.empty:
        raise NothingUsableError("it has no line of the panel with a time and words")
    source.report(draft)
    return draft.finish()


def _found(value: object) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the lines and headings in their order, each with its key."""
    waiting = [value]
    while waiting:
        inner = waiting.pop()
        if isinstance(inner, list):
            waiting += reversed(inner)
            continue
        for key, fields in reversed(members(inner).items()):
            if (key in _LINES or key == _HEADING) and isinstance(fields, dict):
                waiting.append(_Found(key, fields))
            elif isinstance(fields, dict | list):
                waiting.append(fields)
        if isinstance(inner, _Found):
            yield inner.key, inner.fields


class _Found:
    """A line or heading that waits for its turn."""

    def __init__(self, key: str, fields: dict[str, Any]) -> None:
        self.key: Final = key
        self.fields: Final = fields


def _start(fields: dict[str, Any]) -> int | None:
    stated = next((fields[key] for key in _STARTS if key in fields), None)
    ms = milliseconds(stated, 1)
    if ms is None:
        clock = next((fields[key] for key in _CLOCKS if key in fields), None)
        ms = parse_time(clock if isinstance(clock, str) else _text(members(clock), _INNER))
    return None if ms is None or ms < 0 else ms


def _end(fields: dict[str, Any], start: int) -> int | None:
    end, length = (milliseconds(fields.get(key), 1) for key in ("endMs", "durationMs"))
    if end is None and length is not None:
        end = start + length
    return None if end is None or end < start else end


def _text(fields: dict[str, Any], keys: tuple[str, ...], depth: int = 0) -> str:
    """Return the text under the first of the keys that has some, in any of YouTube's ways."""
    runs = entries(fields.get("runs"))
    if runs:
        return "".join(
            said for run in map(members, runs) if isinstance(said := run.get("text"), str)
        )
    for key in keys:
        value = fields.get(key)
        if isinstance(value, str):
            return value
        if isinstance(value, dict) and depth < _DEPTH and (said := _text(value, _INNER, depth + 1)):
            return said
    return ""
