"""Connections to an index that are used again, each by one thread at a time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Generic, Protocol, TypeVar


class _Closable(Protocol):
    def close(self) -> None: ...


C = TypeVar("C", bound=_Closable)


class Pool(Generic[C]):
    """Makes as many connections as there are threads at work at once."""

    def __init__(self, connect: Callable[[], C]) -> None:
        self._connect = connect
        self._lock = Lock()
        self._free: list[C] = []
        self._closed = False

    @contextmanager
    def lent(self, broken: type[Exception]) -> Iterator[C]:
        """Lend a connection; one on which an error of this kind came is not used again."""
        with self._lock:
            connection = self._free.pop() if self._free else None
        connection = connection or self._connect()
        try:
            yield connection
        except broken:
            connection.close()
            raise
        except BaseException:
            self._take_back(connection)
            raise
        self._take_back(connection)

    def close(self) -> None:
        """Let go of the connections; those that are lent are closed when they come back."""
        with self._lock:
            self._closed = True
            for connection in self._free:
                connection.close()
            self._free.clear()

    def _take_back(self, connection: C) -> None:
        with self._lock:
            if not self._closed:
                self._free.append(connection)
                return
        connection.close()
