"""The text of a packaged document, out of its XML: a paragraph a line, a row of a table a line."""

import codecs
import re
from collections.abc import Iterator
from itertools import chain
from typing import ClassVar, Final

from viewer.formats.containers.documents import MOST_TEXT
from viewer.formats.containers.zipped import TOO_LARGE, unpack
from viewer.formats.format import NothingUsableError
from viewer.formats.kit.xml_stream import Tags

#: A transcript of ten hours has 500,000 tags.
_MOST_TAGS: Final = 2_000_000
_TAG: Final = re.compile(rb"<[^>]*>?")
#: No characters of a text: what indents XML, and all bytes of UTF-8's letters but their first.
_NO_TEXT: Final = bytes((0, *b"\t\n\r", *range(0x80, 0xC0)))


def xml_parts(data: bytes, name: str) -> Iterator[str]:
    """Yield the document's XML; raises `NothingUsableError` where it holds too much.

    It is unpacked before, for to count the tags takes a fiftieth of the time of reading them, and
    to count the text a tenth.
    """
    if _holds_too_much(data, name):
        raise NothingUsableError(TOO_LARGE)
    packed = unpack(data, name)
    first = next(packed, b"")
    is_wide = first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    decoder = codecs.getincrementaldecoder("utf-16" if is_wide else "utf-8-sig")("replace")
    return map(decoder.decode, chain((first,), packed))


def _holds_too_much(data: bytes, name: str) -> bool:
    size = tags = 0
    for part in unpack(data, name):
        size += len(part)
        tags += part.count(b"<")
    if tags > _MOST_TAGS or size <= MOST_TEXT:
        return tags > _MOST_TAGS
    said = sum(len(_TAG.sub(b"", part).translate(None, _NO_TEXT)) for part in unpack(data, name))
    return said > MOST_TEXT


class Paragraphs(Tags):
    """Collects the text of paragraphs; a kind of document says how its elements are called."""

    #: What stands in these is no text of the document's.
    left_out: ClassVar[frozenset[str]]
    cell: ClassVar[str]
    row: ClassVar[str]

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._left_out = 0
        self._in_cell = 0
        self._length = 0

    def text(self) -> str:
        """Return the paragraphs, a line each."""
        return "".join(self._texts).replace("\xa0", " ")

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        """Note where a cell or what is left out begins."""
        if name in self.left_out:
            self._left_out += 1
        elif name == self.cell:
            self._in_cell += 1

    def closed(self, name: str) -> None:
        """End a cell, a row, or what is left out."""
        if name in self.left_out:
            self._left_out = max(self._left_out - 1, 0)
        elif name == self.cell:
            self._in_cell = max(self._in_cell - 1, 0)
            self._texts.append("\t")
        elif name == self.row:
            self._texts.append("\n")

    def add(self, text: str) -> None:
        """Take text in, unless it is left out; `NothingUsableError` where there is too much."""
        if not self._left_out:
            self._texts.append(text)
            self._length += len(text)
            if self._length > MOST_TEXT:
                raise NothingUsableError(TOO_LARGE)

    def add_break(self, text: str) -> None:
        """Take in what parts words: in a cell it is a blank, for the row stands on one line."""
        self.add(text if not self._in_cell else " ")
