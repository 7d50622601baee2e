"""Lists of pieces (HLS), written anew so that every piece is asked for by a way of our own.

Only what is known to be harmless is kept of a list: a tag that nobody has heard of may name an
address, too.
"""

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import urljoin

from viewer.errors import NetworkError
from viewer.web.target import Piece

#: What leads on in a tag, where in it, and the tags that are kept.
_NAMED: Final = re.compile(r'(?<![A-Z-])URI="([^"\r\n]*)"')
_RANGE: Final = re.compile(r'(?<![A-Z-])BYTERANGE="([^"\r\n]*)"')
_SPAN: Final = re.compile(r"(\d{1,18})(?:@(\d{1,18}))?", re.ASCII)
_KEPT: Final = re.compile(
    r"#EXT(?:M3U|INF|-X-(?:VERSION|TARGETDURATION|MEDIA-SEQUENCE|DISCONTINUITY-SEQUENCE"
    r"|DISCONTINUITY|ENDLIST|PLAYLIST-TYPE|INDEPENDENT-SEGMENTS|START|BYTERANGE|KEY|MAP"
    r"|PROGRAM-DATE-TIME|MEDIA|STREAM-INF|GAP))\b"
)
_LENGTH: Final = re.compile(r"#EXTINF:(\d{1,9}(?:\.\d{1,9})?),?", re.ASCII)
#: Keys that are given to none but players of their own.
_LOCK: Final = re.compile(r'URI="skd:|KEYFORMAT="(?!identity")')
LOCKED: Final = "It is locked (DRM): nobody can play it here."
_KEY: Final = re.compile(r"#EXT-X-KEY:(?!METHOD=NONE)")
_OPEN_KEY: Final = re.compile(r"METHOD=NONE\b")
#: Each piece but the first is listed so much before it begins: what is listed a little too late is
#: not found by a seek to it.
_SOONER_S: Final = 0.03

Lead = Callable[[Piece], str]
Takes = Callable[[Piece], bool]


def is_list(head: bytes) -> bool:
    """Return whether what begins so is a list of pieces."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"#EXTM3U")


def rewritten(text: str, base: str, lead: Lead, takes: Takes) -> str:
    """Return a list all of whose addresses are replaced by what `lead` makes of them.

    Where what stands before pieces of MP4 is something that `takes` agrees to, they are asked for
    together with it, and stand in the list by themselves. Raises `NetworkError`
    where all is locked.
    """
    writer = _Writer(base, lead, takes)
    said = [line.strip() for line in text.removeprefix("\ufeff").splitlines()]
    keys = [line for line in said if _KEY.match(line)]
    if keys and all(_LOCK.search(key) for key in keys):
        raise NetworkError(LOCKED)
    for line in said:
        writer.take(line)
    lines = sooner(writer.lines) if writer.has_led else writer.lines
    return "\n".join(lines) + "\n"


def sooner(lines: list[str]) -> list[str]:
    """Return a list whose pieces begin a little sooner than they do, and which is as long."""
    timed = [index for index, line in enumerate(lines) if _LENGTH.match(line)]
    if len(timed) < 2 or _listed_s(lines[timed[0]]) <= _SOONER_S:
        return lines
    lines = list(lines)
    for index, more in ((timed[0], -_SOONER_S), (timed[-1], _SOONER_S)):
        lines[index] = f"#EXTINF:{_listed_s(lines[index]) + more:.6f},"
    return lines


def _listed_s(line: str) -> float:
    match = _LENGTH.match(line)
    return float(match[1]) if match else 0.0


class _Writer:
    """Takes a list line by line."""

    def __init__(self, base: str, lead: Lead, takes: Takes) -> None:
        self.lines: list[str] = []
        self.has_led = False
        self._base, self._lead, self._takes = base, lead, takes
        self._locked = False
        self._begin: Piece | None = None
        #: The range of the next piece, and where the last one ended, of which address.
        self._range = ""
        self._last = ("", 0)

    def take(self, line: str) -> None:
        """Take in a line."""
        if line and not line.startswith("#"):
            self._add_piece(line)
        elif not _KEPT.match(line):
            return
        elif line.startswith("#EXT-X-BYTERANGE:") and self._begin is not None:
            self._range = line.partition(":")[2]
        else:
            if line.startswith("#EXT-X-KEY:"):
                self._locked = not _OPEN_KEY.search(line)
            if not line.startswith("#EXT-X-MAP:") or not self._is_begun_by(line):
                self.lines.append(_NAMED.sub(self._by_way, line))

    def _is_begun_by(self, line: str) -> bool:
        """Return whether the pieces that follow are asked for together with what a tag names."""
        named, within = _NAMED.search(line), _RANGE.search(line)
        url = _whole(self._base, named[1]) if named else ""
        begin = Piece(url, _span(within[1], 0) if within else "")
        takes = bool(url) and not self._locked and self._takes(begin)
        self._begin = begin if takes else None
        self.has_led |= takes
        return takes

    def _add_piece(self, named: str) -> None:
        url, begin, span = _whole(self._base, named), self._begin, ""
        if begin is None:
            self.lines.append(self._lead(Piece(url)))
            return
        if self._range:
            span = _span(self._range, self._last[1] if self._last[0] == url else 0)
            self._last = url, int(span.partition("-")[2] or -1) + 1
            self._range = ""
        self.lines.append(self._lead(Piece(url, span, begin.url, begin.span)))

    def _by_way(self, match: re.Match[str]) -> str:
        return f'URI="{self._lead(Piece(_whole(self._base, match[1])))}"'


def _span(said: str, usual: int) -> str:
    """Return the bytes that `LENGTH@FIRST` means; without a first one they follow the last ones."""
    match = _SPAN.fullmatch(said.strip().strip('"'))
    if match is None:
        return ""
    first = int(match[2]) if match[2] is not None else usual
    return f"{first}-{first + int(match[1]) - 1}"


def _whole(base: str, named: str) -> str:
    try:
        return urljoin(base, named)
    except ValueError:
        return ""
