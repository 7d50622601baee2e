"""What the list of hits shows in a row, worked out for those rows alone that are in view."""

from functools import lru_cache
from typing import Final, TypeAlias

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from viewer.core.excerpt import excerpt
from viewer.core.find import Found
from viewer.core.timecode import format_clock
from viewer.core.transcript import Transcript
from viewer.core.value import value
from viewer.ui.theme import plain

Index: TypeAlias = QModelIndex | QPersistentModelIndex
#: The role under which a row is kept as a `FoundRow`.
ROW: Final = Qt.ItemDataRole.UserRole
#: So many rows are remembered: some screens of them.
_REMEMBERED: Final = 512


@value
class FoundRow:
    """A hit as it is shown: when and by whom it is said, and its words in the middle of others."""

    place: str
    speaker: str
    before: str
    found: str
    after: str

    def __str__(self) -> str:
        head = " · ".join(filter(None, (self.place, self.speaker)))
        return f"{head}: {self.before}{self.found}{self.after}"


class FoundRows(QAbstractTableModel):
    """As many rows as there are hits; nothing of a row is made before it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._transcript = Transcript(())
        self._found: Found | None = None
        self._count = 0
        self.row = lru_cache(maxsize=_REMEMBERED)(self._row)

    def show(self, transcript: Transcript, found: Found | None) -> None:
        """List what was found in a transcript."""
        self.beginResetModel()
        self._transcript, self._found, self._count = transcript, found, len(found or ())
        self.row.cache_clear()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """Return how many hits there are."""
        return 0 if parent.isValid() else self._count

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Return one."""
        return 0 if parent.isValid() else 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a row's words, for whoever reads it out, or the row as it is painted."""
        if not index.isValid() or role not in (ROW, Qt.ItemDataRole.DisplayRole):
            return None
        row = self.row(index.row())
        return row if role == ROW else str(row)

    def _row(self, number: int) -> FoundRow:
        assert self._found is not None
        hit, segments = self._found[number], self._transcript.segments
        start_ms = segments[hit.first].start_ms
        place = str(hit.first + 1) if start_ms is None else format_clock(start_ms)
        words = excerpt(segments, hit)
        before, found, after = map(plain.line, (words.before, words.found, words.after))
        return FoundRow(
            place,
            plain.line(self._transcript.voices[hit.first] or ""),
            before + (" " if words.before[-1:].isspace() else ""),
            found,
            (" " if words.after[:1].isspace() else "") + after,
        )
