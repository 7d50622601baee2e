"""Several processes that read files; one that is lost is replaced, and the file at fault told."""

import os
import pickle
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from queue import Queue
from threading import Event, Lock, Thread, Timer
from typing import Final, TypeAlias, cast

from viewer.library.entry import Read, Stamp

#: A path, and the key of what it held before.
Wanted: TypeAlias = tuple[bytes, str]

#: A single file that takes longer is given up.
FILE_LIMIT_S: Final = 120.0
#: So many files are handed over at once.
BATCH: Final = 16
_ROOT: Final = Path(__file__).parents[2]
_START: Final = (
    "import sys; sys.path[:0] = sys.argv[1:]; from viewer.library.worker import main; main()"
)
_LOST: Final = "Reading it broke off: it may be damaged, or too large for the memory there is."


def how_many() -> int:
    """Return how many processes read at once: the machine has other things to do, too."""
    return max(1, min(4, (os.cpu_count() or 2)))


class Readers:
    """Reads files with several processes, which start when they are first needed."""

    def __init__(self, number: int, limit_s: float = FILE_LIMIT_S) -> None:
        self._number, self._limit_s = number, limit_s
        self._stopped = Event()
        self._lock = Lock()
        self._processes: set[_Process] = set()

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
                came = done.get()
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
        process = _Process(self._limit_s)
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

    def _answers(self, process: "_Process", batch: list[Wanted]) -> list[Read]:
        """Return what a process reads; where it is lost, each file is tried alone."""
        answers = process.ask(batch)
        if answers is not None:
            return answers
        outcomes: list[Read] = []
        for each in batch:
            if self._stopped.is_set():
                break
            answers = process.ask([each])
            if answers is None and not self._stopped.is_set():
                answers = [Read(each[0], _stamp(each[0]), "", _LOST)]
            outcomes += answers or ()
        return outcomes


class _Process:
    """One process that reads; it is started when it is asked, also again."""

    def __init__(self, limit_s: float) -> None:
        self._limit_s = limit_s
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, batch: list[Wanted]) -> list[Read] | None:
        """Return what the files hold, or None where the process was lost over them."""
        process = self._process = self._process or _started()
        stop = Timer(self._limit_s * len(batch), process.kill)
        stop.daemon = True
        stop.start()
        try:
            assert process.stdin is not None
            assert process.stdout is not None
            pickle.dump(batch, process.stdin)
            process.stdin.flush()
            return cast("list[Read]", pickle.load(process.stdout))
        except (EOFError, OSError, pickle.UnpicklingError):
            self.end()
            return None
        finally:
            stop.cancel()

    def kill(self) -> None:
        """End it at once, from another thread."""
        if self._process is not None:
            self._process.kill()

    def end(self) -> None:
        """Let it end, and wait for that."""
        process, self._process = self._process, None
        if process is None:
            return
        with suppress(OSError):
            process.__exit__(None, None, None)


def _started() -> "subprocess.Popen[bytes]":
    flags = getattr(subprocess, "CREATE_NO_WINDOW", 0)
    flags |= getattr(subprocess, "BELOW_NORMAL_PRIORITY_CLASS", 0)
    return subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", _START, str(_ROOT)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        creationflags=flags,
    )


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
