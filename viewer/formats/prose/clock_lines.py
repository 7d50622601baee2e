"""Text with a time at the start of its lines, or behind the names of speakers.

00:00:06 Good morning.
[0:12] Anna: Good morning.
[00:00:12.000 --> 00:00:15.000]  Good morning.

Speaker 0: 00:00:06

Good morning.

Anna (00:01:21):
Good morning.

Anna: 0:12 Good morning.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.markdown import plain_text
from viewer.formats.kit.speaker_labels import Labels, label_of, may_hold_label
from viewer.formats.prose.block_times import spread
from viewer.formats.prose.clock_stamps import Stamp, StampReader
from viewer.formats.prose.head import read_head
from viewer.formats.prose.lone_times import with_lone_times
from viewer.formats.prose.notes import without_credit, without_credits
from viewer.formats.prose.second_stamps import may_hold_times
from viewer.formats.prose.spelled_times import unspelled_head, without_spelled
from viewer.formats.prose.turns import CARRIES_ON, Mark, TurnBuilder, are_times, find_marks
from viewer.formats.text import split_lines

NAME: Final = "clock-text"

_LINE, _NAMED, _GLUED, _RUNNING = "line", "named", "glued", "running"
_BULLET: Final = re.compile(r"[ \t]{0,8}(?:[-*+•>][ \t]{1,4})?")
#: Where a time may stand behind a name.
_PLACE: Final = re.compile(r"[(\[]|(?<=\s)[0-9]{1,3}:[0-5][0-9]")
_NUMBERED: Final = re.compile(r"(?i:speaker)[ _]?[0-9A-Z]{1,3}")
_LONGEST_NAME: Final = 80
#: So few lines in which somebody may just name the hour tell nothing.
_FEW_TURNS: Final = 2
_BETWEEN: Final = " \t\xa0:-–—|,"
#: What stands behind a time without brackets; a comma would be one of a table.
_PARTING: Final = " \t\xa0:-–—|"
#: What is left behind a caption's first time where its arrow is an odd one.
_CAPTION: Final = re.compile(r"(?:[>→＞]|&gt;)\s{0,3}\d{1,6}\s?[:：]")
#: Of the lines with text at least one in so many has a time.
_LINES_ONE_IN: Final = 8
_NAMES_ONE_IN: Final = 40


def claims(sample: Content) -> Claim:
    """Return whether the lines begin with times that rise, or names have them."""
    if not may_hold_times(sample.text):
        return Claim.NO
    lines = unspelled_head(sample).lines
    marks = _marks(lines)
    is_by_line = any(mark.shape in (_LINE, _GLUED) for mark in marks)
    one_in = _LINES_ONE_IN if is_by_line else _NAMES_ONE_IN
    return Claim.likely(are_times(marks, lines, one_in=one_in))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read the head, then every line or turn."""
    lines = without_spelled(without_credits(without_credit(split_lines(content.text))))
    marks = _marks(lines)
    if not marks:
        raise NothingUsableError("none of its lines begins with a time")
    draft = Draft(NAME, in_order=True)
    read_head(lines[: marks[0].row], draft)
    is_marked_up = "](http" in content.text or "\\[" in content.text
    marks = with_lone_times(marks, lines, _LineReader().lone)
    builder = TurnBuilder(draft, lines, plain_text if is_marked_up else str)
    turns = _with_known(_with_speakers(marks), lines)
    builder.build(_with_untimed(turns, lines, draft))
    if not draft.source.url:
        draft.source = replace(draft.source, url=builder.url)
    return draft.finish()


def _marks(lines: Sequence[str]) -> list[Mark]:
    marks = find_marks(lines, _LineReader().read)
    if marks:
        return marks
    running = find_marks(lines, _LineReader(running=True).read)
    return running if _are_turns(running, lines) else []


def _are_turns(marks: Sequence[Mark], lines: Sequence[str]) -> bool:
    """Return whether nearly all lines are a name, a bare time and words; names come back.

    The hours of a week's timetable begin again with every day.
    """
    filled = sum(1 for line in lines if line and not line.isspace())
    if len(marks) <= _FEW_TURNS or len(marks) * 4 < filled * 3:
        return False
    if any(_start(after) < _start(mark) for mark, after in pairwise(marks)):
        return False
    names = Counter(mark.speaker or "" for mark in marks)
    told = sum(count for name, count in names.items() if count > 1 or _NUMBERED.fullmatch(name))
    return told * 2 >= len(marks) and are_times(marks, lines, one_in=2)


def _with_speakers(marks: Sequence[Mark]) -> Sequence[Mark]:
    """Take speakers off the front of the texts, where these are labels."""
    texts = [mark.text for mark in marks if may_hold_label(mark.text)]
    if not texts:
        return marks
    labels = Labels(texts, len(marks))
    kept = []
    for mark in marks:
        if not mark.speaker and (found := labels.cut(mark.text)):
            mark = replace(mark, speaker=found[0], text=found[1], shape=_LINE)
        kept.append(mark)
    return kept


