"""Bytes to text: which encoding a file is in, told by its content."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from viewer.errors import UsageError
from viewer.formats.lines import split_lines

if TYPE_CHECKING:
    from charset_normalizer import CharsetMatch

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
_LEGACY_EVIDENCE: Final = 32_768
_BREAK: Final = re.compile(rb"(?<!\r)\r*\n|\r")
_CAPITALS: Final = re.compile(rb"[\xc0-\xdf]")
_SEQUENCES: Final = re.compile("[\x80-\U0010ffff]")
#: Python's own notations, not encodings of files.
_NOT_FOR_FILES: Final = frozenset({"unicode-escape", "raw-unicode-escape", "idna", "punycode"})
#: Legacy encodings that captions are found in; of two that fit alike the earlier is taken.
_LEGACY: Final = (
    "cp1252", "cp1250", "cp1255", "cp1251", "cp932", "gb18030", "big5", "cp949", "euc_jp",
    "cp1254", "cp1256", "cp1253", "koi8_r", "cp874", "cp1257", "iso8859_2", "cp1258",
)  # fmt: skip
#: How much better a later one must fit for each place in the list.
_HANDICAP: Final = 0.02
#: With fewer bytes beyond ASCII than this nothing can be guessed: Western text, then.
_ENOUGH_TO_GUESS: Final = 8


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, the encoding that was taken, and the lines where bytes did not fit it."""

    text: str
    encoding: str
    damaged_lines: tuple[int, ...] = ()


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Return the text of a file; bytes that do not fit become U+FFFD and their lines are told.

    Without `encoding` a byte order mark decides, then whether it is UTF-8, then the zero bytes of
    UTF-16, then a guess. Raises `UsageError` where `encoding` is none that is known.
    """
    if encoding is not None:
        return _decode_as(data, _known(encoding))
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _decode_as(data, name)
    wide = wide_encoding(data[:_HEAD]) if b"\0" in data[:_HEAD] else None
    if wide is not None:
        return _decode_as(data, wide)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        name = "utf-8" if _mostly_utf8(data) else _guess(data)
        return _decode_as(data, name)


def _known(encoding: str) -> str:
    try:
        name = codecs.lookup(encoding).name
        "".encode(name)  # refuses codecs that are not about text
    except (LookupError, ValueError):
        name = ""
    if not name or name in _NOT_FOR_FILES:
        message = f"“{encoding}” is not the name of a text encoding that is known here."
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
    """Return the UTF-16 that the zero bytes speak for: most of them on one side of the pairs."""
    pairs = len(head) // 2
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) < _ENOUGH_ZEROS:
        return None
    if odd * 10 > pairs and even * 10 < odd:
        return "utf-16-le"
    if even * 10 > pairs and odd * 10 < even:
        return "utf-16-be"
    return None


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
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(data)
    except UnicodeDecodeError:
        return False
    return len(decoder.getstate()[0]) > 1


def _guess(data: bytes) -> str:
    from charset_normalizer import from_bytes

    evidence = _beyond_ascii(data, _LEGACY_EVIDENCE)
    if sum(byte >= 0x80 for byte in evidence) < _ENOUGH_TO_GUESS:
        return "cp1252"
    matches = from_bytes(evidence, cp_isolation=list(_LEGACY), threshold=0.3)
    best = min(matches, key=_misfit).encoding if len(matches) else "cp1252"
    return _by_capitals(evidence) if best in {"cp1251", "cp1255"} else best


def _by_capitals(evidence: bytes) -> str:
    """Tell Cyrillic from Hebrew, whose letters are the small ones of Cyrillic without capitals."""
    try:
        evidence.decode("cp1255")
    except UnicodeDecodeError:
        return "cp1251"
    return "cp1251" if _CAPITALS.search(evidence) else "cp1255"


def _misfit(match: "CharsetMatch") -> float:
    return match.chaos - match.coherence + _HANDICAP * _LEGACY.index(match.encoding)
