"""Fetching from the web, to a bound, and keeping it in a folder of the program's own."""

import http.client
import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

from viewer.core.digest import blake2b
from viewer.core.value import value
from viewer.disk.whole import write_whole
from viewer.errors import NetworkError
from viewer.web.look import Seen, connection_to, headers, look, name_of

#: A larger answer is no transcript.
MOST_BYTES: Final = 64 * 1024 * 1024
_PIECE: Final = 64 * 1024
_LONGEST_NAME: Final = 80
_UNFIT: Final = re.compile(r"[^\w .()\[\]-]+")


@value
class Fetched:
    """What an address gave; of sound and of moving pictures only what they are."""

    seen: Seen
    data: bytes = b""


def fetch(address: str, *, asked: bool, is_cancelled: Callable[[], bool]) -> Fetched:
    """Fetch what is at an address; what a cancelled job was given of it is not whole.

    Only where the user was `asked` may it lie in his own network. Raises `NetworkError`.
    """
    seen = look(address, asked=asked)
    if seen.is_media:
        return Fetched(seen)
    return Fetched(seen, _read(seen.url, is_cancelled, asked=asked))


def keep(fetched: Fetched, folder: Path) -> Path:
    """Put what was fetched into a file; raises `NetworkError`."""
    path = place_for(folder, fetched.seen.url, file_name(_last(fetched.seen.url)))
    try:
        write_whole(path, fetched.data)
    except OSError as error:
        raise _unkept(path, error) from error
    return path


def place_for(folder: Path, url: str, name: str) -> Path:
    """Return where to keep what comes from an address, apart from others that are called so.

    Raises `NetworkError` where there can be no such folder.
    """
    path = folder / blake2b(url.encode(), digest_size=4).hexdigest() / name
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unkept(path, error) from error
    return path


def _unkept(path: Path, error: OSError) -> NetworkError:
    return NetworkError(f"{path.name} cannot be kept: {error.strerror}.")


def file_name(name: str) -> str:
    """Return a file's name that is safe anywhere; its content tells what it is."""
    return _UNFIT.sub("_", name).strip(" .")[-_LONGEST_NAME:].strip(" .") or "transcript"


def _last(url: str) -> str:
    return PurePosixPath(unquote(urlsplit(url).path)).name


def _read(url: str, is_cancelled: Callable[[], bool], *, asked: bool) -> bytes:
    who = name_of(url)
    connection, target = connection_to(url, asked=asked)
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
