"""Asking for files: opening, choosing a recording, saving a copy, another encoding."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from viewer.core.media_source import MediaSource
from viewer.formats import registry
from viewer.formats.entries import FORMATS
from viewer.media.names import MEDIA_SUFFIXES
from viewer.session.jobs import Jobs
from viewer.session.opened import Opened
from viewer.session.preview import head_of
from viewer.ui.dialogs.open_files import name_filters

if TYPE_CHECKING:
    from viewer.session.document import Document
    from viewer.ui.dialogs.choose_encoding import EncodingDialog


class Files(QObject):
    """Shows the file dialogs and emits what was chosen there."""

    open_requested = Signal(Path)
    recording_chosen = Signal(MediaSource)
    #: The path, and the `Format` to write it in.
    copy_requested = Signal(Path, object)
    encoding_chosen = Signal(str)
    #: The path of a file that was not opened, and the encoding to open it in.
    open_as_requested = Signal(Path, str)

    def __init__(self, window: QWidget, folder: str, jobs: Jobs) -> None:
        super().__init__(window)
        self._window, self._jobs = window, jobs
        self._document: Document | None = None
        self.folder = folder

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Work on another document, beside which files are looked for."""
        self._document = document = opened.document
        if document is not None and not document.is_sample:
            self.folder = str(document.path.parent)

    @Slot()
    def open(self) -> None:
        """Ask for a transcript or a recording."""
        formats = [(each.title, each.suffixes) for each in FORMATS]
        filters = name_filters([*formats, self._recordings()])
        if path := self._ask(self.tr("Open"), filters):
            self.open_requested.emit(path)

    @Slot()
    def choose_recording(self) -> None:
        """Ask for the recording of the open transcript."""
        filters = name_filters([self._recordings()])
        if path := self._ask(self.tr("Choose the recording"), filters):
            self.recording_chosen.emit(MediaSource(path))

    @Slot()
    def save_copy(self) -> None:
        """Ask where to save a copy, in which format."""
        if self._document is None:
            return
        formats, own = registry.writable(), self._document.transcript.format
        first = next((each for each in formats if each.name == own), formats[0])
        from viewer.ui.dialogs.save_copy import SaveCopy

        dialog = SaveCopy(self._document.path, formats, first, self._window)
        if dialog.exec() and dialog.selectedFiles():
            self.copy_requested.emit(dialog.path, dialog.format)

    @Slot()
    def reopen(self) -> None:
        """Ask for the encoding to read the open transcript in."""
        if self._document is None:
            return
        dialog = self._encodings(self._document.path, self._document.transcript.encoding)
        dialog.chosen.connect(self.encoding_chosen)

    def open_as(self, path: Path) -> None:
        """Ask for the encoding to open a file in that looks like no text."""
        self._encodings(path, None).chosen.connect(partial(self.open_as_requested.emit, path))

    def _encodings(self, path: Path, present: str | None) -> "EncodingDialog":
        """Show the encodings; how the file reads in them is found out in a job."""
        from viewer.ui.dialogs.choose_encoding import EncodingDialog

        dialog = EncodingDialog(path.name, present, self._window)
        dialog.open()
        job = self._jobs.run(lambda _: head_of(path), dialog.set_head, dialog.show_trouble)
        dialog.finished.connect(job.cancel)
        return dialog

    def _recordings(self) -> tuple[str, list[str]]:
        return self.tr("Recordings"), sorted(MEDIA_SUFFIXES)

    def _ask(self, title: str, filters: list[str]) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        dialog = QFileDialog(self._window, title, self.folder)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters(filters)
        if not dialog.exec() or not dialog.selectedFiles():
            return None
        path = Path(dialog.selectedFiles()[0])
        self.folder = str(path.parent)
        return path
