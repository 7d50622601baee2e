"""Noticing what changes in folders while one works; without Qt."""

import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Event, Thread
from typing import Final

log = logging.getLogger(__name__)

#: Where the system cannot tell of changes, folders are looked through as often.
SCAN_S: Final = 60.0
#: Changes that come one after another are reported as one.
_TOGETHER_MS: Final = 800


class Watch:
    """Reports folders in which something has changed, on a thread of its own.

    `tell` is called with a folder; where the system cannot watch, with each of them now and then.
    """

    def __init__(self, tell: Callable[[Path], None]) -> None:
        self._tell = tell
        self._folders: tuple[Path, ...] = ()
        self._stop = Event()
        self._thread: Thread | None = None

    def watch(self, folders: Iterable[Path]) -> None:
        """Watch these folders, and those in them, instead of others."""
        wanted = tuple(folders)
        if wanted == self._folders:
            return
        self.stop()
        self._folders, self._stop = wanted, Event()
        if wanted:
            work = (wanted, self._stop)
            self._thread = Thread(target=self._run, args=work, name="cueline-watch", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Watch nothing any more."""
        self._stop.set()
        if self._thread is not None:
            self._thread.join()
        self._folders, self._thread = (), None

    def _run(self, folders: tuple[Path, ...], stop: Event) -> None:
        here = [folder for folder in folders if folder.is_dir()]
        try:
            if here:
                self._listen(here, stop)
            else:
                stop.wait()
        except Exception as error:  # noqa: BLE001 - systems have many ways to refuse
            log.warning("Changes are looked for every minute, for they are not reported: %s", error)
            while not stop.wait(SCAN_S):
                for folder in folders:
                    self._tell(folder)

    def _listen(self, folders: list[Path], stop: Event) -> None:
        from watchfiles import watch

        def wanted(_change: object, path: str) -> bool:
            return self._folder_of(path, folders) is not None

        for changes in watch(
            *folders,
            watch_filter=wanted,
            debounce=_TOGETHER_MS,
            stop_event=stop,
            raise_interrupt=False,
            ignore_permission_denied=True,
        ):
            for folder in {self._folder_of(path, folders) for _, path in changes}:
                if folder is not None:
                    self._tell(folder)

    @staticmethod
    def _folder_of(path: str, folders: list[Path]) -> Path | None:
        """Return in which folder a path lies, unless it is hidden there."""
        for folder in folders:
            if Path(path).is_relative_to(folder):
                parts = Path(path).relative_to(folder).parts
                return None if any(part.startswith(".") for part in parts) else folder
        return None
