"""Cutting clips and stills out of the recording that plays, in jobs."""

import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject, Signal

from viewer.clip.kinds import KINDS
from viewer.clip.wish import Captions, Made, Part, cues_of, name_for, wish_for
from viewer.core.stretch import Stretch
from viewer.core.transcript import Source, Transcript
from viewer.core.value import value
from viewer.session.job import Job
from viewer.session.news import News
from viewer.session.session import Session
from viewer.session.tasks import Doing, Kind, Tasks

if TYPE_CHECKING:
    from viewer.clip.pack import Documents
    from viewer.session.document import Document

T = TypeVar("T")

#: What was copied is kept so long, for whoever pastes it.
KEPT_S: Final = 7 * 24 * 3600


@value
class Manner:
    """How a clip is to be made: what `Wish` says of it."""

    kind: str = "mp4"
    exact: bool = True
    captions: Captions = Captions.NONE


@value
class Clipped:
    """A clip that was made, and the stretch that it begins with."""

    made: Made
    stretch: Stretch

    @property
    def early_ms(self) -> int:
        """How much earlier it begins, for it was copied from a keyframe."""
        return self.stretch.begin_ms - self.made.begin_ms


class Clipping(QObject):
    """Cuts what it is asked to; a later wish takes the place of an earlier one."""

    #: A `Clipped` was written to where it was to be saved.
    saved = Signal(object)
    #: A `Clipped` was made to be put on the clipboard.
    copied = Signal(object)
    #: A still was decoded to be put on the clipboard: a PNG, and its moment in milliseconds.
    pictured = Signal(bytes, int)

    def __init__(self, session: Session, tasks: Tasks, news: News) -> None:
        super().__init__(session)
        self._session, self._tasks, self._news = session, tasks, news

    def save(self, stretches: Sequence[Stretch], manner: Manner, out: Path) -> None:
        """Write stretches of the recording to a file, one after another."""
        self._cut(stretches, manner, lambda: out, self.saved.emit)

    def pack(
        self,
        passages: Sequence[tuple[Stretch, Source]],
        documents: "Documents",
        out: Path,
    ) -> None:
        """Write an evidence pack of stretches of the recording; its documents are made there."""
        path, transcript = self._recording(), self._transcript()
        if path is None:
            return

        def work(job: Job) -> Path:
            from viewer.clip.pack import pack

            parts = [
                (Part(path, each, cues_of(transcript, each) if transcript else ()), source)
                for each, source in passages
            ]
            return pack(out, parts, documents, job.report, job.is_cancelled)

        self._run(work, self._news.saved.emit)

    def copy(self, stretch: Stretch, manner: Manner, folder: Path) -> None:
        """Write a stretch to a file of its own in `folder`, from which old ones go."""
        title = self._title()

        def place() -> Path:
            folder.mkdir(parents=True, exist_ok=True)
            _clear(folder)
            return folder / (name_for(title, stretch) + KINDS[manner.kind].suffix)

        self._cut([stretch], manner, place, self.copied.emit)

    def save_still(self, ms: int, out: Path) -> None:
        """Write the picture at a moment to a file."""
        path, transcript = self._recording(), self._transcript()
        if path is None:
            return
        source, words = _told(transcript, ms)

        def work(_job: Job) -> Path:
            from viewer.clip.still import save_still  # what decodes takes long to load

            return save_still(path, ms, out, source, words)

        self._run(work, self._news.saved.emit)

    def copy_still(self, ms: int) -> None:
        """Decode the picture at a moment for the clipboard."""
        path, transcript = self._recording(), self._transcript()
        if path is None:
            return
        source, words = _told(transcript, ms)

        def work(job: Job) -> bytes:
            from viewer.clip import still

            image = still.still_image(path, ms, job.is_cancelled)
            return still.png(image, still.facts_of(path, ms, source, words))

        self._run(work, lambda png: self.pictured.emit(png, ms))

    def _cut(
        self,
        stretches: Sequence[Stretch],
        manner: Manner,
        place: Callable[[], Path],
        done: Callable[[Clipped], None],
    ) -> None:
        path, transcript = self._recording(), self._transcript()
        if path is None:
            return

        def work(job: Job) -> Clipped:
            from viewer.clip.cutting import cut

            wish = wish_for(
                transcript,
                path,
                stretches,
                manner.kind,
                exact=manner.exact,
                captions=manner.captions,
            )
            return Clipped(cut(wish, place(), job.report, job.is_cancelled), stretches[0])

        self._run(work, done)

    def _run(self, work: Callable[[Job], T], done: Callable[[T], None]) -> None:
        self._tasks.run(Kind.CLIPPING, Doing.CLIPPING, work, done, self._news.failed.emit)

    def _recording(self) -> Path | None:
        recording = self._session.recording
        return recording.path if recording is not None else None

    def _transcript(self) -> Transcript | None:
        document: Document | None = self._session.document
        return document.quotable if document is not None else None

    def _title(self) -> str:
        transcript, recording = self._transcript(), self._session.recording
        if transcript is not None:
            return transcript.source.title
        return recording.source.title if recording is not None else ""


def _told(transcript: Transcript | None, ms: int) -> tuple[Source, str]:
    """Return where the words at a moment come from, and those words, if any are said then."""
    if transcript is None:
        return Source(), ""
    lit = transcript.said_at(ms).lit
    return transcript.source, transcript.segments[lit[-1]].text if lit else ""


def _clear(folder: Path) -> None:
    """Delete the clips that were copied long ago."""
    for path in folder.iterdir():
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > KEPT_S:
                path.unlink()
