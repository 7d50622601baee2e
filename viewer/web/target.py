"""What the relay is asked for, as it stands in the addresses that it serves."""

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from viewer.core.value import value

_SAFE: Final = frozenset("abcdefghijklmnopqrstuvwxyz0123456789")


@value
class Target:
    """What is asked for: an address, in which stream, whether the user agreed to his own network.

    `part` is one of a DASH description's streams; -1 is the description itself.
    """

    stream: str
    asked: bool
    url: str
    part: int = -1

    def path(self, secret: str) -> str:
        """Return where the relay gives it; what it ends in tells FFmpeg what it may be."""
        coded = urlsafe_b64encode(self.url.encode("utf-8", "surrogatepass")).decode()
        end = "list.m3u8" if self.part >= 0 else f"piece{_suffix(self.url)}"
        return f"/{secret}/{self.stream}/{int(self.asked)}/{self.part}/{coded}/{end}"


def _suffix(url: str) -> str:
    try:
        suffix = PurePosixPath(urlsplit(url).path).suffix.lower()
    except ValueError:
        return ".ts"
    if suffix == ".mpd":
        return ".m3u8"
    return suffix if 1 < len(suffix) < 7 and set(suffix[1:]) <= _SAFE else ".ts"


def target_of(path: str, secret: str) -> Target | None:
    """Return what a path of the relay's means, or None where it is none of its own."""
    parts = path.split("/")
    if len(parts) != 7 or not secrets.compare_digest(parts[1].encode(), secret.encode()):
        return None
    url = urlsafe_b64decode(parts[5]).decode("utf-8", "surrogatepass")
    return Target(parts[2], parts[3] == "1", url, int(parts[4]))
