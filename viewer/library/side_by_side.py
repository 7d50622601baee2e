"""Work on many things by several threads, its outcomes in order: zlib and SQLite let others run."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from threading import Lock, Semaphore, Thread
from typing import Final, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

#: So many are worked on at once: few at first, for the first outcomes are waited for.
_FIRST: Final = 4
_MOST: Final = 64
_THREADS: Final = max(1, min(4, os.cpu_count() or 1))


def outcomes(work: Callable[[Sequence[T]], list[R]], things: Sequence[T]) -> Iterator[R]:
    """Yield what comes of things, some worked on before they are asked for.

    With few of them no thread is begun.
    """
    if len(things) <= _FIRST:
        yield from work(things)
        return
    threads = _Threads(work, list(_chunks(things)))
    try:
        yield from threads.outcomes()
    finally:
        threads.end()


class _Threads(Generic[T, R]):
    """Threads that work on one chunk after the other, not far ahead of who takes the outcomes.

    Whoever asks may be a thread that Python has not begun: nothing here makes it known to Python
    for good, as joining a thread does, or an executor.
    """

    def __init__(self, work: Callable[[Sequence[T]], list[R]], chunks: list[Sequence[T]]) -> None:
        self._work, self._chunks = work, chunks
        self._made: list[Future[list[R]]] = [Future() for _ in chunks]
        self._numbers, self._lock = iter(range(len(chunks))), Lock()
        self._ahead, self._ended = Semaphore(_THREADS + 1), Semaphore(0)
        for _ in range(_THREADS):
            Thread(target=self._serve, name="cueline-search", daemon=True).start()

    def outcomes(self) -> Iterator[R]:
        """Yield what comes of the chunks, in order."""
        for made in self._made:
            yield from made.result()
            self._ahead.release()

    def end(self) -> None:
        """Begin no more, and wait for what is under way."""
        with self._lock:
            self._numbers = iter(range(0))
        self._ahead.release(_THREADS)
        for _ in range(_THREADS):
            self._ended.acquire()

    def _serve(self) -> None:
        while True:
            self._ahead.acquire()
            with self._lock:
                number = next(self._numbers, None)
            if number is None:
                break
            try:
                self._made[number].set_result(self._work(self._chunks[number]))
            except Exception as error:  # noqa: BLE001 - it is raised where the outcome is asked for
                self._made[number].set_exception(error)
        self._ended.release()


def _chunks(things: Sequence[T]) -> Iterator[Sequence[T]]:
    """Return things a few at a time, and more and more of them."""
    begin, size = 0, _FIRST
    while begin < len(things):
        yield things[begin : begin + size]
        begin, size = begin + size, min(2 * size, _MOST)
