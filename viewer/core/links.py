"""Web links with a moment in them, read and written."""

import re
from typing import Final
from urllib.parse import SplitResult, urlsplit

from viewer.core.late import late
from viewer.core.timecode import format_seconds, parse_time

#: `t` and `start` where links carry a moment: `?t=`, `&t=`, `#t=`, `&amp;t=`, `/ID&t=`.
_MOMENT: Final = late(r"[?&#;](?:t|start|time_continue)=([^?&#;\s]*)")
_MOMENT_KEYS: Final = frozenset({"t", "start", "time_continue"})
_YOUTUBE: Final = (".youtube.com", ".youtube-nocookie.com", ".youtu.be")
#: How hosts write a moment: in the query or in the fragment, to the whole second or exactly.
_FORMS: Final = {
    **dict.fromkeys(_YOUTUBE, ("t={seconds}s", "")),
    ".vimeo.com": ("", "t={whole}s"),
    ".soundcloud.com": ("", "t={whole}s"),
    ".twitch.tv": ("t={whole}s", ""),
    ".dailymotion.com": ("start={whole}", ""),
    ".archive.org": ("start={whole}", ""),
    ".rumble.com": ("start={whole}", ""),
    ".spotify.com": ("t={whole}", ""),
    ".bilibili.com": ("t={whole}", ""),
    ".odysee.com": ("t={whole}", ""),
    ".loom.com": ("t={whole}", ""),
    ".streamable.com": ("t={whole}", ""),
    ".mixcloud.com": ("t={whole}", ""),
    ".drive.google.com": ("t={whole}", ""),
}
#: The end of an address that is a recording itself.
_FILE: Final = late(
    r"\.(?:mp4|m4v|m4a|mov|webm|mkv|ogv|ogg|oga|opus|mp3|wav|flac|aac)$", re.IGNORECASE
)
_UNSAFE: Final = re.compile('[\\s<>"`\\\\\x00-\x1f\x7f]')


def time_in_link(url: str) -> int | None:
    """Return the milliseconds that a link points to; where it has several, the last one."""
    moments = _MOMENT.findall(url)
    return parse_time(moments[-1].partition(",")[0]) if moments else None


def is_web_link(url: str) -> bool:
    """Return whether `url` is a complete http or https address."""
    return _split(url) is not None


def link_at(url: str, ms: int, end_ms: int | None = None, *, whole_seconds: bool = False) -> str:
    """Return the link to the moment `ms`, or nothing where `url` is no web address.

    YouTube and the other hosts that are known have a form of their own; a media file gets a
    fragment with its end, too, where that is known; every other page one with the beginning. A
    moment that the link carries already is replaced, and with it the fragment.
    """
    parts = _split(url)
    if parts is None:
        return ""
    seconds = _seconds(ms // 1000 * 1000 if whole_seconds else ms)
    path, kept = _path_and_query(parts)
    query, fragment = _form_of(parts)
    if query:
        return _join(parts, path, [*kept, query.format(seconds=seconds, whole=ms // 1000)], "")
    if not fragment and end_ms is not None and _FILE.search(path):
        last = -(-end_ms // 1000) * 1000 if whole_seconds else end_ms
        return _join(parts, path, kept, f"t={seconds},{_seconds(last)}")
    filled = (fragment or "t={seconds}").format(seconds=seconds, whole=ms // 1000)
    return _join(parts, path, kept, filled)


def _seconds(ms: int) -> str:
    return format_seconds(ms).removesuffix(".0")


def _form_of(parts: SplitResult) -> tuple[str, str]:
    """Return how the host writes a moment in the query, or in the fragment; empty if unknown."""
    host = "." + (parts.hostname or "").lower()
    return next((form for known, form in _FORMS.items() if host.endswith(known)), ("", ""))


def without_time(url: str) -> str:
    """Return the link without the moment it carries, or nothing where it is no web address."""
    parts = _split(url)
    if parts is None:
        return ""
    fragment = "" if _MOMENT.search("#" + parts.fragment) else parts.fragment
    return _join(parts, *_path_and_query(parts), fragment)


def _is_youtube(parts: SplitResult) -> bool:
    host = "." + (parts.hostname or "").lower()
    return host.endswith(_YOUTUBE)


def _path_and_query(parts: SplitResult) -> tuple[str, list[str]]:
    """Return the path, and the query's parts but those that tell a moment."""
    path, query = parts.path, parts.query
    if _is_youtube(parts):
        # Some tools write youtu.be/ID&t=6: what follows the ampersand is meant as the query.
        path, _, stray = path.partition("&")
        query = "&".join(part for part in (stray, query) if part)
    return path, _kept(query)


def _kept(query: str) -> list[str]:
    parts = query.split("&") if query else []
    return [part for part in parts if part.partition("=")[0].lower() not in _MOMENT_KEYS]


def _join(parts: SplitResult, path: str, query: list[str], fragment: str) -> str:
    url = f"{parts.scheme}://{parts.netloc}{path}"
    if query:
        url += "?" + "&".join(query)
    return url + (f"#{fragment}" if fragment else "")


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(_UNSAFE.sub(_percent, url.strip()))
        hostname = parts.hostname
    except ValueError:
        return None
    return parts if parts.scheme in {"http", "https"} and hostname else None


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace"))
