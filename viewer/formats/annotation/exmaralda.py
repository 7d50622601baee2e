"""EXMARaLDA's basic transcriptions (`.exb`): events of tiers between points of a common timeline.

Shown are the tiers of type `t`, what is said; descriptions and annotations are left out where there
are such. A point without a time lies between its neighbours. https://exmaralda.org
"""

import re
from dataclasses import dataclass, field
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.json_values import milliseconds
from viewer.formats.kit.xml_stream import Tags

NAME: Final = "exmaralda"

_SIGN: Final = re.compile(r"<basic-transcription[\s>]")
_SAID: Final = "t"
_NO_TIME: Final = "This event has no time and was left out."


@dataclass(slots=True)
class _Event:
    line: int
    start: str
    end: str
    text: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Tier:
    speaker: str
    is_said: bool
    name: str
    events: list[_Event] = field(default_factory=list)


def claims(sample: Content) -> Claim:
    """Return whether the root element is EXMARaLDA's."""
    return Claim.sure(_SIGN.search(sample.text))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read the events of the tiers that hold what is said."""
    draft = Draft(NAME)
    document = _Document()
    document.read(content.text, draft)
    times = _with_times(document.timeline)
    said = [tier for tier in document.tiers if tier.is_said] or document.tiers
    for tier in said:
        _add(tier, document.people.get(tier.speaker, tier.name or None), times, draft)
    if draft.empty:
        raise NothingUsableError("it has no event with text and a time")
    draft.media.extend(document.media)
    return draft.finish()


def _add(tier: _Tier, speaker: str | None, times: dict[str, int], draft: Draft) -> None:
    for event in tier.events:
        text = "".join(event.text).strip()
        if not text:
            continue
        start, end = times.get(event.start), times.get(event.end)
        if start is None:
            draft.problem(event.line, _NO_TIME)
            continue
        draft.segment(start, end if end and end > start else None, text, speaker=speaker)


class _Document(Tags):
    """Collects speakers, timeline and tiers."""

    def __init__(self) -> None:
        self.people: dict[str, str] = {}
        self.timeline: list[tuple[str, int | None]] = []
        self.tiers: list[_Tier] = []
        self.media: list[str] = []
        self._speaker = ""
        self._inside = ""

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        self._inside = name
        if name == "speaker":
            self._speaker = attributes.get("id", "")
        elif name == "tli":
            self.timeline.append((attributes.get("id", ""), milliseconds(attributes.get("time"))))
        elif name == "tier":
            shown = attributes.get("display-name", "").partition("[")[0].strip()
            is_said = attributes.get("type") == _SAID
            self.tiers.append(_Tier(attributes.get("speaker", ""), is_said, shown))
        elif name == "event" and self.tiers:
            event = _Event(self.line, attributes.get("start", ""), attributes.get("end", ""))
            self.tiers[-1].events.append(event)
        elif name == "referenced-file" and (url := attributes.get("url", "").strip()):
            self.media.append(url)

    def closed(self, name: str) -> None:
        self._inside = ""

    def said(self, text: str) -> None:
        if self._inside == "abbreviation" and text.strip():
            self.people[self._speaker] = text.strip()
        elif self._inside == "event" and self.tiers and self.tiers[-1].events:
            self.tiers[-1].events[-1].text.append(text)


def _with_times(timeline: list[tuple[str, int | None]]) -> dict[str, int]:
    """Return when each point is; those without a time share out the gap that they lie in."""
    known = [(row, time) for row, (_, time) in enumerate(timeline) if time is not None]
    made: dict[str, int] = {}
    place = -1
    for row, (key, time) in enumerate(timeline):
        if time is not None:
            made[key] = max(time, 0)
            place += 1
        elif 0 <= place < len(known) - 1:
            (first, begin), (last, end) = known[place], known[place + 1]
            made[key] = max(begin + (end - begin) * (row - first) // (last - first), 0)
    return made
