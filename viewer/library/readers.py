"""Several processes that look through folders and read files; one that is lost is replaced."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from queue import Empty, Queue
from threading import Event, Lock, Thread
from typing import Final, TypeAlias

from viewer.library.entry import UNSEEN, Read, Stamp
from viewer.library.errors import LibraryError, UnansweredError
from viewer.library.power import on_battery
from viewer.library.process import Process
from viewer.library.walk import Folder, Walk

#: A path, and the key of what it held before.
Wanted: TypeAlias = tuple[bytes, str]

#: A single file whose content takes longer is given up.
FILE_LIMIT_S: Final = 120.0
#: A disk that gives nothing for so long is; one that sleeps, far away, wakes up in less.
DISK_LIMIT_S: Final = 60.0
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
    """Looks through a folder and reads files with processes, which start when they are needed."""

    def __init__(self, go_on: Callable[[], bool] = lambda: True) -> None:
        self._go_on = go_on
        self._stopped = Event()
        self._lock = Lock()
        self._idle: list[Process] = []

    def look_through(self, folder: Folder) -> Iterator[Walk]:
        """Yield what is in a folder, a piece at a time; ends early where it is not wanted.

        Raises `LibraryError` where it cannot be listed, `UnansweredError` as `read` does.
        """
        process = self._process()
        piece = process.ask(folder, DISK_LIMIT_S)
        while isinstance(piece, Walk):
            yield piece
            if piece.whole:
                self._idle.append(process)
                return
            piece = process.more(DISK_LIMIT_S)
        if isinstance(piece, tuple):
            self._idle.append(process)
            sentence, hint = piece
            raise LibraryError(sentence, hint=hint)
        if process.late:
            raise UnansweredError

    def read(self, wanted: Iterable[Wanted], number: int) -> Iterator[Read]:
        """Yield what the files hold, by so many processes and in any order.

        The caller may take its time. Raises `UnansweredError` where their disk does not answer.
        """
        batches = _batches(wanted)
        done: Queue[Read | UnansweredError | None] = Queue(2 * BATCH * number)
        running = number
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
                if isinstance(came, UnansweredError):
                    raise came
                running -= came is None
                if came is not None:
                    yield came
        finally:
            self._stopped.set()
            while running:  # each tells its end, with which it is gone
                running -= done.get() is None

    def close(self) -> None:
        """Let go of the processes."""
        self._stopped.set()
        for process in self._idle:
            process.end()

    def _process(self) -> Process:
        with self._lock:
            return self._idle.pop() if self._idle else Process("worker", self._wanted)

    def _wanted(self) -> bool:
        return not self._stopped.is_set() and self._go_on()

    def _serve(
        self, batches: Iterator[list[Wanted]], done: "Queue[Read | UnansweredError | None]"
    ) -> None:
        """Have one process read batch after batch."""
        process = self._process()
        try:
            while not self._stopped.is_set():
                with self._lock:
                    batch = next(batches, None)
                if batch is None:
                    break
                for each in self._answers(process, batch):
                    done.put(each)
        except UnansweredError as error:
            done.put(error)
        finally:
            process.end()
            done.put(None)

    def _answers(self, process: Process, batch: list[Wanted]) -> Iterator[Read]:
        """Yield what a process reads; where it is lost, the file at fault is left out."""
        left = deque(batch)
        while left and not self._stopped.is_set():
            seen, answer = UNSEEN, process.ask(list(left), DISK_LIMIT_S)
            while answer is not None:
                if isinstance(answer, Read):
                    yield answer
                    left.popleft()
                    seen = UNSEEN
                elif isinstance(answer, Stamp):
                    seen = answer
                if not left:
                    return
                answer = process.more(FILE_LIMIT_S if seen != UNSEEN else DISK_LIMIT_S)
            if not self._wanted():
                return
            if process.late and seen == UNSEEN:
                raise UnansweredError
            yield Read(left.popleft()[0], seen, "", _LOST)


def _batches(wanted: Iterable[Wanted]) -> Iterator[list[Wanted]]:
    batch: list[Wanted] = []
    for each in wanted:
        batch.append(each)
        if len(batch) == BATCH:
            yield batch
            batch = []
    if batch:
        yield batch
