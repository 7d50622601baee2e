"""How a file would read in an encoding: the lines that tell one encoding from another."""

from pathlib import Path
from typing import Final

from viewer.core.value import value
from viewer.errors import UsageError
from viewer.formats.decoding.disk import read_bytes
from viewer.formats.decoding.encoding import decode
from viewer.formats.text import split_lines

#: So much of a file is looked at, and so many lines of it are shown, each so far.
HEAD_BYTES: Final = 262_144
_MOST_LINES: Final = 40
_LONGEST: Final = 300
_CONTROLS: Final = dict.fromkeys([*range(9), *range(10, 32), *range(127, 160)], "\ufffd")


@value
class Preview:
    """A few lines as they read, how many characters do not fit, and whether there is such a one."""

    text: str = ""
    unfit: int = 0
    known: bool = True


def head_of(path: Path) -> bytes:
    """Return the beginning of a file; raises `ViewerError`."""
    return read_bytes(path)[:HEAD_BYTES]


def read_as(head: bytes, encoding: str) -> Preview:
    """Return how the beginning of a file reads; lines with more than plain letters come first."""
    try:
        decoded = decode(head, encoding)
    except UsageError:
        return Preview(known=False)
    lines = [line for line in split_lines(decoded.text) if line.strip()]
    if len(head) >= HEAD_BYTES:
        lines = lines[:-1] or lines  # its end may be cut in the middle of a letter
    lines = [line[:_LONGEST].translate(_CONTROLS) for line in lines]
    unusual = [line for line in lines if not line.isascii()]
    unfit = sum(line.count("\ufffd") for line in lines)
    return Preview("\n".join((unusual or lines)[:_MOST_LINES]), unfit)
