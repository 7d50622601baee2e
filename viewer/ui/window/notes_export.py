"""Asking where notes are written to, and as what, and having them written."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from viewer.ui.window.parts import Parts

if TYPE_CHECKING:
    from viewer.notebook.collection import Collection
    from viewer.notebook.export import Kind
    from viewer.session.job import Job


class NotesExport:
    """Writes notes down; the kind that was chosen is offered first the next time."""

    def __init__(self, window: Parts) -> None:
        self._window = window
        self._kind: Kind | None = None

    def ask(
        self, held: "Collection", stem: str, spared: tuple[Path, ...], over: QWidget | None = None
    ) -> None:
        """Ask in front of a window, and write; the files that are spared are never replaced."""
        from viewer.notebook import export
        from viewer.ui.dialogs.export_notes import ExportNotes

        start = Path(self._window.files.folder, stem)
        dialog = ExportNotes(start, self._kind or export.KINDS[0], over or self._window)
        if not dialog.exec() or not dialog.selectedFiles():
            return
        self._kind = kind = dialog.kind
        path = dialog.path

        def write(_job: "Job") -> Path:
            return export.save(held, path, kind, spared=spared)

        self._window.workspace.saving.write(write)
