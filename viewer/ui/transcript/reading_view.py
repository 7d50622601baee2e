"""Lines or paragraphs: by which map of its text a transcript is shown."""

from typing import TYPE_CHECKING, Final, NoReturn

from PySide6.QtCore import QObject, Signal

from viewer.errors import ViewerError
from viewer.session.document import Document
from viewer.session.jobs import Jobs
from viewer.ui.transcript.view import TranscriptView

if TYPE_CHECKING:
    from viewer.session.job import Job

#: The paragraphs of a transcript of more segments are made in a job.
LARGE: Final = 4_000


class ReadingView(QObject):
    """Shows documents in lines or in paragraphs; `prose_changed` tells which it is now.

    `wanted` is what the reader has chosen; None leaves it to each transcript.
    """

    prose_changed = Signal(bool)

    def __init__(self, view: TranscriptView, jobs: Jobs | None = None) -> None:
        super().__init__(view)
        self._view, self._jobs = view, jobs
        self._job: Job | None = None
        self._document: Document | None = None
        self.wanted: bool | None = None

    def show(self, document: Document | None, *, exchanged: bool = False) -> None:
        """Show a document, or nothing; `exchanged` is another reading of the one shown."""
        self._document = document
        self._forget_job()
        if document is None:
            self._view.clear()
            return
        prose = document.prose if self.wanted is None else self.wanted
        ready = prose and self._ready(document)
        show = self._view.exchange_transcript if exchanged else self._view.show_transcript
        show(document.transcript, document.paragraph_map if ready else document.text_map)
        self.prose_changed.emit(prose)
        if prose and not ready:
            self._prepare(document)

    def switch(self, *, prose: bool) -> None:
        """Turn lines into paragraphs or back, as the reader chose, and keep the place."""
        self.wanted = prose
        if self._document is not None:
            self.show(self._document, exchanged=True)

    def _ready(self, document: Document) -> bool:
        few = len(document.transcript.segments) <= LARGE
        return self._jobs is None or few or document.has_paragraphs

    def _prepare(self, document: Document) -> None:
        """Make the paragraphs elsewhere, and show them then."""

        def done(_: object) -> None:
            self._job = None
            self.show(document, exchanged=True)

        assert self._jobs is not None
        self._job = self._jobs.run(lambda _: document.paragraph_map, done, _raise)

    def _forget_job(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None


def _raise(error: ViewerError) -> NoReturn:
    raise error
