"""The Help menu: keys, what this machine has, about; and the source behind a problem."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from viewer.errors import ViewerError
from viewer.session.document import Document
from viewer.session.job import Job
from viewer.session.jobs import Jobs
from viewer.session.loading import source_text
from viewer.state.places import Places
from viewer.ui.commands.actions import Actions

if TYPE_CHECKING:
    from viewer.ui.dialogs.keys_sheet import KeysSheet
    from viewer.ui.dialogs.source_view import SourceView


class Help(QObject):
    """Opens the dialogs that only tell something; what takes long to find out runs in a job."""

    #: A page of the web is to be seen: its address.
    page_requested = Signal(str)

    def __init__(self, window: QWidget, jobs: Jobs, commands: Actions, own: Places) -> None:
        super().__init__(window)
        self._window, self._jobs, self._commands, self._own = window, jobs, commands, own
        self._keys: KeysSheet | None = None
        commands.keys_changed.connect(self._put_keys_away)
        self._source: SourceView | None = None
        self._source_of: Document | None = None

    @Slot()
    def keys(self) -> None:
        """Show all keys, beside the window and with its keys alive; the same key puts it away."""
        if self._keys is not None:
            self._keys.close()
            return
        from viewer.ui.dialogs.keys_sheet import KeysSheet

        self._keys = KeysSheet(self._commands, self._window, self._commands.keys)
        self._keys.finished.connect(self._forget_keys)
        self._keys.show()

    @Slot()
    def about(self) -> None:
        """Show what the program is, and find out what is inside it."""
        from viewer.ui.dialogs.about import AboutDialog

        dialog = AboutDialog(self._window)
        dialog.home_requested.connect(self.page_requested)
        dialog.open()

        def work(_job: Job) -> Sequence[Mapping[str, str]]:
            from viewer import doctor

            parts: Sequence[Mapping[str, str]] = doctor.check("inside").get("parts", ())
            return parts

        def failed(_error: ViewerError) -> None:
            dialog.show_inside(())

        job = self._jobs.run(work, dialog.show_inside, failed)
        dialog.finished.connect(job.cancel)

    @Slot()
    def doctor(self) -> None:
        """Find out what this machine has, and show it."""
        intro = self.tr("What Cueline found on this computer, and how to get what is missing.")
        from viewer.ui.dialogs.report import ReportDialog

        dialog = ReportDialog(self.tr("System check"), intro, self.tr("Looking…"), self._window)
        dialog.open()

        def work(_job: Job) -> str:
            from viewer import doctor

            return doctor.text(doctor.report(self._own))

        def failed(error: ViewerError) -> None:
            dialog.set_text(str(error))

        job = self._jobs.run(work, dialog.set_text, failed)
        dialog.finished.connect(job.cancel)

    def source(self, document: Document, line: int) -> None:
        """Show the file as text at a line, in one window beside the transcript's."""
        encoding = document.transcript.encoding
        if self._source is not None and self._source_of is document:
            self._source.go_to(line)
            self._source.raise_()  # the list keeps the focus, for the next problem
            return

        def work(_job: Job) -> str:
            return source_text(document.path, encoding)

        def show(text: str) -> None:
            if self._source is not None:
                self._source.close()
            self._source_of = document
            from viewer.ui.dialogs.source_view import SourceView

            self._source = SourceView(document.path.name, text, line, self._window)
            self._source.finished.connect(self._forget_source)
            self._source.show()

        def failed(error: ViewerError) -> None:
            show(str(error))

        self._jobs.run(work, show, failed)

    @Slot()
    def _put_keys_away(self) -> None:
        """Close the sheet: it shows keys that are others now."""
        if self._keys is not None:
            self._keys.close()

    @Slot()
    def _forget_keys(self) -> None:
        self._keys = None

    @Slot()
    def _forget_source(self) -> None:
        self._source = self._source_of = None
