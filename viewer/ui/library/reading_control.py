"""Hears how far reading for the library is, and has it wait or end."""

import time
from collections.abc import Callable
from threading import Condition
from typing import Final

from viewer.library.indexing import Progress
from viewer.state.library_folders import LibraryFolder

#: So often it is told how far it is, and while folders are read, what is there by now.
_TELL_S: Final = 0.1
_RENEW_S: Final = 3.0


class ReadingControl:
    """What reading is given as its `indexing.Control`; it calls on reading's own thread.

    `tell` hears how far it is; `renew` is called now and then, as more is there. Without one it is
    joints that are made, which are nothing to see. `folder` is what is read.
    """

    def __init__(
        self,
        tell: Callable[[Progress], object],
        renew: Callable[[], object] | None = None,
        folder: LibraryFolder | None = None,
    ) -> None:
        self.folder = folder
        self._tell, self._renew = tell, renew
        self._turn = Condition()
        self._held = self._stopped = False
        self._told_s = self._renewed_s = time.monotonic()

    @property
    def joins(self) -> bool:
        """Whether it is joints that are made."""
        return self._renew is None

    def hold(self, held: bool) -> None:
        """Have it wait, or go on."""
        with self._turn:
            self._held = held
            self._turn.notify_all()

    def stop(self) -> None:
        """Have it end."""
        with self._turn:
            self._stopped = True
            self._turn.notify_all()

    def tell(self, progress: Progress) -> None:
        """Pass on how far it is, and now and then what is there by now."""
        now = time.monotonic()
        if now - self._told_s > _TELL_S or progress.done in (0, progress.total):
            self._told_s = now
            self._tell(progress)
        if self._renew is not None and now - self._renewed_s > _RENEW_S:
            self._renewed_s = now
            self._renew()

    def go_on(self) -> bool:
        """Return whether it is still wanted; waits while it is held."""
        with self._turn:
            self._turn.wait_for(lambda: self._stopped or not self._held)
            return not self._stopped
