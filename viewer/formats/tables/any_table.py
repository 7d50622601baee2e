"""Tables with times: CSV and TSV of any tool, known by their header or by their shape.

Start Time;Speaker;Transcript
0:00:01,5;Anna;Good morning.

Columns are parted by tabs, semicolons, commas or bars, also in Markdown. Times are clocks, clocks
with frames, seconds or milliseconds: the header tells, or else the values do.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.time_units import LOOKED_AT, guessed, implied_unit
from viewer.formats.tables.columns import ENDS_EARLY, NO_START, TOO_SHORT
from viewer.formats.tables.delimited import Table, likely_table
from viewer.formats.tables.formulas import unguarded
from viewer.formats.tables.layout import Layout, below_header, by_header, by_shape, with_spans
from viewer.formats.tables.tiers import Tiers, find_tiers
from viewer.formats.tables.times import TimeReader, begin_and_end, is_time
from viewer.formats.text import split_lines

NAME: Final = "table"

_LOOKED_AT: Final = 50
#: What parts the head of a table in Markdown from its rows.
_RULE: Final = re.compile(r"[ \t]{0,9}\|?(?:[ \t]*+:?-++:?[ \t]*+\|)++(?:[ \t]*+:?-++:?)?[ \t]*+")
#: A time with a comma before its fraction, which parts nothing: before another time, or words.
_CAPTION: Final = re.compile(
    r"[ \t]{0,9}[\[(]?[0-9:]{4,9},[0-9]{1,3}(?:[ \t]{0,3}-{1,2}>|[\])]|[ \t]{1,9}[^\W\d])"
)
#: A time and a comma that parts it from what is no number.
_PARTED: Final = re.compile(r"[ \t]{0,9}[0-9:]{4,9},[ \t]{0,3}[^\s0-9]")
_FRAMES: Final = "The times count frames; {} frames a second were assumed."

_Row = tuple[int, list[str]]


def claims(sample: Content) -> Claim:
    """Return whether the head is a table with a column of times and one of text."""
    lines = _unframed(split_lines(sample.text))[:_LOOKED_AT]
    lines = [line for line in lines if line.strip("\ufeff \t")]
    found = _layout(lines)
    if found is None:
        return Claim.NO
    table, layout, tiers = found
    rows = [table.cells(row) for _, row in table.rows(lines)]
    if tiers is not None:
        return Claim.LIKELY
    starts = [row[layout.start] for row in rows[layout.header :] if len(row) > layout.start]
    if not layout.header and _are_captions(lines):
        return Claim.NO
    return Claim.likely(any(is_time(start) or begin_and_end(start) for start in starts))


def _are_captions(lines: Sequence[str]) -> bool:
    """Return whether the commas are those of fractions; some rows' texts begin with numbers."""
    captions = sum(_CAPTION.match(line) is not None for line in lines)
    return captions * 2 > len(lines) and not any(map(_PARTED.match, lines))


def _unframed(lines: Sequence[str]) -> Sequence[str]:
    """Return the rows of a table in Markdown without their frame; other lines become blank."""
    rule = next((row for row, line in enumerate(lines[:_LOOKED_AT]) if _RULE.fullmatch(line)), 0)
    if not rule or "|" not in lines[rule - 1]:
        return lines
    return [
        line.strip().strip("|") if "|" in line and row >= rule - 1 and row != rule else ""
        for row, line in enumerate(lines)
    ]


