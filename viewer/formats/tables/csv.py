"""CSV with the columns start, end, speaker, text; times as `00:00:01.500`. Other CSV is not ours.

start,end,speaker,text
00:00:00.000,00:00:02.000,Anna,"Good morning, all."

RFC 4180: cells with commas, quotes or line breaks are quoted, quotes doubled, rows end in CRLF.
A text that begins like a formula (`=`, `+`, `-`, `@`) has an apostrophe before it, without which a
spreadsheet would run it; reading takes it off again. A file with characters beyond ASCII begins
with a byte order mark, without which spreadsheets take it for another encoding.
"""

import re
from collections.abc import Iterator
from typing import Final

from viewer.core.segment import Segment
from viewer.core.timecode import format_stamp, parse_time
from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.tables.columns import Columns, drop_empty
from viewer.formats.tables.formulas import guarded
from viewer.formats.text import split_lines

NAME: Final = "csv"

_CELL: Final = re.compile(r'"([^"]*+(?:""[^"]*+)*+)"[^,]*(?:,|\Z)|([^,]*)(?:,|\Z)')
_QUOTED: Final = re.compile('[",\r\n]')
#: A line that is a row by itself: if it stands within quotes, they were never closed.
_ROW: Final = re.compile(r'"?\d+:\d\d(?::\d\d)?(?:\.\d+)?"?,')
_UNCLOSED: Final = "A quotation mark on this line is never closed."


def claims(sample: Content) -> Claim:
    """Return whether the head names the columns and a row begins with a clock time or with none."""
    lines = [line for line in split_lines(sample.text)[:50] if line.strip("\ufeff ")]
    columns = _columns(lines[0]) if lines else None
    if columns is None:
        return Claim.NO
    rows = [_cells(line) for line in lines[1:]]
    times = [row[columns.start] for row in rows if len(row) > columns.start]
    return Claim.sure(not times or any(map(_is_time, times)))


def _is_time(cell: str) -> bool:
    return not cell or (":" in cell and parse_time(cell) is not None)


def _columns(line: str) -> Columns | None:
    return Columns.named(_cells(line.removeprefix("\ufeff")))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every row that can be read, and note what cannot."""
    draft = Draft(NAME, in_order=True)
    columns: Columns | None = None
    for line, text in _rows(split_lines(content.text), draft):
        if columns is not None:
            columns.add(draft, line, _cells(text), parse_time)
        elif text.strip("\ufeff"):
            columns = _columns(text)
            if columns is None:
                raise NothingUsableError("its first line does not name start, end and text")
    drop_empty(draft)
    if draft.empty:
        raise NothingUsableError("it has no rows below its header")
    return draft.finish()


def _rows(lines: list[str], draft: Draft) -> Iterator[tuple[int, str]]:
    """Yield each row with its line number; quoted line breaks join lines."""
    row = 0
    while row < len(lines):
        stop = row + 1
        if lines[row].count('"') % 2:
            end = _row_end(lines, row)
            if end is None:
                draft.problem(row + 1, _UNCLOSED)
            stop = end or stop
        if lines[row].strip():
            yield row + 1, "\n".join(lines[row:stop])
        row = stop


def _row_end(lines: list[str], row: int) -> int | None:
    for stop in range(row + 1, len(lines)):
        if _ROW.match(lines[stop]):
            return None
        if lines[stop].count('"') % 2:
            return stop + 1
    return None


def _cells(row: str) -> list[str]:
    cells = [quoted.replace('""', '"') or plain for quoted, plain in _CELL.findall(row)]
    return cells if row.endswith(",") else cells[:-1]


def write(transcript: Transcript) -> str:
    """Return the transcript as rows; an untimed one has empty cells, words have no place in it."""
    rows = (_row(segment) for segment in transcript.segments)
    text = "".join(f"{row}\r\n" for row in ("start,end,speaker,text", *rows))
    return text if text.isascii() else f"\ufeff{text}"


def _row(segment: Segment) -> str:
    times = ["" if ms is None else format_stamp(ms) for ms in (segment.start_ms, segment.end_ms)]
    return ",".join(map(_cell, (*times, guarded(segment.speaker or ""), guarded(segment.text))))


def _cell(text: str) -> str:
    if not _QUOTED.search(text):
        return text
    return '"' + text.replace('"', '""') + '"'
