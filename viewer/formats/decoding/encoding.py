"""Bytes to text: which encoding a file is in, known by its content."""

import codecs
import re
from collections.abc import Iterator
from typing import Final

from viewer.core.late import late
from viewer.core.value import value
from viewer.errors import UsageError
from viewer.formats.text import split_lines

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: So much of a file's beginning is looked at for the zero bytes of UTF-16.
_HEAD: Final = 4096
#: Fewer zero bytes than this are damage in a text that is otherwise in bytes.
_ENOUGH_ZEROS: Final = 3
#: So many bytes of lines beyond ASCII tell UTF-8 from others, and so many those from each other.
_UTF8_EVIDENCE: Final = 1_048_576
_LEGACY_EVIDENCE: Final = 4_096
_BREAK: Final = re.compile(rb"(?<!\r)\r*\n|\r")
_SEQUENCES: Final = re.compile(r"[^\x00-\x7f]")
#: Python's own notations, not encodings of files.
_NOT_FOR_FILES: Final = frozenset({"unicode-escape", "raw-unicode-escape", "idna", "punycode"})
#: How ISO-2022-JP goes over to Japanese, and back.
_TO_JAPANESE: Final = (b"\x1b$B", b"\x1b$@")
_TO_ASCII: Final = (b"\x1b(B", b"\x1b(J")
#: What most of a text in East Asian UTF-16 is, in which zero bytes are few or on both sides.
_EAST_ASIAN: Final = late(
    "[\t\r\n -~\u2010-\u2026\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7a3\uff00-\uffef]"
)
_FEWEST_EAST_ASIAN: Final = 5


@value
class Decoded:
    """A file's text, the encoding that was taken, and the lines where bytes did not fit it."""

    text: str
    encoding: str
    damaged_lines: tuple[int, ...] = ()


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of a file; bytes that do not fit become U+FFFD and their lines are noted.

    Without `encoding` a byte order mark decides, then the zero bytes of UTF-16, the escapes of
    ISO-2022-JP, whether it is UTF-8, then a guess. Raises `UsageError` where `encoding` is none
    that is known.
    """
    if encoding is not None:
        return _decode_as(data, _known(encoding))
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, name)
    wide = wide_encoding(data[:_HEAD]) if b"\0" in data[:_HEAD] else None
    if wide is not None:
        return _decode_as(data, wide)
    if any(map(data.__contains__, _TO_JAPANESE)) and any(map(data.__contains__, _TO_ASCII)):
        return _decode_as(data, "iso2022_jp")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        legacy = None if _mostly_utf8(data) else _guess(_beyond_ascii(data, _LEGACY_EVIDENCE))
        name = legacy or "utf-8"
        return _decode_as(data, name)


def _guess(evidence: bytes) -> str:
    from viewer.formats.decoding.code_pages import guess  # loads tables; most files are UTF-8

    return guess(evidence)


def _known(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
        "".encode(name)  # refuses codecs that are not about text
    except (LookupError, ValueError):
        name = ""
    if not name or name in _NOT_FOR_FILES:
        message = f"“{encoding}” is not a text encoding that Cueline knows."
        raise UsageError(message, hint="Try utf-8, utf-16, cp1252 or shift_jis.")
    return name


def _decode_as(data: bytes, name: str) -> Decoded:
    for mark, marked in _MARKS:
        if data.startswith(mark) and name.startswith(marked[:6].rstrip("-")):
            data, name = data.removeprefix(mark), marked
            break
    try:
        return Decoded(data.decode(name), name)
    except UnicodeDecodeError:
        return Decoded(data.decode(name, "replace"), name, tuple(_damaged_lines(data, name)))


def _damaged_lines(data: bytes, name: str) -> Iterator[int]:
    if name != "utf-8":
        lines = split_lines(data.decode(name, "replace"))
        yield from (number for number, line in enumerate(lines, 1) if "\ufffd" in line)
        return
    for number, line in enumerate(_BREAK.split(data), 1):  # a U+FFFD of the file's own is no damage
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            yield number


def wide_encoding(head: bytes) -> str | None:
    """Return the UTF-16 that the zero bytes speak for: most of them on one side of the pairs.

    Texts in East Asian scripts have few, and are known by those scripts.
    """
    pairs = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) >= _ENOUGH_ZEROS:
        if odd * 10 > pairs and even * 10 < odd:
            return "utf-16-le"
        if even * 10 > pairs and odd * 10 < even:
            return "utf-16-be"
    return next((name for name in ("utf-16-le", "utf-16-be") if _is_east_asian(head, name)), None)


def _is_east_asian(head: bytes, name: str) -> bool:
    if _after_utf8(head) is not None:  # letters side by side look like signs
        return False
    text = head[: min(len(head), _HEAD) // 2 * 2].decode(name, "replace")
    fitting = len(_EAST_ASIAN.findall(text))
    return fitting >= _FEWEST_EAST_ASIAN and fitting * 20 >= len(text) * 19


def _mostly_utf8(data: bytes) -> bool:
    """Return whether the sequences that fit UTF-8 outweigh the bytes that do not.

    A legacy text has pairs that look like UTF-8 by chance, but next to no longer sequences.
    """
    lines = _beyond_ascii(data, _UTF8_EVIDENCE)
    evidence = "".join(_SEQUENCES.findall(lines.decode("utf-8", "replace")))
    own = lines.count(b"\xef\xbf\xbd")
    bad = evidence.count("\ufffd") - own
    fitting = sum(1 if char < "\u0800" else 4 for char in evidence.replace("\ufffd", ""))
    return fitting + 4 * own >= bad or _only_cut_off(data)


def _beyond_ascii(data: bytes, most: int) -> bytes:
    """Return the lines that hold more than ASCII, whole ones where possible."""
    lines: list[bytes] = []
    size = 0
    for line in data.splitlines(keepends=True):
        if not line.isascii():
            lines.append(line[:most])
            size += len(line)
            if size >= most:
                break
    return b"".join(lines)


def _only_cut_off(data: bytes) -> bool:
    """Return whether all is UTF-8 but for a longer sequence that the file's end cuts off."""
    return len(_after_utf8(data) or b"") > 1


def _after_utf8(data: bytes) -> bytes | None:
    """Return what is cut off behind UTF-8, or None where it is no UTF-8."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(data)
    except UnicodeDecodeError:
        return None
    return decoder.getstate()[0]
