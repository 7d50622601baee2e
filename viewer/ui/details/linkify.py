"""Links and times in a stranger's plain text, and that text as mark-up of our own making."""

import re
from collections.abc import Iterator
from html import escape
from typing import Final
from urllib.parse import quote, urlsplit

from viewer.core.links import is_web_link
from viewer.core.timecode import LOOSE_CLOCK, parse_time
from viewer.core.value import value

#: A link ends at white space, at quotes and angle brackets, at what cannot be seen (zero-width
#: spaces, direction marks), and at the full-width punctuation of CJK text.
_URL: Final = (
    r"(?P<url>(?:https?://|\bwww\.(?=[\w-]+\.))"
    r"[^\s<>\"“”„«»\u00ad\u200b-\u200f\u2028-\u202f\u2060-\u206f\ufeff\x00-\x1f\x7f-\x9f"
    r"、。，；：？！「」『』（）《》〈〉【】]+)"
)
_TIME: Final = (
    rf"(?P<time>(?<![\w:.,/-]){LOOSE_CLOCK}(?![\w:/]|[.,]\d)"
    r"(?!\s?[ap]\.?m\b))"
)
_PIECE: Final = re.compile(f"{_URL}|{_TIME}", re.IGNORECASE)
#: Blanks, controls, direction marks, and all else that leaves no mark of its own.
_UNSEEN: Final = re.compile(
    r"[\s\x00-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f"
    r"\u2028-\u202f\u205f-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\ud800-\udfff]"
)
_TRAILING: Final = frozenset(".,;:!?'’*_~|…")
_BRACKETS: Final = {")": "(", "]": "[", "}": "{"}


@value
class Piece:
    """A part of a text; with a `url` to open or a moment to go to, or neither."""

    text: str
    url: str = ""
    time_ms: int | None = None


def pieces(text: str, *, longest_ms: int | None = None) -> Iterator[Piece]:
    """Yield a text's parts in order; joined they are the text.

    Times later than `longest_ms`, the recording's length, are text: they are times of day.
    """
    at = 0
    for match in _PIECE.finditer(text):
        piece = _time(match["time"], longest_ms) if match["time"] else _link(match["url"])
        if piece is not None:
            if match.start() > at:
                yield Piece(text[at : match.start()])
            yield piece
            at = match.start() + len(piece.text)
    if at < len(text):
        yield Piece(text[at:])


def to_html(text: str, *, longest_ms: int | None = None, most_links: int | None = None) -> str:
    """Return a plain text as HTML with links to `https:…` and `time:MILLISECONDS`.

    Behind a link that could be taken for another one stands its host. What comes after so many
    links has none.
    """
    found = pieces(text, longest_ms=longest_ms)
    if most_links is None:
        return "".join(map(_html, found))
    html, links, done = [], 0, 0
    for piece in found:
        html.append(_html(piece))
        done += len(piece.text)
        links += bool(piece.url) or piece.time_ms is not None
        if links >= most_links:
            break
    return "".join(html) + _html(Piece(text[done:]))


def host_of(url: str) -> str:
    """Return the host that an address leads to, in letters that cannot be taken for others."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    if host.isascii():
        return readable(host)
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return readable(quote(host, errors="replace"))


def is_misleading(url: str) -> bool:
    """Return whether an address can be read as if it led elsewhere than it does."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return True
    return "@" in parts.netloc or not parts.netloc.isascii() or readable(url) != url


def readable(url: str) -> str:
    """Return an address with what is not seen in it, or turns its letters, spelled out."""
    return _UNSEEN.sub(_spelled_out, url)


def _spelled_out(found: re.Match[str]) -> str:
    return quote(found[0], errors="replace")


def _link(found: str) -> Piece | None:
    text = _without_tail(found)
    url = text if "://" in text else f"https://{text}"
    return Piece(text, url=url) if is_web_link(url) else None


def _without_tail(found: str) -> str:
    """Return a link without the sentence's punctuation and brackets that it does not open."""
    opened = {bracket: found.count(bracket) for bracket in "([{)]}"}
    end = len(found)
    while end and (last := found[end - 1]) in _TRAILING | _BRACKETS.keys():
        if last in _BRACKETS:
            if opened[last] <= opened[_BRACKETS[last]]:
                break
            opened[last] -= 1
        end -= 1
    return found[:end]


def _time(found: str, longest_ms: int | None) -> Piece | None:
    ms = parse_time(found)
    if ms is None or (longest_ms is not None and ms > longest_ms):
        return None
    return Piece(found, time_ms=ms)


def _html(piece: Piece) -> str:
    shown = escape(piece.text).replace("\r\n", "<br>").replace("\r", "<br>").replace("\n", "<br>")
    if piece.url:
        host = f" ({escape(host_of(piece.url))})" if is_misleading(piece.url) else ""
        return f'<a href="{escape(piece.url)}">{shown}</a>{host}'
    if piece.time_ms is not None:
        return f'<a href="time:{piece.time_ms}">{shown}</a>'
    return shown
