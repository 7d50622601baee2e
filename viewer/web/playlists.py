"""Lists of pieces (HLS), written anew so that every piece is asked for by a way of our own.

Only what is known to be harmless is kept of a list: a tag that nobody has heard of may name an
address, too.
"""

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import urljoin

#: What leads on in a tag, and the tags that are kept.
_NAMED: Final = re.compile(r'(?<![A-Z-])URI="([^"\r\n]*)"')
_KEPT: Final = re.compile(
    r"#EXT(?:M3U|INF|-X-(?:VERSION|TARGETDURATION|MEDIA-SEQUENCE|DISCONTINUITY-SEQUENCE"
    r"|DISCONTINUITY|ENDLIST|PLAYLIST-TYPE|INDEPENDENT-SEGMENTS|START|BYTERANGE|KEY|MAP"
    r"|PROGRAM-DATE-TIME|MEDIA|STREAM-INF|GAP))\b"
)

Lead = Callable[[str], str]


def is_list(head: bytes) -> bool:
    """Return whether what begins so is a list of pieces."""
    return head.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"#EXTM3U")


def rewritten(text: str, base: str, lead: Lead) -> str:
    """Return a list all of whose addresses are replaced by what `lead` makes of the whole ones."""

    def by_way(match: re.Match[str]) -> str:
        return f'URI="{lead(_whole(base, match[1]))}"'

    lines = []
    for line in text.removeprefix("\ufeff").splitlines():
        said = line.strip()
        if said.startswith("#"):
            if _KEPT.match(said):
                lines.append(_NAMED.sub(by_way, said))
        elif said:
            lines.append(lead(_whole(base, said)))
    return "\n".join(lines) + "\n"


def _whole(base: str, named: str) -> str:
    try:
        return urljoin(base, named)
    except ValueError:
        return ""
