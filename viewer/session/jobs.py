"""Runs work off the GUI thread and brings its outcome back to it."""

import logging
from collections.abc import Callable
from functools import partial
from typing import Final, TypeVar

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, Slot

from viewer.errors import ViewerError
from viewer.session.job import Job, Progress

log = logging.getLogger(__name__)

T = TypeVar("T")

#: What waits for a folder that no longer answers keeps its thread for ever, cancelled or not; so
#: there are many more than there is ever work for, and the others go on beside it.
MOST_THREADS: Final = 256


class Jobs(QObject):
    """Runs plain functions on a thread pool.

    `start` is the seam: tests pass one that calls the function on the spot.
    """

    _posted = Signal(object, object)

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        start: Callable[[Callable[[], None]], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(MOST_THREADS)
        self._start = start or self._pool.start
        self._running: set[Job] = set()
        self._open = True
        self._posted.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[Job], T],
        done: Callable[[T], None],
        failed: Callable[[ViewerError], None],
        progress: Progress | None = None,
        broken: Callable[[], None] | None = None,
    ) -> Job:
        """Call `work` elsewhere, then `done` or `failed` here; `progress` before that, also here.

        `work` is given its job, to report on and to see whether it is still wanted. An exception
        that is no `ViewerError` is a bug: `broken` is called, and it is raised, here. After
        `cancel` nothing is called.
        """

        def task() -> None:
            outcome = _outcome(work, job, done, failed, broken)
            self._post(job, partial(self._finish, job, outcome))

        job = Job(self._post, progress)
        if self._open:
            self._running.add(job)
            self._start(task)
        else:
            job.cancel()
        return job

    def shut_down(self, limit_ms: int = 1000) -> bool:
        """Cancel everything and wait for the pool, `limit_ms` at most.

        Return whether the pool came to rest. Where it did not, Qt would wait for it without limit
        when the program ends as usual: the caller ends the process by `os._exit` then.
        """
        self._open = False
        for job in self._running:
            job.cancel()
        self._pool.clear()
        rested = self._pool.waitForDone(limit_ms)
        if not rested:
            log.warning("Work was still going on after %d ms and is left behind.", limit_ms)
            self._pool.setParent(None)
        return rested

    def _post(self, job: Job, news: Callable[[], None]) -> None:
        """Pass news from the work to the GUI thread; after the end nobody is there to hear it."""
        if self._open:
            self._posted.emit(job, news)

    @Slot(object, object)
    def _deliver(self, job: Job, news: Callable[[], None]) -> None:
        if not job.cancelled:
            news()
        else:
            self._running.discard(job)

    def _finish(self, job: Job, outcome: Callable[[], None]) -> None:
        self._running.discard(job)
        outcome()


def _outcome(
    work: Callable[[Job], T],
    job: Job,
    done: Callable[[T], None],
    failed: Callable[[ViewerError], None],
    broken: Callable[[], None] | None,
) -> Callable[[], None]:
    """Do the work and return what is to be called with its result."""
    try:
        return partial(done, work(job))
    except ViewerError as error:
        return partial(failed, error)
    except Exception as bug:  # noqa: BLE001 - raised again on the GUI thread
        return partial(_raise, bug, broken)


def _raise(bug: Exception, broken: Callable[[], None] | None) -> None:
    if broken is not None:
        broken()
    raise bug
