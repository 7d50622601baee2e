"""The index of a fragmented MP4 file: which of its bytes are how many seconds of it.

ISO/IEC 14496-12, the segment index box.
"""

import struct
from typing import Final

_HEAD: Final = struct.Struct(">I4sI")
_FIXED: Final = struct.Struct(">II")
_ROW: Final = struct.Struct(">III")
_OFFSETS: Final = {0: struct.Struct(">II"), 1: struct.Struct(">QQ")}
_COUNT: Final = struct.Struct(">HH")
_LEADS_ON: Final = 1 << 31


def pieces(index: bytes, end: int) -> list[tuple[str, float]]:
    """Return the ranges of bytes and their seconds; none where it is no index, or one of indexes.

    `end` is where in the file the first byte after the index stands.
    """
    try:
        return _read(index, end)
    except (struct.error, ValueError, ZeroDivisionError, KeyError):
        return []


def _read(index: bytes, first: int) -> list[tuple[str, float]]:
    _, kind, flags = _HEAD.unpack_from(index)
    if kind != b"sidx":
        return []
    at = _HEAD.size
    _, scale = _FIXED.unpack_from(index, at)
    offsets = _OFFSETS[flags >> 24]
    first += offsets.unpack_from(index, at + _FIXED.size)[1]
    at += _FIXED.size + offsets.size
    _, rows = _COUNT.unpack_from(index, at)
    found = []
    for row in range(rows):
        size, ticks, _ = _ROW.unpack_from(index, at + _COUNT.size + row * _ROW.size)
        if size & _LEADS_ON or not size:
            return []
        found.append((f"{first}-{first + size - 1}", ticks / scale))
        first += size
    return found
