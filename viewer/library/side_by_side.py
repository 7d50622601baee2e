"""Work on many things by several threads, its outcomes in order: zstd and SQLite let others run."""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import Final, TypeVar

T = TypeVar("T")
R = TypeVar("R")

#: So many are worked on at once: few at first, for the first outcomes are waited for.
_FIRST: Final = 4
_MOST: Final = 64
_THREADS: Final = max(1, min(4, os.cpu_count() or 1))


def outcomes(work: Callable[[Sequence[T]], list[R]], things: Iterable[T]) -> Iterator[R]:
    """Yield what comes of things, some worked on before they are asked for.

    With few of them no thread is begun.
    """
    chunks = _chunks(things)
    first = next(chunks, [])
    yield from work(first)
    second = next(chunks, None)
    if second is None:
        return
    with ThreadPoolExecutor(_THREADS, "cueline-search") as threads:
        ahead = deque(threads.submit(work, some) for some in (second, *islice(chunks, _THREADS)))
        try:
            while ahead:
                yield from ahead.popleft().result()
                ahead.extend(threads.submit(work, some) for some in islice(chunks, 1))
        finally:
            threads.shutdown(wait=False, cancel_futures=True)


def _chunks(things: Iterable[T]) -> Iterator[Sequence[T]]:
    """Return things a few at a time, and more and more of them."""
    left, size = iter(things), _FIRST
    while chunk := list(islice(left, size)):
        yield chunk
        size = min(2 * size, _MOST)
