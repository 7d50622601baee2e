"""The program's one relay, begun when the first stream is, and what it says of each of them."""

import atexit
import http.client
import itertools
import json
import threading
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from viewer.errors import NetworkError
from viewer.web.processes import begun
from viewer.web.target import Piece, Target

if TYPE_CHECKING:
    import subprocess

#: It answers at once, or it has gone.
_SOON_S: Final = 0.25


class Relay:
    """A process that is asked for streams; one that has ended is begun anew."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process: subprocess.Popen[str] | None = None
        self._origin = self._secret = ""
        self._streams = itertools.count(1)

    def lead(self, url: str, *, asked: bool) -> tuple[str, str]:
        """Return a new stream's name, and where the player finds it; raises `NetworkError`.

        Blocks for as long as the process needs to begin.
        """
        with self._turn:
            if self._process is None or self._process.poll() is not None:
                self._begin()
            stream = str(next(self._streams))
            return stream, self._origin + Target(stream, asked, Piece(url)).path(self._secret)

    def reason(self, stream: str) -> str:
        """Return what went wrong last with a stream, as a sentence; nothing where nothing did."""
        asked = Target(stream, asked=False, piece=Piece("")).path(self._secret)
        connection = http.client.HTTPConnection(urlsplit(self._origin).netloc, timeout=_SOON_S)
        try:
            connection.request("GET", asked)
            return connection.getresponse().read().decode()
        except (OSError, http.client.HTTPException):
            return ""
        finally:
            connection.close()

    def stop(self) -> None:
        """End the process."""
        with self._turn:
            process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    pipe.close()

    def _begin(self) -> None:
        self._process = process = begun("viewer.web.relay")
        first = process.stdout.readline() if process.stdout is not None else ""
        if not first:
            raise NetworkError("What fetches streams could not be started.")
        said = json.loads(first)
        self._origin, self._secret = said["origin"], said["secret"]


relay: Final = Relay()
atexit.register(relay.stop)
