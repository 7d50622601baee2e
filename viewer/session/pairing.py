"""Which recording plays with the open transcript: found, chosen, taken back, forgotten."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Slot

from viewer.core.media_source import MediaSource
from viewer.errors import RecordingGoneError, ViewerError
from viewer.session import choices, loading
from viewer.session.document import Document, Recording
from viewer.session.job import Job
from viewer.session.jobs import Jobs
from viewer.session.loading import Found
from viewer.session.news import News
from viewer.session.playing import Playing
from viewer.session.session import Session
from viewer.session.tasks import Doing, Kind, Tasks
from viewer.state.chosen_recordings import ChosenRecordings

T = TypeVar("T")


class Pairing(QObject):
    """Finds recordings in jobs, and remembers those that the user chose."""

    def __init__(
        self,
        session: Session,
        playing: Playing,
        tasks: Tasks,
        jobs: Jobs,
        chosen: ChosenRecordings,
        news: News,
    ) -> None:
        super().__init__(session)
        self._session, self._playing = session, playing
        self._tasks, self._jobs = tasks, jobs
        self._chosen, self._news = chosen, news

    @property
    def busy(self) -> bool:
        """Whether a recording is being looked for."""
        return self._tasks.is_running(Kind.FINDING)

    def look(self, document: Document, alone: Recording | None) -> None:
        """Find the transcript's recording; else take `alone`, open without a transcript so far."""

        def found(found: Found) -> None:
            if found.recording is not None and found.recording.path is None:
                found = Found()  # nothing goes out to the web before it is asked for
            if found == Found() and alone is not None:
                self.choose(alone.source)
            else:
                self.take(found)

        self.find(Doing.LOOKING, lambda _: loading.find_recording(document, self._chosen), found)

    def give_up(self) -> None:
        """Look no longer."""
        self._tasks.cancel(Kind.FINDING)

    @Slot(object)
    def choose(self, source: MediaSource, *, announce: bool = True) -> None:
        """Play `source` with the open transcript, and remember it for this content.

        Without `announce` nothing is said of it: it was named together with its transcript.
        """
        document = self._session.document

        def chosen(chosen: choices.Chosen) -> None:
            self.take(chosen.found)
            if announce and chosen.choice is not None:
                self._news.recording_chosen.emit(chosen.choice)

        self.find(Doing.OPENING, lambda _: choices.choose(document, source, self._chosen), chosen)

    def take_back(self, choice: choices.Choice) -> None:
        """Play again what was played before a choice of a recording, and remember that."""
        if self._session.document is choice.document:
            self._replace(lambda _: choices.take_back(choice, self._chosen))

    @Slot()
    def forget(self) -> None:
        """Forget the recording that was chosen, and play the one that is found without, if any."""
        document = self._session.document
        if document is not None and not document.in_recording:
            self._replace(lambda _: choices.forget(document, self._chosen))

    def relink(self, moved: Mapping[str, Path]) -> None:
        """Remember where other recordings lie now."""

        def work(_job: Job) -> None:
            self._chosen.relink(moved)

        self._jobs.run(work, lambda _: None, self._news.failed.emit)

    def guess(self, done: Callable[[tuple[loading.Guess, ...]], None]) -> None:
        """Look for recordings that may be the open transcript's, and hand them to `done`."""
        document = self._session.document
        if document is None:
            return

        def guessed(guesses: tuple[loading.Guess, ...]) -> None:
            if self._session.document is document:  # they are of no use to another one
                done(guesses)

        self._tasks.run(
            Kind.GUESSING,
            Doing.LOOKING,
            lambda job: loading.guesses(document, job),
            guessed,
            self._news.failed.emit,
        )

    def take(self, found: Found) -> None:
        """Play what was found, or tell why there is nothing to play."""
        recording = found.recording
        if found.trouble is not None:
            missed = recording is None and self._session.document is not None
            (self._news.recording_failed if missed else self._news.failed).emit(found.trouble)
        elif recording is None:
            self._news.no_recording.emit()
        if recording is None:
            gone = isinstance(found.trouble, RecordingGoneError)
            self._playing.do_without(chosen_gone=gone)
            return
        document = self._session.document
        if found.versions and document is not None:
            self._playing.exchange(replace(document, siblings=found.versions))
        self._playing.pair(recording)
        if found.moved:
            self._news.moved_along.emit(found.moved)

    def find(self, doing: Doing, work: Callable[[Job], T], done: Callable[[T], None]) -> None:
        """Do work that ends with a recording; where it fails the transcript is left without."""

        def failed(error: ViewerError) -> None:
            self.take(Found(trouble=error))

        self._tasks.run(Kind.FINDING, doing, work, done, failed, self._playing.do_without)

    def _replace(self, work: Callable[[Job], Found]) -> None:
        """Take another recording, or none, in place of the one that plays, at the same place."""

        def done(found: Found) -> None:
            self._playing.stay()
            if found.recording is None:
                self._playing.unpair()
            self.take(found)

        self.find(Doing.LOOKING, work, done)
