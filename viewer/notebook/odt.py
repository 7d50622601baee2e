"""Notes as an OpenDocument text, as LibreOffice writes and Word reads it."""

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from viewer.core.direction import reads_rightwards
from viewer.core.oneline import plain_lines
from viewer.notebook.collection import COLOURS, Collection
from viewer.quotes.wording import Parts, listed
from viewer.state.note import Note

_TYPE: Final = "application/vnd.oasis.opendocument.text"
_OASIS: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMES: Final = (
    f'xmlns:office="{_OASIS}office:1.0" xmlns:text="{_OASIS}text:1.0"'
    f' xmlns:style="{_OASIS}style:1.0" xmlns:meta="{_OASIS}meta:1.0"'
    f' xmlns:fo="{_OASIS}xsl-fo-compatible:1.0" xmlns:manifest="{_OASIS}manifest:1.0"'
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' office:version="1.3"'
)
_HEAD: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
#: What no XML may hold, besides control characters.
_NO_XML: Final = re.compile("[\ufffe\uffff]")
_INDENT: Final = 'fo:margin-left="0.25in"'


def document(held: Collection) -> bytes:
    """Return the notes as the bytes of an `.odt`."""
    title = _text(held.title)
    body = f'<text:h text:style-name="Head" text:outline-level="1">{title}</text:h>'
    body += "".join(_note(held, note) for note in held.notes)
    now = datetime.now(UTC).replace(tzinfo=None).isoformat(timespec="seconds")
    parts = {
        "content.xml": f"<office:document-content {_NAMES}>{_styles()}<office:body><office:text>"
        f"{body}</office:text></office:body></office:document-content>",
        "meta.xml": f"<office:document-meta {_NAMES}><office:meta><dc:title>{title}</dc:title>"
        f"<dc:date>{now}</dc:date></office:meta></office:document-meta>",
        "META-INF/manifest.xml": _manifest("content.xml", "meta.xml"),
    }
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", _TYPE, zipfile.ZIP_STORED)  # first, and as it is
        for name, xml in parts.items():
            packed.writestr(name, _HEAD + xml)
    return data.getvalue()


def _styles() -> str:
    """Return the styles of paragraphs, `R` for those that read from right to left, and of tags."""
    right = 'style:writing-mode="rl-tb" fo:text-align="end"'
    large = '<style:text-properties fo:font-size="18pt" fo:font-weight="bold"/>'
    made = [
        _style("paragraph", "Head", large),
        _style("paragraph", "Said", f"<style:paragraph-properties {_INDENT}/>" + _italic()),
        _style("paragraph", "SaidR", f"<style:paragraph-properties {_INDENT} {right}/>"),
        _style("paragraph", "Credit", f"<style:paragraph-properties {_INDENT}/>"),
        _style("paragraph", "NoteR", f"<style:paragraph-properties {right}/>"),
        _style("paragraph", "Note", ""),
    ]
    for tag, colour in COLOURS.items():
        look = f'<style:text-properties fo:font-weight="bold" fo:color="#{colour.lower()}"/>'
        made.append(_style("paragraph", f"Tag-{tag}", look))
    return f"<office:automatic-styles>{''.join(made)}</office:automatic-styles>"


def _style(family: str, name: str, look: str) -> str:
    return (
        f'<style:style style:name="{name}" style:family="{family}"'
        f' style:parent-style-name="Standard">{look}</style:style>'
    )


def _italic() -> str:
    return '<style:text-properties fo:font-style="italic"/>'


def _note(held: Collection, note: Note) -> str:
    """Write a note: what is said, where it comes from, its tag and its comment."""
    parts, tag, made = held.parts(note), held.tag(note), ""
    if note.quote is not None:
        for said, words in zip(parts.said, parts.spoken, strict=True):
            made += _paragraph(_text(said), _sided("Said", words))
    made += _paragraph(_credit(parts, "— " if note.quote is not None else ""), "Credit")
    links = " · ".join(_link(name, f"../{url}") for name, url in held.files(note))  # out of the zip
    made += _paragraph(links, "Credit") if links else ""
    if tag:
        made += _paragraph(_text(tag), f"Tag-{note.tag}")
    for each in held.remarks(note):
        made += _paragraph(_text(each), _sided("Note", each))
    return made


def _sided(style: str, words: str) -> str:
    return f"{style}R" if reads_rightwards(words) is False else style


def _paragraph(marked: str, style: str) -> str:
    return f'<text:p text:style-name="{style}">{marked}</text:p>'


def _credit(parts: Parts, before: str) -> str:
    """Word the line about the source, whose time leads to the moment."""
    lead = listed([parts.speaker, parts.title, parts.channel, parts.date])
    place = parts.time or parts.link
    made = _text(before + lead + (", " if lead and place else ""))
    if not parts.link:
        return made + _text(place)
    return made + _link(place, parts.link)


def _link(text: str, url: str) -> str:
    link = quoteattr(_NO_XML.sub("", plain_lines(url)))
    return f'<text:a xlink:type="simple" xlink:href={link}>{_text(text)}</text:a>'


def _manifest(*names: str) -> str:
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="text/xml"/>'
        for name in names
    )
    whole = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_TYPE}"/>'
    return (
        f'<manifest:manifest xmlns:manifest="{_OASIS}manifest:1.0" manifest:version="1.3">'
        f"{whole}{entries}</manifest:manifest>"
    )


def _text(text: str) -> str:
    """Return text for XML; a run of spaces and the ends of lines have marks of their own."""
    marked = escape(_NO_XML.sub("", plain_lines(text))).replace("\n", "<text:line-break/>")
    return marked.replace("  ", " <text:s/>")
