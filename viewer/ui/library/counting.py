"""Counting by kinds, off the GUI thread: of what is wanted meanwhile, the last."""

from collections.abc import Iterable
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal

from viewer.errors import ViewerError
from viewer.library.entry import Entry
from viewer.library.facets import Chosen, Facets, count
from viewer.session.jobs import Jobs

#: The transcripts to be counted, each with its places, and what is chosen of them.
Wanted: TypeAlias = tuple[Iterable[tuple[Entry, int]], Chosen]


class Counting(QObject):
    """Counts one list at a time; `counted` carries the `Facets` of the last one."""

    counted = Signal(object)
    failed = Signal(object)

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._at_work = False
        self._next: Wanted | None = None

    def count(self, wanted: Wanted) -> None:
        """Count these next."""
        self._next = wanted
        if not self._at_work:
            self._begin()

    def _begin(self) -> None:
        wanted, self._next = self._next, None
        if wanted is not None:
            self._at_work = True
            self._jobs.run(lambda _: count(*wanted), self._done, self._failed)

    def _done(self, facets: Facets) -> None:
        self._at_work = False
        if self._next is None:
            self.counted.emit(facets)
        self._begin()

    def _failed(self, error: ViewerError) -> None:
        self._at_work = False
        self.failed.emit(error)
        self._begin()
