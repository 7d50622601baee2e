"""YouTube's json3: events in windows, segs with offsets in events.

{"events": [{"tStartMs": 160, "dDurationMs": 4320, "wWinId": 1,
             "segs": [{"utf8": "good"}, {"utf8": " morning", "tOffsetMs": 559}]}]}
"""

import re
from collections.abc import Iterable
from functools import partial
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, Any, Final

from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.json_document import JsonText, read_json
from viewer.formats.kit.turn_marks import visible
from viewer.formats.text import split_lines
from viewer.formats.youtube.events import Event, add_events

if TYPE_CHECKING:
    from viewer.formats.kit.inline_times import Piece

NAME: Final = "youtube-json3"

_SIGN: Final = re.compile(r'"(?:tStartMs|wireMagic|dDurationMs)"\s*:')
#: How events begin, which tells a file of which the beginning is missing.
_EVENT: Final = re.compile(r'\{\s*"tStartMs"\s*:\s*[0-9]')
_FEWEST_EVENTS: Final = 2
#: How sure the recogniser was, at most; 0 means that the file does not tell.
_SUREST: Final = 255
#: Later than this is no time in a recording but damage.
_LATEST_MS: Final = 10**12
_VALUES: Final = itemgetter("utf8", "tOffsetMs", "acAsrConf")
#: What every other event holds where lines roll.
_LINE_BREAK: Final = [{"utf8": "\n"}]

_BEHEADED: Final = "The beginning of the file is missing; what is left of it is shown."
_NO_EVENT: Final = "{} of the events could not be read and were left out."


def claims(sample: Content) -> Claim:
    """Return whether the sample is JSON with the keys that only json3 has, or the end of such."""
    if not _SIGN.search(sample.text):
        return Claim.NO
    events = islice(_EVENT.finditer(sample.text), _FEWEST_EVENTS)
    return Claim.sure(_is_whole(sample.text) or len(list(events)) == _FEWEST_EVENTS)


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every event that can be read, also around the places where a file is damaged."""
    draft = Draft(NAME)
    events: list[Event] = []
    broken = 0
    source = _read(content.text)
    for raw in _events(source.value):
        try:
            event = _event(raw)
        except (AttributeError, KeyError, TypeError, ValueError, OverflowError):
            broken += 1
        else:
            if event is not None:
                events.append(event)
    add_events(events, draft)
    if draft.empty:
        raise NothingUsableError("it has no event with text")
    if broken:
        draft.problem(1, _NO_EVENT.format(broken))
    if not _is_whole(content.text):
        draft.problem(1, _BEHEADED)
    source.report(draft)
    return draft.finish()


def _is_whole(text: str) -> bool:
    return text.lstrip("\ufeff \t\r\n").startswith("{")


def _read(text: str) -> JsonText:
    """Read the JSON; where its beginning is missing, from the first event on."""
    first = None if _is_whole(text) else _EVENT.search(text)
    if first is None:
        return read_json(text)
    lines = "\n" * (len(split_lines(text[: first.start()])) - 1)
    return read_json(f'{lines}{{"events": [{text[first.start() :]}')


def _events(file: object) -> Iterable[Any]:
    events = file.get("events") if isinstance(file, dict) else None
    return events if isinstance(events, list) else ()


def _event(raw: dict[str, Any]) -> Event | None:
    segs = raw.get("segs")
    if segs is None:
        return None
    start = _ms(raw["tStartMs"])
    if segs == _LINE_BREAK:
        return None
    duration = raw.get("dDurationMs")
    try:
        pieces = [*map(partial(_piece, start), segs[:1]), *_usual(start, segs[1:])]
    except (KeyError, TypeError):
        pieces = list(map(partial(_piece, start), segs))
    window = raw.get("wWinId")
    return Event(
        start,
        None if duration is None else start + _ms(duration),
        pieces,
        None if window is None else int(window),
        bool(raw.get("aAppend")),
    )


def _usual(start: int, segs: list[Any]) -> list["Piece"]:
    """Return the pieces of segs that have all three values, as nearly all have but the first."""
    return [
        (
            start + int(offset),
            text if text.isascii() else visible(text),
            sure / _SUREST if sure else None,
        )
        for text, offset, sure in map(_VALUES, segs)
    ]


def _piece(start: int, seg: dict[str, Any]) -> "Piece":
    text = seg.get("utf8", "")
    offset = seg.get("tOffsetMs")
    sure = seg.get("acAsrConf")
    timed = offset is not None or sure is not None
    return (
        start + int(offset or 0) if timed else None,
        text if text.isascii() else visible(text),
        sure / _SUREST if sure else None,
    )


def _ms(value: int | float | str) -> int:
    ms = int(value)
    if not 0 <= ms <= _LATEST_MS:
        raise ValueError(value)
    return ms
