"""Zeros at the ends of a text file, as a crash or a download that breaks off leaves them."""

from collections.abc import Iterator
from typing import Final

from viewer.core.transcript import Problem
from viewer.formats.text import split_lines

#: No character is wider: of zeros that belong to one, none is taken away.
_WIDEST: Final = 4
_ZEROS: Final = "There is nothing but zeros here, as after a crash; what was here is lost."


def without_zeros(data: bytes) -> bytes:
    """Return the data without the zeros at its ends; as it is where there is nothing else."""
    before = len(data) - len(data.lstrip(b"\0"))
    behind = len(data) - len(data.rstrip(b"\0"))
    if before == len(data) or max(before, behind) < _WIDEST:
        return data
    sound = data[before // _WIDEST * _WIDEST : len(data) - behind // _WIDEST * _WIDEST]
    bare = sound.strip(b"\0")
    return sound if b"\0" in bare else bare  # whose characters have no zeros


def is_hollow(data: bytes) -> bool:
    """Return whether the zeros at the ends are more than what is between them."""
    return len(without_zeros(data)) * 2 < len(data)


def problems_of(data: bytes, text: str) -> Iterator[Problem]:
    """Yield a problem for each end of the data at which zeros were taken away; `text` is left."""
    if data.startswith(bytes(_WIDEST)):
        yield Problem(1, _ZEROS)
    if data.endswith(bytes(_WIDEST)):
        yield Problem(len(split_lines(text.rstrip("\r\n"))), _ZEROS)
