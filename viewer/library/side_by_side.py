"""Work on many things by several threads, its outcomes in order: zstd and SQLite let others run."""

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import Final, TypeVar

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
    chunks = _chunks(things)
    with ThreadPoolExecutor(_THREADS, "cueline-search") as threads:
        ahead = deque(threads.submit(work, some) for some in islice(chunks, _THREADS + 1))
        try:
            while ahead:
                yield from ahead.popleft().result()
                ahead.extend(threads.submit(work, some) for some in islice(chunks, 1))
        finally:
            threads.shutdown(wait=False, cancel_futures=True)


def _chunks(things: Sequence[T]) -> Iterator[Sequence[T]]:
    """Return things a few at a time, and more and more of them."""
    begin, size = 0, _FIRST
    while begin < len(things):
        yield things[begin : begin + size]
        begin, size = begin + size, min(2 * size, _MOST)
