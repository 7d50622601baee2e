r"""Markdown in which bold names or headings tell who speaks, and times stand beside them.

##### **Anna** [[00:00:06](https://www.youtube.com/watch?v=ID&t=6)]
Good morning.

**Ben:** \[01:02\] Good morning to you.

**Anna**  1:10
Shall we?

[01:15] **Ben**: We shall.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.dialogue import is_dialogue
from viewer.formats.kit.markdown import plain_text
from viewer.formats.kit.speaker_labels import label_of
from viewer.formats.prose.block_times import block_starts, is_meeting, spread
from viewer.formats.prose.clock_stamps import Stamp, StampReader
from viewer.formats.prose.head import read_head
from viewer.formats.prose.notes import stated_end, without_credit
from viewer.formats.prose.turns import CARRIES_ON, Mark, TurnBuilder, are_times, find_marks
from viewer.formats.text import split_lines

NAME: Final = "speaker-markdown"

_HEADING, _COLON, _STAMPED = "heading", "colon", "stamped"
_HASHES: Final = re.compile(r" {0,3}#{1,6}[ \t]+")
_BOLD: Final = re.compile(
    r"(?:\*\*|__)[ \t]{0,3}(?P<name>[^*_\n][^*\n]{0,119}?)[ \t]{0,3}(?:\*\*|__)"
    r"(?P<colon>[ \t]?[:：])?"
)
_SPACE: Final = " \t\xa0"
_BETWEEN: Final = " \t\xa0:-–—|,"
#: What stands where names do, and says nothing.
_NOBODY: Final = frozenset({"break", "music", "jingle", "silence", "pause", "applause", "musik"})
#: The heading below which the transcript begins.
_TITLE: Final = re.compile(r" {0,3}#{1,6}[ \t].*transcript[*: \t#]*", re.I)
#: Of the lines with text at least one in so many tells a time.
_ONE_IN: Final = 40


def claims(sample: Content) -> Claim:
    """Return whether names stand out, and either times beside them or the same names again."""
    lines = split_lines(sample.text)
    if not any(sign in sample.text for sign in ("**", "__", "\n#", "[")):
        return Claim.NO
    marks = _marks(lines)
    if all(mark.shape == CARRIES_ON for mark in marks):
        return Claim.NO  # times alone stand out in no way
    talks = are_times(marks, lines, one_in=_ONE_IN) or _is_talk(marks, lines)
    return Claim.likely(talks or _is_short_meeting(marks, lines))


def _is_short_meeting(marks: Sequence[Mark], lines: Sequence[str]) -> bool:
    """Return whether bold names stand below a time that is no name's."""
    if not marks or any(mark.shape != _COLON or mark.start_ms is not None for mark in marks):
        return False
    starts = block_starts(lines)
    below = without_credit(list(lines))[min(starts) + 1 :] if starts else []
    return is_meeting((line for line in below if not line.startswith("#")), _BOLD.match)


def parse(content: Content) -> Transcript:
    """Read the head, then every turn."""
    whole = split_lines(content.text)
    lines = without_credit(whole)
    marks = _marks(lines)
    if not marks:
        raise NothingUsableError("none of its lines says who speaks")
    draft = Draft(NAME, in_order=True)
    starts = {} if any(mark.start_ms is not None for mark in marks) else block_starts(lines)
    read_head(_without(lines[: marks[0].row], starts), draft)
    if starts:
        marks = spread(marks, starts, draft, stated_end(whole))
        lines = _without(lines, starts)
    builder = TurnBuilder(draft, lines, plain_text)
    builder.build(marks)
    if not draft.source.url:
        draft.source = replace(draft.source, url=builder.url)
    return draft.finish()


def _without(lines: Sequence[str], rows: Collection[int]) -> list[str]:
    return ["" if row in rows else line for row, line in enumerate(lines)]


