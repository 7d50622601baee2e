"""Whisper's TSV: a header, then start and end in milliseconds and the text, parted by tabs.

start	end	text
0	2000	Good morning.

Copies that we write have a column `speaker` before the text where there are speakers. Nothing is
quoted or escaped, unless a spreadsheet saved it; tabs inside a text are spaces. What a spreadsheet
would run as a formula has an apostrophe before it, which reading takes off.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from viewer.core.oneline import one_line
from viewer.core.segment import Segment
from viewer.core.timecode import format_stamp
from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.time_units import LOOKED_AT, SECOND_MS, guessed, implied_unit, in_units
from viewer.formats.tables.columns import Columns, drop_empty
from viewer.formats.tables.formulas import guarded
from viewer.formats.text import split_lines

NAME: Final = "whisper-tsv"

_HEADER_LINES: Final = 5
_QUOTED: Final = re.compile(r'"((?:[^"]|"")*+)"')


def claims(sample: Content) -> Claim:
    """Return whether the head begins with a line that names the columns."""
    return Claim.sure(_find_header(split_lines(sample.text)) is not None)


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every row that can be read, and note what cannot."""
    lines = split_lines(content.text)
    found = _find_header(lines)
    if found is None:
        raise NothingUsableError("it has no line that names the columns start, end and text")
    row, columns, count = found
    draft = Draft(NAME, in_order=True)
    rows = [
        (line, lines[line].split("\t", count - 1))
        for line in range(row + 1, len(lines))
        if lines[line].strip(" ")
    ]
    if _are_quoted([cell for _, cells in rows for cell in cells]):
        rows = [(line, list(map(_unquoted, cells))) for line, cells in rows]
    usual = SECOND_MS if any(_has_fraction(cells, columns) for _, cells in rows) else 1.0
    unit = implied_unit((columns.line(cells) for _, cells in rows[:LOOKED_AT]), usual)
    if guess := guessed(unit, usual):
        draft.problem(row + 1, guess)
    for line, cells in rows:
        columns.add(draft, line + 1, cells, partial(_time, unit_ms=unit))
    drop_empty(draft)
    if draft.empty:
        raise NothingUsableError("it has no rows below its header", line=row + 1)
    return draft.finish()


def _find_header(lines: list[str]) -> tuple[int, Columns, int] | None:
    for row, line in enumerate(lines[:_HEADER_LINES]):
        cells = line.removeprefix("\ufeff").split("\t", 20)
        columns = Columns.named(cells)
        if columns is not None:
            return row, columns, len(cells)
        if line.strip("\ufeff \t"):
            return None
    return None


def _are_quoted(cells: list[str]) -> bool:
    """Return whether a spreadsheet wrote the cells: with quotes about each that needs some."""
    inside = [found[1] for cell in cells if '"' in cell and (found := _QUOTED.fullmatch(cell))]
    if not inside or len(inside) < sum('"' in cell for cell in cells):
        return False
    bare = any("," in cell for cell in cells if '"' not in cell)
    return any('""' in text or ("," in text and not bare) for text in inside)


def _unquoted(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if '"' in cell else cell


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"' if '"' in cell else cell


def _has_fraction(cells: list[str], columns: Columns) -> bool:
    """Return whether a row's times are broken numbers, which count seconds."""
    places = (columns.start, columns.end)
    return any(
        "." in cells[place] and ":" not in cells[place] for place in places if place < len(cells)
    )


def _time(text: str, unit_ms: float) -> int | None:
    ms = in_units(text.strip(), unit_ms)
    return ms if ms is None or ms >= 0 else None


def write(transcript: Transcript) -> str:
    """Return the transcript as rows; an untimed one has empty cells, words have no place in it.

    Times are clocks where their milliseconds would be taken for something else.
    """
    speakers = bool(transcript.speakers)
    header = ["start", "end", *(["speaker"] if speakers else []), "text"]
    rows = [_row(segment, str, speakers=speakers) for segment in transcript.segments]
    lines = ((row[0], row[1], row[-1]) for row in rows[:LOOKED_AT])
    if implied_unit(lines, 1.0) != 1:
        rows = [_row(segment, format_stamp, speakers=speakers) for segment in transcript.segments]
    if _are_quoted([cell for row in rows for cell in row]):  # else it would be taken for that
        rows = [list(map(_quoted, row)) for row in rows]
    return "".join("\t".join(cells) + "\n" for cells in (header, *rows))


def _row(segment: Segment, stamp: Callable[[int], str], *, speakers: bool) -> list[str]:
    times = ["" if ms is None else stamp(ms) for ms in (segment.start_ms, segment.end_ms)]
    speaker = [guarded(one_line(segment.speaker or ""))] if speakers else []
    return [*times, *speaker, guarded(one_line(segment.text))]
