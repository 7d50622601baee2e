"""Rows of cells out of text: parted by commas, semicolons, tabs or bars, quoted or not."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from viewer.formats.draft import Draft

DELIMITERS: Final = ("\t", ";", ",", "|")
#: A quoted cell goes on over so many lines at most.
_MOST_LINES: Final = 200
#: What a row begins with where it stands by itself: a number or a clock.
_ROW: Final = r'"?[0-9][0-9:.,]*"?[ ]?'
_UNCLOSED: Final = "A quotation mark on this line is never closed."


class Table:
    """Cuts text into rows; without quotes where the tool that wrote it knows none."""

    def __init__(self, delimiter: str) -> None:
        cut = re.escape(delimiter)
        self.delimiter: Final = delimiter
        self._cell: Final = re.compile(
            rf'"([^"]*+(?:""[^"]*+)*+)"[ ]?(?:{cut}|\Z)|([^{cut}]*)(?:{cut}|\Z)'
        )
        self._opens: Final = re.compile(rf'(?:^|{cut})"')
        self._row: Final = re.compile(_ROW + cut)

    def cells(self, row: str) -> list[str]:
        """Return the cells of a row."""
        if '"' not in row:
            return row.split(self.delimiter)
        found = self._cell.findall(row)
        cells = [quoted.replace('""', '"') or plain for quoted, plain in found]
        return cells if row.endswith(self.delimiter) else cells[:-1]

    def rows(self, lines: Sequence[str], draft: Draft | None = None) -> Iterator[tuple[int, str]]:
        """Yield each row that is not blank with its line number; quoted breaks join lines."""
        at = 0
        while at < len(lines):
            stop = at + 1
            if '"' in lines[at] and lines[at].count('"') % 2 and self._opens.search(lines[at]):
                end = self._end(lines, at)
                if end is None and draft is not None:
                    draft.problem(at + 1, _UNCLOSED)
                stop = end or stop
            if not lines[at].isspace() and lines[at]:
                yield at + 1, "\n".join(lines[at:stop])
            at = stop

    def _end(self, lines: Sequence[str], begin: int) -> int | None:
        for stop in range(begin + 1, min(begin + _MOST_LINES, len(lines))):
            if self._row.match(lines[stop]):
                return None
            if lines[stop].count('"') % 2:
                return stop + 1
        return None


def likely_table(lines: Sequence[str]) -> Table | None:
    """Return how the rows are cut: the way that gives most of them the same number of cells."""
    best: tuple[int, Table] | None = None
    for delimiter in DELIMITERS:
        table = Table(delimiter)
        counts = Counter(len(table.cells(row)) for _, row in table.rows(lines))
        for cells, rows in counts.items():
            if cells > 1 and (best is None or rows > best[0]):
                best = rows, table
    return best[1] if best else None
