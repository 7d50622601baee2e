"""Tables of segments: which column is which, and a row into a draft."""

from collections.abc import Callable, Sequence
from typing import Final

from viewer.core.segment import Segment
from viewer.core.value import value
from viewer.formats.draft import Draft
from viewer.formats.tables.formulas import unguarded

NO_START: Final = "This row has no time that can be read; its text is shown without one."
ENDS_EARLY: Final = "This row ends before it starts; its end was estimated."
_NOTHING: Final = Segment(None, None, "")
TOO_SHORT: Final = "This row has fewer columns than the first and was left out."


def drop_empty(draft: Draft) -> None:
    """Take away the rows without anything that spreadsheets leave among those with times."""
    if any(segment.start_ms is not None for segment in draft.segments):
        draft.segments[:] = (segment for segment in draft.segments if segment != _NOTHING)


@value
class Columns:
    """Where in a row the pieces of a segment stand; `speaker` is None where there is no such."""

    start: int
    end: int
    text: int
    speaker: int | None

    @classmethod
    def named(cls, header: Sequence[str]) -> "Columns | None":
        """Return the columns that a header names, or None where one is missing."""
        names = [cell.strip().lower() for cell in header]
        try:
            start, end, text = map(names.index, ("start", "end", "text"))
        except ValueError:
            return None
        return cls(start, end, text, names.index("speaker") if "speaker" in names else None)

    def line(self, cells: Sequence[str]) -> tuple[str, str, str]:
        """Return a row's start, end and text as they stand there, as far as it has them."""
        places = (self.start, self.end, self.text)
        start, end, text = (cells[place] if place < len(cells) else "" for place in places)
        return start, end, text

    def add(
        self,
        draft: Draft,
        line: int,
        cells: Sequence[str],
        read_time: Callable[[str], int | None],
    ) -> None:
        """Add the segment of one row, and note what is wrong with it."""
        if len(cells) <= max(self.start, self.end, self.text, self.speaker or 0):
            draft.problem(line, TOO_SHORT)
            return
        start, end = read_time(cells[self.start]), read_time(cells[self.end])
        if start is None and (cells[self.start].strip() or cells[self.end].strip()):
            draft.problem(line, NO_START)
        if start is not None and end is not None and end < start:
            draft.problem(line, ENDS_EARLY)
            end = None
        speaker = None if self.speaker is None else unguarded(cells[self.speaker])
        text = unguarded(cells[self.text])
        draft.segment(start, None if start is None else end, text, speaker=speaker)
