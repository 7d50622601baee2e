"""XML from strangers: no entities of their own, nothing loaded, and damage stepped over.

A file is read as a stream of tags, so that depth costs nothing, up to where it is damaged.
Names are taken as they are written: a prefix that is not declared does no harm.
"""

import re
from typing import Final
from xml.sax import SAXException, SAXParseException
from xml.sax.handler import ContentHandler

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from viewer.formats.base import Draft, NothingUsableError
from viewer.formats.entities import unescape

#: Control characters that XML cannot hold, and halves of pairs.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: Entities of HTML, which XML does not know, and ampersands that begin none.
_AMPERSAND: Final = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)(\w{1,20};)?"
)
_DECLARATION: Final = re.compile(r"<\?xml\b[^<>]{0,500}\?>")
_CHUNK: Final = 65_536
#: Older releases of expat look at a comment or tag from its beginning again with every piece.
_MOST_CHUNKS: Final = 32

_DAMAGED: Final = "The XML breaks off or is damaged here; what follows was left out."
_DECLARES: Final = "it declares entities of its own, which are not read from files"


def feed_xml(text: str, handler: ContentHandler, draft: Draft) -> None:
    """Give a handler all tags and texts up to the end, or to where the XML is damaged.

    Raises `NothingUsableError` for a file that declares entities: such files are made to fill
    the memory or to fetch other files.
    """
    parser = DefusedExpatParser(forbid_dtd=False, forbid_entities=True, forbid_external=True)
    parser.setContentHandler(handler)
    handler.setDocumentLocator(parser)
    bare = _bare(text)
    size = max(_CHUNK, len(bare) // _MOST_CHUNKS)
    try:
        for begin in range(0, len(bare), size):
            parser.feed(bare[begin : begin + size])
        parser.close()
    except DefusedXmlException as error:
        raise NothingUsableError(_DECLARES) from error
    except SAXParseException as error:
        draft.problem(error.getLineNumber() or 1, _DAMAGED)
    except SAXException:
        draft.problem(1, _DAMAGED)


def _bare(text: str) -> str:
    """Return the text as expat takes it, with as many lines as before.

    The XML declaration goes: it tells an encoding, and the text is decoded.
    """
    bare = text.lstrip("\ufeff \t\r\n")
    declaration = _DECLARATION.match(bare)
    begin = len(text) - len(bare) + (declaration.end() if declaration else 0)
    bare = "\n" * text.count("\n", 0, begin) + _FORBIDDEN.sub("", text[begin:])
    return _AMPERSAND.sub(_ampersand, bare) if "&" in bare else bare


def _ampersand(match: re.Match[str]) -> str:
    """Return the character of an HTML entity, or the ampersand as XML wants it."""
    character = unescape(match[0])
    known = character != match[0] and not set(character) & set("<&")
    return character if known else f"&amp;{match[1] or ''}"
