"""Asking the web for bytes: each step of the way is looked at, and what breaks off is known."""

import http.client
from collections.abc import Iterator
from typing import Final
from urllib.parse import urljoin

from viewer.errors import NetworkError
from viewer.web.look import (
    MOST_STEPS,
    MOVED,
    checked,
    connection_to,
    headers,
    name_of,
    refused,
    unreached,
)

_CHUNK: Final = 32 * 1024
#: What has sent nothing for so long has broken off.
_STALLS_S: Final = 12.0


def answered(first: str, ranged: str, *, asked: bool) -> tuple[str, http.client.HTTPResponse]:
    """Ask, follow to where it sends on, and return who answers in the end, and what.

    Raises `NetworkError`, also where what answers is a refusal.
    """
    url, wanted = first, {"Range": ranged} if ranged else {}
    for _ in range(MOST_STEPS):
        parts = checked(url, first, asked=asked)
        connection, path = connection_to(url, asked=asked)
        try:
            connection.request("GET", path, headers=headers(**wanted))
            if connection.sock is not None:
                connection.sock.settimeout(_STALLS_S)
            answer = connection.getresponse()
        except (OSError, http.client.HTTPException, ValueError) as error:
            connection.close()
            raise unreached(parts.hostname or "", error) from error
        moved = answer.getheader("Location") or ""
        if answer.status not in MOVED or not moved:
            return url, _given(url, answer)
        answer.close()
        try:
            url = urljoin(url, moved)
        except ValueError:
            url = ""
    raise NetworkError(f"{name_of(first)} sends on and on, and leads nowhere.")


def _given(url: str, answer: http.client.HTTPResponse) -> http.client.HTTPResponse:
    if answer.status >= 400 and answer.status != 416:
        answer.close()
        raise refused(name_of(url), answer.status)
    return answer


def whole(url: str, span: str = "", *, asked: bool, most: int) -> bytes:
    """Return all that an address gives, or a range of it, to a bound; raises `NetworkError`."""
    end, answer = answered(url, f"bytes={span}" if span else "", asked=asked)
    try:
        data = b"".join(chunks(end, answer, most))
    finally:
        answer.close()
    if not span or answer.status == 206:
        return data
    first, _, last = span.partition("-")
    return data[int(first) : int(last) + 1]


def chunks(url: str, answer: http.client.HTTPResponse, most: int = 0) -> Iterator[bytes]:
    """Yield what comes; raises `NetworkError` where it breaks off, or is more than a bound."""
    who, size = name_of(url), 0
    try:
        while chunk := answer.read1(_CHUNK):
            size += len(chunk)
            if most and size > most:
                raise NetworkError(f"What {who} sends as a piece of the stream is too long.")
            yield chunk
    except TimeoutError as error:
        raise NetworkError(f"Nothing more comes from {who}.", hint="Try again.") from error
    except (OSError, http.client.HTTPException) as error:
        raise _broken(who) from error
    if answer.length:
        raise _broken(who)


def _broken(who: str) -> NetworkError:
    return NetworkError(f"The connection to {who} broke off.", hint="Try again.")
