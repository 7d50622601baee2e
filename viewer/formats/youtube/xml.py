"""YouTube's captions as XML: srv1 and srv2 (a text an element), srv3 and ytt (spans in it).

<transcript><text start="0.16" dur="4.32">good morning</text></transcript>
<timedtext><text t="160" d="4320">good morning</text></timedtext>
<timedtext format="3"><body><p t="160" d="4320" w="1"><s>good</s><s t="559"> morning</s></p></body>
</timedtext>
"""

import re
from typing import Any, Final
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import DefusedXMLParser

from viewer.core.timecode import parse_time
from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.turn_marks import visible
from viewer.formats.text import unescape
from viewer.formats.youtube.events import Event, add_events
from viewer.formats.youtube.xml_spans import cut_lines

NAME: Final = "youtube-xml"

_SIGN: Final = re.compile(
    r"\A\s*+(?:<\?xml[^>]{0,200}\?>\s*+)?(?><!--.{0,2000}?-->\s*)*+"
    r"(?:<timedtext\b|<transcript>\s*(?:<text\s|</transcript))",
    re.S,
)
#: Control characters that XML cannot hold, and halves of pairs.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_CONTROLS: Final = bytes({*range(32)} - set(b"\t\n\r"))
_CHUNK: Final = 65_536
#: Older releases of expat look at a tag from its beginning again with every piece.
_MOST_CHUNKS: Final = 32
_MOST_DIGITS: Final = 12
_XML_LANG: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_SUREST: Final = 255
#: Tags, escaped in the older files, that change how a text looks.
_LOOKS: Final = re.compile(r"</?(?:b|i|u|s|font)(?: [^<>]{0,200})?>", re.I)

_DAMAGED: Final = "The XML breaks off or is damaged here; what follows was left out."
_DECLARES: Final = "The file declares a document type of its own, which is not read."
_NO_TIME: Final = "{} of the lines have no time that can be read and were left out."


def claims(sample: Content) -> Claim:
    """Return whether the sample begins as one of YouTube's XML files does."""
    return Claim.sure(_SIGN.match(sample.text.removeprefix("\ufeff")) is not None)


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every line up to the end or to where the XML is damaged."""
    draft, target = _read(_allowed(content.text))
    add_events(target.events, draft)
    if draft.empty:
        raise NothingUsableError("it has no line of text with a time")
    if target.untimed:
        draft.problem(1, _NO_TIME.format(target.untimed))
    draft.language = target.language
    return draft.finish()


def _allowed(text: str) -> str:
    """Return the text without what XML cannot hold, and with its line ends."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return _FORBIDDEN.sub("", text)
    bare = len(data.translate(None, _CONTROLS)) == len(data) and b"\xef\xbf\xbe" not in data
    return text if bare and b"\xef\xbf\xbf" not in data else _FORBIDDEN.sub("", text)


def _read(text: str) -> tuple[Draft, "_Target"]:
    """Read ordinary lines by patterns, and by a parser what is left, or all."""
    if found := cut_lines(text):
        lines, rest = found
        draft, target = Draft(NAME), _Target()
        if _feed(rest, target, draft) and not target.events and not target.untimed:
            target.events = lines
            return draft, target
    draft, target = Draft(NAME), _Target()
    _feed(text, target, draft)
    return draft, target


def _feed(text: str, target: "_Target", draft: Draft) -> bool:
    """Give the target all tags and texts; return whether the XML is whole."""
    bare = text.lstrip("\ufeff \t\r\n")
    skipped = text.count("\n", 0, len(text) - len(bare))
    parser = DefusedXMLParser(target=target, encoding="utf-8", forbid_dtd=True)
    _shorten(parser, target)
    size = max(_CHUNK, len(bare) // _MOST_CHUNKS)
    try:
        for begin in range(0, len(bare), size):
            parser.feed(bare[begin : begin + size].encode())
        parser.close()
    except DefusedXmlException:
        draft.problem(1 + skipped, _DECLARES)
    except ParseError as error:
        draft.problem(error.position[0] + skipped, _DAMAGED)
        target.end(target.inside)
    else:
        return True
    return False


def _shorten(parser: DefusedXMLParser, target: "_Target") -> None:
    """Let the parser call the target itself, without the detour over names and dictionaries."""
    expat: Any = parser.parser
    expat.ordered_attributes = False
    expat.StartElementHandler = target.start
    expat.EndElementHandler = target.end
    expat.CharacterDataHandler = target.data


class _Target:
    """Takes what the parser finds and makes events of it."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self.language: str | None = None
        self.untimed = 0
        #: The line that is open: `p` or `text`.
        self.inside = ""
        self._event: Event | None = None
        self._begun: int | None = None
        self._sure: float | None = None
        self._texts: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Open a line or a span in it."""
        if tag == "s" and self._event is not None:
            if self._texts:
                self._close_piece()
            if attributes:
                self._time_piece(self._event, attributes.get("t"), attributes.get("ac"))
        elif tag in ("p", "text"):
            self._open(tag, attributes)
        elif tag in ("timedtext", "transcript"):
            self.language = attributes.get("lang") or attributes.get(_XML_LANG)
        elif tag == "br":
            self._texts.append("\n")

    def data(self, text: str) -> None:
        """Take text in."""
        if self._event is not None:
            self._texts.append(text)

    def end(self, tag: str) -> None:
        """Close a line or a span."""
        if tag == "s":
            self._close_piece()
        elif tag == self.inside and self._event is not None:
            self._close_piece()
            self.events.append(self._event)
            self._event = None

    def close(self) -> None:
        """Do nothing; the parser asks for it."""

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        if "start" in attributes:
            start, length = parse_time(attributes["start"]), parse_time(attributes.get("dur", ""))
        else:
            start, length = _number(attributes.get("t")), _number(attributes.get("d"))
        if start is None:
            self.untimed += 1
            return
        self.inside = tag
        self._texts.clear()
        self._event = Event(
            start,
            None if length is None else start + length,
            [],
            _number(attributes.get("w")),
            attributes.get("a", attributes.get("append")) == "1",
        )

    def _time_piece(self, event: Event, offset: str | None, sure: str | None) -> None:
        if offset is not None:
            self._begun = event.start_ms + (_number(offset) or 0)
        elif sure is not None:
            self._begun = event.start_ms
        if sure is not None and sure != "0":
            self._sure = (_number(sure) or 0) / _SUREST

    def _close_piece(self) -> None:
        texts = self._texts
        if texts and self._event is not None:
            text = texts[0] if len(texts) == 1 else "".join(texts)
            if self.inside == "text" and ("&" in text or "<" in text):  # escaped twice
                text = _LOOKS.sub("", unescape(text))
            if not text.isascii():
                text = visible(text)
            self._event.pieces.append((self._begun, text, self._sure))
        texts.clear()
        self._begun = self._sure = None


def _number(text: str | None) -> int | None:
    """Return a whole number of at most a dozen digits, or None."""
    return int(text) if text and text.isdecimal() and len(text) <= _MOST_DIGITS else None
