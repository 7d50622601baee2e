"""The list of transcripts: a row each, sorted and filtered here, however many there are."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Any, Final, TypeAlias

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QLocale,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
)

from viewer.core.folding import fold
from viewer.core.timecode import format_clock
from viewer.core.value import value
from viewer.library.entry import Entry
from viewer.library.facets import Chosen, kept
from viewer.library.search import FileHits
from viewer.ui.theme import plain
from viewer.ui.theme.words import QT_TRANSLATE_NOOP

Index: TypeAlias = QModelIndex | QPersistentModelIndex
ENTRY: Final = Qt.ItemDataRole.UserRole
_NUMBERS: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    """What is shown of a transcript."""

    TITLE = 0
    PLACES = 1
    CHANNEL = 2
    DATE = 3
    LENGTH = 4
    SPEAKERS = 5
    RECORDING = 6
    QUOTES = 7


class Show(IntEnum):
    """Which transcripts are listed."""

    ALL = 0
    WITH_RECORDING = 1
    NO_RECORDING = 2
    PROBLEMS = 3
    QUOTED = 4


HEADS: Final = {
    Column.TITLE: QT_TRANSLATE_NOOP("Library", "Title"),
    Column.PLACES: QT_TRANSLATE_NOOP("Library", "Places"),
    Column.CHANNEL: QT_TRANSLATE_NOOP("Library", "Channel"),
    Column.DATE: QT_TRANSLATE_NOOP("Library", "Date"),
    Column.LENGTH: QT_TRANSLATE_NOOP("Library", "Length"),
    Column.SPEAKERS: QT_TRANSLATE_NOOP("Library", "Speakers"),
    Column.RECORDING: QT_TRANSLATE_NOOP("Library", "Recording"),
    Column.QUOTES: QT_TRANSLATE_NOOP("Library", "Quotes"),
}
_TESTS: Final[dict[Show, Callable[[Entry], bool]]] = {
    Show.ALL: lambda entry: entry.readable,
    Show.WITH_RECORDING: lambda entry: entry.recording is not None,
    Show.NO_RECORDING: lambda entry: entry.readable and entry.recording is None,
    Show.PROBLEMS: lambda entry: bool(entry.problem),
    Show.QUOTED: lambda entry: entry.quotes > 0,
}
_DIGITS: Final = re.compile(r"\d+")


def _by_title(entry: Entry) -> str:
    """Return what titles are sorted by: *Part 2* comes before *Part 10*."""
    return _DIGITS.sub(lambda found: found[0].rjust(12, "0"), entry.title.strip().casefold())


_KEYS: Final[dict[Column, Callable[[Entry], Any]]] = {
    Column.TITLE: _by_title,
    Column.CHANNEL: lambda entry: entry.facts.channel.casefold(),
    Column.DATE: lambda entry: entry.facts.published,
    Column.LENGTH: lambda entry: entry.facts.length_ms or 0,
    Column.SPEAKERS: lambda entry: len(entry.facts.speakers),
    Column.RECORDING: lambda entry: entry.recording is None,
    Column.QUOTES: lambda entry: entry.quotes,
}


_RIGHT: Final = frozenset({Column.PLACES, Column.LENGTH, Column.QUOTES})


@value
class Counts:
    """How many places there are in how many transcripts; in how many more the words stand apart."""

    places: int
    files: int
    apart: int = 0


class EntryRows(QAbstractTableModel):
    """The transcripts as they are wanted: all or some, in an order, or those where hits are."""

    def __init__(self) -> None:
        super().__init__()
        #: Everything, in the order of the list: to sort takes longer than to filter.
        self._entries: list[Entry] = []
        self._rows: list[Entry] = []
        #: What would be listed if nothing were chosen by kinds.
        self._before_choice: list[Entry] = []
        self._chosen: Chosen = frozenset()
        self._words: list[str] = []
        self._show = Show.ALL
        #: The hits in their order while something is looked for, else None.
        self._hits: dict[int, FileHits] | None = None
        self._sorted_by: tuple[Column, bool] | None = None

    # What is listed

    def set_entries(self, entries: Iterable[Entry]) -> None:
        """Take everything that is in the library; what was found elsewhere is gone."""
        self._entries = self._sorted(list(entries))
        if self._hits:  # a file that was read anew is another entry
            known = {entry.place: entry for entry in self._entries}
            there = [hits for hits in self._hits.values() if hits.entry.place in known]
            renewed = [replace(hits, entry=known[hits.entry.place]) for hits in there]
            self._hits = {hits.entry.id: hits for hits in renewed}
        self._list()

    def set_show(self, show: Show) -> None:
        """List all transcripts, or those of a kind."""
        self._show = show
        self._list()

    def set_filter(self, text: str) -> None:
        """List those whose title, channel or speakers have all these words."""
        words = fold(text).split()
        before, self._words = self._words, words
        narrower = all(any(old in new for new in words) for old in before) and bool(before)
        self._list(self._before_choice if narrower else None)

    def set_chosen(self, chosen: Chosen) -> None:
        """List those of some channels, years, speakers and languages; of all if none is named."""
        self._chosen = chosen
        self._list(self._before_choice)

    def begin_hits(self, searching: bool) -> None:
        """List only those in which something is found, from now on none; or all again."""
        self._hits = {} if searching else None
        self._list()

    def add_hits(self, more: Iterable[FileHits]) -> None:
        """List more in which something was found; the better they fit, the further up."""
        if self._hits is None:
            return
        self._hits |= {hits.entry.id: hits for hits in more}
        self._list()

    def renew_hits(self, hits: Iterable[FileHits]) -> None:
        """List those in which something is found now, in the place of those found before."""
        self._hits = {each.entry.id: each for each in hits}
        self._list()

    @property
    def with_places(self) -> Sequence[Entry]:
        """The transcripts that are listed with places in them, in their order."""
        hits = self._hits or {}
        return tuple(row for row in self._rows if row.id in hits and hits[row.id].count)

    @property
    def counts(self) -> Counts:
        """How much is found in what is listed."""
        if self._hits is None:
            return Counts(0, len(self._rows))
        hits = [hit for row in self._rows if (hit := self._hits.get(row.id))]
        apart = sum(hit.apart for hit in hits)
        return Counts(sum(hit.count for hit in hits), len(self._rows) - apart, apart)

    @property
    def narrowed_to_none(self) -> bool:
        """Whether nothing is listed for the filter's words or for what is chosen by kinds."""
        there = self._entries if self._hits is None else self._hits
        return bool(there and (self._words or self._chosen)) and not self._rows

    def is_apart(self, entry: Entry) -> bool:
        """Return whether a transcript has the words looked for, but nowhere together."""
        hits = (self._hits or {}).get(entry.id)
        return hits is not None and hits.apart

    def to_count(self) -> tuple[Iterable[tuple[Entry, int]], Chosen]:
        """Return what is to be counted by kinds: transcripts with their places, what is chosen.

        Whoever goes through them does so later, and elsewhere: here it would take too long.
        """
        hits, rows = dict(self._hits or {}), self._before_choice
        return ((row, hits[row.id].count if row.id in hits else 0) for row in rows), self._chosen

    def _list(self, among: list[Entry] | None = None) -> None:
        wanted, words = _TESTS[self._show], self._words
        rows = self._found() if self._hits is not None else self._entries
        rows = [row for row in (rows if among is None else among) if wanted(row)]
        for word in words:
            rows = [row for row in rows if word in row.filed_under]
        self._before_choice = rows
        if self._chosen:
            rows = kept(rows, self._chosen)
        self.layoutAboutToBeChanged.emit()
        marked = [(index, self.entry(index.row())) for index in self.persistentIndexList()]
        self._rows = self._in_order(rows)
        places = {row.place: number for number, row in enumerate(self._rows)} if marked else {}
        for index, entry in marked:
            row = places.get(entry.place, -1) if entry else -1
            moved = self.index(row, index.column()) if row >= 0 else QModelIndex()
            self.changePersistentIndex(index, moved)
        self.layoutChanged.emit()

    def _found(self) -> list[Entry]:
        return [hits.entry for hits in sorted((self._hits or {}).values(), key=lambda h: h.rank)]

    def _in_order(self, rows: list[Entry]) -> list[Entry]:
        hits = self._hits
        if hits is None or self._sorted_by is None:
            return rows
        column, down = self._sorted_by
        if column is Column.PLACES:
            return sorted(rows, key=lambda r: hits[r.id].count if r.id in hits else 0, reverse=down)
        return sorted(rows, key=_KEYS[column], reverse=down)

    def _sorted(self, rows: list[Entry]) -> list[Entry]:
        column, down = self._sorted_by or (Column.TITLE, False)
        if column is Column.PLACES:  # of which there are none while nothing is looked for
            column, down = Column.TITLE, False
        return sorted(rows, key=_KEYS[column], reverse=down)

    # As Qt asks for it

    def entry(self, row: int) -> Entry | None:
        """Return what a row is about."""
        return self._rows[row] if 0 <= row < len(self._rows) else None

    def row_of(self, entry: Entry) -> int:
        """Return the row of a transcript, or -1."""
        return next((i for i, row in enumerate(self._rows) if row.place == entry.place), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """Return how many are listed."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802
        """Return how much is shown of each."""
        return 0 if parent.isValid() else len(Column)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; by none, the best is first."""
        down = order == Qt.SortOrder.DescendingOrder
        self._sorted_by = (Column(column), down) if column >= 0 else None
        self._entries = self._sorted(self._entries)
        self._list()

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return a column's name."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("Library", HEADS[Column(section)])
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is shown of one."""
        entry = self.entry(index.row())
        if entry is None:
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._cell(entry, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain.tip(entry.problem or entry.place)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in _RIGHT:
            return _NUMBERS
        return entry if role == ENTRY else None

    def _cell(self, entry: Entry, column: Column) -> str:
        facts = entry.facts
        match column:
            case Column.TITLE:
                return plain.line(
                    f"{entry.path.name}: {entry.problem}" if entry.problem else entry.title
                )
            case Column.PLACES:
                hits = (self._hits or {}).get(entry.id)
                return _counted(hits) if hits else ""
            case Column.CHANNEL:
                return plain.line(facts.channel)
            case Column.DATE:
                return facts.published
            case Column.LENGTH:
                return "" if facts.length_ms is None else format_clock(facts.length_ms)
            case Column.SPEAKERS:
                return plain.line(", ".join(facts.speakers[:5]))
            case Column.RECORDING:
                return plain.line(entry.recording.name) if entry.recording else ""
            case Column.QUOTES:
                return QLocale().toString(entry.quotes) if entry.quotes else ""


def _counted(hits: FileHits) -> str:
    apart = QCoreApplication.translate("Library", "apart")
    return apart if hits.apart else QLocale().toString(hits.count)
