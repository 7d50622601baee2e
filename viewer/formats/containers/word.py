"""Word documents (`.docx`), as Trint, Descript, Otter, Sonix, Teams and people write them.

The paragraphs are taken as lines of text and given to the readers of text with times and names;
how the document looks is lost. A package of files: only the document itself is unpacked.
"""

import re
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.containers.documents import read_document
from viewer.formats.containers.paragraphs import Paragraphs, xml_parts
from viewer.formats.draft import Draft
from viewer.formats.format import Claim, Content

NAME: Final = "docx"

_PACKAGE: Final = b"PK\x03\x04"
_SIGN: Final = re.compile(rb"word/")
_DOCUMENT: Final = "word/document.xml"
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


class _Paragraphs(Paragraphs):
    """The text of `w:t`."""

    left_out = _LEFT_OUT
    cell = "w:tc"
    row = "w:tr"

    def __init__(self) -> None:
        super().__init__()
        self._in_text = False

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        """Note where text begins and what stands for breaks."""
        if name == "w:t":
            self._in_text = True
        elif name in _BREAKS:
            self.add_break(_BREAKS[name])
        else:
            super().opened(name, attributes)

    def said(self, text: str) -> None:
        """Take text in."""
        if self._in_text:
            self.add(text)

    def closed(self, name: str) -> None:
        """End a text or a paragraph."""
        if name == "w:t":
            self._in_text = False
        elif name == "w:p":
            self.add_break("\n")
        else:
            super().closed(name)
