"""EBU STL, subtitles coded for European television: a block of 1,024 bytes, then some of 128.

850STL25.01 1 00 09 Title…     number, when it is shown and taken away again, 112 bytes of text

A subtitle of more than 112 bytes goes on in the next block. Times count frames.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from viewer.core.oneline import one_line
from viewer.core.timecode import clock_seconds
from viewer.core.transcript import Transcript
from viewer.formats.captions.broadcast import Caption, add_captions
from viewer.formats.draft import Draft, clean_source, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError

NAME: Final = "ebu-stl"

_HEAD: Final = re.compile(rb"([0-9]{3})STL([0-9]{2})\.[0-9]{2}")
_HEAD_LENGTH: Final = 1024
_LENGTH: Final = 128
#: So much stands before the words of a block, of which the last may be cut off.
_TIMES_LENGTH: Final = 16
_LAST, _BESIDE = 0xFF, 0xFE
#: Which letters the texts are in, by the two digits in the head; 00 is ISO 6937.
_TABLES: Final = {b"01": "iso8859-5", b"02": "iso8859-6", b"03": "iso8859-7", b"04": "iso8859-8"}
_HEAD_TABLES: Final = ("cp437", "cp850", "cp860", "cp863", "cp865")
#: What ISO 6937 has from A0 on; `�` is nothing, or an accent that stands before its letter.
_LATIN: Final = (
    " ¡¢£$¥#§¤‘“«←↑→↓°±²³×µ¶·÷’”»¼½¾¿����������������"
    "―¹®©™♪¬¦����⅛⅜⅝⅞ΩÆĐªĦ�ĲĿŁØŒºÞŦŊŉĸæđðħıĳŀłøœßþŧŋ\xad"
)
#: The accents from C1 on: grave, acute, circumflex, tilde, macron, breve, dot, diaeresis and its
#: twin, ring, cedilla, line below, double acute, ogonek, caron.
_ACCENTS: Final = dict(
    enumerate(
        "\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308"
        "\u0308\u030a\u0327\u0332\u030b\u0328\u030c",
        start=0xC1,
    )
)
#: The languages with Latin letters, two letters each, from 01 on; and others.
_LANGUAGES: Final = (
    "sqbrcahrcycsdadeeneseoeteufofrfygagdglisitselalvlblthumtnlnoocplptrormsrskslfisvtrnlwa"
)
_OTHER_LANGUAGES: Final = {
    0x46: "vi", 0x48: "ur", 0x49: "uk", 0x4A: "th", 0x54: "sh", 0x56: "ru", 0x5A: "fa", 0x63: "mk",
    0x65: "ko", 0x69: "ja", 0x6A: "id", 0x6B: "hi", 0x6C: "he", 0x70: "el", 0x71: "ka", 0x75: "zh",
    0x77: "bg", 0x79: "be", 0x7D: "hy", 0x7E: "ar",
}  # fmt: skip
#: Italics, underlining and boxes take no room; colours take that of a blank.
_WITHOUT_ROOM: Final = bytes(range(0x80, 0x88))
_NEW_LINE: Final = 0x8A
_UNUSED: Final = 0x8F

_NO_TIME: Final = "The times of subtitle {} could not be read; it was left out."
_CUT_OFF: Final = "The file breaks off inside a subtitle; what is left of it is shown."


def claims(sample: Content) -> Claim:
    """Return whether the bytes begin with a code page and how many frames are a second."""
    return Claim.sure(_HEAD.match(sample.data))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read the head, then every block."""
    match = _HEAD.match(content.data)
    if match is None or len(content.data) <= _HEAD_LENGTH:
        raise NothingUsableError(
            "it is the head of subtitles coded for television (EBU STL) without any"
        )
    head = content.data[:_HEAD_LENGTH]
    draft = Draft(NAME, in_order=True)
    draft.language = _language(head[14:16])
    draft.source = clean_source(_title(head), "", None, "")
    frames = int(match[2]) or 25
    begin = _ms(_digits(head[256:264]), frames) or 0
    captions = list(_captions(content.data, frames, _TABLES.get(head[12:14], ""), draft))
    if not captions:
        raise NothingUsableError("it has subtitles coded for television (EBU STL), but no words")
    if begin <= min(caption.start_ms for caption in captions):
        captions = [caption.since(begin) for caption in captions]
    add_captions(draft, captions)
    return draft.finish()


