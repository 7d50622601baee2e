"""Several processes that read files; one that is lost is replaced, and the file at fault named."""

import os
from collections.abc import Callable, Iterable, Iterator
from queue import Empty, Queue
from threading import Event, Lock, Thread
from typing import Final, TypeAlias, cast

from viewer.library.entry import Read, Stamp
from viewer.library.power import on_battery
from viewer.library.process import Process

#: A path, and the key of what it held before.
Wanted: TypeAlias = tuple[bytes, str]

#: A single file that takes longer is given up.
FILE_LIMIT_S: Final = 120.0
#: So often it is asked whether what a slow disk holds is still wanted.
_LOOK_S: Final = 0.1
#: So many files are handed over at once.
BATCH: Final = 16
_LOST: Final = "Reading it broke off: it may be damaged, or too large for the memory there is."


def how_many() -> int:
    """Return how many processes read at once: the machine has other things to do, too."""
    if on_battery():
        return 1
    return max(1, min(4, (os.cpu_count() or 2)))


class Readers:
    """Reads files with several processes, which start when they are first needed."""

    def __init__(
        self,
        number: int,
        limit_s: float = FILE_LIMIT_S,
        go_on: Callable[[], bool] = lambda: True,
    ) -> None:
        self._number, self._limit_s, self._go_on = number, limit_s, go_on
        self._stopped = Event()
        self._lock = Lock()
        self._processes: set[Process] = set()

    def read(self, wanted: Iterable[Wanted]) -> Iterator[Read]:
        """Yield what the files hold, in any order; the caller may take its time."""
        batches = _batches(wanted)
        done: Queue[list[Read] | None] = Queue(2 * self._number)
        running = self._number
        for _ in range(running):
            Thread(
                target=self._serve, args=(batches, done), name="cueline-library", daemon=True
            ).start()
        try:
            while running:
                try:
                    came = done.get(timeout=_LOOK_S)
                except Empty:
                    if not self._go_on():
                        return
                    continue
                running -= came is None
                yield from came or ()
        finally:
            self.stop()
            while running:  # each tells its end, with which it is gone
                running -= done.get() is None

    def stop(self) -> None:
        """Give up what is being read."""
        self._stopped.set()
        with self._lock:
            for process in self._processes:
                process.kill()

    def _serve(self, batches: Iterator[list[Wanted]], done: "Queue[list[Read] | None]") -> None:
        """Have one process read batch after batch."""
        process = Process("worker", self._limit_s)
        with self._lock:
            self._processes.add(process)
        try:
            while not self._stopped.is_set():
                with self._lock:
                    batch = next(batches, None)
                if batch is None:
                    break
                done.put(self._answers(process, batch))
        finally:
            process.end()
            done.put(None)

    def _answers(self, process: Process, batch: list[Wanted]) -> list[Read]:
        """Return what a process reads; where it is lost, each file is tried alone."""
        answers = _read_by(process, batch)
        if answers is not None:
            return answers
        outcomes: list[Read] = []
        for each in batch:
            if self._stopped.is_set():
                break
            answers = _read_by(process, [each])
            if answers is None and not self._stopped.is_set():
                answers = [Read(each[0], _stamp(each[0]), "", _LOST)]
            outcomes += answers or ()
        return outcomes


def _read_by(process: Process, batch: list[Wanted]) -> list[Read] | None:
    """Return what the files hold, or None where the process was lost over them."""
    return cast("list[Read] | None", process.ask(batch, len(batch)))


def _batches(wanted: Iterable[Wanted]) -> Iterator[list[Wanted]]:
    batch: list[Wanted] = []
    for each in wanted:
        batch.append(each)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch


def _stamp(path: bytes) -> Stamp:
    try:
        return Stamp.of(os.stat(path))
    except OSError:
        return Stamp(0, 0, 0)
