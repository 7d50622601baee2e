"""OpenDocument texts (`.odt`), as LibreOffice writes them: the same transcripts as in Word's.

The paragraphs are taken as lines of text; how the document looks is lost.
"""

from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.containers.documents import read_document
from viewer.formats.containers.paragraphs import Paragraphs, xml_parts
from viewer.formats.draft import Draft
from viewer.formats.format import Claim, Content, NothingUsableError

NAME: Final = "odt"

_PACKAGE: Final = b"PK\x03\x04"
_SIGN: Final = b"application/vnd.oasis.opendocument.text"
_DOCUMENT: Final = "content.xml"
#: What Word's documents and other kinds of OpenDocument hold.
_OTHERS: Final = (b"word/", b"application/vnd.oasis.opendocument.")
_DAMAGED: Final = "it is an OpenDocument text (ODT), and {}"
_PARAGRAPHS: Final = frozenset({"text:p", "text:h"})
#: What stands in these is no text: notes, comments, what was deleted.
_LEFT_OUT: Final = frozenset({
    "office:annotation", "text:tracked-changes", "text:note", "text:sequence-decls", "draw:frame",
})  # fmt: skip
_BREAKS: Final = {"text:tab": "\t", "text:line-break": "\n"}
_MOST_BLANKS: Final = 1_000


def claims(sample: Content) -> Claim:
    """Return whether the bytes begin as those of an OpenDocument text do."""
    data = sample.data
    if not data.startswith(_PACKAGE) or _SIGN in data:
        return Claim.sure(data.startswith(_PACKAGE))
    # Packed again by another program, its sign is packed, too; what it lists is not.
    return Claim.likely(_DOCUMENT.encode() in data and not any(sign in data for sign in _OTHERS))


def parse(content: Content) -> Transcript:
    """Read the paragraphs with the first reader of text that takes them."""
    draft = Draft(NAME)
    handler = _Paragraphs()
    try:
        handler.read_parts(xml_parts(content.data, _DOCUMENT), draft)
    except NothingUsableError as nothing:
        raise NothingUsableError(_DAMAGED.format(nothing.reason)) from None
    return read_document(NAME, "an OpenDocument text (ODT)", handler.text(), draft)


class _Paragraphs(Paragraphs):
    """The text within paragraphs and headings."""

    left_out = _LEFT_OUT
    cell = "table:table-cell"
    row = "table:table-row"

    def __init__(self) -> None:
        super().__init__()
        self._open = 0

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        """Note where paragraphs begin and what stands for breaks and blanks."""
        super().opened(name, attributes)
        if name in _PARAGRAPHS:
            self._open += 1
        elif self._open and name in _BREAKS:
            self.add_break(_BREAKS[name])
        elif self._open and name == "text:s":
            count = attributes.get("text:c", "1")
            self.add(" " * min(int(count) if count.isdecimal() else 1, _MOST_BLANKS))

    def said(self, text: str) -> None:
        """Take text in; line breaks in the XML are blanks."""
        if self._open:
            self.add(text.replace("\n", " "))

    def closed(self, name: str) -> None:
        """End a paragraph."""
        super().closed(name)
        if name in _PARAGRAPHS:
            self.add_break("\n")
            self._open = max(self._open - 1, 0)
