"""SubViewer 1: a time in brackets, a line that is shown from then on, a time when it goes.

[BEGIN]
******** START SCRIPT ********
[00:00:01]
Good morning.|All of you.
[00:00:03]

[end]

SubViewer 2 is read as SBV, which has the same lines of two times.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from viewer.core.timecode import clock_seconds
from viewer.core.transcript import Transcript
from viewer.formats.captions.moments import Moment, finished
from viewer.formats.draft import Draft, clean_source, uncollected
from viewer.formats.format import Claim, Content
from viewer.formats.text import split_lines

NAME: Final = "subviewer"

_TIME: Final = re.compile(
    r"[ \t]*+\[([0-9]{1,3}):([0-5]?[0-9]):([0-5]?[0-9])(?:[.,]([0-9]{1,2}))?\][ \t]*+(.*)"
)
_FIELD: Final = re.compile(r"[ \t]*+\[([A-Za-z][A-Za-z ]{1,20})\][ \t]*+(.*)")
_BEGINS: Final = re.compile(r"^[ \t]*(?:\[BEGIN\]|\*{4,}[ \t]{0,9}START SCRIPT)", re.I | re.M)
_ENDS: Final = re.compile(r"[ \t]*(?:\[END\]|\*{4,}[ \t]{0,9}(?:END|START) SCRIPT.{0,20})", re.I)
_DELAY: Final = "The file states a delay of {}; the times are shown as they stand."


def claims(sample: Content) -> Claim:
    """Return whether a script begins, at once or below fields, with all times in brackets in it."""
    text = _lines(sample.text) if "[" in sample.text else ""
    match = _BEGINS.search(text)
    if match is None:
        return Claim.NO
    above = [line for line in split_lines(text[: match.start()]) if line.strip()]
    if above and (not _FIELD.fullmatch(above[0]) or any(map(_TIME.fullmatch, above))):
        return Claim.NO
    return Claim.sure(any(map(_TIME.fullmatch, split_lines(text[match.end() :]))))


def _lines(text: str) -> str:
    return "\n".join(split_lines(text.removeprefix("\ufeff")))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read what is shown from each time on, and the head."""
    draft = Draft(NAME, in_order=True)
    lines = split_lines(content.text.removeprefix("\ufeff"))
    first = next((row for row, line in enumerate(lines) if _TIME.fullmatch(line)), len(lines))
    _read_head(lines[:first], draft)
    return finished(draft, _moments(lines, first))


def _read_head(lines: Sequence[str], draft: Draft) -> None:
    """Take the title; a field's value stands behind its name or below it."""
    for row, line in enumerate(lines):
        field = _FIELD.fullmatch(line)
        below = lines[row + 1].strip() if row + 1 < len(lines) else ""
        stated = field[2].strip() if field else ""
        stated = stated or ("" if _FIELD.fullmatch(below) else below)
        if field is None or not stated:
            continue
        if field[1].upper() == "TITLE":
            draft.source = clean_source(stated, "", None, "")
        elif field[1].upper() == "DELAY" and stated.strip("0 "):
            draft.problem(row + 1, _DELAY.format(stated[:40]))


def _moments(lines: Sequence[str], first: int) -> Iterator[Moment]:
    begun: Moment | None = None
    said: list[str] = []
    for number, line in enumerate(lines[first:], first + 1):
        if (match := _TIME.fullmatch(line)) is not None:
            if begun is not None:
                yield _filled(begun, said)
            begun, said = Moment(number, _ms(match), ""), [match[5]]
        elif not _ENDS.fullmatch(line):
            said.append(line.strip())
    if begun is not None:
        yield _filled(begun, said)


def _filled(moment: Moment, said: Sequence[str]) -> Moment:
    text = "\n".join(filter(None, said)).replace("|", "\n").replace("[br]", "\n")
    return Moment(moment.line, moment.start_ms, text)


def _ms(match: re.Match[str]) -> int:
    seconds = clock_seconds(int(match[1]), int(match[2]), int(match[3]))
    return seconds * 1000 + int((match[4] or "0").ljust(2, "0")) * 10