def _layout(lines: Sequence[str]) -> tuple[Table, Layout, Tiers | None] | None:
    """Return how the head is cut and which column is which."""
    lines = [lines[0].removeprefix("\ufeff"), *lines[1:]] if lines else []
    table = likely_table(lines)
    if table is None:
        return None
    rows = [table.cells(row) for _, row in table.rows(lines)]
    tiers = find_tiers(rows)
    layout = by_header(tiers.top() if tiers else rows[0]) or by_shape(rows) or below_header(rows)
    return (table, layout, tiers) if layout is not None else None


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every row that can be read, and note what cannot."""
    lines = _unframed(split_lines(content.text.removeprefix("\ufeff")))
    head = [line for line in lines[: 2 * _LOOKED_AT] if line.strip()][:_LOOKED_AT]
    found = _layout(head)
    if found is None:
        raise NothingUsableError("it is not a table with a column of times and one of text")
    table, layout, tiers = found
    draft = Draft(NAME, in_order=True)
    rows = [(line, table.cells(row)) for line, row in table.rows(lines, draft)][layout.header :]
    if tiers is not None:
        rows = [(line, row) for line, cells in rows for row in tiers.rows(cells)]
    if layout.end is None and any(_span(cells, layout) for _, cells in rows):
        rows = [(line, _apart(cells, layout)) for line, cells in rows]
        layout = with_spans(layout)
    _Rows(rows, table, layout, draft).add()
    if draft.empty:
        raise NothingUsableError("it has no row with a time and text")
    return draft.finish()


def _span(cells: list[str], layout: Layout) -> tuple[str, str] | None:
    return begin_and_end(cells[layout.start]) if layout.start < len(cells) else None


def _apart(cells: list[str], layout: Layout) -> list[str]:
    """Return a row with the two times of its span as cells of their own."""
    begin = cells[layout.start : layout.start + 1]
    two = _span(cells, layout) or (*begin, "")
    return [*cells[: layout.start], *two, *cells[layout.start + 1 :]]


def _sum(start: str, length: str) -> str | None:
    """Return an end as a number, where both are numbers."""
    try:
        return str(float(start.replace(",", ".")) + float(length.replace(",", ".")))
    except ValueError:
        return None


class _Rows:
    """Adds the rows of a table to a draft."""

    def __init__(self, rows: list[_Row], table: Table, layout: Layout, draft: Draft) -> None:
        self._rows = rows
        self._table = table
        self._layout = layout
        self._draft = draft
        self._unit = layout.unit_ms or implied_unit(self._lines())
        used = [layout.start] if layout.end is None else [layout.start, layout.end]
        columns = [[cells[place] for _, cells in rows if len(cells) > place] for place in used]
        self._times = TimeReader(columns, self._unit)
        self._lengths = TimeReader([], layout.length_unit_ms or self._unit)

    def _lines(self) -> Iterator[tuple[str, str | None, str]]:
        """Yield starts, ends and texts of some rows."""
        layout = self._layout
        for _, cells in self._rows[:LOOKED_AT]:
            if len(cells) > max(layout.start, layout.end or 0, layout.length or 0, layout.text):
                end = None if layout.end is None else cells[layout.end]
                if end is None and layout.length is not None and layout.length_unit_ms is None:
                    end = _sum(cells[layout.start], cells[layout.length])
                yield cells[layout.start], end, cells[layout.text]

    def add(self) -> None:
        """Add every row that has the columns."""
        if self._times.rate is not None:
            self._draft.problem(self._rows[0][0], _FRAMES.format(self._times.rate))
        if self._layout.unit_ms is None and (guess := guessed(self._unit)):
            self._draft.problem(self._rows[0][0], guess)
        layout = self._layout
        places = (layout.start, layout.end, layout.speaker, layout.text)
        widest = max(place for place in places if place is not None)
        ordinary = max((len(cells) for _, cells in self._rows[:1]), default=0)
        for line, cells in self._rows:
            if len(cells) <= widest:
                self._draft.problem(line, TOO_SHORT)
                continue
            if len(cells) > ordinary and layout.text == widest == ordinary - 1:
                cells[widest:] = [self._table.delimiter.join(cells[widest:])]
            self._add(line, cells)

    def _add(self, line: int, cells: list[str]) -> None:
        layout, draft = self._layout, self._draft
        text = unguarded(cells[layout.text])
        start = self._times.read(cells[layout.start])
        if start is None and cells[layout.start].strip():
            draft.problem(line, NO_START)
        end = self._end(start, cells)
        if start is not None and end is not None and end < start:
            draft.problem(line, ENDS_EARLY)
            end = None
        speaker = None if layout.speaker is None else unguarded(cells[layout.speaker]).strip()
        speaker = speaker.rstrip(":：") if speaker else None
        if text.strip() or start is not None:
            draft.segment(start, end, text, speaker=speaker)

    def _end(self, start: int | None, cells: list[str]) -> int | None:
        layout = self._layout
        if start is None:
            return None
        if layout.end is not None and (end := self._times.read(cells[layout.end])) is not None:
            return end
        if layout.length is not None and layout.length < len(cells):
            length = self._lengths.read(cells[layout.length])
            return None if length is None else start + length
        return None
