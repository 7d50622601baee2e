"""What is open: a transcript and its recording, opened in jobs; a later opening outruns."""

from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtMultimedia import QVideoSink

from viewer.core.transcript import Transcript
from viewer.errors import EngineUnavailableError, PlaybackError, ViewerError
from viewer.formats import registry
from viewer.formats.format import Format
from viewer.media.info import info_of
from viewer.media.locate import is_media
from viewer.playback.engine import PlayState
from viewer.playback.player import Player
from viewer.session import choices, loading
from viewer.session.document import Document, Recording, Version
from viewer.session.follower import Follower
from viewer.session.jobs import Job, Jobs
from viewer.session.opened import Change, Opened
from viewer.session.tasks import Doing, Kind, Tasks
from viewer.state import media_links

T = TypeVar("T")


class Session(QObject):
    """The open transcript and its recording; a later opening outruns an earlier one."""

    #: What is open now: an `Opened`.
    opened_changed = Signal(object)
    #: No recording was found, and none was chosen.
    no_recording = Signal()
    #: A recording was opened for which no transcript was found.
    no_transcript = Signal()
    #: Another recording was chosen for the open transcript: a `Choice`, for `take_back`.
    recording_chosen = Signal(object)
    #: Other recordings moved along with one that was chosen again: a mapping for `relink`.
    moved_along = Signal(object)
    #: A copy was written: its path.
    saved = Signal(object)
    #: An expected failure, a `ViewerError`.
    failed = Signal(object)
    #: One of the open transcript's recording, in place of which another one may do.
    recording_failed = Signal(object)
    #: What is going on, a `Doing`, or None when it is over.
    busy_changed = Signal(object)
    #: How much of it is done, 0 to 1, where that is known.
    progressed = Signal(float)

    def __init__(
        self, player: Player, follower: Follower, jobs: Jobs, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._player = player
        self._follower = follower
        self._jobs = jobs
        self._tasks = Tasks(jobs, self)
        self._tasks.busy_changed.connect(self.busy_changed)
        self._tasks.progressed.connect(self.progressed)
        self._opened = Opened()
        self._sink: QVideoSink | None = None
        self._start_at_ms = 0
        player.failed.connect(self._player_failed)

    @property
    def opened(self) -> Opened:
        """What is open."""
        return self._opened

    @property
    def document(self) -> Document | None:
        """The open transcript."""
        return self._opened.document

    @property
    def recording(self) -> Recording | None:
        """The recording that plays."""
        return self._opened.recording

    def show_in(self, sink: QVideoSink) -> None:
        """Say where frames go; before anything is opened."""
        self._sink = sink

    # Opening

    def open(self, path: Path, *, media: Path | None = None, at_ms: int | None = None) -> None:
        """Open a transcript or a recording; what belongs to it is found."""
        self._read(
            lambda job: loading.open_any(path, job), partial(self._show_pair, media, at_ms or 0)
        )

    def open_as(self, path: Path, encoding: str) -> None:
        """Open a file as text in `encoding`, whatever it looks like."""
        self._read(
            lambda _: loading.Pair(loading.read(path, encoding)), partial(self._show_pair, None, 0)
        )

    def reopen(self, encoding: str) -> None:
        """Read the open transcript again as `encoding`; the recording plays on."""
        document = self.document
        if document is not None and document.version.track is None:
            path, is_sample = document.path, document.is_sample
            self._read(lambda _: loading.read(path, encoding, is_sample=is_sample), self._exchange)

    def show_parts(self, names: Collection[str]) -> None:
        """Read the open transcript again with these of its parts; the recording plays on."""
        document = self.document
        if document is not None and document.version.track is None:
            path, encoding = document.path, document.transcript.encoding
            self._read(lambda _: loading.read(path, encoding, parts=names), self._exchange)

    def switch_to(self, sibling: Version) -> None:
        """Show another transcript of the same recording, which plays on."""
        siblings = self.document.siblings if self.document else ()
        self._read(lambda job: loading.read_version(sibling, siblings, job), self._exchange)

    def open_sample(self, transcript: Path, recording: Callable[[Job, Transcript], Path]) -> None:
        """Open the sample; `recording` makes or finds its stand-in, in a job."""

        def opened(document: Document) -> None:
            def make(job: Job) -> loading.Found:
                path = recording(job, document.transcript)
                return loading.Found(Recording(path, info_of(path), stand_in=True))

            self._begin(document, 0)
            self._find(Doing.MAKING, make, self._found)

        self._read(lambda _: loading.read(transcript, is_sample=True), opened)

    def open_together(self, paths: list[Path]) -> None:
        """Open what was dropped: a transcript, a recording, or one of each as a pair.

        A recording alone joins the open transcript.
        """
        media = next((path for path in paths if is_media(path)), None)
        transcript = next((path for path in paths if not is_media(path)), None)
        if transcript is not None:
            self.open(transcript, media=media)
        elif media is not None and self.document is not None:
            self.choose_recording(media)
        elif media is not None:
            self.open(media)

    def save_copy(self, path: Path, target: Format) -> None:
        """Write the open transcript to another file."""
        document = self.document
        if document is None:
            return

        def write(_job: Job) -> Path:
            whole = document.whole or document.transcript
            registry.save(whole, path, target, source=document.path, overwrite=True)
            return path

        self._tasks.run(Kind.SAVING, Doing.SAVING, write, self.saved.emit, self.failed.emit)

    def choose_recording(self, path: Path, *, told: bool = True) -> None:
        """Play `path` with the open transcript, and remember it for this content.

        What was named together with its transcript need not be `told`.
        """
        document = self.document

        def chosen(chosen: choices.Chosen) -> None:
            self._found(chosen.found)
            if told and chosen.choice is not None:
                self.recording_chosen.emit(chosen.choice)

        self._find(Doing.OPENING, lambda _: choices.choose(document, path), chosen)

    def take_back(self, choice: choices.Choice) -> None:
        """Play again what was played before a choice of a recording, and remember that."""
        if self.document is choice.document:
            self._find(Doing.LOOKING, lambda _: choices.take_back(choice), self._replaced)

    def forget_recording(self) -> None:
        """Forget the recording that was chosen, and play the one that is found without, if any."""
        document = self.document
        if document is not None and document.key:
            self._find(Doing.LOOKING, lambda _: choices.forget(document), self._replaced)

    def relink(self, moved: Mapping[str, Path]) -> None:
        """Remember where other recordings lie now."""

        def work(_job: Job) -> None:
            media_links.relink(moved)

        self._jobs.run(work, lambda _: None, self.failed.emit)

    def guess_recordings(self, done: Callable[[tuple[loading.Guess, ...]], None]) -> None:
        """Look for recordings that may be the open transcript's, and hand them to `done`."""
        document = self.document
        if document is None:
            return

        def guessed(guesses: tuple[loading.Guess, ...]) -> None:
            if self.document is document:  # they are of no use to another one
                done(guesses)

        self._tasks.run(
            Kind.GUESSING,
            Doing.LOOKING,
            lambda job: loading.guesses(document, job),
            guessed,
            self.failed.emit,
        )

    def close(self) -> None:
        """Close the transcript and its recording."""
        self._tasks.cancel(Kind.READING)
        self._begin(None, 0)

    @Slot()
    def cancel(self) -> None:
        """Give up what is being opened, looked for, made or saved."""
        self._tasks.cancel(*Kind)
        self._do_without()

    def _show_pair(self, media: Path | None, at_ms: int, pair: loading.Pair) -> None:
        alone = self.recording if self.document is None else None
        recording = pair.recording if media is None else None
        self._begin(pair.document, at_ms, recording)
        if pair.trouble is not None:
            self.failed.emit(pair.trouble)
        elif pair.document is None:
            self.no_transcript.emit()
        if media is not None:
            self.choose_recording(media, told=False)
        elif recording is not None:
            self._play(recording)
        elif pair.document is not None:
            self._look_for_recording(pair.document, alone)

    def _look_for_recording(self, document: Document, alone: Recording | None) -> None:
        """Find the transcript's recording, or else take what was open without a transcript."""

        def found(found: loading.Found) -> None:
            if found == loading.Found() and alone is not None:
                self.choose_recording(alone.path)
            else:
                self._found(found)

        self._find(Doing.LOOKING, lambda _: loading.find_recording(document), found)

    def _begin(
        self, document: Document | None, at_ms: int, recording: Recording | None = None
    ) -> None:
        """Show another transcript, or none, and the recording where it is known already."""
        self._tasks.cancel(Kind.FINDING)
        self._start_at_ms = at_ms
        self._player.close()
        self._become(Opened(document, recording, Change.DOCUMENT))

    def _exchange(self, document: Document) -> None:
        """Show another reading of what is open; what plays or is looked for stays."""
        self._become(Opened(document, self.recording, Change.READING))
        if self.recording is None and not self._tasks.is_running(Kind.FINDING):
            self._start_at_ms = self._player.position_ms
            self._run_silently()

    def _found(self, found: loading.Found) -> None:
        recording = found.recording
        if found.trouble is not None:
            missed = recording is None and self.document is not None
            (self.recording_failed if missed else self.failed).emit(found.trouble)
        elif recording is None:
            self.no_recording.emit()
        if recording is None:
            self._do_without()
            return
        self._become(Opened(self.document, recording, Change.RECORDING))
        self._play(recording)
        if found.moved:
            self.moved_along.emit(found.moved)

    def _play(self, recording: Recording) -> None:
        """Have the recording in the player, at the place where what played before is."""
        at_ms = self._player.position_ms if self._player.seekable else self._start_at_ms
        self._player.open(recording.path, self._sink, at_ms=at_ms)
        if recording.stand_in and self.recording is recording:
            self._player.play()  # the sample shows what the program does

    def _replaced(self, found: loading.Found) -> None:
        """Take another recording, or none, in place of the one that plays, at the same place."""
        self._start_at_ms = self._player.position_ms
        if found.recording is None:
            self._close_recording()
        self._found(found)

    @Slot(object)
    def _player_failed(self, error: PlaybackError) -> None:
        """Go on without the recording: the transcript is there all the same."""
        self._close_recording()
        replaceable = self.document is not None and not isinstance(error, EngineUnavailableError)
        (self.recording_failed if replaceable else self.failed).emit(error)
        self._run_silently()

    def _do_without(self) -> None:
        """Go on with a clock alone, unless something plays."""
        if self._player.state is PlayState.EMPTY:
            self._run_silently()

    def _run_silently(self) -> None:
        transcript = self._opened.transcript
        if transcript is not None and transcript.timed:
            self._player.open_silent(_length_ms(transcript), at_ms=self._start_at_ms)

    def _close_recording(self) -> None:
        self._player.close()
        self._become(Opened(self.document, None, Change.RECORDING))

    def _become(self, opened: Opened) -> None:
        """Tell what is open now, and then what is said in it."""
        self._opened = opened
        self.opened_changed.emit(opened)
        if opened.other_document:
            self._follower.follow(opened.transcript)

    # Jobs

    def _read(self, work: Callable[[Job], T], done: Callable[[T], None]) -> None:
        self._tasks.run(Kind.READING, Doing.OPENING, work, done, self.failed.emit)

    def _find(
        self,
        doing: Doing,
        work: Callable[[Job], T],
        done: Callable[[T], None],
    ) -> None:
        def failed(error: ViewerError) -> None:
            self._found(loading.Found(trouble=error))

        self._tasks.run(Kind.FINDING, doing, work, done, failed, self._do_without)


def _length_ms(transcript: Transcript) -> int:
    """Return how long a clock alone should run for this transcript."""
    ends = (segment.end_ms or 0 for segment in transcript.segments)
    return max(max(ends, default=0), transcript.duration_ms or 0)
