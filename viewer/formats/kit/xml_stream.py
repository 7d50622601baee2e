"""XML from strangers: no entities of their own, nothing loaded, and damage stepped over.

A file is read as a stream of tags, so that depth costs nothing, up to where it is damaged.
Names are taken as they are written: a prefix that is not declared does no harm.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final, NoReturn
from xml.parsers import expat

from viewer.formats.draft import Draft
from viewer.formats.format import NothingUsableError
from viewer.formats.text import unescape

_CONTROLS: Final = [chr(code) for code in range(32) if chr(code) not in "\t\n\r"]
#: Control characters that XML cannot hold, and halves of pairs.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: Entities of HTML, which XML does not know, and ampersands that begin none.
_AMPERSAND: Final = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos|#[0-9]{1,7}|#x[0-9a-fA-F]{1,6});)(\w{1,20};)?"
)
_DECLARATION: Final = re.compile(r"<\?xml\b[^<>]{0,500}\?>")
_PIECE: Final = 65_536
#: Older releases of expat look at a comment or tag from its beginning again with every piece.
_MOST_PIECES: Final = 32
#: A file is read no deeper: each level takes memory, and of levels alone come gigabytes.
_DEEPEST: Final = 100_000
#: Ampersands put right one by one; a file with more is damaged.
_MOST_AMPERSANDS: Final = 100_000

_DAMAGED: Final = "The XML breaks off or is damaged here; what follows was left out."
_TOO_DEEP: Final = "Here the XML is nested too deeply; what follows was left out."
_DECLARES: Final = "it declares entities of its own, which are not read from files"


class Tags:
    """Takes a file in; readers override `opened`, `closed` and `said`."""

    _parser: expat.XMLParserType | None = None

    @property
    def line(self) -> int:
        """The line that is being read, from 1."""
        return self._parser.CurrentLineNumber if self._parser else 1

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        """Take in that an element begins."""

    def closed(self, name: str) -> None:
        """Take in that an element ends; the parser sees to it that it is the one opened last."""

    def said(self, text: str) -> None:
        """Take in all text up to the next tag."""

    def noted(self, target: str, note: str) -> None:
        """Take in a processing instruction."""

    def read(self, text: str, draft: Draft) -> None:
        """Read a file up to its end, or to where the XML is damaged.

        Raises `NothingUsableError` for a file that declares entities: such files are made to
        fill the memory or to fetch other files.
        """
        self._take(self.pieces(_bare(text)), draft)

    def read_parts(self, parts: Iterable[str], draft: Draft) -> None:
        """Read a file that comes in parts and is nowhere whole."""
        self._take(_bare_parts(parts), draft)

    def _take(self, pieces: Iterable[str], draft: Draft) -> None:
        self._parser = parser = _parser_for(self)
        depth = 0
        try:
            for piece in pieces:
                depth += _levels(piece)
                if depth > _DEEPEST:
                    draft.problem(self.line, _TOO_DEEP)
                    return
                parser.Parse(piece)
            parser.Parse(b"", True)
        except expat.ExpatError as error:
            parser.buffer_text = False  # hands out the text before the damage
            draft.problem(error.lineno, _DAMAGED)
        finally:
            self._parser = None

    def pieces(self, text: str) -> Iterator[str]:
        """Cut the text into pieces; each is parsed before the next is asked for."""
        size = max(_PIECE, len(text) // _MOST_PIECES)
        for begin in range(0, len(text), size):
            yield text[begin : begin + size]


def _parser_for(tags: Tags) -> expat.XMLParserType:
    """Return a parser that calls a reader itself: by way of SAX it takes three times as long."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = tags.opened
    parser.EndElementHandler = tags.closed
    parser.CharacterDataHandler = tags.said
    parser.ProcessingInstructionHandler = tags.noted
    parser.EntityDeclHandler = parser.UnparsedEntityDeclHandler = _refuse
    parser.ExternalEntityRefHandler = _refuse
    # So that a document type which stands in another file is refused, too, and not passed over.
    parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_UNLESS_STANDALONE)
    return parser


def _levels(piece: str) -> int:
    """Return how much deeper it is behind a piece; comments with tags in them hardly matter."""
    opened = piece.count("<") - piece.count("<!") - piece.count("<?") - piece.count("/>")
    return opened - 2 * piece.count("</")


def _refuse(*_: object) -> NoReturn:
    raise NothingUsableError(_DECLARES)


def _bare(text: str) -> str:
    """Return the text as expat takes it, with as many lines as before.

    The XML declaration goes: it tells an encoding, and the text is decoded.
    """
    bare = text.lstrip("\ufeff \t\r\n")
    declaration = _DECLARATION.match(bare)
    begin = len(text) - len(bare) + (declaration.end() if declaration else 0)
    return "\n" * text.count("\n", 0, begin) + _sound(text[begin:])


def _bare_parts(parts: Iterable[str]) -> Iterator[str]:
    """Yield parts as expat takes them, each of them up to the end of a tag."""
    first, kept = True, ""
    for part in parts:
        kept += part
        cut = kept.rfind(">") + 1 or (len(kept) if len(kept) > _PIECE else 0)
        if cut:
            yield _bare(kept[:cut]) if first else _sound(kept[:cut])
            first, kept = False, kept[cut:]
    yield _sound(kept)


def _sound(text: str) -> str:
    bare = _allowed(text)
    return _AMPERSAND.sub(_ampersand, bare, _MOST_AMPERSANDS) if "&" in bare else bare


def _allowed(text: str) -> str:
    if text.isascii() and not any(control in text for control in _CONTROLS):  # in a tenth of time
        return text
    return _FORBIDDEN.sub("", text)


def _ampersand(match: re.Match[str]) -> str:
    """Return the character of an HTML entity, or the ampersand as XML wants it."""
    character = unescape(match[0])
    known = character != match[0] and not set(character) & set("<&")
    return character if known else f"&amp;{match[1] or ''}"
