"""A handle on work in progress; without Qt, so that the work can be done without it, too."""

from collections.abc import Callable
from functools import partial
from typing import Final, TypeAlias

#: Hears how much is done, 0 to 1.
Progress: TypeAlias = Callable[[float], None]
#: Progress is passed on in steps of this size, however often the work reports it.
PROGRESS_STEP: Final = 0.005


class Job:
    """A handle on work in progress, for the one who waits and for the work itself."""

    def __init__(
        self, post: Callable[["Job", Callable[[], None]], None], progress: Progress | None
    ) -> None:
        #: Whether the outcome is no longer wanted; long work looks here now and then.
        self.cancelled = False
        self._post = post
        self._progress = progress
        self._reported = -1.0

    def cancel(self) -> None:
        """Drop the outcome; work that does not look runs to its end unheard."""
        self.cancelled = True

    def is_cancelled(self) -> bool:
        """Return `cancelled`, for work that takes a function to ask."""
        return self.cancelled

    def report(self, fraction: float) -> None:
        """Say from the work how much of it is done, 0 to 1."""
        step = 0.0 if fraction >= 1.0 else PROGRESS_STEP
        if self._progress and not self.cancelled and fraction - self._reported > step:
            self._reported = fraction
            self._post(self, partial(self._progress, fraction))
