"""Whether the open transcript's file still has on disk what was read of it."""

import logging
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from viewer.core.value import value
from viewer.disk.stamp import Stamp, stamp_of
from viewer.errors import StateError, ViewerError
from viewer.formats.decoding.disk import MOST_BYTES
from viewer.session.document import Document
from viewer.session.jobs import Jobs
from viewer.session.opened import Opened
from viewer.session.session import Session
from viewer.state.content_key import key_for_file

if TYPE_CHECKING:
    from viewer.session.job import Job

log = logging.getLogger(__name__)


class Standing(Enum):
    """How a file stands to what is shown of it."""

    SAME = auto()
    CHANGED = auto()
    GONE = auto()


@value
class Seen:
    """A file at one look: its stamp, and what its content is called; no name where it is gone.

    `sure` tells that it was given a moment to come to rest.
    """

    stamp: Stamp | None
    key: str
    sure: bool = True


class OnDisk(QObject):
    """Looks at the file when it is asked to, in a job; only one is ever under way.

    A watch by the system (QFileSystemWatcher, watchfiles) hears nothing of what another machine
    does to a network disk, follows no file that is replaced by renaming unless its folder is
    watched too, and keeps the window's thread waiting for a disk that does not answer. A look at
    length and time costs microseconds; the content is read only where these differ, for a `touch`
    changes nothing. Only what is on disk is looked at: the transcript is read when that is asked.
    """

    #: How the file stands now, a `Standing`, where that is news.
    told = Signal(object)
    #: Something is being done to the file: it should be looked at again in a moment.
    stirred = Signal()

    def __init__(self, session: Session, jobs: Jobs) -> None:
        super().__init__(session)
        self._jobs = jobs
        self._document: Document | None = None
        self._seen = Seen(None, "")
        self._told = ""
        self._job: Job | None = None
        session.opened_changed.connect(self._show_opened)
        self._show_opened(session.opened)

    @property
    def standing(self) -> Standing:
        """How the file stood when it was last told."""
        if self._document is None or self._told == self._document.key:
            return Standing.SAME
        return Standing.CHANGED if self._told else Standing.GONE

    @property
    def can_change(self) -> bool:
        """Whether what is open is a file that somebody might change."""
        document = self._document
        return document is not None and not document.in_recording and not document.is_sample

    @Slot(object)
    def _show_opened(self, opened: Opened) -> None:
        before, self._document = self._document, opened.document
        if self._job is not None and self._document is not before:
            self._job.cancel()
            self._job = None
        if opened.document is not None and not _same_reading(opened.document, before):
            self._seen = Seen(opened.document.stamp, opened.document.key)
            self._told = opened.document.key

    @Slot()
    def look(self) -> None:
        """Look at the file, unless the last look has not come to its end: the disk may be away."""
        document, before = self._document, self._seen
        if document is None or not self.can_change or self._job is not None:
            return

        def rest(error: ViewerError | None = None) -> None:
            self._job = None
            log.debug("%s was not looked at: %s", document.path, error)

        self._job = self._jobs.run(lambda _: _look(document, before), self._take, rest, broken=rest)

    def _take(self, seen: Seen) -> None:
        self._job, self._seen = None, seen
        if not seen.sure:
            self.stirred.emit()
        elif seen.key != self._told and self._document is not None:
            self._told = seen.key
            self.told.emit(self.standing)


def _same_reading(document: Document, before: Document | None) -> bool:
    """Return whether a document is of the same bytes: it may only have got chapters since."""
    return before is not None and (document.version, document.stamp, document.key) == (
        before.version,
        before.stamp,
        before.key,
    )


def _look(document: Document, before: Seen) -> Seen:
    """Return how a file stands now; raises `StateError` where that cannot be told.

    Where it was just written to it may not be whole yet, and is away for a moment where an editor
    puts a new one in its place: of the first look nothing is told, but of the second one.
    """
    try:
        stamp = stamp_of(document.path)
    except OSError as error:
        raise StateError(f"Cannot look at {document.path}: {error.strerror}.") from error
    if stamp == before.stamp and before.sure:
        return before
    if before.sure:
        return Seen(before.stamp, before.key, sure=False)
    if stamp is None:
        return Seen(None, "")
    # What is too large to be read as a transcript is another file, and is not read here either.
    large = stamp[0] > MOST_BYTES
    return Seen(stamp, "too large" if large else key_for_file(document.path))
