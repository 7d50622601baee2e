"""What is open: a transcript and its recording, opened in jobs; a later opening outruns."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from viewer.core.transcript import Transcript
from viewer.errors import ViewerError
from viewer.media.probe import probe
from viewer.playback.player import Player
from viewer.session import loading
from viewer.session.document import Document, Recording
from viewer.session.follower import Follower
from viewer.session.jobs import Job, Jobs
from viewer.state import media_links

T = TypeVar("T")


class Session(QObject):
    """The open transcript and its recording; a later opening outruns an earlier one."""

    #: A `Document`, or None.
    document_changed = Signal(object)
    #: A `Recording`, or None.
    recording_changed = Signal(object)
    #: An expected failure, a `ViewerError`.
    failed = Signal(object)
    #: A word for what is going on, empty when it is over.
    busy_changed = Signal(str)

    def __init__(
        self, player: Player, follower: Follower, jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._player = player
        self._follower = follower
        self._jobs = jobs
        self._job: Job | None = None
        self._document: Document | None = None
        self._recording: Recording | None = None
        self._sink: QObject | None = None
        self._start_at_ms: int | None = None

    @property
    def document(self) -> Document | None:
        """The open transcript."""
        return self._document

    @property
    def recording(self) -> Recording | None:
        """The recording that plays."""
        return self._recording

    def show_in(self, sink: QObject) -> None:
        """Say where frames go; before anything is opened."""
        self._sink = sink

    # Opening

    def open(self, path: Path, *, media: Path | None = None, at_ms: int | None = None) -> None:
        """Open a transcript or a recording; what belongs to it is found."""
        self._start_at_ms = at_ms
        self._run("Opening", partial(loading.open_any, path), partial(self._opened, media))

    def reopen(self, encoding: str) -> None:
        """Read the open transcript again as `encoding`; the recording plays on."""
        if self._document is not None:
            path = self._document.path
            self._run("Opening", partial(loading.read, path, encoding), self._show)

    def switch_to(self, sibling: Path) -> None:
        """Show another transcript of the same recording, which plays on."""
        self._run("Opening", partial(loading.read, sibling), self._show)

    def open_sample(self, transcript: Path, recording: Callable[[Job], Path]) -> None:
        """Open the sample; `recording` makes or finds its stand-in, in a job."""
        self._start_at_ms = None
        self._close_recording()

        def make(job: Job) -> loading.Found:
            path = recording(job)
            return loading.Found(Recording(path, probe(path), stand_in=True))

        def opened(document: Document) -> None:
            self._show(document)
            self._run("Making the sample's recording", make, self._found)

        self._run("Opening", partial(loading.read, transcript, is_sample=True), opened)

    def choose_recording(self, path: Path) -> None:
        """Play `path` with the open transcript, and remember it for this content."""
        document = self._document

        def take() -> loading.Found:
            recording = Recording(path, probe(path))
            if document is not None:
                media_links.remember(document.key, path, document.path)
            return loading.Found(recording)

        self._run("Opening", take, self._found)

    def close(self) -> None:
        """Close the transcript and its recording."""
        self._cancel()
        self._close_recording()
        self._set_document(None)

    @Slot()
    def cancel(self) -> None:
        """Give up what is being opened or made."""
        self._cancel()
        self.busy_changed.emit("")

    def _opened(self, media: Path | None, pair: loading.Pair) -> None:
        self._close_recording()
        self._set_document(pair.document)
        if media is not None:
            self.choose_recording(media)
        elif pair.recording is not None:
            self._found(loading.Found(pair.recording))
        elif pair.document is not None:
            look = partial(loading.find_recording, pair.document)
            self._run("Looking for the recording", look, self._found)

    def _show(self, document: Document) -> None:
        self._set_document(document)

    def _found(self, found: loading.Found) -> None:
        recording = found.recording
        if found.trouble is not None:
            self.failed.emit(found.trouble)
        if recording is None:
            self._run_silently()
            return
        self._recording = recording
        self.recording_changed.emit(recording)
        self._player.open(recording.path, self._sink, at_ms=self._start_at_ms or 0)

    def _run_silently(self) -> None:
        transcript = self._document.transcript if self._document else None
        if transcript is not None and transcript.timed:
            self._player.open_silent(_length_ms(transcript))
            self._player.seek(self._start_at_ms or 0)

    def _close_recording(self) -> None:
        self._player.close()
        self._recording = None
        self.recording_changed.emit(None)

    def _set_document(self, document: Document | None) -> None:
        self._document = document
        self.document_changed.emit(document)
        self._follower.follow(document.transcript if document else None)

    # Jobs

    def _run(self, word: str, work: Callable[[Job], T], done: Callable[[T], None]) -> None:
        self._cancel()
        self.busy_changed.emit(word)

        def ended(outcome: T) -> None:
            self._job = None
            self.busy_changed.emit("")
            done(outcome)

        def failed(error: ViewerError) -> None:
            self._job = None
            self.busy_changed.emit("")
            self.failed.emit(error)

        self._job = self._jobs.run(work, ended, failed)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None


def _length_ms(transcript: Transcript) -> int:
    """Return how long a clock alone should run for this transcript."""
    ends = (segment.end_ms or 0 for segment in transcript.segments)
    return max(max(ends, default=0), transcript.duration_ms or 0)
