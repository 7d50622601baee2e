"""What the relay is asked for, as it stands in the addresses that it serves."""

import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from viewer.core.value import value

_SAFE: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


@value
class Piece:
    """What an address gives, or a range of its bytes (`0-99`).

    A piece of MP4 cannot be read without what stands at `begin`; one for which that is named is
    handed on as MPEG-TS.
    """

    url: str
    span: str = ""
    begin: str = ""
    begin_span: str = ""


@value
class Target:
    """What is asked for: a piece, in which stream, whether the user agreed to his own network.

    `part` is one of a DASH description's streams; -1 is the description itself.
    """

    stream: str
    asked: bool
    piece: Piece
    part: int = -1

    def path(self, secret: str) -> str:
        """Return where the relay gives it; what it ends in tells FFmpeg what it may be."""
        piece = self.piece
        said = json.dumps([piece.url, piece.span, piece.begin, piece.begin_span])
        end = "list.m3u8" if self.part >= 0 else f"piece{_suffix(piece)}"
        coded = urlsafe_b64encode(said.encode()).decode()
        return f"/{secret}/{self.stream}/{int(self.asked)}/{self.part}/{coded}/{end}"


def _suffix(piece: Piece) -> str:
    try:
        suffix = PurePosixPath(urlsplit(piece.url).path).suffix.lower()
    except ValueError:
        return ".ts"
    if suffix == ".mpd":
        return ".m3u8"
    known = not piece.begin and 1 < len(suffix) < 7 and set(suffix[1:]) <= _SAFE
    return suffix if known else ".ts"


def target_of(path: str, secret: str) -> Target | None:
    """Return what a path of the relay's means, or None where it is none of its own."""
    parts = path.split("/")
    if len(parts) != 7 or not secrets.compare_digest(parts[1].encode(), secret.encode()):
        return None
    piece = Piece(*json.loads(urlsafe_b64decode(parts[5])))
    return Target(parts[2], parts[3] == "1", piece, int(parts[4]))
