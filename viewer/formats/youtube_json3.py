"""YouTube's json3: events in windows, segs with offsets in events.

{"events": [{"tStartMs": 160, "dDurationMs": 4320, "wWinId": 1,
             "segs": [{"utf8": "good"}, {"utf8": " morning", "tOffsetMs": 559}]}]}
"""

import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from viewer.core.transcript import Transcript
from viewer.formats.base import Content, Draft, Format, NothingUsableError, uncollected
from viewer.formats.json_text import loads_fast
from viewer.formats.youtube_events import Event, add_events
from viewer.formats.youtube_lines import visible

if TYPE_CHECKING:
    from viewer.formats.timed_text import Piece

NAME: Final = "youtube-json3"

_SIGN: Final = re.compile(r'"(?:tStartMs|wireMagic|dDurationMs)"\s*:')
_EVENTS: Final = re.compile(r'"events"\s*:\s*\[')
_COMMA: Final = re.compile(r"[\s,]*")
#: How sure the recogniser was, at most; 0 means that the file does not tell.
_SUREST: Final = 255
#: Later than this is no time in a recording but damage.
_LATEST_MS: Final = 10**12
#: What every other event holds where lines roll.
_LINE_BREAK: Final = [{"utf8": "\n"}]

_CUT_OFF: Final = "The JSON breaks off or is damaged here; what follows was left out."
_NO_EVENT: Final = "{} of the events could not be read and were left out."


def claims(sample: Content) -> bool:
    """Return whether the sample is JSON with the keys that only json3 has."""
    return sample.text.lstrip("\ufeff \t\r\n").startswith("{") and bool(_SIGN.search(sample.text))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every event that can be read, also those before the place where a file breaks off."""
    draft = Draft(NAME)
    events: list[Event] = []
    broken = 0
    for raw in _events(content.text.removeprefix("\ufeff"), draft):
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
    return draft.finish()


def _events(text: str, draft: Draft) -> Iterator[Any]:
    try:
        file = _loads(text)
    except (ValueError, RecursionError):
        yield from _rescued(text, draft)
        return
    events = file.get("events") if isinstance(file, dict) else None
    if isinstance(events, list):
        yield from events


def _loads(text: str) -> object:
    try:
        return loads_fast(text)
    except ValueError:
        return json.loads(text)


def _rescued(text: str, draft: Draft) -> Iterator[Any]:
    """Yield the events before the place where the JSON is damaged."""
    begin = _EVENTS.search(text)
    if begin is None:
        return
    decoder = json.JSONDecoder()
    offset = begin.end()
    try:
        while text.startswith("{", offset := _after_comma(text, offset)):
            event, offset = decoder.raw_decode(text, offset)
            yield event
    except (ValueError, RecursionError):
        pass
    draft.problem(text.count("\n", 0, offset) + 1, _CUT_OFF)


def _after_comma(text: str, offset: int) -> int:
    match = _COMMA.match(text, offset)
    return match.end() if match else offset


def _event(raw: dict[str, Any]) -> Event | None:
    segs = raw.get("segs")
    if segs is None:
        return None
    start = _ms(raw["tStartMs"])
    if segs == _LINE_BREAK:
        return None
    duration = raw.get("dDurationMs")
    pieces: list[Piece] = []
    for seg in segs:
        text = seg.get("utf8", "")
        offset = seg.get("tOffsetMs")
        sure = seg.get("acAsrConf")
        timed = offset is not None or sure is not None
        pieces.append(
            (
                start + int(offset or 0) if timed else None,
                text if text.isascii() else visible(text),
                sure / _SUREST if sure else None,
            )
        )
    window = raw.get("wWinId")
    return Event(
        start,
        None if duration is None else start + _ms(duration),
        pieces,
        None if window is None else int(window),
        bool(raw.get("aAppend")),
    )


def _ms(value: int | float | str) -> int:
    ms = int(value)
    if not 0 <= ms <= _LATEST_MS:
        raise ValueError(value)
    return ms


FORMAT: Final = Format(
    name=NAME,
    title="YouTube json3",
    suffixes=(".json3", ".json"),
    claims=claims,
    parse=parse,
)
