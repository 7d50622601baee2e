"""What the session has under way: one job of a kind, and what it does."""

from collections.abc import Callable
from enum import Enum, auto
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Signal

from viewer.errors import ViewerError
from viewer.session.job import Job
from viewer.session.jobs import Jobs

T = TypeVar("T")


class Kind(Enum):
    """What jobs do; a later one of a kind takes the place of an earlier one."""

    READING = auto()
    FINDING = auto()
    GUESSING = auto()
    SAVING = auto()
    CLIPPING = auto()
    DOWNLOADING = auto()


#: Of these somebody waits for a file.
MAKING: Final = (Kind.CLIPPING, Kind.SAVING, Kind.DOWNLOADING)


class Doing(Enum):
    """What goes on, as the user should be told."""

    OPENING = auto()
    LOOKING = auto()
    MAKING = auto()
    SAVING = auto()
    CLIPPING = auto()
    DOWNLOADING = auto()
    UPDATING = auto()


class Tasks(QObject):
    """Runs the session's jobs and tells what is going on."""

    #: What is going on, a `Doing`, or None when it is over.
    busy_changed = Signal(object)
    #: How much of it is done, 0 to 1, where that is known.
    progressed = Signal(float)

    def __init__(self, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._running: dict[Kind, tuple[Job, Doing]] = {}

    def run(
        self,
        kind: Kind,
        doing: Doing,
        work: Callable[[Job], T],
        done: Callable[[T], None],
        failed: Callable[[ViewerError], None],
        broken: Callable[[], None] | None = None,
    ) -> None:
        """Begin a job; one of the same kind that is still under way is given up.

        `broken` is called where it ends by a bug.
        """
        self._drop(kind)

        def ended(outcome: T) -> None:
            self._rest(kind)
            done(outcome)

        def missed(error: ViewerError) -> None:
            self._rest(kind)
            failed(error)

        def broke() -> None:
            self._rest(kind)
            if broken is not None:
                broken()

        job = self._jobs.run(work, ended, missed, self.progressed.emit, broke)
        self._running[kind] = job, doing
        self.busy_changed.emit(doing)

    def is_running(self, kind: Kind) -> bool:
        """Return whether a job of this kind is under way."""
        return kind in self._running

    @property
    def making(self) -> Doing | None:
        """What goes on that is to end in a file the user asked for; None where nothing does."""
        return next((self._running[kind][1] for kind in MAKING if kind in self._running), None)

    def cancel(self, *kinds: Kind) -> None:
        """Give up the jobs of these kinds."""
        for kind in kinds:
            self._drop(kind)
        self._emit()

    def _drop(self, kind: Kind) -> None:
        if kind in self._running:
            job, _ = self._running.pop(kind)
            job.cancel()

    def _rest(self, kind: Kind) -> None:
        self._running.pop(kind, None)
        self._emit()

    def _emit(self) -> None:
        under_way = [doing for _, doing in self._running.values()]
        self.busy_changed.emit(under_way[-1] if under_way else None)
