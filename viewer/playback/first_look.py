"""The first look at a recording, by a worker: a disk that does not answer holds up nobody."""

import threading
import time
from collections.abc import Callable
from typing import Final, Generic, TypeVar

T = TypeVar("T")

#: Nearly every disk answers within this, so that nothing needs to be asked for later.
_AT_ONCE_S: Final = 0.02
#: One that has not answered by then is given up.
LIMIT_S: Final = 10.0


class FirstLook(Generic[T]):
    """What a function returns that may block for ever; it is left to itself then."""

    def __init__(self, look: Callable[[], T]) -> None:
        self._look = look
        self._found: list[T] = []
        self._limit_s = time.monotonic() + LIMIT_S
        worker = threading.Thread(target=self._run, name="first look", daemon=True)
        worker.start()
        worker.join(_AT_ONCE_S)

    @property
    def found(self) -> T | None:
        """What was returned, or None as long as nothing was."""
        return self._found[0] if self._found else None

    def is_late(self, now: float) -> bool:
        """Return whether it has taken so long that nothing is to be hoped for."""
        return now > self._limit_s

    def _run(self) -> None:
        self._found.append(self._look())