def _with_known(marks: Sequence[Mark], lines: Sequence[str]) -> Sequence[Mark]:
    """Add turns whose words stand behind a bare time, by names that others have alone with theirs.

    Such a time lies between those around it; else the hour is named.
    """
    names = tuple({mark.speaker for mark in marks if mark.speaker and mark.shape == _NAMED})
    reader = _LineReader(running=True)
    made: list[Mark] = []
    for mark, after in pairwise((*marks, None)) if names else ():
        made += [mark] if mark else []
        until = after.row if after else len(lines)
        for row in range(mark.row + 1 if mark else 0, until):
            found = reader.read(lines[row], row) if lines[row].lstrip().startswith(names) else None
            if found is None or found.shape != _RUNNING or found.speaker not in names:
                continue
            if _start(made[-1]) <= _start(found) <= (_start(after) if after else _start(found)):
                made.append(found)
    return made or marks


def _start(mark: Mark) -> int:
    return mark.start_ms or 0


def _with_untimed(marks: Sequence[Mark], lines: Sequence[str], draft: Draft) -> Sequence[Mark]:
    """Add the turns between them that have no time, told by names that others have."""
    names = {mark.speaker for mark in marks if mark.speaker}
    starts = {mark.row: mark.start_ms for mark in marks if mark.start_ms is not None}
    added = []
    for row in range(marks[0].row, len(lines)) if names else ():
        label = (
            label_of(lines[row])
            if row not in starts and ":" in lines[row][:_LONGEST_NAME]
            else None
        )
        if label and label[0] in names:
            added.append(Mark(row, _LINE, None, lines[row][label[2] :].strip(), label[0]))
    if not added:
        return marks
    return spread(sorted((*marks, *added), key=lambda mark: mark.row), starts, draft)


class _LineReader:
    """Reads the line that a piece of text begins with."""

    def __init__(self, *, running: bool = False) -> None:
        """With `running`, words may follow a name's bare time as they follow one spoken of."""
        self._stamps: Final = StampReader()
        self._running: Final = running

    def read(self, line: str, row: int) -> Mark | None:
        """Return the mark that the line is, or None."""
        if ":" not in line:
            return None
        begin = _end_of_bullet(line)
        stamp = self._stamps.read(line, begin)
        if stamp is None:  # in a list, a time behind words is an archive's
            return None if line[:begin].strip() else self._behind_name(line, row, begin)
        is_arrow = stamp.end_ms is not None and not stamp.bracketed and "->" in line[: stamp.end]
        if is_arrow and not line.startswith(": ", stamp.end):
            return None  # a caption's
        text = line[stamp.end :].lstrip(_BETWEEN)
        if text:
            parted = line[stamp.end] in _PARTING and not _CAPTION.match(text)
            if not (stamp.bracketed or parted):
                glued = line[stamp.end].isalpha() and (len(text) > 1 or not text.isascii())
                return _mark(row, _GLUED, stamp, text, None) if glued else None
            return _mark(row, _LINE, stamp, text, None)
        if stamp.bracketed and line[stamp.end :].strip() == ":":
            return _mark(row, CARRIES_ON, stamp, "", None)
        return None

    def lone(self, line: str) -> int | None:
        """Return when a time begins that is the whole line, or None."""
        stamp = self._stamps.read(line)
        alone = stamp is not None and stamp.end_ms is None and stamp.end == len(line)
        return stamp.start_ms if stamp is not None and alone else None

    def _behind_name(self, line: str, row: int, begin: int) -> Mark | None:
        place = _PLACE.search(line, begin + 1, begin + _LONGEST_NAME)
        stamp = self._stamps.read(line, place.start()) if place else None
        if stamp is None:
            return None
        name = line[begin : stamp.begin].strip(_BETWEEN)
        text = line[stamp.end :].strip(_BETWEEN)
        labelled = stamp.bracketed or line[stamp.end : stamp.end + 2] in (": ", ":")
        labelled = labelled or _in_columns(line[begin : stamp.begin], line[stamp.end :])
        if not (labelled or not text or self._running) or not _is_name(name):
            return None
        shape = _NAMED if labelled or not text else _RUNNING
        return _mark(row, shape, stamp, text, name.strip("[]"))


def _in_columns(before: str, behind: str) -> bool:
    """Return whether a name with a colon, a time and words stand apart, as in columns."""
    return before.rstrip().endswith(":") and _apart(before[::-1]) and _apart(behind)


def _apart(text: str) -> bool:
    return text.startswith(("\t", "  "))


def _end_of_bullet(line: str) -> int:
    match = _BULLET.match(line)
    return match.end() if match else 0


def _is_name(name: str) -> bool:
    name = name[1:-1] if name[:1] == "[" and name[-1:] == "]" else name
    if _NUMBERED.fullmatch(name):
        return True
    found = label_of(f"{name}:")
    return found is not None and found[0] == name


def _mark(row: int, shape: str, stamp: Stamp, text: str, speaker: str | None) -> Mark:
    return Mark(row, shape, stamp.start_ms, text.strip(), speaker, stamp.end_ms, stamp.url)
