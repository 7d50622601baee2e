"""What yt-dlp's failures mean, each as one sentence with a next step.

Its classes tell most of them. What a site said stands in the message alone, in words that have
been the same for years; they are looked for there.
"""

import re
from typing import Final, NamedTuple


class Meaning(NamedTuple):
    """A finished sentence, what to do next, and whether a newer yt-dlp is likely to help."""

    sentence: str
    hint: str = ""
    outdated: bool = False


class NoRoomError(Exception):
    """The disk is too full for what is to come."""


class NoFolderError(Exception):
    """The folder that was chosen once is not there any more."""


_BROWSE: Final = "Open it in the browser."
_LOGGED_IN: Final = "Open it in the browser, where you are logged in."
_UPDATE: Final = "yt-dlp may be too old for the site: update it, and try again."
_GONE: Final = Meaning("There is no such recording any more.", "Look at the link.")
#: What each refusal of a server means.
_STATUS: Final = {
    401: Meaning("The site wants a log-in.", _BROWSE),
    403: Meaning("The site refuses to give it.", _UPDATE, outdated=True),
    404: _GONE,
    410: _GONE,
    429: Meaning("The site was asked too often.", "Try again later."),
}
_KINDS: Final = {
    "UnsupportedError": Meaning("yt-dlp finds no recording at this address.", _BROWSE),
    "NoSupportingHandlers": Meaning(
        "yt-dlp finds no recording at this address.", "Look at the link."
    ),
    "GeoRestrictedError": Meaning("The site does not give it in this country.", _BROWSE),
    "CertificateVerifyError": Meaning(
        "The connection is not safe, as on networks that want a log-in first.",
        "Open it in the browser, and log in to the network.",
    ),
    "ProxyError": Meaning("The proxy was not reached.", "Look at the network's settings."),
    "TransportError": Meaning(
        "The site was not reached.", "Look at the network, or try again later."
    ),
    "DownloadCancelled": Meaning("The download was cancelled."),
}
#: Words of the sites' and of yt-dlp's own, and what they mean.
_WORDS: Final = tuple(
    (re.compile(words, re.IGNORECASE), meant)
    for words, meant in (
        (r"confirm you.?re not a bot", Meaning("The site takes yt-dlp for a robot.", _BROWSE)),
        (
            r"confirm your age|age.restricted",
            Meaning("The site wants to know your age.", _LOGGED_IN),
        ),
        (r"private video|video is private", Meaning("The video is private.", _LOGGED_IN)),
        (r"members.only|join this channel", Meaning("The video is for members alone.", _LOGGED_IN)),
        (
            r"not (?:made this video )?available in your (?:country|location)|geo.?restrict",
            _KINDS["GeoRestrictedError"],
        ),
        (r"DRM.protected", Meaning("The video is locked (DRM): nobody can download it.", _BROWSE)),
        (
            r"premieres in|live event will begin",
            Meaning("It has not begun yet.", "Try again later."),
        ),
        (
            r"requested format is not available|only images are available",
            Meaning("There is no picture or sound in this size.", _UPDATE, outdated=True),
        ),
        (
            r"no supported javascript runtime|challenge solv|signature extraction failed"
            r"|unable to extract|failed to extract any player response",
            Meaning("yt-dlp does not understand the site.", _UPDATE, outdated=True),
        ),
        (
            r"video (?:is )?(?:unavailable|not available)|has been removed"
            r"|account .{0,80} terminated",
            Meaning("The video was taken from the site, or is private.", _BROWSE),
        ),
        (r"requires? (?:a )?(?:login|log.?in)|login required|sign in", _STATUS[401]),
        (
            r"no space left",
            Meaning(
                "The disk is full.", "Make room, and download it again: it goes on from there."
            ),
        ),
        (r"ffmpeg (?:is )?not (?:found|installed)", Meaning("This needs the program FFmpeg.")),
    )
)
_ANY: Final = Meaning("The download failed.", "Try again, or open it in the browser.")


def meaning(error: BaseException) -> Meaning:
    """Return what an error of yt-dlp's means."""
    if isinstance(error, NoRoomError):
        return Meaning(str(error), "Choose another folder, or a smaller picture.")
    if isinstance(error, NoFolderError):
        return Meaning(str(error), "Choose another folder.")
    said = str(error)
    for words, meant in _WORDS:
        if words.search(said):
            return meant
    for cause in _causes(error):
        status = getattr(cause, "status", None)
        if isinstance(status, int):
            return _STATUS.get(status, Meaning(f"The site refuses ({status}).", "Try again later."))
        for kind in type(cause).__mro__:
            if known := _KINDS.get(kind.__name__):
                return known
    return _ANY


def _causes(error: BaseException) -> list[BaseException]:
    """Return what led to an error, the first cause first."""
    found = [error]
    while len(found) < 8:
        inner = getattr(found[-1], "exc_info", None)
        cause = (inner[1] if inner else None) or getattr(found[-1], "cause", None)
        if not isinstance(cause, BaseException) or cause in found:
            break
        found.append(cause)
    return found[::-1]
