"""What an address of the web leads to: a site's video, sound or a picture itself, or a page."""

import re
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from viewer.core.links import is_web_link
from viewer.core.value import value
from viewer.web.hosts import is_local
from viewer.web.youtube import video_id


class Kind(StrEnum):
    """What is at an address, as far as the address tells."""

    YOUTUBE = "youtube"
    VIMEO = "vimeo"
    #: A file or a list of sound or moving pictures.
    MEDIA = "media"
    #: Anything else.
    PAGE = "page"


#: What names of sound and moving pictures end in; the last two are lists of pieces.
MEDIA_SUFFIXES: Final = frozenset(
    re.findall(
        r"[.]\w+",
        ".aac .flac .m4a .m4b .m4v .mkv .mov .mp3 .mp4 .mpg .oga .ogg .ogv .opus .ts .wav .webm"
        " .m3u8 .mpd",
    )
)
#: What a site calls itself.
NAMES: Final = {Kind.YOUTUBE: "YouTube", Kind.VIMEO: "Vimeo"}
_VIMEO_ID: Final = re.compile(r"\d{4,12}")
_VIMEO_HASH: Final = re.compile(r"[0-9a-f]{6,20}")


@value
class WebPlace:
    """An address, and what it leads to.

    `video` is a site's id, `secret` what else an unlisted video is asked for with.
    """

    url: str
    kind: Kind
    video: str = ""
    secret: str = ""

    @property
    def host(self) -> str:
        """Who is asked."""
        return (urlsplit(self.url).hostname or "").removesuffix(".")

    @property
    def site(self) -> str:
        """What a choice of the user's is remembered for."""
        return self.kind.value if self.kind in NAMES else self.host.removeprefix("www.")

    @property
    def name(self) -> str:
        """What to call it in a sentence."""
        return NAMES.get(self.kind) or self.host.removeprefix("www.")

    @property
    def is_local(self) -> bool:
        """Whether it lies on this machine or in its own network, as far as its name tells."""
        return is_local(self.host)


def recognise(address: str) -> WebPlace | None:
    """Return what an address leads to; None for what is no http or https address.

    >>> recognise("https://youtu.be/YCxNiKcoljE").video, recognise("file:///etc/passwd")
    ('YCxNiKcoljE', None)
    """
    url = address.strip()
    if not is_web_link(url) or any(ord(letter) <= ord(" ") for letter in url):
        return None
    parts = urlsplit(url)
    if parts.username is not None or parts.password is not None:
        return None  # what looks like a host there is a name
    if found := video_id(url):
        return WebPlace(url, Kind.YOUTUBE, found)
    if vimeo := _vimeo(url, parts):
        return vimeo
    suffix = PurePosixPath(unquote(parts.path)).suffix.lower()
    return WebPlace(url, Kind.MEDIA if suffix in MEDIA_SUFFIXES else Kind.PAGE)


def _vimeo(url: str, parts: SplitResult) -> WebPlace | None:
    """Return the video of Vimeo's that is meant: `vimeo.com/ID`, `/ID/HASH`, `/video/ID?h=HASH`."""
    host = (parts.hostname or "").removesuffix(".")
    if host not in ("vimeo.com", "www.vimeo.com", "player.vimeo.com"):
        return None
    steps = [step for step in parts.path.split("/") if step]
    at = next((i for i, step in enumerate(steps) if _VIMEO_ID.fullmatch(step)), None)
    if at is None:
        return None
    secrets = [*parse_qs(parts.query).get("h", []), *steps[at + 1 : at + 2]]
    secret = next((each for each in secrets if _VIMEO_HASH.fullmatch(each)), "")
    return WebPlace(url, Kind.VIMEO, steps[at], secret)
