"""The library in the window: it fills it, and gives way to what is opened out of it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from viewer.core.quote import Quote, quote_segments
from viewer.errors import PlaybackError, ViewerError
from viewer.session import loading
from viewer.session.document import Document
from viewer.session.job import Job
from viewer.session.opened import Change, Opened
from viewer.state.user_settings import UserSettings
from viewer.ui.commands.actions import Command
from viewer.ui.commands.worded import Worded
from viewer.ui.theme import plain
from viewer.ui.window.parts import Parts

if TYPE_CHECKING:
    from viewer.library.entry import Entry
    from viewer.library.passages import Passage
    from viewer.ui.library.elsewhere import Elsewhere
    from viewer.ui.library.librarian import Librarian
    from viewer.ui.library.preview import Preview
    from viewer.ui.library.view import LibraryView

_LONGEST_SELECTED = 300


class LibraryRoom(QObject):
    """Holds the window's two pages: what is open, and the library, made when it is first wanted."""

    shown_changed = Signal(bool)

    def __init__(self, window: Parts, page: QWidget, user_settings: UserSettings) -> None:
        super().__init__(window)
        self._window, self._user_settings = window, user_settings
        self.stack = QStackedWidget()
        self.stack.addWidget(page)
        self.view: LibraryView | None = None
        self.librarian: Librarian | None = None
        self.preview: Preview | None = None
        self.elsewhere: Elsewhere | None = None
        #: The place to go to in the transcript that is being opened.
        self._awaited: tuple[Path, Passage] | None = None
        #: Where places were written down last.
        self._saved_in = ""
        window.commands.bind(Command.LIBRARY, self.show)
        window.commands[Command.FIND].triggered.connect(self.find_in_text)
        window.commands.bind(Command.SELECT_ALL, self.select_all)
        window.commands.bind(Command.OPEN_FOLDER, self.ask_for_folder)
        window.commands.bind(Command.SEARCH_LIBRARY, self.search_selection)
        window.workspace.news.folder_opened.connect(self.open_folder)

    @property
    def shown(self) -> bool:
        """Whether the library is in view."""
        return self.stack.currentIndex() > 0

    @Slot(bool)
    def show(self, shown: bool) -> None:
        """Show the library, or what is open."""
        if not shown:
            self.stack.setCurrentIndex(0)
            self._window.notices.speak_in(self._window.text.message)
            if self.preview is not None:
                self.preview.stop()
            self._window.commands[Command.LIBRARY].setChecked(False)
            self._window.text.view.setFocus()
            self._name_window()
            self.shown_changed.emit(False)
            self._window.selecting.tell()
            return
        self._window.full_screen.leave()
        known = self.librarian
        view = self._made()
        if known is not None:
            known.renew()
        self.stack.setCurrentWidget(view)
        self._window.notices.speak_in(view.message)
        self._window.commands[Command.LIBRARY].setChecked(True)
        view.come_back()
        self._name_window()
        self.shown_changed.emit(True)

    @Slot()
    def leave(self) -> None:
        """End what is played beside the list, else go back to what is open, if anything is."""
        if self.preview is not None and not self.preview.isHidden():
            self.preview.stop()
            return
        session = self._window.workspace.session
        if session.document is not None or session.recording is not None:
            self.show(False)

    @Slot()
    def find_in_text(self) -> None:
        """Go back to what is open where the menu is asked to find in that."""
        if self.shown:
            self.show(False)
            self._window.finding.begin()

    @Slot()
    def select_all(self) -> None:
        """Select all that is open; while the library is in view, all in its list of places."""
        if not self.shown:
            self._window.text.view.select_all()
        elif self.view is not None and self.view.hits.hasFocus():
            self.view.hits.selectAll()

    @Slot()
    def ask_for_folder(self) -> None:
        """Ask for a folder to take in."""
        title = self.tr("Open a folder of transcripts")
        from PySide6.QtWidgets import QFileDialog

        chosen = QFileDialog.getExistingDirectory(self._window, title, self._window.files.folder)
        if chosen:
            self.open_folder(Path(chosen))

    @Slot(object)
    def open_folder(self, folder: Path) -> None:
        """Show the library with another folder in it."""
        self.show(True)
        self._made().take_folder(folder)

    @Slot(list)
    def take_dropped(self, paths: list[Path]) -> None:
        """Take dropped folders into the library; open anything else."""
        workspace = self._window.workspace

        def take(folders: list[Path]) -> None:
            for folder in folders:
                self.open_folder(folder)
            if not folders:
                workspace.opening.open_together(paths)

        def work(_job: Job) -> list[Path]:
            return [path for path in paths if path.is_dir()]  # which a slow disk takes long to tell

        workspace.jobs.run(work, take, self._window.notices.show_error)

    @Slot()
    def search_selection(self) -> None:
        """Look for what is selected in all transcripts."""
        selected = " ".join(self._window.text.view.caret.selected_text().split())
        self.show(True)
        words = selected.replace('"', " ") if len(selected) <= _LONGEST_SELECTED else ""
        self._made().begin(f'"{words}"' if words else "")

    @property
    def saves(self) -> bool:
        """Whether places are being written down."""
        return self.librarian is not None and self.librarian.saves

    def note(self) -> None:
        """Note in the settings how it was left."""
        if self.view is not None:
            from viewer.ui.library import keeping

            self._user_settings.change("library", **keeping.left(self.view))

    def close(self) -> None:
        """Stop what the library does."""
        if self.preview is not None:
            self.preview.player.close()
        if self.elsewhere is not None:
            self.elsewhere.set_in_view(False)
        if self.librarian is not None:
            self.librarian.close()

    def _made(self) -> "LibraryView":
        if self.view is not None:
            return self.view
        from viewer.ui.library import keeping
        from viewer.ui.library.elsewhere import Elsewhere
        from viewer.ui.library.librarian import Librarian
        from viewer.ui.library.view import LibraryView

        jobs = self._window.workspace.jobs
        self.librarian = librarian = Librarian(jobs, self._user_settings.places, self)
        self.view = view = LibraryView(librarian, jobs)
        keeping.restore(view, self._user_settings.settings.library)
        self.stack.addWidget(view)
        self._connect(view, librarian)
        self.elsewhere = elsewhere = Elsewhere(librarian, self._window)
        self.shown_changed.connect(elsewhere.set_in_view)
        librarian.open()
        return view

    def _connect(self, view: "LibraryView", librarian: "Librarian") -> None:
        workspace, notices = self._window.workspace, self._window.notices
        Worded(view.empty.button, self._window.commands, Command.OPEN_FOLDER)
        view.folder_wanted.connect(self.ask_for_folder)
        view.opened.connect(self._open)
        view.left.connect(self.leave)
        view.save_wanted.connect(self._save_places)
        view.quote_wanted.connect(self._quote)
        view.play_wanted.connect(self._play)
        workspace.tasks.busy_changed.connect(view.opening.show_work)
        view.opening.cancel_requested.connect(workspace.opening.cancel)
        librarian.failed.connect(notices.show_error)
        librarian.ailing.connect(view.message.show_error)  # which is nothing about a transcript
        librarian.cured.connect(self._take_back)
        librarian.reported.connect(self._window.say)

    @Slot(object)
    def _take_back(self, error: ViewerError) -> None:
        """Take back what was said of a failure, wherever one was then."""
        self._window.text.message.withdraw(str(error))
        if self.view is not None:
            self.view.message.withdraw(str(error))

    @Slot(object, object)
    def _play(self, entry: "Entry", passage: "Passage") -> None:
        """Play a place beside the list; what is open waits."""
        window = self._window
        if entry.recording is None:
            words = self.tr("No recording of {title} was found.")
            hint = self.tr("It would lie beside its transcript, and be called like it.")
            title = plain.name(entry.title)
            window.notices.show_error(PlaybackError(words.format(title=title), hint=hint))
            return
        if self.preview is None and self.view is not None:
            from viewer.ui.library.preview import Preview

            self.preview = Preview(window.workspace.player.another(self))
            self.preview.player.failed.connect(window.notices.show_error)
            self.view.put_below(self.preview)
        window.workspace.player.pause()
        if self.preview is not None:
            self.preview.toggle(entry, passage)

    @Slot(object, object)
    def _quote(self, entry: "Entry", passage: "Passage") -> None:
        """Copy the lines of a place as a quote and keep it, without opening their transcript."""
        last = passage.segment if passage.last is None else passage.last
        window = self._window

        def work(job: Job) -> tuple[Document, Quote | None]:
            document = loading.read_inside(entry.path, job)
            return document, quote_segments(document.quotable, range(passage.segment, last + 1))

        def done(made: tuple[Document, Quote | None]) -> None:
            document, quote = made
            window.quoting.copy_given(quote)
            if quote is not None:
                window.noting.add_quote_of(document, quote)

        window.workspace.jobs.run(work, done, window.notices.show_error)

    @Slot()
    def _save_places(self) -> None:
        """Ask where to write what is found, and in which way."""
        title = self.tr("Save the places found")
        from PySide6.QtCore import QStandardPaths
        from PySide6.QtWidgets import QFileDialog

        from viewer.ui.library.saving import name_filters

        # Not beside the transcripts: there it would be read for one.
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = self._saved_in or QStandardPaths.writableLocation(documents)
        start = str(Path(folder) / self.tr("places.csv"))
        chosen, kind = QFileDialog.getSaveFileName(self._window, title, start, name_filters())
        if chosen and self.librarian is not None:
            suffix = kind.rpartition("*")[2].rstrip(")")
            path = Path(chosen)
            path = path if path.suffix else path.with_suffix(suffix)
            self._saved_in = str(path.parent)
            view = self._made()
            self.librarian.export(path, view.rows.with_places, view.chosen_places)

    @Slot(object, object)
    def _open(self, entry: "Entry", passage: "Passage | None") -> None:
        """Open a transcript, at a place in it, which plays."""
        self._awaited = (entry.path, passage) if passage is not None else None
        document = self._window.workspace.session.document
        if document is not None and document.path == entry.path:
            self._arrive(again=True)
            return
        at_ms = passage.start_ms if passage is not None else None
        opening = self._window.workspace.opening
        opening.open(entry.path, at_ms=at_ms, play=at_ms is not None)

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Give way to what was opened."""
        self._name_window()
        if opened.change is Change.DOCUMENT and opened.anything:
            self._arrive(again=False)

    def _name_window(self) -> None:
        """Name the window after what it shows."""
        opened = self._window.workspace.session.opened
        name = opened.recording.source.title if opened.recording is not None else ""
        title = opened.document.title if opened.document is not None else name
        self._window.setWindowTitle(plain.in_title(self.tr("Library") if self.shown else title))

    def _arrive(self, *, again: bool) -> None:
        awaited, self._awaited = self._awaited, None
        if self.shown:
            self.show(False)
        document = self._window.workspace.session.document
        if awaited is None or document is None or document.path != awaited[0]:
            return
        passage = awaited[1]
        if again and passage.start_ms is not None:
            self._window.workspace.lines.play_at(passage.start_ms)
        self._window.show_text()
        self._window.finding.look_for(passage.text, passage.segment)
        self._window.text.view.setFocus(Qt.FocusReason.OtherFocusReason)  # it plays: Space pauses
