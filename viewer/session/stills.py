"""Single frames of a recording, decoded in a job for the player to show."""

from collections.abc import Callable
from pathlib import Path

from viewer.core.still import Still
from viewer.session.job import Job
from viewer.session.jobs import Jobs


class Stills:
    """One frame at a time: a later wish takes the place of an earlier one."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs
        self._job: Job | None = None

    def ask(self, path: Path, ms: int, done: Callable[[Still | None], None]) -> None:
        """Have the frame decoded that is to be seen at `ms`, and hand it to `done`.

        It is handed None where that fails: the engine has a picture of its own.
        """
        self.cancel()

        def work(job: Job) -> Still | None:
            from viewer.media.still import still_at  # PyAV takes long to load

            return still_at(path, ms, job.is_cancelled)

        self._job = self._jobs.run(work, done, lambda _error: done(None))

    def cancel(self) -> None:
        """Give up what was asked for."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
