"""Chapters that stand in the recording, for a transcript that has none of its own."""

from dataclasses import replace

from PySide6.QtCore import QObject, Slot

from viewer.core.transcript import Chapter
from viewer.errors import ViewerError
from viewer.session.document import Document
from viewer.session.job import Job
from viewer.session.jobs import Jobs
from viewer.session.opened import Opened
from viewer.session.session import Session


class RecordedChapters(QObject):
    """Has the open transcript read with the chapters of its recording, and without those again."""

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__(session)
        self._session, self._jobs = session, jobs
        self._job: Job | None = None
        session.opened_changed.connect(self._look)

    @Slot(object)
    def _look(self, opened: Opened) -> None:
        if self._job is not None:
            self._job.cancel()
        document = opened.document
        if document is None or (document.transcript.chapters and not document.chapters_recorded):
            return
        chapters = _chapters_of(opened)
        if chapters != document.transcript.chapters:
            self._read_with(document, chapters)

    def _read_with(self, document: Document, chapters: tuple[Chapter, ...]) -> None:
        """Find out with these chapters all that is kept of a transcript, and have it open then."""

        def work(_job: Job) -> Document:
            transcript = replace(document.transcript, chapters=chapters)
            recorded = bool(chapters)
            return replace(document, transcript=transcript, chapters_recorded=recorded).prepared()

        def done(made: Document) -> None:
            if self._session.document is document:
                self._session.exchange(made)

        def failed(error: ViewerError) -> None:
            raise error  # nothing is read from anywhere

        self._job = self._jobs.run(work, done, failed)


def _chapters_of(opened: Opened) -> tuple[Chapter, ...]:
    recording = opened.recording
    if recording is None or recording.stand_in:
        return ()
    return tuple(Chapter(ms, title) for ms, title in recording.info.chapters)
