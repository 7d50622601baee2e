"""Cheetah's captions (.cap): a head of 128 bytes, then blocks of times and words.

Length of the block, flags, start and, where the flags say so, end, each as hours, minutes,
seconds and frames; letters beyond ASCII have numbers of their own, and a zero is a line break.
"""

from collections.abc import Iterator
from typing import Final

from viewer.core.timecode import clock_seconds
from viewer.core.transcript import Transcript
from viewer.formats.captions.broadcast import Caption, add_captions
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError

NAME: Final = "cheetah"

_SIGN: Final = b"\xea\x22"
_LATEST_RELEASE: Final = 3
_HEAD: Final = 128
_HAS_END: Final = 0x20
#: How much stands before the words, with and without an end.
_WITH_END, _WITHOUT_END = 16, 12
_RATE: Final = 30
_LETTERS: Final = dict(enumerate("♪áéíóúâêîôûàèÑñç¢£¿½®", start=0x81))
_PRINTED: Final = range(0x20, 0x7F)
_MOST: Final = {"minutes": 59, "seconds": 59, "frames": 29}
_BROKEN: Final = "The file breaks off inside a caption; what is left of it is shown."
_NO_TIME: Final = "The times of caption {:,} cannot be read; it was left out."


def claims(sample: Content) -> Claim:
    """Return whether the bytes begin as Cheetah's, and there is room for a caption."""
    data = sample.data
    is_one = data.startswith(_SIGN) and len(data) > _HEAD and data[2] <= _LATEST_RELEASE
    return Claim.sure(is_one)


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every block."""
    draft = Draft(NAME, in_order=True)
    captions = list(_captions(content.data, draft))
    if not captions:
        raise NothingUsableError("it is of Cheetah's kind, but has no caption with words")
    add_captions(draft, captions)
    return draft.finish()


def _captions(data: bytes, draft: Draft) -> Iterator[Caption]:
    at, number = _HEAD, 0
    while at + 2 < len(data):
        length = data[at]
        if not length:
            at += 1
            continue
        block = data[at : at + length]
        at += length
        has_end = bool(block[1:2]) and bool(block[1] & _HAS_END)
        words = _plain(block[_WITH_END if has_end else _WITHOUT_END : length - 1])
        if not words:
            continue
        number += 1
        if len(block) < length:
            draft.problem(1, _BROKEN)
        start, end = _ms(block[2:6]), _ms(block[6:10]) if has_end else None
        if start is None:
            draft.problem(1, _NO_TIME.format(number))
            continue
        yield Caption(start, end, words)


def _ms(numbers: bytes) -> int | None:
    hours, minutes, seconds, frames = numbers
    clock = zip((minutes, seconds, frames), _MOST.values(), strict=True)
    if any(number > most for number, most in clock):
        return None
    return clock_seconds(hours, minutes, seconds) * 1000 + frames * 1000 // _RATE


def _plain(block: bytes) -> str:
    """Return the words of a block; what says how they look is left out."""
    shown = (_LETTERS.get(byte) or (chr(byte) if byte in _PRINTED else "") for byte in block)
    lines = "".join("\n" if not byte else text for byte, text in zip(block, shown, strict=True))
    return "\n".join(line.strip() for line in lines.split("\n") if line.strip())
