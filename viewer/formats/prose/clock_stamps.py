"""Times in running text: `0:12`, `[00:01:12]`, `(1:12)`, `[[0:12](link)]`, `[0:12 --> 0:15]`."""

import re
from typing import Final

from viewer.core.links import time_in_link
from viewer.core.value import value
from viewer.formats.kit.stamps import Stamps

_CLOCK: Final = r"([0-9]{1,3}:[0-5][0-9]|[0-9]{1,3}):([0-5][0-9])(?:[.,]([0-9]{1,3}))?(?!:?[0-9])"
_STAMP: Final = re.compile(
    rf"(?P<open>[\\\[({{*<]{{0,6}}){_CLOCK}"
    rf"(?:[ \t]{{0,3}}(?:-{{1,2}}>|[-–—])[ \t]{{0,3}}{_CLOCK})?"
    r"(?P<close>[\\\])}*>]{0,6})(?P<link>\([ \t]{0,3}(?P<url>[^()\s]{0,2000})[ \t]{0,3}\)"
    r"(?P<tail>[\\\])*]{0,6}))?"
)
#: What a time can begin with, and the end of a line, which matches nothing.
_FIRST: Final = frozenset("0123456789[({<*\\")
_HALF_OF_DAY: Final = re.compile(r"[ \t]?[aApP]\.?[mM]\b")
#: How nearly all are written.
_USUAL: Final = frozenset({("[", "]"), ("(", ")"), ("[[", "]]"), ("\\[", "\\]")})
_PAIRS: Final = (("[", "]"), ("(", ")"), ("{", "}"), ("<", ">"), ("*", "*"))


@value
class Stamp:
    """A time in a text: when it begins and perhaps ends, and where it stands.

    `url` is the link that the time was, where it was one. `bracketed` tells that the time stands
    in brackets or is a link, and so is not just a clock that somebody speaks of.
    """

    start_ms: int
    end_ms: int | None
    begin: int
    end: int
    url: str
    bracketed: bool


class StampReader:
    """Finds times at places in lines."""

    __slots__ = ("_stamps",)

    def __init__(self) -> None:
        self._stamps: Final = Stamps()

    def read(self, line: str, begin: int = 0) -> Stamp | None:
        """Return the time that begins there; in a link its own moment wins over the label."""
        if line[begin : begin + 1] not in _FIRST:
            return None
        match = _STAMP.match(line, begin)
        if match is None:
            return None
        opened, closed, url = match["open"], match["close"], match["url"] or ""
        if (opened or closed) and not _closed(opened, closed + (match["tail"] or "")):
            return None
        if not opened and _HALF_OF_DAY.match(line, match.end()):
            return None
        start = time_in_link(url) if url else None
        if start is None:
            start = self._stamps.read(*match.group(2, 3, 4))
        end = self._stamps.read(*match.group(5, 6, 7)) if match[6] else None
        bracketed = bool(url or opened.strip("*\\"))
        return Stamp(start, end, begin, match.end(), url, bracketed)


def _closed(opened: str, closed: str) -> bool:
    """Return whether all that is opened before a time is closed behind it, and nothing else."""
    return (opened, closed) in _USUAL or all(
        opened.count(left) == closed.count(right) for left, right in _PAIRS
    )
