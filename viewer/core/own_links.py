"""Links back into the program: `cueline://open?path=…&t=…`, read and written.

Anybody can put such a link on a page, so that it names a transcript on this machine and a moment,
and can ask for nothing else.
"""

import os
import unicodedata
from pathlib import Path
from typing import Final
from urllib.parse import quote, unquote_to_bytes, urlsplit

from viewer.core.timecode import format_seconds, parse_time
from viewer.errors import UsageError, ViewerError

_SCHEME: Final = "cueline"
#: No path that a system opens makes a longer link.
_LONGEST: Final = 16_384
OWN_LINK_HINT: Final = "Such a link reads cueline://open?path=/folder/talk.vtt&t=83."


def own_link(path: Path, ms: int | None) -> str:
    """Return the link that opens a transcript, at a moment where one is known."""
    link = f"{_SCHEME}://open?path={quote(os.fsencode(path.absolute().as_posix()), safe='/')}"
    return link if ms is None else f"{link}&t={format_seconds(ms).removesuffix('.0')}"


def is_own_link(text: str) -> bool:
    """Return whether a text is meant as such a link, whatever it asks for."""
    return text[: len(_SCHEME) + 1].lower() == f"{_SCHEME}:"


def opened_by(link: str) -> tuple[Path, int | None]:
    """Return the transcript and the moment that a link names.

    Raises `ValueError` with what is wrong, which repeats nothing of the link.
    """
    if len(link) > _LONGEST or _has_controls(link):
        raise ValueError("it is too long, or holds control characters")
    parts = urlsplit(link)
    if parts.netloc.lower() != "open" or parts.path not in {"", "/"} or parts.fragment:
        raise ValueError("a link can only “open”")
    said = [part.partition("=")[::2] for part in parts.query.split("&")]
    fields = dict(said)
    if len(fields) != len(said) or not {"path"} <= fields.keys() <= {"path", "t"}:
        raise ValueError("it takes one “path”, and “t” for the time")
    ms = parse_time(fields["t"]) if "t" in fields else None
    if "t" in fields and ms is None:
        raise ValueError("its “t” is not a time")
    return local_path(fields["path"]), ms


def file_opened_by(link: str) -> tuple[Path, int | None]:
    """Return the file and the moment that a link names; a stranger's link opens no folders.

    Raises `ViewerError` with a sentence and a hint.
    """
    try:
        path, ms = opened_by(link)
    except ValueError as error:
        raise UsageError(f"This link cannot be followed: {error}.", hint=OWN_LINK_HINT) from error
    try:
        is_file = path.is_file()
    except OSError:
        is_file = False
    if not is_file:
        raise ViewerError(f"The link leads to no transcript: there is no file {path}.")
    return path, ms


def local_path(escaped: str) -> Path:
    """Return the whole path to a file on this machine; raises `ValueError` for all else."""
    named = os.fsdecode(unquote_to_bytes(escaped))
    if _has_controls(named):
        raise ValueError("its path holds control characters")
    path = Path(named)
    if not path.is_absolute() or named.startswith(("//", "\\\\")):
        raise ValueError("its path is not a whole one on this machine")
    return path


def path_of_file_link(link: str) -> Path:
    """Return the file that a desktop hands over as `file:///…`; raises `ValueError` for others."""
    if len(link) > _LONGEST or _has_controls(link):
        raise ValueError("it is too long, or holds control characters")
    _, _, rest = link.partition(":")
    host, slash, path = rest.removeprefix("//").partition("/")
    if not rest.startswith("//") or host not in {"", "localhost"} or not slash:
        raise ValueError("it leads to another machine, or nowhere")
    return local_path("/" + path)


def _has_controls(text: str) -> bool:
    return any(unicodedata.category(char) in {"Cc", "Zl", "Zp"} for char in text)
