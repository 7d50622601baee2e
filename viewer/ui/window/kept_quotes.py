"""The window over all notebooks: filled in a job, and its notes opened at their moments."""

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from viewer.core.tags import TAGS
from viewer.errors import StateError
from viewer.ui.commands.actions import Command
from viewer.ui.theme.tags import tag_title

if TYPE_CHECKING:
    from viewer.notebook.gathering import Kept
    from viewer.ui.window.main_window import MainWindow


class KeptQuotes(QObject):
    """Shows what was kept of every transcript."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        window.commands.bind(Command.ALL_QUOTES, self.show)

    @Slot()
    def show(self) -> None:
        """Look for all notes, and list them."""
        from viewer.notebook.gathering import gather
        from viewer.ui.dialogs.all_quotes import AllQuotes

        window, notes = self._window, self._window.workspace.notes
        names = window.user_settings.settings.notes.names
        tags, present = {tag: tag_title(tag, names) for tag in TAGS}, notes.notebook
        dialog = AllQuotes(names, window)
        dialog.chosen.connect(self._open)
        job = window.workspace.jobs.run(
            lambda _: gather(notes.notebooks.all(), present, tags),
            dialog.show_kept,
            window.notices.show_error,
        )
        dialog.finished.connect(job.cancel)
        dialog.show()

    @Slot(object)
    def _open(self, kept: "Kept") -> None:
        """Open a note's transcript at its moment; the one that is open stays so."""
        window, at_ms = self._window, kept.note.at_ms
        document = window.workspace.session.document
        if document is not None and document.key and kept.key == document.key:
            if at_ms is not None:
                window.controls.seek(at_ms)
        elif kept.transcript is None or not os.path.exists(kept.transcript):
            sentence = self.tr("The transcript of this note is not where it was.")
            hint = self.tr("Open it, and its notes are there again.")
            window.notices.show_error(StateError(sentence, hint=hint))
        else:
            window.workspace.opening.open(kept.transcript, at_ms=at_ms)
        window.activateWindow()
