"""A small site that behaves as badly as real ones do; it runs in a process of its own.

`python tests/web/site.py FOLDER` tells its port and serves the folder's files until standard input
ends, by TLS where the files of a certificate and its key are named after it. How a file is given
stands in the query: `cut` ends the connection after so many bytes of it, `stall` is silent from
there on, `rate` gives so many bytes a second, `once` does these things only to the first request
that comes so far, `status` refuses, `ranges=0` gives no pieces, `type` says what it is, `length`
lies about its length, `to` sends on, `again` to itself. `/log` lists what was asked for.
"""

import json
import mimetypes
import ssl
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

CHUNK = 512


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    folder = Path()
    asked: list[tuple[str, str]] = []  # noqa: RUF012 - one list for the whole site
    done: set[str] = set()  # noqa: RUF012

    def do_GET(self):
        parts = urlsplit(self.path)
        self.how = {key: values[-1] for key, values in parse_qs(parts.query).items()}
        if parts.path == "/log":
            self.give(json.dumps(self.asked).encode(), "application/json")
            return
        self.asked.append((self.path, self.headers.get("Range", "")))
        if status := int(self.how.get("status", "0")):
            to = self.path if self.how.get("to") == "again" else self.how.get("to", "")
            self.answer(status, {"Location": to, "Content-Length": "0"})
            return
        path = self.folder / unquote(parts.path).lstrip("/")
        if not path.is_file():
            self.answer(404, {"Content-Length": "0"})
            return
        known = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        self.give(path.read_bytes(), self.how.get("type", known))

    do_HEAD = do_GET  # noqa: N815

    def give(self, data, kind):
        begin, status, headers = 0, 200, {"Content-Type": kind}
        asked = self.headers.get("Range", "")
        if asked.startswith("bytes=") and self.how.get("ranges") != "0":
            first, _, last = asked.removeprefix("bytes=").partition("-")
            begin, end = int(first), int(last) + 1 if last else len(data)
            end = min(end, len(data))
            if begin >= len(data):
                self.answer(416, {"Content-Length": "0"})
                return
            status, headers["Content-Range"] = 206, f"bytes {begin}-{end - 1}/{len(data)}"
            data = data[begin:end]
        if self.how.get("ranges") != "0":
            headers["Accept-Ranges"] = "bytes"
        headers["Content-Length"] = self.how.get("length", str(len(data)))
        self.answer(status, headers)
        if self.command == "GET":
            self.pour(data, begin)

    def answer(self, status, headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def pour(self, data, begin):
        rate = int(self.how.get("rate", "0"))
        for at in range(0, len(data), CHUNK):
            piece = data[at : at + CHUNK]
            if self.breaks(begin + at + len(piece)):
                return
            self.wfile.write(piece)
            if rate:
                self.wfile.flush()
                time.sleep(len(piece) / rate)

    def breaks(self, reached):
        """Cut the connection or fall silent, where that is to be; return whether it is over."""
        limit = int(self.how.get("cut") or self.how.get("stall") or "0")
        if not limit or reached < limit or (self.how.get("once") and self.path in self.done):
            return False
        self.done.add(self.path)
        self.wfile.flush()
        if self.how.get("stall"):
            threading.Event().wait(60)
        self.close_connection = True
        return True

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):  # whoever went away
        pass


def main():
    Handler.folder = Path(sys.argv[1])
    server = Server(("127.0.0.1", 0), Handler)
    if certificate := sys.argv[2:]:
        safe = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        safe.load_cert_chain(*certificate)
        server.socket = safe.wrap_socket(
            server.socket, server_side=True, do_handshake_on_connect=False
        )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    sys.stdout.write(f"{server.server_address[1]}\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main()
