"""The notebook of what is open: loaded with it, changed in memory, kept within a second."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from viewer.core.quote import Quote
from viewer.errors import StateError, ViewerError
from viewer.session.document import Document
from viewer.session.jobs import Jobs
from viewer.session.notes_kept import CLOSING_S, Keeping, Loaded, file_of, keep, load
from viewer.session.opened import Opened
from viewer.state.note import Note, changed, new_note
from viewer.state.notebook import Notebook, merged
from viewer.state.notebooks import Found, Notebooks

if TYPE_CHECKING:
    from viewer.session.job import Job

#: Changes that come so closely are kept together, and what could not be kept is tried again.
SOON_MS: Final = 100
AGAIN_MS: Final = 3_000


class Notes(QObject):
    """Holds the open transcript's notebook, and has every change in its file soon.

    What cannot be put into its file yet, for that is still being read or written, is put by.

    `notebook_changed` carries the `Notebook`, also where another window's notes came in. `failed`
    carries why it could not be read or kept, once; `kept` tells that it could be after that.
    """

    notebook_changed = Signal(object)
    failed = Signal(object)
    kept = Signal()
    #: Of the notes of a transcript that has changed, those whose words are gone: ids.
    words_lost = Signal(object)

    def __init__(self, notebooks: Notebooks, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notebooks, self._jobs = notebooks, jobs
        self._document: Document | None = None
        self._notebook = self._in_file = Notebook("")
        self._lost: frozenset[str] = frozenset()
        self._old: Path | None = None
        self._loading: Job | None = None
        self._looking: Job | None = None
        self._saving: Job | None = None
        #: How the open notebook is being kept by that job.
        self._sent: Keeping | None = None
        self._putting_by: Job | None = None
        self._unkept: list[Keeping] = []
        self._owed = False
        self._trouble: ViewerError | None = None
        self._beside = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._save)

    @property
    def notebook(self) -> Notebook:
        """The notebook of what is open; an empty one without a key where nothing is."""
        return self._notebook

    @property
    def notebooks(self) -> Notebooks:
        """The notebooks of all transcripts."""
        return self._notebooks

    @property
    def lost(self) -> frozenset[str]:
        """The ids of the notes whose words are not in the transcript any more."""
        return self._lost

    @property
    def trouble(self) -> ViewerError | None:
        """Why the notes cannot be read or kept at present."""
        return self._trouble

    def set_beside(self, beside: bool) -> None:
        """Have notebooks lie beside their transcripts, or in the user's own folder.

        That of what is open is moved, those of others when they change next.
        """
        if beside != self._beside:
            self._beside = beside
            if self._notebook.notes:
                self._owe()

    # What is open

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Keep what is owed and load the notebook of another transcript."""
        document = opened.document
        if not opened.other_document or document is self._document:
            return
        before, self._document = self._document, document
        if before is not None and document is not None and document.key == before.key:
            return
        self._put_off(before)
        for job in filter(None, (self._loading, self._looking)):
            job.cancel()
        self._loading = self._looking = None
        self._lost, self._old = frozenset(), None
        self._in_file = Notebook("" if document is None else document.key)
        self._become(self._in_file)
        if document is not None and document.key:
            again = before is not None and before.path == document.path
            owed = self._unkept if again else []
            self._loading = self._jobs.run(
                lambda _: load(self._notebooks, document, owed), self._take, self._not_loaded
            )
        self._save()

    def _take(self, loaded: Loaded) -> None:
        """Take in what was kept, beside what was added while it was looked for."""
        self._loading, self._lost, self._old = None, loaded.lost, loaded.old
        self._in_file, added = loaded.notebook, self._notebook
        self._become(merged(loaded.notebook, added))
        if added.notes or added.gone or loaded.changed:
            self._owed = True
        self._go_on()
        if loaded.trouble:
            self.failed.emit(StateError(loaded.trouble))
        if loaded.lost:
            self.words_lost.emit(loaded.lost)

    # Changes

    def made(self, quote: Quote | None, at_ms: int | None) -> Note:
        """Return a note of a quote or a moment, at the end of the order by hand; it is not put."""
        return new_note(quote, at_ms, order=_last(self._notebook) + 1)

    def have(self, wanted: Mapping[str, Note | None]) -> None:
        """Have notes as they are wanted, by their ids; None where there is to be none."""
        notebook = self._notebook.without([ident for ident, note in wanted.items() if note is None])
        for note in wanted.values():
            if note is not None:
                notebook = notebook.with_note(changed(note))
        self._change(notebook)

    def find(self, ident: str) -> Note | None:
        """Return the note of that id, if it is there."""
        return next((note for note in self._notebook.notes if note.id == ident), None)

    def keep_elsewhere(self, document: Document, quote: Quote) -> None:
        """Keep a quote of a transcript that is not open, once however often it is copied."""

        def keep(loaded: Loaded) -> None:
            notebook, file = loaded.notebook, file_of(document)
            if notebook.note_of(quote) is None:
                order = _last(notebook) + 1
                added = notebook.with_note(new_note(quote, quote.start_ms, order=order))
                named = _named(added, document)
                owed = Keeping(
                    self._notebooks, named, notebook, file, loaded.old, self._beside, read=True
                )
                self._unkept = [*self._unkept, owed]
                self._save()

        self._jobs.run(lambda _: load(self._notebooks, document), keep, self._tell_failure)

    def _change(self, notebook: Notebook) -> None:
        document = self._document
        self._become(notebook if document is None else _named(notebook, document))
        self._owe()

    def _become(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self.notebook_changed.emit(notebook)

    # Keeping

    def _owe(self, after_ms: int = SOON_MS) -> None:
        """Keep it soon, however fast the next change follows."""
        self._owed = True
        soon = self._timer.isActive() and self._timer.remainingTime() <= after_ms
        if not soon:
            self._timer.start(after_ms)

    @Slot()
    def _save(self) -> None:
        """Put what is owed into its files, and by what has to wait for that."""
        if self._saving is None:
            self._save_whole()
        if self._owed:
            self._put_by()

    def _save_whole(self) -> None:
        owed, document, self._sent = list(self._unkept), self._document, None
        if self._owed and self._loading is None and document is not None and self._notebook.key:
            self._sent = self._keeping(document, self._in_file)
            owed.append(self._sent)
            self._owed = False
        if owed:
            if self._looking is not None:  # what it has seen will be older than what is kept now
                self._looking.cancel()
                self._looking = None
            saved = partial(self._saved, owed)
            self._saving = self._jobs.run(lambda _: keep(owed), saved, self._not_saved)

    def _put_by(self) -> None:
        waiting = self._notebook.since(self._in_file)
        if self._putting_by is not None:
            self._timer.start(SOON_MS)
        else:
            self._putting_by = self._jobs.run(
                lambda _: self._notebooks.put_by(waiting), self._is_put_by, self._not_put_by
            )

    def _is_put_by(self, _nothing: None) -> None:
        self._putting_by = None

    def _not_put_by(self, error: ViewerError) -> None:
        self._putting_by = None
        self._tell_failure(error)
        self._owe(AGAIN_MS)

    def keep_now(self) -> bool:
        """Keep what is owed before the window closes; return whether all is in its file.

        What cannot be kept now is tried again later.
        """
        self._put_off(self._document)
        try:
            kept = keep(self._unkept, CLOSING_S)
        except StateError as error:
            self._tell_failure(error)
            self._timer.start(AGAIN_MS)
            return False
        self._unkept = []
        self._note_files(kept)
        self._tell_kept()
        return True

    def _put_off(self, document: Document | None) -> None:
        """Note what is owed of a document, to be kept while another one is open."""
        self._timer.stop()
        if self._putting_by is not None:
            self._putting_by.cancel()
        base = self._in_file
        if self._saving is not None:
            self._saving.cancel()
            self._owed = True
            if self._sent is not None:  # whether it is in the file already or not
                self._unkept, base = [*self._unkept, self._sent], self._sent.notebook
        if self._owed and document is not None and self._notebook.key:
            self._unkept = [*self._unkept, self._keeping(document, base)]
        self._owed, self._saving, self._putting_by = False, None, None

    def _keeping(self, document: Document, base: Notebook) -> "Keeping":
        """Return how the open notebook is kept: put by, where its file has not been read."""
        read, file = self._loading is None, file_of(document)
        return Keeping(self._notebooks, self._notebook, base, file, self._old, self._beside, read)

    def _saved(
        self, owed: Sequence["Keeping"], kept: Sequence[tuple[Notebook, Path | None]]
    ) -> None:
        self._saving = None
        self._unkept = [each for each in self._unkept if each not in owed]
        ours = (each.notebook for each in reversed(owed) if each.notebook.key == self._notebook.key)
        sent = next(ours, self._in_file)
        self._note_files(kept)
        self._take_others(self._in_file, sent)
        self._tell_kept()
        self._go_on()

    def _go_on(self) -> None:
        """Keep at once what has been owed meanwhile."""
        if self._owed:
            self._owe(0)
        elif self._unkept and self._saving is None:
            self._timer.start(AGAIN_MS)

    def _note_files(self, kept: Sequence[tuple[Notebook, Path | None]]) -> None:
        for whole, file in kept:
            if file is not None and whole.key == self._notebook.key:
                self._in_file, self._old = whole, file

    @Slot()
    def look_again(self) -> None:
        """Have read what other windows have put into the file; whoever keeps anything reads it too.

        Each window holds the notebook in memory: else one would show what the other has changed.
        """
        document, busy = self._document, self._loading or self._saving or self._looking
        if document is None or not document.key or busy or self._owed:
            return
        path = file_of(document)
        find = partial(self._notebooks.find, document.key, path)
        self._looking = self._jobs.run(lambda _: find(), self._take_found, self._not_found)

    def _take_found(self, found: Found) -> None:
        self._looking = None
        if self._owed or found.changed:
            return
        before, self._in_file = self._in_file, found.notebook
        self._old = found.file if found.notebook.notes else self._old
        self._take_others(found.notebook, before)
        if found.trouble:  # all of it is still here
            self.failed.emit(StateError(found.trouble))
            self._owe()

    def _not_found(self, _error: ViewerError) -> None:
        self._looking = None  # whoever keeps something says why that cannot be

    def _take_others(self, whole: Notebook, base: Notebook) -> None:
        """Take in what other windows have put into the file since it was as `base`."""
        together = merged(self._notebook, whole, base)
        if together.notes != self._notebook.notes:
            self._become(together)

    def _not_saved(self, error: ViewerError) -> None:
        self._saving = None
        self._tell_failure(error)
        self._owe(AGAIN_MS)

    def _not_loaded(self, error: ViewerError) -> None:
        self._loading = None
        self._tell_failure(error)
        self._go_on()

    def _tell_failure(self, error: ViewerError) -> None:
        before, self._trouble = self._trouble, error
        if before is None:
            self.failed.emit(error)

    def _tell_kept(self) -> None:
        if self._trouble is not None:
            self._trouble = None
            self.kept.emit()


def _last(notebook: Notebook) -> float:
    """Return the place of the last note in the order by hand."""
    return max((note.order for note in notebook.notes), default=0.0)


def _named(notebook: Notebook, document: Document) -> Notebook:
    """Return a notebook with its transcript's title, and the recording that this is inside of."""
    where = str(document.path) if document.in_recording else notebook.transcript
    return replace(notebook, title=document.title, transcript=where)
