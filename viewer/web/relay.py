"""Hands what plays the web's streams each piece of them, in a process of its own.

`python -m viewer.web.relay` tells its port and its secret, and serves until standard input ends.
FFmpeg in Qt looks at no certificate, follows lists to wherever they lead, and says little of what
went wrong. So it is led here for every byte: each step is looked at as `look` does, every list of
pieces is written anew, DASH is rewritten as HLS, and why something failed can be asked.
"""

import http.client
import json
import secrets
import sys
import threading
from collections.abc import Iterator
from functools import lru_cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import chain
from typing import ClassVar, Final

from viewer.errors import NetworkError
from viewer.web import dash, playlists, transport
from viewer.web.asking import answered, chunks, whole
from viewer.web.look import name_of
from viewer.web.target import Piece, Target, target_of

_HEAD: Final = 512
#: Larger lists of pieces are none, nor larger pieces of MP4, nor what stands before them.
_MOST_LIST: Final = 8 * 1024 * 1024
_MOST_PIECE: Final = 256 * 1024 * 1024
_MOST_BEGIN: Final = 1024 * 1024
#: So much of a file is read over where a server gives no part of it alone.
_MOST_SKIPPED: Final = 512 * 1024 * 1024
_LIST_TYPE: Final = "application/vnd.apple.mpegurl"


class Handler(BaseHTTPRequestHandler):
    """Answers one connection of the player's."""

    protocol_version = "HTTP/1.1"
    secret = ""
    origin = ""
    #: What went wrong last in each stream, as a sentence.
    reasons: ClassVar[dict[str, str]] = {}

    def do_GET(self) -> None:
        """Give a piece, or a list of pieces."""
        target = target_of(self.path, self.secret)
        if target is None or f"http://{self.headers.get('Host')}" != self.origin:
            self._say(404, {"Content-Length": "0"})
            return
        if not target.piece.url:
            self._give_text(self.reasons.get(target.stream, ""), "text/plain")
            return
        try:
            if target.piece.begin:
                self._give_told(target.piece, asked=target.asked)
            else:
                self._relay(target)
        except NetworkError as error:
            self._fail(target, error)
        except dash.UnreadableError as error:
            self._fail(target, NetworkError(str(error)))
        except OSError:
            self.close_connection = True  # the player has had enough

    def _relay(self, target: Target) -> None:
        ranged = self.headers.get("Range", "")
        url, answer = answered(target.piece.url, ranged, asked=target.asked)
        try:
            head = answer.read(_HEAD) if self._from_start(answer) else b""
            if playlists.is_list(head):
                self._give_text(self._as_list(target, url, _text(url, head, answer)))
            elif dash.is_dash(head):
                self._give_text(self._as_hls(target, url, _text(url, head, answer)))
            else:
                self._give(url, head, answer)
        finally:
            answer.close()

    def _give_told(self, piece: Piece, *, asked: bool) -> None:
        """Give a piece of MP4 as MPEG-TS."""
        begin = _begin_of(piece.begin, piece.begin_span, asked=asked)
        data = whole(piece.url, piece.span, asked=asked, most=_MOST_PIECE)
        try:
            data = transport.rewritten(begin, data)
        except ValueError as error:
            raise NetworkError(f"{name_of(piece.url)} sends a damaged piece.") from error
        self._say(200, {"Content-Type": "video/mp2t", "Content-Length": str(len(data))})
        self.wfile.write(data)

    def _from_start(self, answer: http.client.HTTPResponse) -> bool:
        begins = answer.getheader("Content-Range", "").startswith("bytes 0-")
        return answer.status == 200 or begins

    def _lead(self, target: Target) -> playlists.Lead:
        def lead(piece: Piece) -> str:
            return self.origin + Target(target.stream, target.asked, piece).path(self.secret)

        return lead

    def _as_list(self, target: Target, url: str, text: str) -> str:
        takes = partial(_takes, asked=target.asked)
        return playlists.rewritten(text, url, self._lead(target), takes)

    def _as_hls(self, target: Target, url: str, text: str) -> str:
        """Return a DASH description as a list of lists, or one of its streams as a list."""
        streams = dash.read(text, url)
        if target.part < 0:
            piece = Piece(url)
            parts = [Target(target.stream, target.asked, piece, i) for i in range(len(streams))]
            return dash.master(streams, [self.origin + part.path(self.secret) for part in parts])
        stream = streams[min(target.part, len(streams) - 1)]
        if stream.index:
            first = stream.segments[0].url
            index = whole(first, stream.index, asked=target.asked, most=_MOST_LIST)
            stream.split(index)
        takes = partial(_takes, asked=target.asked)
        return stream.written(self._lead(target), takes)

    def _give_text(self, text: str, kind: str = _LIST_TYPE) -> None:
        data = text.encode()
        self._say(200, {"Content-Type": kind, "Content-Length": str(len(data))})
        self.wfile.write(data)

    def _give(self, url: str, head: bytes, answer: http.client.HTTPResponse) -> None:
        """Pass an answer on; where a server gives no part alone, read over what comes before it."""
        passed = ("Content-Type", "Content-Length", "Content-Range", "Accept-Ranges")
        more = {name: value for name in passed if (value := answer.getheader(name))}
        begin, length = _begin(self.headers.get("Range", "")), answer.length
        status, total = answer.status, len(head) + (length or 0)
        pieces: Iterator[bytes] = chain([head], chunks(url, answer))
        if status == 200 and begin is not None and length is not None and begin < total:
            if begin > _MOST_SKIPPED:
                raise NetworkError(f"{name_of(url)} gives no part of this recording alone.")
            status, more["Accept-Ranges"] = 206, "bytes"
            more["Content-Range"] = f"bytes {begin}-{total - 1}/{total}"
            more["Content-Length"] = str(total - begin)
            pieces = _after(begin, pieces)
        if "Content-Length" not in more:
            more["Connection"] = "close"
        self._say(status, more)
        for piece in pieces:
            self.wfile.write(piece)
        self.close_connection = self.close_connection or "Content-Length" not in more

    def _say(self, status: int, more: dict[str, str]) -> None:
        self.send_response_only(status)
        for name, value in more.items():
            self.send_header(name, value)
        self.end_headers()

    def _fail(self, target: Target, error: NetworkError) -> None:
        """Say why; in the middle of an answer it can only be broken off."""
        self.reasons[target.stream] = f"{error} {error.hint}".strip()
        self.close_connection = True
        if not self._headers_sent:
            self._say(502, {"Content-Length": "0", "Connection": "close"})

    @property
    def _headers_sent(self) -> bool:
        return self._sent

    def handle_one_request(self) -> None:
        """Take the next request."""
        self._sent = False
        super().handle_one_request()

    def end_headers(self) -> None:
        """Send what was said of the answer."""
        self._sent = True
        super().end_headers()

    def log_message(self, *_arguments: object) -> None:
        """Say nothing."""


