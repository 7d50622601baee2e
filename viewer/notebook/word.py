"""Notes as a Word document."""

import io
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from viewer.core.direction import reads_rightwards
from viewer.core.oneline import plain_lines
from viewer.notebook.collection import COLOURS, Collection
from viewer.quotes.wording import Parts, listed
from viewer.state.note import Note

_LINK: Final = "1A5FB4"
#: What no XML may hold, besides control characters.
_NO_XML: Final = re.compile("[\ufffe\uffff]")
_LONGEST_TITLE: Final = 255


def document(held: Collection) -> bytes:
    """Return the notes as the bytes of a `.docx`."""
    made = docx.Document()
    about, title = made.core_properties, _text(held.title)
    about.title, about.author, about.comments = title[:_LONGEST_TITLE], "", ""
    about.created = about.modified = datetime.now(UTC).replace(tzinfo=None)
    made.add_heading(title, level=1)
    for note in held.notes:
        _add(made, held, note)
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def _add(made: Document, held: Collection, note: Note) -> None:
    """Write a note: what is said, where it comes from, its tag and its comment."""
    parts, tag = held.parts(note), held.tag(note)
    if note.quote is not None:
        for said, words in zip(parts.said, parts.spoken, strict=True):
            _paragraph(made, said, words, "Quote").paragraph_format.left_indent = Pt(18)
    _credit(made, parts, "— " if note.quote is not None else "")
    _files(made, held.files(note))
    if tag:
        run = made.add_paragraph().add_run(_text(tag))
        run.bold, run.font.color.rgb = True, RGBColor.from_string(COLOURS[note.tag])
    for each in held.remarks(note):
        _paragraph(made, each, each, "Normal")


def _paragraph(made: Document, text: str, words: str, style: str) -> Paragraph:
    """Add a paragraph whose direction its words tell."""
    paragraph = made.add_paragraph(style=style)
    run = paragraph.add_run(_text(text))
    if reads_rightwards(words) is False:
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001 - no other way
        run.font.rtl = True
    return paragraph


def _credit(made: Document, parts: Parts, before: str) -> None:
    """Add the line about the source, whose time leads to the moment."""
    paragraph = made.add_paragraph()
    paragraph.paragraph_format.left_indent = Pt(18)
    lead = listed([parts.speaker, parts.title, parts.channel, parts.date])
    place = parts.time or parts.link
    paragraph.add_run(_text(before + lead + (", " if lead and place else "")))
    run = paragraph.add_run(_text(place))
    if parts.link:
        _link(paragraph, run, _text(parts.link))


def _files(made: Document, files: Sequence[tuple[str, str]]) -> None:
    """Add a line that leads to the files beside the document."""
    if not files:
        return
    paragraph = made.add_paragraph()
    paragraph.paragraph_format.left_indent = Pt(18)
    for number, (name, url) in enumerate(files):
        if number:
            paragraph.add_run(" · ")
        _link(paragraph, paragraph.add_run(_text(name)), url)


def _link(paragraph: Paragraph, run: Run, url: str) -> None:
    """Have what is written in a run lead to an address."""
    run.font.underline, run.font.color.rgb = True, RGBColor.from_string(_LINK)
    link = OxmlElement("w:hyperlink")
    relation = paragraph.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), relation)
    run._r.addprevious(link)  # noqa: SLF001 - python-docx reads links and makes none
    link.append(run._r)  # noqa: SLF001


def _text(text: str) -> str:
    return _NO_XML.sub("", plain_lines(text))