def _marks(lines: Sequence[str]) -> list[Mark]:
    headings = (row for row, line in enumerate(lines) if "#" in line[:4])
    begin = next((row for row in headings if _TITLE.fullmatch(lines[row])), 0)
    read = _TurnReader().read
    found = find_marks(lines[begin:], lambda line, row: read(line, row + begin))
    return found or (find_marks(lines[:begin], read) if begin else [])


def _is_talk(marks: Sequence[Mark], lines: Sequence[str]) -> bool:
    """Return whether names without times are speakers."""
    names = [
        mark.speaker
        for mark in marks
        if mark.shape == _COLON and mark.speaker and label_of(f"{mark.speaker}:")
    ]
    return is_dialogue(names, sum(1 for line in lines if line.strip()))


class _TurnReader:
    """Reads the line that a turn begins with."""

    def __init__(self) -> None:
        self._stamps: Final = StampReader()

    def read(self, line: str, row: int) -> Mark | None:
        """Return the mark that the line is, or None."""
        hashes = _HASHES.match(line)
        begin = hashes.end() if hashes else len(line) - len(line.lstrip(" "))
        before = self._stamps.read(line, begin)
        if before is not None:
            begin = _past(line, before.end, _BETWEEN)
        if bold := _BOLD.match(line, begin):
            return self._turn(line, row, bold, before, is_heading=bool(hashes))
        if before is None:
            return self._plain_heading(line, row, begin) if hashes else None
        carries_on = before.bracketed and not hashes and begin < len(line)
        return _mark(row, CARRIES_ON, before, line[begin:], None) if carries_on else None

    def _turn(
        self, line: str, row: int, bold: re.Match[str], before: Stamp | None, *, is_heading: bool
    ) -> Mark | None:
        name, inside = self._without_stamp(bold["name"].rstrip(_BETWEEN))
        begin = _past(line, bold.end(), _SPACE)
        after = self._stamps.read(line, begin)
        has_colon = bool(bold["colon"]) or bold["name"][-1] in ":："
        if after is not None and not (after.bracketed or not has_colon):
            after = None  # a time that is spoken of
        text = line[begin:] if after is None else line[_past(line, after.end, _BETWEEN) :]
        stamp = after or before or inside
        if not name or not (is_heading or has_colon or stamp):
            return None
        shape = _HEADING if is_heading else _COLON if has_colon else _STAMPED
        return _mark(row, shape, stamp, text, plain_text(name))

    def _without_stamp(self, name: str) -> tuple[str, Stamp | None]:
        """Cut a time off the front or the end of a bold name."""
        if stamp := self._stamps.read(name):
            return name[stamp.end :].strip(_BETWEEN), stamp
        for sign in "([":
            begin = name.rfind(sign)
            if begin > 0 and (stamp := self._stamps.read(name, begin)):
                return name[:begin].strip(_BETWEEN), stamp
        return name.strip(), None

    def _plain_heading(self, line: str, row: int, begin: int) -> Mark | None:
        """Read `## Anna [0:12]`: a heading is a turn if there is a time in it."""
        places = [line.find(sign, begin) for sign in "[("]
        place = min((each for each in places if each > begin), default=line.rfind(" ") + 1)
        stamp = self._stamps.read(line, place) if place > begin else None
        if stamp is None:
            return None
        name = line[begin:place].rstrip("\\" + _BETWEEN)
        text = line[_past(line, stamp.end, _BETWEEN) :]
        return _mark(row, _HEADING, stamp, text, plain_text(name)) if name else None


def _mark(row: int, shape: str, stamp: Stamp | None, text: str, speaker: str | None) -> Mark:
    speaker = None if speaker and speaker.casefold() in _NOBODY else speaker
    if stamp is None:
        return Mark(row, shape, None, text.strip(), speaker)
    return Mark(row, shape, stamp.start_ms, text.strip(), speaker, stamp.end_ms, stamp.url)


def _past(line: str, begin: int, signs: str) -> int:
    return len(line) - len(line[begin:].lstrip(signs))
