"""YouTube's video ids: in links of every shape, and in the names that downloaders give files."""

import re
from typing import Final
from urllib.parse import parse_qs, urlsplit

_ID: Final = re.compile(r"[A-Za-z0-9_-]{11}")
_HOSTS: Final = ("youtube.com", "youtube-nocookie.com", "youtu.be")
_IN_PATH: Final = frozenset({"live", "shorts", "embed", "v", "e", "watch"})
#: `Title [id]` is yt-dlp's way, `Title-id` that of youtube-dl before it.
_IN_BRACKETS: Final = re.compile(r"[\[(]([A-Za-z0-9_-]{11})[\])]")
_AT_END: Final = re.compile(r"(?:^|[-_ .])([A-Za-z0-9_-]{11})$")


def video_id(url: str) -> str | None:
    """Return the id of the video that a link leads to, or None where it is no such link.

    >>> video_id("https://youtu.be/YCxNiKcoljE&t=6"), video_id("https://example.org/watch?v=x")
    ('YCxNiKcoljE', None)
    """
    try:
        parts = urlsplit(url if "//" in url else f"//{url}")
        host = (parts.hostname or "").removesuffix(".")
    except ValueError:
        return None
    if not any(host == known or host.endswith(f".{known}") for known in _HOSTS):
        return None
    asked = parse_qs(parts.query).get("v", [])
    steps = [step.partition("&")[0] for step in parts.path.split("/") if step]
    if host.endswith("youtu.be"):
        asked += steps[:1]
    elif len(steps) > 1 and steps[0] in _IN_PATH:
        asked.append(steps[1])
    return next((each for each in asked if _ID.fullmatch(each)), None)


def id_in_name(stem: str) -> str | None:
    """Return what is a video's id in a file name without suffix, by where it stands there.

    >>> id_in_name("Title [YCxNiKcoljE].en"), id_in_name("Title-YCxNiKcoljE"), id_in_name("Title")
    ('YCxNiKcoljE', 'YCxNiKcoljE', None)
    """
    if in_brackets := _IN_BRACKETS.findall(stem):
        return str(in_brackets[-1])
    at_end = _AT_END.search(stem)
    if at_end is None or (at_end[1].isalpha() and at_end[1].islower()):
        return None  # an ordinary word of eleven letters
    return at_end[1]
