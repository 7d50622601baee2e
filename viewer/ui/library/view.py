"""The library: what is in it on the left, and where it is said on the right."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from viewer.errors import UsageError
from viewer.library.entry import Entry
from viewer.library.passages import Passage
from viewer.library.search import FileHits
from viewer.library.supercut import Found
from viewer.session.jobs import Jobs
from viewer.state.library_folders import LibraryFolder
from viewer.ui.library.asking_bar import AskingBar
from viewer.ui.library.counting import Counting
from viewer.ui.library.empty_page import EmptyPage
from viewer.ui.library.entry_rows import ENTRY, Column, EntryRows
from viewer.ui.library.entry_table import EntryTable
from viewer.ui.library.facet_panel import FacetPanel
from viewer.ui.library.hit_list import HitList
from viewer.ui.library.librarian import Librarian
from viewer.ui.library.reading_bar import ReadingBar
from viewer.ui.library.saving import MOST_PASSAGES
from viewer.ui.theme import plain
from viewer.ui.widgets.busy_bar import BusyBar
from viewer.ui.widgets.message_bar import MessageBar
from viewer.ui.widgets.plain_label import PlainLabel

#: Narrower than this there is no room for three columns.
_NARROW_PX: Final = 900
#: Below this the places stand under the list, not beside it.
_ONE_COLUMN_PX: Final = 600
#: The number of a search for what cannot be looked for; nothing is found by it.
_WRONG: Final = -1


class LibraryView(QWidget):
    """The list with its fields, and the places in the transcript that is chosen.

    Wishes: `folder_wanted`, `opened` with an entry and a passage or None, `left`,
    `save_wanted` for the places that are found; `quote_wanted` and `play_wanted` as `opened`.
    """

    folder_wanted = Signal()
    opened = Signal(object, object)
    left = Signal()
    save_wanted = Signal()
    quote_wanted = Signal(object, object)
    play_wanted = Signal(object, object)

    def __init__(self, librarian: Librarian, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._librarian = librarian
        self._number = 0
        self._finished = True
        self._chosen: Entry | None = None
        #: What is found when the same is looked for anew, which takes the place of the rest at its
        #: end; else None.
        self._found_anew: list[FileHits] | None = None
        #: The list out of which a transcript was opened.
        self._left_from: QWidget | None = None
        self.bar, self.reading = AskingBar(), ReadingBar()
        self.saving, self.opening = BusyBar(), BusyBar()
        self.empty, self.message = EmptyPage(), MessageBar()
        self.rows = EntryRows()
        self.list = EntryTable(self.rows)
        self.facets, self._counting = FacetPanel(), Counting(jobs, self)
        self.hits = HitList()
        self.facts = PlainLabel()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        right = QWidget()
        self._beside = beside = _column(right)
        self.facts.setWordWrap(True)
        self.facts.setContentsMargins(14, 8, 14, 8)
        beside.addWidget(self.facts)
        beside.addWidget(self.hits, 1)
        self.splitter = splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        for part, share in ((self.facets, 1), (self.list, 5), (right, 3)):
            splitter.addWidget(part)
            splitter.setStretchFactor(splitter.count() - 1, share)
        splitter.setSizes([190, 650, 340])
        self._stack.addWidget(self.empty)
        self._stack.addWidget(splitter)
        whole = _column(self)
        whole.addWidget(self.message)
        whole.addWidget(self.bar)
        whole.addWidget(self.saving)
        whole.addWidget(self.opening)
        whole.addWidget(self._stack, 1)
        # It comes and goes with every change on the disk: above, it would move rows under the hand.
        whole.addWidget(self.reading)

    def _connect(self) -> None:
        librarian = self._librarian
        self._connect_bar()
        self.rows.layoutChanged.connect(self._relisted)
        self.list.selectionModel().currentRowChanged.connect(self._choose)
        self.list.opened.connect(self._open_entry)
        self.list.played.connect(self._play)
        self.hits.played.connect(self._play)
        self.hits.opened.connect(self._open_hit)
        self.reading.held.connect(librarian.hold_reading)
        self.reading.cancelled.connect(librarian.cancel_reading)
        librarian.entries_changed.connect(self.show_entries)
        librarian.reading_changed.connect(self.reading.show_progress)
        self.saving.cancel_requested.connect(librarian.cancel_saving)
        librarian.saving_changed.connect(self._show_saving)
        librarian.renewed.connect(self._look_again)
        librarian.found.connect(self._take_hits)
        librarian.passages_found.connect(self._show_passages)
        self._connect_facets()

    @Slot(str, float)
    def _show_saving(self, name: str, share: float) -> None:
        """Say how much of a file is written, 0 to 1; without a name it is over."""
        if name:
            self.saving.start(self.tr("Saving places in {file}").format(file=plain.name(name)))
            self.saving.progress(share)
        else:
            self.saving.stop()

    def _connect_bar(self) -> None:
        bar, folders, librarian = self.bar, self.bar.folders, self._librarian
        bar.asked.connect(self.look)
        bar.entered.connect(self._enter)
        bar.filtered.connect(self.rows.set_filter)
        bar.show_chosen.connect(self.rows.set_show)
        bar.save_wanted.connect(self.save_wanted)
        folders.add_requested.connect(self.folder_wanted)
        folders.refresh_requested.connect(librarian.refresh)
        folders.pause_requested.connect(librarian.pause)
        folders.captions_requested.connect(librarian.look_inside)
        folders.remove_requested.connect(librarian.remove)

    def _connect_facets(self) -> None:
        self.facets.changed.connect(self.rows.set_chosen)
        self._counting.counted.connect(self.facets.show_facets)
        self._counting.failed.connect(self._librarian.failed)

    # What is wished

    def begin(self, query: str = "") -> None:
        """Take the keys; with a query, look for that."""
        self.bar.begin(query)

    def come_back(self) -> None:
        """Take the keys where they were when a transcript was opened, else in the first field."""
        if self._left_from is not None and self.rows.rowCount():
            self._left_from.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.begin()

    def take_folder(self, folder: Path) -> None:
        """Take a folder in."""
        self._librarian.add(folder)

    @Slot()
    def look(self) -> None:
        """Look for what is typed."""
        trouble, self._found_anew = "", None
        try:
            self._number = self._librarian.search(self.bar.text)
        except UsageError as error:
            self._number, trouble = _WRONG, f"{error} {error.hint}"
        self.bar.explain(trouble)
        self._finished, self._chosen = self._number <= 0, None
        self.hits.rows.show(())
        self.list.setColumnHidden(Column.PLACES, self._number <= 0)
        self.rows.begin_hits(bool(self._number))
        self._choose(self.list.currentIndex(), QModelIndex())

    @Slot()
    def _look_again(self) -> None:
        """Look for the same in transcripts that have changed; what is listed stays until then."""
        if self._number <= 0:
            return
        if not self._finished:
            self.look()
            return
        try:
            self._number, self._found_anew = self._librarian.search(self.bar.text), []
        except UsageError:
            self.look()  # which says why

    @Slot()
    def _enter(self) -> None:
        if self.rows.rowCount():
            self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the room to the lists where there is little; what is chosen stays in view."""
        super().resizeEvent(event)
        self.facets.setHidden(self.width() < _NARROW_PX and not self.facets.chosen)
        below, beside = Qt.Orientation.Vertical, Qt.Orientation.Horizontal
        self.splitter.setOrientation(below if self.width() < _ONE_COLUMN_PX else beside)

    def event(self, event: QEvent) -> bool:
        """Take the keys that find and quote, which are about the open transcript elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride and (_finds(event) or _quotes(event)):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from the fields into the list by Down, and leave by Escape."""
        if _finds(event):
            self.begin()
        elif _quotes(event) and self._chosen is not None and self.hits.current is not None:
            self.quote_wanted.emit(self._chosen, self.hits.current)
        elif event.key() == Qt.Key.Key_Down and self.list.isVisible():
            self.list.setFocus()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # What is shown

    @Slot(object, object)
    def show_entries(self, folders: Sequence[LibraryFolder], entries: Sequence[Entry]) -> None:
        """Show what is in the library now."""
        self.bar.completer.show_entries(entries)
        self.bar.folders.show_folders(folders)
        self._stack.setCurrentIndex(1 if folders else 0)
        with self.list.held():
            self.rows.set_entries(entries)
        if self._finished and self._found_anew is None and not self.rows.rowCount():
            self._look_again()  # what is looked for may have come

    @Slot(int, object, bool)
    def _take_hits(self, number: int, more: list[FileHits], finished: bool) -> None:
        if number != self._number:
            return
        if self._found_anew is not None:
            self._found_anew += more
            if finished:
                self._show_anew(self._found_anew)
            return
        self._finished = finished
        self.rows.add_hits(more)
        if self.rows.rowCount() and not self.list.hasFocus():
            self.list.setCurrentIndex(self.rows.index(0, 0))  # what fits best comes late

    def _show_anew(self, hits: list[FileHits]) -> None:
        """Show what is found now; the one that is chosen, its places and what is in view stay."""
        self._found_anew = None
        chosen = self._chosen
        with self.list.held():
            self.rows.renew_hits(hits)
        if self._chosen is not None and chosen is not None and self._chosen.place == chosen.place:
            self._tell_facts(self._chosen)
            self._librarian.ask(self._chosen)

    @Slot()
    def _relisted(self) -> None:
        """Choose the first of another list, where none is chosen; and count."""
        if self.rows.rowCount() and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.rows.index(0, 0))
        chosen = self.list.currentIndex().data(ENTRY)
        if isinstance(chosen, Entry) and self._chosen and chosen.place == self._chosen.place:
            self._chosen = chosen  # as it is now: a recording may have come
        if not self.rows.rowCount():
            self._chosen = None
            self.facts.clear()
            self.hits.rows.show(())
        none = self.tr("No transcript here fits the filter and what is ticked.")
        self.list.empty = none if self.rows.narrowed_to_none else ""
        self.bar.show_count(self.rows.counts, looking=bool(self._number), finished=self._finished)
        self.facets.set_counting(not self._finished)
        if self._finished:
            self._counting.count(self.rows.to_count())

    @Slot(QModelIndex, QModelIndex)
    def _choose(self, index: QModelIndex, _before: QModelIndex) -> None:
        entry = index.data(ENTRY)
        if isinstance(entry, Entry) and entry is not self._chosen:
            self._chosen = entry
            self.hits.rows.show(())
            self._tell_facts(entry)
            self._librarian.ask(entry)

    def _tell_facts(self, entry: Entry, note: str = "") -> None:
        facts, apart = entry.facts, self.rows.is_apart(entry)
        each = self.tr("These words stand nowhere together here. Each is listed by itself.")
        lines = (
            entry.title,
            " · ".join(filter(None, (facts.channel, facts.published, facts.language))),
            ", ".join(facts.speakers[:20]),
            entry.place,
            entry.problem,
            each if apart else "",
            note,
        )
        self.facts.setText("\n".join([plain.line(line) for line in lines if line]))

    @Slot(object, object)
    def _show_passages(self, entry: Entry, found: Sequence[Passage]) -> None:
        if self._chosen is None or entry.place != self._chosen.place:
            return
        if tuple(found) != self.hits.rows.shown:  # several of the same may be chosen
            same = len(found) == self.hits.rows.rowCount()  # in the file's own letters now
            row = max(self.hits.currentIndex().row(), 0) if same else 0
            self.hits.rows.show(found)
            if found:
                self.hits.setCurrentIndex(self.hits.rows.index(row, 0))
        if len(found) == MOST_PASSAGES:
            words = self.tr("The first {n} are listed.")
            self._tell_facts(entry, words.format(n=f"{MOST_PASSAGES:,}"))

    @property
    def chosen_places(self) -> list[Found]:
        """The places that are chosen in the open list, where they are several."""
        chosen = self._chosen
        return [(chosen, each) for each in self.hits.several] if chosen is not None else []

    def put_below(self, widget: QWidget) -> None:
        """Give something room below the places."""
        self._beside.addWidget(widget)

    @Slot()
    def _play(self) -> None:
        if self._chosen is not None and self.hits.current is not None:
            self.play_wanted.emit(self._chosen, self.hits.current)

    @Slot(object)
    def _open_entry(self, entry: Entry) -> None:
        self._left_from = self.list
        self.opened.emit(entry, self.hits.current if self._number else None)

    @Slot(object)
    def _open_hit(self, passage: Passage) -> None:
        if self._chosen is not None:
            self._left_from = self.hits
            self.opened.emit(self._chosen, passage)


def _finds(event: QEvent) -> bool:
    return isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Find)


def _quotes(event: QEvent) -> bool:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    is_key = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_C
    return is_key and isinstance(event, QKeyEvent) and event.modifiers() == both


def _column(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(widget)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    return layout
