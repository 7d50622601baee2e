"""The recording that a file names in its head, as `audio: talk.mp3`, under whatever key."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from viewer.core.late import late
from viewer.core.links import is_web_link

_KEYS: Final = ("media", "video", "audio", "recording")
_QUOTED: Final = re.compile(r"""(["'])(.*)\1""")
#: The last name of a link to a file, not to a page.
_FILE: Final = late(r"\w+://[^/?#]+/[^?#]*\.[A-Za-z0-9]{2,4}(?:[?#].*)?")
_LINE: Final = late(rf"^(?:NOTE[ \t]+)?({'|'.join(_KEYS)}):[ \t]*(\S.*)$", re.M | re.I)


def unquoted(value: str) -> str:
    """Return a value without the quotes around it."""
    quoted = _QUOTED.fullmatch(value)
    return quoted[2] if quoted else value


def media_in(head: Mapping[str, str]) -> Iterator[str]:
    """Yield the recordings that the keys of a file's head name; links only to files."""
    for key, text in head.items():
        value = unquoted(text.strip())
        if key.casefold() in _KEYS and value and (not is_web_link(value) or _FILE.fullmatch(value)):
            yield value


def media_in_lines(head: str) -> Iterator[str]:
    """Yield the recordings that lines of a file's head, or its notes, name."""
    for key, value in _LINE.findall(head):
        yield from media_in({key: value})
