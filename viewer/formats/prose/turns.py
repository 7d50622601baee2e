"""A transcript out of lines of which some are marks: they tell when, and who speaks from there.

A file writes its marks in one shape. The readers find candidates of several shapes; the shape
found most often is the file's, and candidates of the other ones are text.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Final

from viewer.core.links import without_time
from viewer.core.oneline import one_line
from viewer.core.timecode import LOOSE_CLOCK, parse_time
from viewer.core.transcript import Chapter
from viewer.core.value import value
from viewer.formats.draft import Draft

#: A mark that keeps the speaker of the one before and comes in files of any shape.
CARRIES_ON: Final = "carries on"
#: Of the marks that follow another one at most one in so many may lie before it.
_BACKWARDS_ONE_IN: Final = 4

_BACKWARDS: Final = "This time is before the one above it."
_HEADING: Final = re.compile(r" {0,3}#{1,6}(?:[ \t]++(.*))?")
_HEADING_END: Final = re.compile(r"(?<![ \t])[ \t]+#+[ \t]*$")
#: Times of the last turn may be so far apart, whatever those of the others are.
_LEAST_STEP_MS: Final = 60_000
#: A time in square brackets among words.
_INSIDE: Final = re.compile(rf"(?<!\S)\\?\[({LOOSE_CLOCK}(?:[.,][0-9]{{1,3}})?)\\?\](?!\S)")
_TRANSCRIPT: Final = frozenset({"transcript", "full transcript", "transcription"})


@value
class Mark:
    """Where a piece of the transcript begins: its row, when, who, and the words beside it.

    `shape` names how the mark is written. `url` is the link in it.
    """

    row: int
    shape: str
    start_ms: int | None
    text: str = ""
    speaker: str | None = None
    end_ms: int | None = None
    url: str = ""


#: Returns the mark that a line is, given the line and its row.
ReadMark = Callable[[str, int], Mark | None]


def find_marks(lines: Iterable[str], read: ReadMark) -> list[Mark]:
    """Return the marks in the file's own shape."""
    found = [
        mark for row, line in enumerate(lines) if line and (mark := read(line, row)) is not None
    ]
    shapes = Counter(mark.shape for mark in found if mark.shape != CARRIES_ON)
    if not shapes:
        return found
    own = shapes.most_common(1)[0][0]
    marks = [mark for mark in found if mark.shape in (own, CARRIES_ON)]
    begun = next(i for i, mark in enumerate(marks) if mark.shape == own)
    return marks[begun:]


def are_times(marks: Sequence[Mark], lines: Sequence[str], *, one_in: int) -> bool:
    """Return whether the marks look like a transcript's: two or more, mostly rising, and so dense.

    Of the lines with text from the first mark on, at least one in `one_in` has a mark.
    """
    starts = [mark.start_ms for mark in marks if mark.start_ms is not None]
    if len(starts) < 2:
        return False
    backwards = sum(later < earlier for earlier, later in pairwise(starts))
    filled = sum(1 for line in lines[marks[0].row :] if line and not line.isspace())
    return backwards * _BACKWARDS_ONE_IN <= len(starts) and len(starts) * one_in >= filled


def heading(line: str) -> str | None:
    """Return the title that a line is as a Markdown heading, or None where it is none."""
    match = _HEADING.fullmatch(line) if "#" in line[:4] else None
    return _HEADING_END.sub("", (match[1] or "").strip()) if match else None


