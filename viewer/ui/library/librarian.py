"""The library at work behind its panel: opening, reading and searching, off the GUI thread."""

import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from viewer.errors import ViewerError
from viewer.library.entry import Entry
from viewer.library.indexing import Outcome
from viewer.library.passages import Passage
from viewer.library.query import Node, parse
from viewer.library.shelves import Shelves
from viewer.library.supercut import Found
from viewer.library.watching import Watch
from viewer.session.job import Job
from viewer.session.jobs import Jobs
from viewer.state.library_folders import LibraryFolder, LibraryFolders
from viewer.state.places import Places
from viewer.ui.library import saving
from viewer.ui.library.everything import Everything, everything
from viewer.ui.library.reading_control import ReadingControl
from viewer.ui.library.removing import Removing
from viewer.ui.library.saving import Saved

if TYPE_CHECKING:
    from viewer.library.search import FileHits

#: Finding tells as often what it has.
_TELL_S: Final = 0.1
#: Where a transcript takes longer to read, its places are shown as the index has them until then.
_SKETCH_MS: Final = 300


class Librarian(QObject):
    """Does what the panel wishes, and tells what came of it.

    `entries_changed` carries the folders and everything in them; `reading_changed` a `Progress`,
    or None when nothing is read; `found` the query's number, more `FileHits`, and whether these
    are the last; `passages_found` an entry and its `Passage`s; `reported` a sentence for people.
    """

    entries_changed = Signal(object, object)
    reading_changed = Signal(object)
    found = Signal(int, object, bool)
    passages_found = Signal(object, object)
    #: The file in which places are saved, and how much of it is written; without a name none is.
    saving_changed = Signal(str, float)
    failed = Signal(object)
    #: Why a folder is not read; it is a `ViewerError`.
    ailing = Signal(object)
    #: What is so no longer: such an error again, or that for which places were not saved.
    cured = Signal(object)
    reported = Signal(str)
    #: What transcripts say is no longer what it was.
    renewed = Signal()
    _changed = Signal(Path)

    def __init__(self, jobs: Jobs, places: Places, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs, self._places = jobs, places
        self._shelves: Shelves | None = None
        self._opening: Job | None = None
        self._waiting: list[Callable[[Shelves], object]] = []
        self._to_read: list[LibraryFolder] = []
        self._removing = Removing()
        #: Whether joints may be missing; they are made when nothing is to be read.
        self._to_join = False
        self._reading: ReadingControl | None = None
        #: Why the folders with these paths are not read.
        self._ailing: dict[str, ViewerError] = {}
        self._saving: Job | None = None
        #: Why places could not be saved, until they are.
        self._unsaved: ViewerError | None = None
        #: How the library was when it was told last, and the job that looks how it is.
        self._written: tuple[object, object] | None = None
        self._looking: Job | None = None
        self._searching: Job | None = None
        self._asking: Job | None = None
        self._sketch: Callable[[], None] = lambda: None
        self._late = QTimer(self, singleShot=True, interval=_SKETCH_MS)
        self._late.timeout.connect(lambda: self._sketch())
        self._number = 0
        self._watch = Watch(self._changed.emit)
        self._changed.connect(self.refresh)
        #: What is looked for now.
        self.node: Node | None = None
        self._asked = ""

    def open(self) -> None:
        """Show what is known, and then read what has changed since."""
        self._with(self._begin)

    def close(self) -> None:
        """Stop what is under way and let go of the index."""
        self._watch.stop()
        self._late.stop()
        self.cancel_reading()
        if self._shelves is not None:
            self._shelves.close()

    # Folders

    def add(self, folder: Path) -> None:
        """Take a folder in, and read it."""
        self._with(lambda shelves: self._run(lambda _: shelves.add(folder), self._added))

    def remove(self, folder: Path) -> None:
        """Take a folder out; its files stay. What is being read gives way, and is read later."""
        if not self._removing.gives_way(folder, self._reading, self._to_read):
            self._take_out()

    def pause(self, folder: Path, paused: bool) -> None:
        """Leave a folder's changes alone, or no longer."""
        self._note(lambda each: each.pause(folder, paused=paused), None if paused else folder)

    def look_inside(self, folder: Path, captions: bool) -> None:
        """Have captions inside a folder's recordings count, or no longer."""
        self._note(lambda each: each.look_inside(folder, captions=captions), folder)

    def _note(self, change: Callable[[LibraryFolders], None], to_read: Path | None) -> None:
        """Change what is kept of a folder, and read it then, if it is to be read."""

        def done() -> None:
            self.renew()
            if to_read is not None:
                self.refresh(to_read)

        self._with(lambda shelves: self._run(lambda _: change(shelves.list), lambda _: done()))

    @Slot()
    def refresh(self, folder: Path | None = None) -> None:
        """Read what has changed in a folder, or in all that are not paused."""

        def begin(folders: tuple[LibraryFolder, ...]) -> None:
            wanted = (each for each in folders if folder in (None, each.folder))
            waiting = {each.path for each in self._to_read}
            self._to_read += [
                each for each in wanted if not each.paused and each.path not in waiting
            ]
            self._to_join = True
            if self._to_read and self._reading is not None and self._reading.joins:
                self._reading.stop()  # what is new comes first
            self._read_next()

        self._with(lambda shelves: self._run(lambda _: shelves.folders(), begin))

    @Slot()
    def look_elsewhere(self) -> None:
        """Tell anew what is there, if another window or a command has changed it since.

        What is read here is told anyway.
        """
        if self._shelves is None or self._reading is not None or self._looking is not None:
            return
        written = self._shelves.written
        self._looking = self._run(lambda _: written(), self._compare, self._not_seen)

    def _compare(self, written: tuple[object, object]) -> None:
        self._looking, before = None, self._written
        if before is not None and written != before and self._reading is None:
            self.renew()
            self.renewed.emit()

    def _not_seen(self, _error: ViewerError) -> None:
        self._looking = None  # whoever wants something of the library says why that cannot be

    @Slot(bool)
    def hold_reading(self, held: bool) -> None:
        """Have reading wait, or go on."""
        if self._reading is not None:
            self._reading.hold(held)

    @Slot()
    def cancel_reading(self) -> None:
        """Read no more for now; what was read stays."""
        self._to_read.clear()
        self._to_join = False
        if self._reading is not None:
            self._reading.stop()

    # Looking for

    def search(self, text: str) -> int:
        """Look for what is typed and return the search's number; raises `UsageError`.

        An empty text ends searching; the number is 0 then.
        """
        if self._searching is not None:
            self._searching.cancel()
            self._searching = None
        self.node, self._asked = parse(text), text
        node = self.node
        self._number += 1
        if node is None:
            return 0
        number = self._number
        self._with(lambda shelves: self._search(shelves, node, number))
        return number

    def ask(self, entry: Entry) -> None:
        """Look up the places in one transcript."""
        node = self.node
        self._late.stop()
        if self._asking is not None:
            self._asking.cancel()
        if node is None:
            return

        def begin(shelves: Shelves) -> None:
            answer = partial(self._answer, entry)
            self._asking = asked = self._run(
                lambda _: saving.passages_of(shelves, entry, node), answer
            )
            self._sketch = partial(self._show_sketch, asked, shelves, entry, node)
            self._late.start()

        self._with(begin)

    def _answer(self, entry: Entry, found: list[Passage]) -> None:
        self._asking = None
        self._late.stop()
        self.passages_found.emit(entry, found)

    def _show_sketch(self, asked: Job, shelves: Shelves, entry: Entry, node: Node) -> None:
        """Show what the index has of places while their file keeps one waiting."""

        def show(found: list[Passage]) -> None:
            if self._asking is asked:
                self.passages_found.emit(entry, found)

        self._run(lambda _: saving.sketch(shelves, entry, node), show)

    def export(self, path: Path, listed: Sequence[Entry], chosen: Sequence[Found] = ()) -> None:
        """Write down the chosen places, or all in these transcripts, as the name's suffix says."""
        node, title = self.node, self._asked
        if node is None:
            return
        self.cancel_saving()

        def work(shelves: Shelves, job: Job) -> Saved:
            found = chosen or saving.gathered(shelves, listed, node, job, path)
            return saving.save(found, path, title, job)

        def done(saved: Saved) -> None:
            self.cancel_saving()
            self._tell_unsaved(None)
            self.reported.emit(saving.told(saved, path))

        def failed(error: ViewerError) -> None:
            self.cancel_saving()
            self._tell_unsaved(error)

        def begin(shelves: Shelves) -> None:
            progressed = partial(self.saving_changed.emit, path.name)
            self._saving = self._jobs.run(partial(work, shelves), done, failed, progressed)
            progressed(0.0)

        self._with(begin)

    def _tell_unsaved(self, error: ViewerError | None) -> None:
        """Say why places are not saved, in the place of what was said of it before."""
        if self._unsaved is not None:
            self.cured.emit(self._unsaved)
        self._unsaved = error
        if error is not None:
            self.failed.emit(error)

    @property
    def saves(self) -> bool:
        """Whether places are being written down."""
        return self._saving is not None

    @Slot()
    def cancel_saving(self) -> None:
        """Write places down no longer; a file that is not whole is not left behind."""
        if self._saving is not None:
            self._saving.cancel()
            self._saving = None
            self.saving_changed.emit("", 0.0)

    def _search(self, shelves: Shelves, node: Node, number: int) -> None:
        if number != self._number:
            return

        def work(job: Job) -> None:
            batch: list[FileHits] = []
            last_s = time.monotonic()
            for hits in shelves.library.search(node, cancelled=job.is_cancelled):
                batch.append(hits)
                if time.monotonic() - last_s > _TELL_S:
                    self.found.emit(number, batch, False)
                    batch, last_s = [], time.monotonic()
            if not job.cancelled:
                self.found.emit(number, batch, True)

        self._searching = self._run(work, lambda _: None)

    # At work

    def _with(self, act: Callable[[Shelves], object]) -> None:
        """Act with the index; it is opened first, if it is not yet."""
        if self._shelves is not None:
            act(self._shelves)
            return
        self._waiting.append(act)
        if self._opening is None:
            self._opening = self._run(lambda _: Shelves(self._places), self._opened)

    def _opened(self, shelves: Shelves) -> None:
        self._shelves, self._opening = shelves, None
        if shelves.index.news:
            self.reported.emit(shelves.index.news)
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act(shelves)

    def _begin(self, _shelves: Shelves) -> None:
        self.renew()
        self.refresh()

    def _added(self, folder: LibraryFolder) -> None:
        self.renew()
        self.refresh(folder.folder)

    def renew(self) -> None:
        """Tell anew what is there, and how much is quoted of it."""
        self._with(lambda shelves: self._run(lambda _: everything(shelves), self._tell))

    def _tell(self, everything: Everything) -> None:
        folders, entries, self._written = everything
        self._watch.watch(each.folder for each in folders if not each.paused)
        self.entries_changed.emit(folders, entries)

    def _read_next(self) -> None:
        """Read a folder that waits; when there is none, make what has phrases found quickly."""
        shelves = self._shelves
        if self._reading is not None or shelves is None:
            return
        if self._to_read:
            folder = self._to_read.pop(0)
            self._reading = control = ReadingControl(
                self.reading_changed.emit,
                lambda: self.entries_changed.emit(*everything(shelves)[:2]),
                folder,
            )
            read, unread = (partial(do, folder.path) for do in (self._read, self._unread))
            self._run(lambda _: shelves.refresh(folder, control), read, unread)
        elif self._to_join:
            self._to_join = False
            self._reading = control = ReadingControl(self.reading_changed.emit)
            self._run(lambda _: shelves.join(control), self._go_on, self._not_joined)
        else:
            self.reading_changed.emit(None)

    def _take_out(self) -> None:
        def done(folders: list[Path]) -> None:
            for each in folders:
                self._cure(str(each))
            self.renew()
            self.renewed.emit()
            self._to_join = True  # which lets go of its words, too
            self._read_next()

        work = self._removing.take()
        self._with(lambda shelves: self._run(lambda _: work(shelves), done, self._not_taken_out))

    def _not_taken_out(self, error: ViewerError) -> None:
        self.failed.emit(error)
        self._read_next()

    def _read(self, path: str, outcome: Outcome) -> None:
        self._cure(path)
        self.renew()
        if outcome.read or outcome.gone:
            self.renewed.emit()
        self._go_on()

    def _unread(self, path: str, error: ViewerError) -> None:
        self._cure(path)
        self._ailing[path] = error
        self.ailing.emit(error)
        self._go_on()

    def _cure(self, path: str) -> None:
        """Take back what was said of a folder."""
        error = self._ailing.pop(path, None)
        if error is not None:
            self.cured.emit(error)

    def _not_joined(self, error: ViewerError) -> None:
        self.failed.emit(error)
        self._go_on()

    def _go_on(self, _nothing: None = None) -> None:
        if self._reading is not None and self._reading.joins:
            self.renew()  # which has been written, too, and not elsewhere
        self._reading = None
        if self._removing.folders:
            self._take_out()
        else:
            self._read_next()

    def _run(
        self,
        work: Callable[[Job], object],
        done: Callable[..., None],
        failed: Callable[[ViewerError], None] | None = None,
    ) -> Job:
        return self._jobs.run(work, done, failed or partial(self.failed.emit))
