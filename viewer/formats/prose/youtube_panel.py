"""Text copied from YouTube's transcript panel: a line with a time, then the words said.

0:02
good morning
0:04
good morning to you

Others write when each ends (`00:00:03 - 00:00:08`), or many turns below one time.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Final

from viewer.core.oneline import one_line
from viewer.core.transcript import Chapter, Transcript
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.speaker_labels import Labels, label_of, may_hold_label
from viewer.formats.prose.block_times import is_meeting, spread
from viewer.formats.prose.clock_stamps import StampReader
from viewer.formats.prose.head import read_head
from viewer.formats.prose.notes import stated_end, without_credit
from viewer.formats.prose.spelled_times import unspelled_head, without_spelled
from viewer.formats.prose.turns import Mark, are_times, find_marks
from viewer.formats.text import split_lines

NAME: Final = "youtube-panel"

_CHAPTER: Final = re.compile(r"Chapter [0-9]{1,3}: (.*)")
#: Of the lines with text at least one in so many is a time.
_ONE_IN: Final = 8
_BACKWARDS: Final = "This time is before the one above it."


def claims(sample: Content) -> Claim:
    """Return whether times that rise stand on lines of their own."""
    lines = unspelled_head(sample).lines
    marks = _marks(lines)
    if len(marks) == 1:
        below = without_credit(lines)[marks[0].row + 1 :]
        return Claim.likely(is_meeting(below, label_of))
    return Claim.likely(are_times(marks, lines, one_in=_ONE_IN))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read the text below every time; a chapter stands above the time at which it begins."""
    whole = split_lines(content.text)
    lines = without_spelled(without_credit(whole))
    marks = _marks(lines)
    if not marks:
        raise NothingUsableError("none of its lines is a time")
    draft = Draft(NAME, in_order=True)
    first = marks[0].row
    chapter = _CHAPTER.fullmatch(lines[first - 1].strip()) if first else None
    read_head(lines[: first - 1 if chapter else first], draft)
    if chapter:
        draft.chapters.append(Chapter(marks[0].start_ms or 0, one_line(chapter[1])))
    _add(draft, _with_texts(marks, lines, draft), stated_end(whole))
    return draft.finish()


def _marks(lines: Sequence[str]) -> list[Mark]:
    stamps = StampReader()

    def read(line: str, row: int) -> Mark | None:
        text = line.strip()
        stamp = stamps.read(text) if ":" in text and len(text) < _LONGEST else None
        if stamp is None or stamp.end < len(text) or (stamp.end_ms is not None and ">" in text):
            return None  # the last is a caption's
        return Mark(row, NAME, stamp.start_ms, end_ms=stamp.end_ms)

    return _without_said(find_marks(lines, read))


def _without_said(marks: Sequence[Mark]) -> list[Mark]:
    """Return the marks but for times that are what is said right below one, out of their order."""
    kept = list(marks[:1])
    for mark, after in zip_longest(marks[1:], marks[2:]):
        start, above = mark.start_ms or 0, kept[-1].start_ms or 0
        later = None if after is None else after.start_ms or 0
        rises = above <= start and (later is None or start <= later)
        fits_without = later is None or above <= later
        if mark.row > kept[-1].row + 1 or rises or not fits_without:
            kept.append(mark)
    return kept


#: No line that is nothing but a time is longer.
_LONGEST: Final = 40


def _with_texts(marks: Sequence[Mark], lines: Sequence[str], draft: Draft) -> list[Mark]:
    ends = [mark.row for mark in marks[1:]] + [len(lines)]
    made = []
    for i, (mark, end) in enumerate(zip(marks, ends, strict=True)):
        texts = [line.strip() for line in lines[mark.row + 1 : end] if line and not line.isspace()]
        if texts and i + 1 < len(marks) and (chapter := _CHAPTER.fullmatch(texts[-1])):
            draft.chapters.append(Chapter(marks[i + 1].start_ms or 0, one_line(chapter[1])))
            del texts[-1]
        made.append(replace(mark, text="\n".join(texts)))
    return made


def _add(draft: Draft, marks: Sequence[Mark], ended_ms: int | None) -> None:
    lines = [line for mark in marks for line in mark.text.split("\n")]
    labels = Labels(filter(may_hold_label, lines), len(lines))
    latest = 0
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        start = mark.start_ms or 0
        if start < latest:
            draft.problem(mark.row + 1, _BACKWARDS)
        latest = start
        turns = _turns(mark, labels)
        starts = {mark.row: start}
        if following is not None:
            starts[following.row] = following.start_ms or 0
        for turn in turns if len(turns) == 1 else spread(turns, starts, draft, ended_ms):
            alone = len(turns) == 1 and (turn.end_ms or 0) >= start
            end = turn.end_ms if alone else None
            draft.segment(turn.start_ms, end, turn.text, speaker=turn.speaker)


def _turns(mark: Mark, labels: Labels) -> list[Mark]:
    """Return what is said below a time, by who says it."""
    turns: list[Mark] = []
    for line in mark.text.split("\n"):
        found = labels.cut(line)
        if found:
            turns.append(replace(mark, speaker=found[0], text=found[1]))
        elif turns:
            turns[-1] = replace(turns[-1], text=f"{turns[-1].text}\n{line}")
        else:
            turns.append(replace(mark, text=line))
    return turns
