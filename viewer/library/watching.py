"""Noticing what changes in folders while one works; without Qt."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING

from viewer.library.process import heard, say, started

if TYPE_CHECKING:
    from subprocess import Popen


class Watch:
    """Reports folders in which something has changed, on a thread of its own.

    `tell` is called with a folder; where the system cannot watch, with each of them now and then.
    """

    def __init__(self, tell: Callable[[Path], None]) -> None:
        self._tell = tell
        self._folders: tuple[Path, ...] = ()
        self._watcher: _Watcher | None = None

    def watch(self, folders: Iterable[Path]) -> None:
        """Watch these folders, and those in them, instead of others."""
        wanted = tuple(folders)
        if wanted == self._folders:
            return
        self.stop()
        self._folders = wanted
        if wanted:
            self._watcher = _Watcher(wanted, self._tell)
            self._watcher.start()

    def stop(self) -> None:
        """Watch nothing any more; nothing is told from then on."""
        if self._watcher is not None:
            self._watcher.stop()
        self._folders, self._watcher = (), None


class _Watcher(Thread):
    """Hears from a process that watches; whoever stops it waits for no disk."""

    def __init__(self, folders: tuple[Path, ...], tell: Callable[[Path], None]) -> None:
        super().__init__(name="cueline-watch", daemon=True)
        self._folders, self._tell = folders, tell
        self._lock, self._stopped = Lock(), False
        self._process: Popen[bytes] | None = None

    def run(self) -> None:
        with self._lock:
            if self._stopped:
                return
            process = self._process = started("watcher")
        with suppress(OSError):
            say(process, self._folders)
        for folder in heard(process):
            with self._lock:
                if not self._stopped and isinstance(folder, Path):
                    self._tell(folder)

    def stop(self) -> None:
        with self._lock:
            self._stopped = True
            if self._process is not None:
                self._process.kill()
