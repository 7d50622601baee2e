"""The window over all notebooks: filled in a job, and its notes opened at their moments."""

import os
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from viewer.core.tags import TAGS
from viewer.core.transcript import Source
from viewer.errors import StateError
from viewer.formats.entries import SUFFIXES
from viewer.state.library_folders import LibraryFolders
from viewer.state.notebooks import beside_name
from viewer.ui.theme.tags import tag_title
from viewer.ui.window.notes_export import NotesExport
from viewer.ui.window.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from viewer.notebook.gathering import Kept
    from viewer.session.job import Job
    from viewer.ui.dialogs.all_quotes import AllQuotes


class KeptQuotes(QObject):
    """Shows what was kept of every transcript, and what changes of it while it is shown."""

    def __init__(self, window: Parts) -> None:
        super().__init__(window)
        self._window = window
        self._dialog: AllQuotes | None = None
        self._gathering: Job | None = None
        self._looking: Job | None = None
        self._exporting = NotesExport(window)

    def show(self) -> None:
        """Look for all notes, and list them; the window that is open already comes to the front."""
        if self._dialog is None:
            from viewer.ui.dialogs.all_quotes import AllQuotes

            names = self._window.user_settings.settings.notes.names
            self._dialog = AllQuotes(names, self._window)
            self._dialog.chosen.connect(self._open)
            self._dialog.activated.connect(self._gather)
            self._dialog.export_wanted.connect(self._export)
            self._dialog.finished.connect(self._close)
            self._window.workspace.notes.notebook_changed.connect(self._gather)
            self._gather()
        self._dialog.show()
        self._dialog.activateWindow()

    @Slot()
    def _close(self) -> None:
        self._dialog = None
        self._window.workspace.notes.notebook_changed.disconnect(self._gather)
        if self._gathering is not None:
            self._gathering.cancel()

    @Slot()
    def _gather(self) -> None:
        """List what is kept now, here and by other windows."""
        from viewer.notebook.gathering import gather

        window, notes = self._window, self._window.workspace.notes
        if self._dialog is None:
            return
        if self._gathering is not None:
            self._gathering.cancel()
        names = window.user_settings.settings.notes.names
        tags, present = {tag: tag_title(tag, names) for tag in TAGS}, notes.notebook
        self._gathering = window.workspace.jobs.run(
            lambda _: gather(notes.notebooks.all(), present, tags),
            self._dialog.show_kept,
            window.notices.show_error,
        )

    @Slot(object)
    def _export(self, kept: "Sequence[Kept]") -> None:
        """Write notes of any transcripts, in the order of their rows."""
        from viewer.notebook.collection import Collection

        window = self._window
        names = window.user_settings.settings.notes.names
        held = Collection(
            self.tr("Quotes"),
            Source(),
            tuple(each.note for each in kept),
            {tag: tag_title(tag, names) for tag in TAGS},
            window.quoting.wording,
            lost=window.workspace.notes.lost,
            sources={each.note.id: Source(each.source) for each in kept},
        )
        paths = dict.fromkeys(each.transcript for each in kept if each.transcript is not None)
        spared = (*paths, *map(beside_name, paths))
        self._exporting.ask(held, "quotes", spared, self._dialog)

    @Slot(object)
    def _open(self, kept: "Kept") -> None:
        """Open a note's transcript at its moment; the one that is open stays so."""
        window, at_ms = self._window, kept.note.at_ms
        document = window.workspace.session.document
        if document is not None and document.key and kept.key == document.key:
            if at_ms is not None:
                window.controls.seek(at_ms)
        elif kept.transcript is None:
            self._tell_gone()
        elif os.path.exists(kept.transcript):
            window.workspace.opening.open(kept.transcript, at_ms=at_ms)
        else:
            self._look_for(kept, kept.transcript)
        window.activateWindow()

    def _look_for(self, kept: "Kept", was: Path) -> None:
        """Look for a transcript that was moved, by its content."""
        from viewer.notebook.moved import find_moved

        window = self._window
        document, shelves = window.workspace.session.document, window.user_settings.places
        open_one = () if document is None else (document.path.parent,)

        def work(job: "Job") -> Path | None:
            library = (each.folder for each in LibraryFolders(shelves.library_folders).all())
            return find_moved(kept.key, was, (*open_one, *library), SUFFIXES, job.is_cancelled)

        if self._looking is not None:
            self._looking.cancel()
        done = partial(self._open_found, kept.note.at_ms)
        self._looking = window.workspace.jobs.run(work, done, window.notices.show_error)

    def _open_found(self, at_ms: int | None, found: Path | None) -> None:
        if found is None:
            self._tell_gone()
        else:
            self._window.workspace.opening.open(found, at_ms=at_ms)

    def _tell_gone(self) -> None:
        sentence = self.tr("The transcript of this note is not where it was.")
        hint = self.tr("Open it, and its notes are there again.")
        self._window.notices.show_error(StateError(sentence, hint=hint))
