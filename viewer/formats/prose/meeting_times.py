"""Meetings with times of day: what extensions of Google Meet write, and the chat that Zoom saves.

Jane Doe (10:02 AM)        [10:02:03 AM] Jane Doe: Good morning.        10:02:03 From Jane Doe :
Good morning.                                                           	Good morning.

A time without a half of the day is one where the first comes later than recordings begin.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.speaker_labels import label_of
from viewer.formats.prose.times_of_day import TimesOfDay, time_of_day
from viewer.formats.text import split_lines

NAME: Final = "meeting-times"

_TIME: Final = (
    r"(?P<clock>\d{1,2}:[0-5]\d(?::[0-5]\d)?)(?:[ \xa0\u202f]?(?P<half>[AaPp])\.?[Mm]\b\.?)?"
)
_DATE: Final = r"(?P<date>\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4},?[ \t])?"
_CHAT: Final = re.compile(
    rf"(?:\d{{4}}-\d\d-\d\d )?{_TIME}[ \t]{{1,4}}(?:From|Von|De|Da|Van|Från|Od|От)"
    r"[ \t]{1,4}(?=[^:]{1,170}:)(?P<name>[^:]{1,80}?)"
    r"(?:[ \t]{1,4}(?:to|an|à|a|para|per|aan|till|do|кому)[ \t]{1,4}[^:]{1,80}?)?[ \t]?:"
    r"(?P<text>.*)",
    re.A,
)
_FORMS: Final = (
    _CHAT,
    re.compile(
        rf"(?P<name>[^\s\d\[(:][^:\[\]()]{{0,79}}?)[:,]?[ \t]{{1,4}}[\[(]?{_DATE}{_TIME}[\])]?"
        r"[ \t]{0,4}(?::(?P<text>.*))?",
        re.A,
    ),
    re.compile(
        rf"[\[(]?{_TIME}[\])]?[ \t]{{0,4}}[-–—]?[ \t]{{0,4}}(?P<name>[^\s\d:][^:]{{0,79}}):"
        r"(?P<text>.*)",
        re.A,
    ),
)
_LONGEST: Final = 2_000
#: Later than this no recording has its first word.
_LATE_MS: Final = 6 * 3_600_000
_FEWEST: Final = 2
_ONE_IN: Final = 6
_LOOKED_AT: Final = 60
_RULE: Final = re.compile(r"-{5,200}\s{0,9}")
_CHAT_BELOW: Final = (
    "Below this the meeting's chat was written, which nobody said; it was left out."
)
_A_CHAT: Final = "This is the chat of a meeting: what was written beside it, not what was said."


@dataclass(slots=True)
class _Turn:
    line: int
    name: str
    clock: str
    half: str | None
    said: list[str] = field(default_factory=list)
    is_chat: bool = False
    is_dated: bool = False


def claims(sample: Content) -> Claim:
    """Return whether names stand beside times of day."""
    lines = [line for line in split_lines(sample.text.removeprefix("\ufeff")) if line.strip()]
    turns = [turn for line in lines[:_LOOKED_AT] if (turn := _turn(line, 1))]
    if len(turns) < _FEWEST or len(turns) * _ONE_IN < min(len(lines), _LOOKED_AT):
        return Claim.NO
    if any(turn.is_chat for turn in turns):
        return Claim.sure(all(turn.is_chat for turn in turns))
    halves = sum(1 for turn in turns if turn.half)
    whole = all(turn.clock.count(":") == 2 for turn in turns)
    late = whole and time_of_day(turns[0].clock, None) >= _LATE_MS
    dated = all(turn.is_dated for turn in turns)
    return Claim.sure(halves == len(turns) or dated or (late and not halves))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every turn; the times count from the first."""
    draft = Draft(NAME, in_order=True)
    turns = _turns(split_lines(content.text.removeprefix("\ufeff")), draft)
    if any(turn.is_chat for turn in turns):
        draft.problem(turns[0].line, _A_CHAT)
    times = TimesOfDay(draft)
    for turn in turns:
        start = times.read(turn.clock, turn.half, turn.line)
        text = "\n".join(turn.said).strip()
        if text:
            draft.segment(start, None, text, speaker=turn.name)
    if draft.empty:
        raise NothingUsableError("it has no turn with words")
    return draft.finish()


def _turns(lines: list[str], draft: Draft) -> list[_Turn]:
    """Return the turns down to a heading between rules, below which a chat stands."""
    turns: list[_Turn] = []
    for number, line in enumerate(lines, 1):
        if (turn := _turn(line, number)) is not None:
            turns.append(turn)
        elif _RULE.fullmatch(line):
            if number < len(lines) and "chat" in lines[number].casefold():
                draft.problem(number, _CHAT_BELOW)
            if turns:
                break
        elif turns and line.strip():
            turns[-1].said.append(line)
    return turns


def _turn(line: str, number: int) -> _Turn | None:
    """Return the turn that a line begins, if it does."""
    bare = line.strip()
    if ":" not in bare[:200] or len(bare) > _LONGEST:
        return None
    for form in _FORMS:
        match = form.fullmatch(bare)
        name = match["name"].strip() if match else ""
        if match is not None and (form is _CHAT or _is_name(name)):
            text = match["text"]
            said = [text] if text else []
            dated = bool(match.groupdict().get("date"))
            return _Turn(number, name, match["clock"], match["half"], said, form is _CHAT, dated)
    return None


def _is_name(name: str) -> bool:
    found = label_of(f"{name}:")
    return found is not None and found[0] == name