def _text(url: str, head: bytes, answer: http.client.HTTPResponse) -> str:
    data = head + b"".join(chunks(url, answer, _MOST_LIST))
    return data.decode("utf-8", "replace")


@lru_cache(maxsize=32)
def _begin_of(url: str, span: str, *, asked: bool) -> bytes:
    """Return what stands before pieces, which each of them needs; raises `NetworkError`."""
    return whole(url, span, asked=asked, most=_MOST_BEGIN)


def _takes(begin: Piece, *, asked: bool) -> bool:
    return transport.takes(_begin_of(begin.url, begin.span, asked=asked))


def _after(begin: int, pieces: Iterator[bytes]) -> Iterator[bytes]:
    for piece in pieces:
        if begin < len(piece):
            yield piece[begin:]
        begin = max(begin - len(piece), 0)


def _begin(ranged: str) -> int | None:
    first = ranged.removeprefix("bytes=").partition("-")[0]
    return int(first) if ranged.startswith("bytes=") and first.isdecimal() else None


class Server(ThreadingHTTPServer):
    """Serves on this machine alone."""

    daemon_threads = True

    def handle_error(self, *_arguments: object) -> None:
        """Say nothing of a player that has gone away."""


def main() -> None:
    """Serve until whoever began this has gone."""
    Handler.secret = secrets.token_urlsafe(16)
    server = Server(("127.0.0.1", 0), Handler)
    Handler.origin = f"http://127.0.0.1:{server.server_address[1]}"
    threading.Thread(target=partial(server.serve_forever, 0.5), daemon=True).start()
    sys.stdout.write(json.dumps({"origin": Handler.origin, "secret": Handler.secret}) + "\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main()