class TurnBuilder:
    """Fills a draft with the segments that marks and the lines below them make.

    `clean` takes mark-up out of a text. Headings among the lines are chapters.
    """

    def __init__(self, draft: Draft, lines: Sequence[str], clean: Callable[[str], str]) -> None:
        self._draft = draft
        self._lines = lines
        self._clean = clean
        self._latest_ms = 0
        self._speaker: str | None = None
        self._section = ""
        #: The address of the recording, by the first link among the marks.
        self.url = ""

    def build(self, marks: Sequence[Mark]) -> None:
        """Add a segment for each mark: its own words and the lines down to the next mark."""
        self._section = self._opening(marks[0].row) if marks else ""
        ends = [mark.row for mark in marks[1:]] + [len(self._lines)]
        starts, step = [mark.start_ms for mark in marks[1:]], _longest_step(marks)
        for mark, end, until in zip(marks, ends, [*starts, None], strict=True):
            if mark.start_ms is not None:
                self._place(mark.start_ms, mark.row + 1)
            if mark.url and not self.url:
                self.url = without_time(mark.url)
            if mark.shape != CARRIES_ON:
                self._speaker = mark.speaker
            below = self._below(mark.row + 1, end)
            text = "\n".join((mark.text, *below)) if below else mark.text
            for start_ms, end_ms, said in _pieces(mark, text, until, step):
                self._draft.segment(start_ms, end_ms, self._clean(said), speaker=self._speaker)

    def _opening(self, first: int) -> str:
        """Return the heading right above the first mark, where others stand among the turns."""
        above = next((line for line in reversed(self._lines[:first]) if line.strip()), "")
        title = heading(above) if above.startswith("##") else None
        if not title or "transcript" in title.casefold():
            return ""
        others = (heading(line) for line in self._lines[first:] if line.startswith("#"))
        return one_line(self._clean(title)) if any(others) else ""

    def _place(self, start: int, line: int) -> None:
        if start < self._latest_ms:
            self._draft.problem(line, _BACKWARDS)
        self._latest_ms = start
        if self._section:
            self._draft.chapters.append(Chapter(start, self._section))
            self._section = ""

    def _below(self, begin: int, end: int) -> list[str]:
        """Return the lines of text between two marks; a heading there opens a chapter."""
        below = []
        for line in self._lines[begin:end]:
            if not line or line.isspace():
                continue
            title = heading(line)
            if title is None:
                below.append(line.strip())
            elif title.casefold() not in _TRANSCRIPT:
                self._section = one_line(self._clean(title))
        return below


def _longest_step(marks: Sequence[Mark]) -> int | None:
    """Return how far behind one time of the last turn another may be, where there are others."""
    starts = [mark.start_ms for mark in marks if mark.start_ms is not None]
    longest = max((later - earlier for earlier, later in pairwise(starts)), default=None)
    return None if longest is None else max(2 * longest, _LEAST_STEP_MS)


def _pieces(
    mark: Mark, text: str, until: int | None, step: int | None
) -> list[tuple[int | None, int | None, str]]:
    """Return the start, end and words of a turn's pieces, cut at the times among its words.

    Such a time lies between those of the turn and of the next one, which `until` is, or else not
    further than a `step` behind the one before. One before all words is the end of the turn.
    """
    start, end = mark.start_ms, mark.end_ms
    if start is None or (end is not None and end < start):
        end = None
    whole = start, end, text
    if start is None or "[" not in text:
        return [whole]
    until = end if end is not None else until
    made: list[tuple[int | None, int | None, str]] = []
    begun, at = start, 0
    for match in _INSIDE.finditer(text):
        time = parse_time(match[1])
        if time is None or not _goes_on(begun, time, until, step):
            continue
        if begun == start and not text[: match.start()].strip():
            end, at = time, match.end()
        elif time != until:
            if text[at : match.start()].strip():
                made.append((begun, None, text[at : match.start()]))
            begun, at = time, match.end()
    end = None if end is not None and end < begun else end
    if text[at:].strip():
        return [*made, (begun, end, text[at:])]
    return [*made[:-1], (made[-1][0], begun, made[-1][2])] if made else [whole]


def _goes_on(begun: int, time: int, until: int | None, step: int | None) -> bool:
    """Return whether a time goes on from where a piece begins, up to the next turn."""
    last = begun + step if until is None and step is not None else until
    return time > begun and (last is None or time <= last)