def _language(code: bytes) -> str | None:
    try:
        number = int(code, 16)
    except ValueError:
        return None
    if 0 < number <= len(_LANGUAGES) // 2:
        return _LANGUAGES[2 * number - 2 : 2 * number]
    return _OTHER_LANGUAGES.get(number)


def _title(head: bytes) -> str:
    page = f"cp{head[:3].decode('ascii', 'replace')}"
    page = page if page in _HEAD_TABLES else "cp850"
    titles = (
        head[begin : begin + 32].decode(page).replace("\0", " ").strip() for begin in (16, 48)
    )
    return one_line(" – ".join(title for title in titles if title))


def _digits(times: bytes) -> tuple[int, ...]:
    """Return the four numbers of a time that the head has as eight digits."""
    return tuple(int(times[i : i + 2]) for i in (0, 2, 4, 6)) if times.isdigit() else ()


def _ms(numbers: tuple[int, ...] | bytes, frames: int) -> int | None:
    if len(numbers) < 4 or numbers[1] > 59 or numbers[2] > 59 or numbers[3] >= frames:
        return None
    hours, minutes, seconds, frame = numbers
    return clock_seconds(hours, minutes, seconds) * 1000 + round(frame * 1000 / frames)


@dataclass(slots=True)
class _Block:
    number: int
    start_ms: int | None
    end_ms: int | None
    text: bytes = b""


def _captions(data: bytes, frames: int, table: str, draft: Draft) -> Iterator[Caption]:
    for block in _blocks(data, frames):
        if block.start_ms is None:
            draft.problem(1, _NO_TIME.format(block.number))
            continue
        text = _decoded(block.text, table)
        if text.strip():
            yield Caption(block.start_ms, block.end_ms, text)
    if (len(data) - _HEAD_LENGTH) % _LENGTH and data[_HEAD_LENGTH:].rstrip(b"\0\x1a\r\n "):
        draft.problem(1, _CUT_OFF)


def _blocks(data: bytes, frames: int) -> Iterator[_Block]:
    """Yield the subtitles, those of several blocks put together; remarks are left out."""
    block: _Block | None = None
    texts: list[bytes] = []
    for place in range(_HEAD_LENGTH, len(data) - _TIMES_LENGTH, _LENGTH):
        piece = data[place : place + _LENGTH].ljust(_LENGTH, bytes([_UNUSED]))
        if piece[3] == _BESIDE or piece[15] == 1:
            continue
        number = piece[1] + piece[2] * 256
        if block is not None and block.number != number:
            block.text = b"".join(texts)
            yield block
            block = None
        if block is None:
            block, texts = _Block(number, _ms(piece[5:9], frames), _ms(piece[9:13], frames)), []
        texts.append(piece[_TIMES_LENGTH:].partition(bytes([_UNUSED]))[0])
        if piece[3] == _LAST:
            block.text = b"".join(texts)
            yield block
            block = None
    if block is not None:
        block.text = b"".join(texts)
        yield block


def _decoded(text: bytes, table: str) -> str:
    """Return a text without colours and boxes, its accents joined to their letters."""
    text = text.translate(None, _WITHOUT_ROOM)
    if table:
        lines = text.split(bytes([_NEW_LINE]))
        shown = "\n".join(_visible(line).decode(table, "replace") for line in lines)
    else:
        shown = _latin(text)
    return "\n".join(" ".join(line.split()) for line in shown.split("\n"))


def _visible(text: bytes) -> bytes:
    return bytes(0x20 if code < 0x20 or 0x7F <= code < 0xA0 else code for code in text)


def _latin(text: bytes) -> str:
    shown, accent = [], ""
    for code in text:
        if code in _ACCENTS:
            accent = _ACCENTS[code]
            continue
        if code >= 0xA0:
            shown.append(_LATIN[code - 0xA0])
        else:
            shown.append("\n" if code == _NEW_LINE else chr(code) if 0x20 <= code < 0x7F else " ")
        if accent:
            shown.append(accent if shown[-1].isalpha() else "")
            accent = ""
    return unicodedata.normalize("NFC", "".join(shown))
