"""Opening transcripts and recordings, in jobs; the later of two openings wins."""

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Slot

from viewer.core.media_source import MediaSource
from viewer.errors import ViewerError
from viewer.media.locate import is_media
from viewer.session import loading
from viewer.session.document import Document, Version
from viewer.session.job import Job
from viewer.session.left_off import LeavingOff
from viewer.session.news import News
from viewer.session.pairing import Pairing
from viewer.session.playing import Playing
from viewer.session.session import Session
from viewer.session.tasks import Doing, Kind, Tasks
from viewer.state.chosen_recordings import ChosenRecordings

T = TypeVar("T")


class Opening(QObject):
    """Opens what it is asked to; what cannot be opened leaves what is open."""

    def __init__(
        self,
        session: Session,
        playing: Playing,
        pairing: Pairing,
        tasks: Tasks,
        chosen: ChosenRecordings,
        left_off: LeavingOff,
        news: News,
    ) -> None:
        super().__init__(session)
        self._session, self._playing, self._pairing = session, playing, pairing
        self._tasks, self._chosen, self._news = tasks, chosen, news
        self._left_off = left_off

    def open(
        self,
        path: Path,
        *,
        media: MediaSource | None = None,
        at_ms: int | None = None,
        play: bool = False,
    ) -> None:
        """Open a transcript or a recording; what belongs to it is found.

        It opens where it was left, unless `at_ms` says where; with `play` a recording plays at
        once that lies here.
        """
        show = partial(self._show, media, at_ms, play=play)
        self.read(lambda job: loading.open_any(path, job, self._chosen), show)

    def open_as(self, path: Path, encoding: str) -> None:
        """Open a file as text in `encoding`, whatever it looks like."""
        show = partial(self._show, None, None)
        self.read(lambda _: loading.Pair(loading.read(path, encoding)), show)

    def open_together(self, paths: list[Path]) -> None:
        """Open what was dropped: a transcript, a recording, or one of each as a pair.

        A recording alone joins the open transcript.
        """
        media = next((path for path in paths if is_media(path)), None)
        transcript = next((path for path in paths if not is_media(path)), None)
        if transcript is not None:
            self.open(transcript, media=MediaSource(media) if media is not None else None)
        elif media is not None and self._session.document is not None:
            self._pairing.choose(MediaSource(media))
        elif media is not None:
            self.open(media)

    def reopen(self, encoding: str) -> None:
        """Read the open transcript again as `encoding`; the recording plays on."""
        if (document := self._session.document) is not None and not document.in_recording:
            self._read_again(document, encoding=encoding)

    def show_parts(self, names: Collection[str]) -> None:
        """Read the open transcript again with these of its parts; the recording plays on."""
        if (document := self._session.document) is not None and not document.in_recording:
            self._read_again(document, parts=names)

    @Slot()
    def reload(self) -> None:
        """Read the open transcript again, as its file is now; the recording plays on."""
        if (document := self._session.document) is not None:
            self._read_again(document)

    def _read_again(
        self,
        document: Document,
        *,
        encoding: str | None = None,
        parts: Collection[str] | None = None,
    ) -> None:
        def work(job: Job) -> Document:
            return loading.read_again(document, job, encoding, parts)

        self.read(work, self._exchange)

    def switch_to(self, sibling: Version) -> None:
        """Show another transcript of the same recording, which plays on."""
        document = self._session.document
        siblings = document.siblings if document else ()
        self.read(lambda job: loading.read_version(sibling, siblings, job), self._exchange)

    def close(self) -> None:
        """Close the transcript and its recording."""
        self._tasks.cancel(Kind.READING)
        self._pairing.give_up()
        self._playing.begin(None)

    @Slot()
    def cancel(self) -> None:
        """Give up what is being opened, looked for, made or saved."""
        self._tasks.cancel(*Kind)
        self._playing.do_without()

    def show(self, pair: loading.Pair) -> None:
        """Open what was read already, such as what came from the web."""
        self._show(None, None, pair)

    def read(
        self,
        work: Callable[[Job], T],
        done: Callable[[T], None],
        failed: Callable[[ViewerError], None] | None = None,
    ) -> None:
        """Do work that ends with something else open."""
        failed = failed or self._news.failed.emit
        self._tasks.run(Kind.READING, Doing.OPENING, work, done, failed)

    def _show(
        self,
        media: MediaSource | None,
        at_ms: int | None,
        pair: loading.Pair,
        *,
        play: bool = False,
    ) -> None:
        if pair.folder is not None:
            self._news.folder_opened.emit(pair.folder)
            return
        document = pair.document
        self._left_off.note()  # what is open may be the same
        left = self._left_off.find(document) if at_ms is None else None
        alone = self._session.recording if self._session.document is None else None
        recording = pair.recording if media is None else None
        self._pairing.give_up()
        start_ms = left.ms if left is not None else at_ms or 0
        self._playing.begin(document, start_ms, recording, play=play)
        if left is not None:
            self._news.returned.emit(left)
        if pair.trouble is not None:
            self._news.failed.emit(pair.trouble)
        elif document is None:
            self._news.no_transcript.emit()
        if media is not None:
            self._pairing.choose(media, announce=False)
        elif recording is not None:
            self._playing.play(recording)
        elif document is not None:
            self._pairing.look(document, alone)

    def _exchange(self, document: Document) -> None:
        """Show another reading of what is open; what plays or is looked for stays."""
        self._playing.exchange(document)
        if self._session.recording is None and not self._pairing.busy:
            self._playing.go_on_silently()
