"""OpenDocument texts (`.odt`), as LibreOffice writes them: the same transcripts as in Word's.

The paragraphs are taken as lines of text; how the document looks is lost.
"""

from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.containers.documents import MOST_TEXT, read_document
from viewer.formats.containers.word import xml_parts
from viewer.formats.containers.zipped import TOO_LARGE
from viewer.formats.draft import Draft
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.xml_stream import Tags

NAME: Final = "odt"

_PACKAGE: Final = b"PK\x03\x04"
_SIGN: Final = b"application/vnd.oasis.opendocument.text"
_DOCUMENT: Final = "content.xml"
_DAMAGED: Final = "it is an OpenDocument text (ODT), and {}"
_PARAGRAPHS: Final = frozenset({"text:p", "text:h"})
#: What stands in these is no text: notes, comments, what was deleted.
_LEFT_OUT: Final = frozenset({
    "office:annotation", "text:tracked-changes", "text:note", "text:sequence-decls", "draw:frame",
})  # fmt: skip
_MOST_BLANKS: Final = 1_000


def claims(sample: Content) -> Claim:
    """Return whether the bytes begin as those of an OpenDocument text do."""
    return Claim.sure(sample.data.startswith(_PACKAGE) and _SIGN in sample.data)


def parse(content: Content) -> Transcript:
    """Read the paragraphs with the first reader of text that takes them."""
    draft = Draft(NAME)
    handler = _Paragraphs()
    try:
        handler.read_parts(xml_parts(content.data, _DOCUMENT), draft)
    except NothingUsableError as nothing:
        raise NothingUsableError(_DAMAGED.format(nothing.reason)) from None
    return read_document(NAME, "an OpenDocument text (ODT)", handler.text(), draft)


class _Paragraphs(Tags):
    """Collects the text of paragraphs; the cells of a row of a table stand on one line."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._open = 0
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
        elif name in _PARAGRAPHS:
            self._open += 1
        elif name == "table:table-cell":
            self._in_cell += 1
        elif name == "text:tab":
            self._add("\t" if not self._in_cell else " ")
        elif name == "text:line-break":
            self._add("\n" if not self._in_cell else " ")
        elif name == "text:s":
            count = attributes.get("text:c", "1")
            self._add(" " * min(int(count) if count.isdecimal() else 1, _MOST_BLANKS))

    def said(self, text: str) -> None:
        """Take text in; line breaks in the XML are blanks."""
        self._add(text.replace("\n", " "))

    def closed(self, name: str) -> None:
        """End a paragraph, a cell or a row."""
        if name in _LEFT_OUT:
            self._left_out = max(self._left_out - 1, 0)
        elif name in _PARAGRAPHS:
            self._add(" " if self._in_cell else "\n")
            self._open = max(self._open - 1, 0)
        elif name == "table:table-cell":
            self._in_cell = max(self._in_cell - 1, 0)
            self._texts.append("\t")
        elif name == "table:table-row":
            self._texts.append("\n")

    def _add(self, text: str) -> None:
        if self._open and not self._left_out:
            self._texts.append(text)
            self._length += len(text)
            if self._length > MOST_TEXT:
                raise NothingUsableError(TOO_LARGE)
