"""Word documents (`.docx`), as Trint, Descript, Otter, Sonix, Teams and people write them.

The paragraphs are taken as lines of text and given to the readers of text with times and names;
how the document looks is lost. A package of files: only the document itself is unpacked.
"""

import codecs
import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.containers.documents import MOST_TEXT, read_document
from viewer.formats.containers.zipped import TOO_LARGE, unpack
from viewer.formats.draft import Draft
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.xml_stream import Tags

NAME: Final = "docx"

_PACKAGE: Final = b"PK\x03\x04"
_SIGN: Final = re.compile(rb"word/")
_DOCUMENT: Final = "word/document.xml"
#: A transcript of ten hours has 500,000 tags.
_MOST_TAGS: Final = 2_000_000
#: The namespaces of the two editions of the standard both come with the prefix `w`.
_BREAKS: Final = {"w:br": "\n", "w:cr": "\n", "w:tab": "\t", "w:noBreakHyphen": "-"}
#: What stands in these is no text: deleted text, codes of fields, and second copies.
_LEFT_OUT: Final = frozenset({"w:del", "w:instrText", "w:delText", "mc:Fallback", "w:footnote"})


def claims(sample: Content) -> Claim:
    """Return whether the bytes begin as those of a Word document do."""
    return Claim.sure(sample.data.startswith(_PACKAGE) and _SIGN.search(sample.data) is not None)


def parse(content: Content) -> Transcript:
    """Read the paragraphs with the first reader of text that takes them."""
    draft = Draft(NAME)
    return read_document(NAME, "a Word document", _text(content.data, draft), draft)


def _text(data: bytes, draft: Draft) -> str:
    handler = _Paragraphs()
    handler.read_parts(xml_parts(data, _DOCUMENT), draft)
    return handler.text()


def xml_parts(data: bytes, name: str) -> Iterator[str]:
    """Yield the document's XML; raises `NothingUsableError` where it holds too much."""
    packed = unpack(data, name)
    first = next(packed, b"")
    is_wide = first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    decoder = codecs.getincrementaldecoder("utf-16" if is_wide else "utf-8-sig")("replace")
    tags = 0
    for part in chain((first,), packed):
        text = decoder.decode(part)
        tags += text.count("<")
        if tags > _MOST_TAGS:
            raise NothingUsableError(TOO_LARGE)
        yield text


class _Paragraphs(Tags):
    """Collects the text of paragraphs; the cells of a row of a table stand on one line."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._in_text = False
        self._left_out = 0
        self._in_cell = 0
        self._length = 0

    def text(self) -> str:
        """Return the paragraphs, a line each."""
        return "".join(self._texts).replace("\xa0", " ")

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        """Note where text begins and what stands for breaks."""
        if name in _LEFT_OUT:
            self._left_out += 1
        elif name == "w:t":
            self._in_text = True
        elif name == "w:tc":
            self._in_cell += 1
        elif name in _BREAKS and not self._left_out:
            self._texts.append(_BREAKS[name] if not self._in_cell else " ")

    def said(self, text: str) -> None:
        """Take text in."""
        if self._in_text and not self._left_out:
            self._texts.append(text)
            self._length += len(text)
            if self._length > MOST_TEXT:
                raise NothingUsableError(TOO_LARGE)

    def closed(self, name: str) -> None:
        """End a text, a paragraph, a cell or a row."""
        if name in _LEFT_OUT:
            self._left_out = max(self._left_out - 1, 0)
        elif name == "w:t":
            self._in_text = False
        elif name == "w:p":
            self._texts.append(" " if self._in_cell else "\n")
        elif name == "w:tc":
            self._in_cell = max(self._in_cell - 1, 0)
            self._texts.append("\t")
        elif name == "w:tr":
            self._texts.append("\n")
