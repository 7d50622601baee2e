r"""JACOsub: two times, how to show it, and the words on a line; `#` begins commands and remarks.

#TIMERES 30
0:00:01.15 0:00:03.00 JL Good morning.\nAll of you.
@120 @165 D {a remark} Yes.

What stands behind the points counts parts of a second, 30 unless the file says otherwise; behind
`@` stand such parts alone. A backslash at a line's end goes on in the next.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from viewer.core.timecode import clock_seconds
from viewer.core.transcript import Transcript
from viewer.core.value import value
from viewer.formats.captions.cues import ENDS_EARLY
from viewer.formats.draft import Draft, clean_source, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.speaker_labels import Labels, may_hold_label
from viewer.formats.text import split_lines

NAME: Final = "jacosub"

_TIME: Final = r"(?:([0-9]{1,3}):)?([0-9]{1,3}):([0-9]{1,2})(?:\.([0-9]{1,3}))?"
_LINE: Final = re.compile(
    rf"[ \t]*+(?:{_TIME}[ \t]++{_TIME}|@([0-9]{{1,9}})[ \t]++@([0-9]{{1,9}}))(?:[ \t]++(.*))?"
)
_UNITS: Final = re.compile(r"#T(?:IMERES)?[ \t]*([0-9]{1,4})(?![0-9])", re.I)
_SHIFT: Final = re.compile(
    r"#S(?:HIFT)?[ \t]*(-?)(?:(?:([0-9]{1,3}):)?([0-9]{1,3}):)?([0-9]{1,3})(?:\.([0-9]{1,3}))?"
    r"(?![\w:.])",
    re.I,
)
_TITLE: Final = re.compile(r"#TITLE[ \t]+(.*)", re.I)
#: How to show a line: where, when, in which colour and letters.
_HOW: Final = re.compile(
    r"(?:~|D|\[[^\]\s]{0,40}\]|(?:J[LCRB]{1,2}|[VHTFCSPDOR][A-Z]{0,2}-?[0-9.]{0,6}){1,9})"
    r"(?:[ \t]+|\Z)"
)
#: The surest of those, which no word is.
_SURE: Final = re.compile(
    r"(?:~|D|\[[A-Z][^\]\s]{0,40}\]|J[LCRB]\S{0,9}|V[TMBL][0-9]*\S{0,9})[ \t]"
)
#: Pictures and scripts are shown, not said.
_PICTURE: Final = re.compile(r"\S{0,20}R(?:DB|DC|LB|LG)")
_REMARK: Final = re.compile(r"(?<!\\)\{[^{}]*\}?")
_CODE: Final = re.compile(r"\\(?:[IiBbUuNDT]|[CF][0-9]?)")
_USUAL_UNITS: Final = 30
_LOOKED_AT: Final = 20
_LEFT_OUT: Final = "This line has no times and was left out."
_IS_PICTURE: Final = "This line shows a picture or a script and was left out."


@value
class _Line:
    number: int
    start_ms: int
    end_ms: int
    text: str


def claims(sample: Content) -> Claim:
    """Return whether most lines are two times, and signs of the format stand among them.

    Two clocks without any sign and without fractions are those of a timetable.
    """
    lines = [line for line in split_lines(sample.text.removeprefix("\ufeff")) if line.strip()]
    said = [line for line in lines if not line.startswith("#")][:_LOOKED_AT]
    found = [match for line in said if (match := _LINE.fullmatch(line)) is not None]
    if not found or len(found) * 2 < len(said):
        return Claim.NO
    sure = sum(1 for match in found if match[9] or _SURE.match(match[11] or ""))
    told = any(_UNITS.match(line) or _SHIFT.match(line) for line in lines[:_LOOKED_AT])
    if told or sure * 2 >= len(found):
        return Claim.SURE
    timed = sum(1 for match in found if match[1] and match[4])
    return Claim.likely(sure or timed * 2 >= len(found))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every line, counted and moved as the commands above it say."""
    draft = Draft(NAME, in_order=True)
    lines = list(_lines(list(_whole(content.text)), draft))
    labels = Labels((line.text for line in lines if may_hold_label(line.text)), len(lines))
    for line in lines:
        end: int | None = line.end_ms
        if line.end_ms < line.start_ms:
            draft.problem(line.number, ENDS_EARLY)
            end = None
        for speaker, said in labels.split(line.text) if line.text else ():
            draft.segment(line.start_ms, end, said, speaker=speaker)
    if draft.empty:
        raise NothingUsableError("it has no line with times and words")
    return draft.finish()


def _whole(text: str) -> Iterator[tuple[int, str]]:
    """Yield the lines with their numbers, those that go on in one piece."""
    begun, parts = 0, list[str]()
    for number, line in enumerate(split_lines(text.removeprefix("\ufeff")), 1):
        begun = begun if parts else number
        bare = line.rstrip()
        goes_on = bare.endswith("\\") and not bare.endswith("\\\\") and bare[:1] != "#"
        parts.append(bare[:-1].rstrip() if goes_on else bare)
        if not goes_on:
            yield begun, " ".join(part.strip() for part in parts)
            parts = []
    if parts:
        yield begun, " ".join(part.strip() for part in parts)


def _lines(whole: Sequence[tuple[int, str]], draft: Draft) -> Iterator[_Line]:
    units, shift = _usual_units(line for _, line in whole), 0
    for number, line in whole:
        if line.startswith("#"):
            if match := _UNITS.match(line):
                units = max(int(match[1]), 1)
            elif match := _SHIFT.match(line):
                shift = _ms(match.groups()[1:], units) * (-1 if match[1] else 1)
            elif match := _TITLE.match(line):
                draft.source = clean_source(match[1], "", None, "")
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            if line:
                draft.problem(number, _LEFT_OUT)
            continue
        how = _HOW.match(match[11] or "")
        if how is not None and _PICTURE.match(how[0]):
            draft.problem(number, _IS_PICTURE)
            continue
        start, end = (max(ms + shift, 0) for ms in _times(match, units))
        yield _Line(number, start, end, _plain((match[11] or "")[how.end() if how else 0 :]))


def _usual_units(lines: Iterator[str]) -> int:
    """Return 30, or what else the digits behind the points must count where no line says it."""
    found = [match for line in lines if (match := _LINE.fullmatch(line)) is not None]
    digits = [match[place] for match in found for place in (4, 8) if match[place]]
    if any(len(each) > 2 for each in digits):
        return 1000
    return _USUAL_UNITS if all(int(each) < _USUAL_UNITS for each in digits) else 100


def _times(match: re.Match[str], units: int) -> tuple[int, int]:
    if match[9] is not None:
        return round(int(match[9]) * 1000 / units), round(int(match[10]) * 1000 / units)
    return _ms(match.groups()[:4], units), _ms(match.groups()[4:8], units)


def _ms(parts: Sequence[str | None], units: int) -> int:
    hours, minutes, seconds, rest = (int(part or 0) for part in parts)
    return clock_seconds(hours, minutes, seconds) * 1000 + round(rest * 1000 / units)


def _plain(text: str) -> str:
    """Return the words alone: without remarks, styles and breaks; `~` is a blank that stays."""
    text = _REMARK.sub("", text).replace("\\n", "\n").replace("\\~", "\0").replace("~", " ")
    return _CODE.sub("", text).replace("\0", "~").replace("\\{", "{").strip()
