"""The players of their own that sites let others show: where they are, and what they need."""

from collections.abc import Callable
from typing import Final
from urllib.parse import urlencode

from viewer.core.value import value
from viewer.web.places import NAMES, Kind, WebPlace

#: Who shows the player: an address that is the project's own.
HOME: Final = "https://cueline.github.io/"
ORIGIN: Final = HOME.rstrip("/")
#: What our page's own server is called in Chromium, where a site does not believe the former.
SERVED_HOST: Final = "cueline.localhost"
#: The player saw nobody who shows it.
UNSEEN: Final = 153


@value
class Embed:
    """A site's player: how its messages read, its page for a video, and the hosts that it needs.

    A host that begins with `*.` stands for all below it.
    """

    name: str
    adapter: str
    address: Callable[[WebPlace, str], str]
    hosts: tuple[str, ...]

    def reaches(self, host: str) -> bool:
        """Return whether a host is one of the site's."""
        return any(
            host == known or (known.startswith("*.") and host.endswith(known[1:]))
            for known in self.hosts
        )


def _youtube(place: WebPlace, origin: str) -> str:
    asked = {
        "enablejsapi": 1,
        "origin": origin,
        "widgetid": 1,
        "playsinline": 1,
        "rel": 0,
    }
    return f"https://www.youtube-nocookie.com/embed/{place.video}?{urlencode(asked)}"


def _vimeo(place: WebPlace, _origin: str) -> str:
    asked = {"dnt": 1, "playsinline": 1} | ({"h": place.secret} if place.secret else {})
    return f"https://player.vimeo.com/video/{place.video}?{urlencode(asked)}"


EMBEDS: Final = {
    Kind.YOUTUBE: Embed(
        NAMES[Kind.YOUTUBE],
        "youtube",
        _youtube,
        (
            "www.youtube-nocookie.com",
            "*.youtube-nocookie.com",
            "www.youtube.com",
            "*.googlevideo.com",
            "*.ytimg.com",
            "*.ggpht.com",
            "fonts.gstatic.com",
            "www.gstatic.com",
        ),
    ),
    Kind.VIMEO: Embed(
        NAMES[Kind.VIMEO], "vimeo", _vimeo, ("player.vimeo.com", "*.vimeo.com", "*.vimeocdn.com")
    ),
}

_BROWSE: Final = "Open it in the browser instead."
_BROWSE_OR: Final = "Open it in the browser, or download it."
#: What a player says by a number: the sentence, and what to do.
_ERRORS: Final = {
    2: ("{site} knows no video by this link.", "Look at the link in the transcript."),
    5: ("This video does not play in the player of {site} here.", _BROWSE_OR),
    100: ("The video is private, or was taken from {site}.", _BROWSE),
    101: ("Its owner lets this video be seen on {site} alone.", _BROWSE_OR),
    150: ("Its owner lets this video be seen on {site} alone.", _BROWSE_OR),
    153: (
        "{site} did not see who shows its player; that is a fault of Cueline.",
        "Please report it, and open the video in the browser meanwhile.",
    ),
}


def failure(site: str, code: int) -> tuple[str, str]:
    """Return what an error of a site's player means, and what to do about it."""
    sentence, hint = _ERRORS.get(code, ("The player of {site} failed ({code}).", _BROWSE))
    return sentence.format(site=site, code=code), hint
