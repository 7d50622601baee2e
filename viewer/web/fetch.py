"""Fetching a transcript from the web, to a bound, into a folder of the program's own."""

import http.client
import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

from viewer.disk.whole import write_whole
from viewer.errors import NetworkError
from viewer.web.look import Seen, connection_to, headers, look, name_of

#: A larger answer is no transcript.
MOST_BYTES: Final = 64 * 1024 * 1024
_PIECE: Final = 64 * 1024
_LONGEST_NAME: Final = 80
_UNFIT: Final = re.compile(r"[^\w .()\[\]-]+")


def fetch(address: str, folder: Path, is_cancelled: Callable[[], bool]) -> Path | Seen:
    """Fetch what the user asked for, and return where it is; what is a page, or media, as seen.

    Raises `NetworkError`.
    """
    seen = look(address, asked=True)
    if seen.is_page or seen.kind.partition("/")[0] in ("audio", "video"):
        return seen
    data = _read(seen.url, is_cancelled)
    path = folder / _name(seen.url)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    except OSError as error:
        raise NetworkError(f"{path.name} cannot be kept: {error.strerror}.") from error
    return path


def _read(url: str, is_cancelled: Callable[[], bool]) -> bytes:
    who = name_of(url)
    connection, target = connection_to(url)
    pieces, size = [], 0
    try:
        connection.request("GET", target, headers=headers())
        answer = connection.getresponse()
        while piece := answer.read(_PIECE):
            size += len(piece)
            if is_cancelled():
                break
            if size > MOST_BYTES:
                raise NetworkError(f"What {who} sends is too large for a transcript.")
            pieces.append(piece)
        if answer.length and not is_cancelled():
            raise http.client.IncompleteRead(b"", answer.length)
    except (OSError, http.client.HTTPException) as error:
        raise NetworkError(f"The connection to {who} broke off.", hint="Try again.") from error
    finally:
        connection.close()
    return b"".join(pieces)


def _name(url: str) -> str:
    """Return a file's name that is safe anywhere; its content tells what it is."""
    name = PurePosixPath(unquote(urlsplit(url).path)).name
    return _UNFIT.sub("_", name).strip(" .")[-_LONGEST_NAME:] or "transcript"
