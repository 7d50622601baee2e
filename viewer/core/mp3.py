"""How long an MP3 is whose own word for it, or whose first frames, would be wrong.

Where nothing is stated FFmpeg, and with it every engine, takes the bit rate of the first frames for
that of all: 5:51 for 9:00 where it varies. Where something is stated it is believed of a file that
has lost its end, too. Then the frames are counted, which is exact.
"""

import os
import time
from collections import Counter
from functools import cache
from pathlib import Path
from typing import BinaryIO, Final, NamedTuple

#: What cannot be read within so many seconds is reckoned by what was.
LIMIT_S: Final = 3.0
_BLOCK: Final = 1 << 20
#: The first frame is looked for in so many bytes, and is one where so many follow each other.
_FIRST_WITHIN: Final = 1 << 16
_IN_A_ROW: Final = 4
#: Where no frame in so many places differs from the first, none is thought to.
_PLACES: Final = 32
_PLACE: Final = 1 << 13
_IN_PLACE: Final = 3
#: FFmpeg does not believe what is stated of another size than this, either.
_SIZE_OFF: Final = 16
_STATED: Final = (b"Xing", b"Info")
_RATES: Final = (44_100, 48_000, 32_000)
#: The bit rates by their numbers, in kbit/s, of MPEG-1's three layers and of MPEG-2's.
_KBITS: Final = {
    (1, 1): tuple(range(32, 449, 32)),
    (1, 2): (32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (1, 3): (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (2, 1): (32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256),
    (2, 2): (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    (2, 3): (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}


class _Frame(NamedTuple):
    size: int
    samples: int
    rate: int
    kbits: int


def counted_ms(path: Path, limit_s: float = LIMIT_S) -> int | None:
    """Return the length of an MP3 by its frames; None where its own word for it will do.

    Also None for what has no such frames at its beginning. Raises `OSError`.
    """
    with path.open("rb") as file:
        tag = _tag_size(file)
        size = os.fstat(file.fileno()).st_size
        head = _read(file, tag, _FIRST_WITHIN)
        first = _first_frame(head)
        if first < 0:
            return None
        frame, start = _at(head, first), tag + first
        stated = _stated(head[first:])
        if stated is None:
            if _never_differs(file, start, size, frame):
                return None
        elif stated[0] and _about(stated[1] or size - start, size - start):
            return None
        else:
            start += frame.size
        return _count_ms(file, start, size, limit_s)


def _tag_size(file: BinaryIO) -> int:
    head = _read(file, 0, 10)
    if head[:3] != b"ID3" or len(head) < 10:
        return 0
    size = 0
    for byte in head[6:]:
        size = size << 7 | byte & 0x7F
    return 10 + size


def _read(file: BinaryIO, at: int, count: int) -> bytes:
    file.seek(at)
    return file.read(count)


@cache
def _frames() -> dict[bytes, _Frame]:
    """Return what a frame is like that begins with three bytes, for all that it may."""
    found = {}
    for second in range(0xE0, 0x100):
        for third in range(0x100):
            if frame := _meant(second, third):
                found[bytes((0xFF, second, third))] = frame
    return found


def _meant(second: int, third: int) -> _Frame | None:
    """Return what two bytes of a frame's head mean; None where no frame has them."""
    version, layer = second >> 3 & 3, 4 - (second >> 1 & 3)
    number, rate = third >> 4, third >> 2 & 3
    if version == 1 or layer == 4 or number in {0, 15} or rate == 3:
        return None
    first = version == 3
    hertz = _RATES[rate] >> (0 if first else 1 if version else 2)
    kbits = _KBITS[1 if first else 2, layer][number - 1]
    samples = 384 if layer == 1 else 1152 if first or layer == 2 else 576
    slot = 4 if layer == 1 else 1
    size = (samples // 8 // slot * kbits * 1000 // hertz + (third >> 1 & 1)) * slot
    return _Frame(size, samples, hertz, kbits)


def _at(data: bytes, at: int) -> _Frame:
    return _frames()[data[at : at + 3]]


def _first_frame(data: bytes, in_a_row: int = _IN_A_ROW) -> int:
    """Return where so many frames of one kind begin to follow each other; -1 for nowhere."""
    frames, at = _frames(), -1
    while (at := data.find(b"\xff", at + 1)) >= 0:
        begin, rates = at, set()
        for _ in range(in_a_row):
            frame = frames.get(data[begin : begin + 3])
            if frame is None:
                break
            rates.add((frame.rate, frame.samples))
            begin += frame.size
        else:
            if len(rates) == 1:
                return at
    return -1


def _stated(frame: bytes) -> tuple[int, int] | None:
    """Return how many frames and bytes the first frame says there are, 0 for unsaid; or None."""
    if frame[36:40] == b"VBRI":
        return int.from_bytes(frame[50:54], "big"), int.from_bytes(frame[46:50], "big")
    for at in (13, 21, 36):
        if frame[at : at + 4] in _STATED:
            says, at = frame[at + 7], at + 8
            count = int.from_bytes(frame[at : at + 4], "big") if says & 1 else 0
            at += 4 * (says & 1)
            return count, int.from_bytes(frame[at : at + 4], "big") if says & 2 else 0
    return None


def _about(one: int, other: int) -> bool:
    return abs(one - other) <= min(one, other) // _SIZE_OFF


def _never_differs(file: BinaryIO, start: int, size: int, first: _Frame) -> bool:
    """Return whether a file's frames are as dense everywhere, as far as some places tell."""
    for number in range(1, _PLACES):
        data = _read(file, start + (size - start) * number // _PLACES, _PLACE)
        at = _first_frame(data, _IN_PLACE)
        if at < 0 or _at(data, at)[1:] != first[1:]:
            return False
    return True


def _count_ms(file: BinaryIO, start: int, size: int, limit_s: float) -> int:
    frames, seen = _frames(), Counter[_Frame]()
    until_s = time.monotonic() + limit_s
    file.seek(start)
    data, at, read = b"", 0, 0
    while block := file.read(_BLOCK):
        gone = min(at, len(data))
        data, at, read = data[gone:] + block, at - gone, read + len(block)
        while at + 4 <= len(data):
            frame = frames.get(data[at : at + 3])
            if frame is None:
                at = _next(data, at)
            else:
                seen[frame] += 1
                at += frame.size
        if time.monotonic() > until_s:
            break
    length_s = sum(count * each.samples / each.rate for each, count in seen.items())
    return round(length_s * 1000 * max(size - start, read) / read) if read else 0


def _next(data: bytes, at: int) -> int:
    """Return where the frames go on behind what is none, or from where on to look with more."""
    frames = _frames()
    while (at := data.find(b"\xff", at + 1)) >= 0:
        frame = frames.get(data[at : at + 3])
        if frame and (at + frame.size + 3 > len(data) or data[at + frame.size :][:3] in frames):
            return at
    return len(data) - 3
