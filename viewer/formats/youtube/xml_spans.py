"""Ordinary lines of YouTube's srv3, cut out of the text in a fifth of an XML parser's time.

<p t="160" d="4320" w="1"><s ac="0">good</s><s t="559" ac="0"> morning</s></p>
"""

import re
from typing import TYPE_CHECKING, Final

from viewer.formats.kit.turn_marks import visible
from viewer.formats.text import unescape
from viewer.formats.youtube.events import Event

if TYPE_CHECKING:
    from viewer.formats.kit.inline_times import Piece

_BEGIN: Final = "<body>"
_END: Final = "</body>"
_LINE_END: Final = "</p>"
_SPAN_END: Final = "</s>"
_LINE: Final = re.compile(r'\s*<p t="([0-9]{1,12})"(?: d="([0-9]{1,12})")?([^<>]*)')
_SPAN: Final = re.compile(r"<s([^<>]*)")
_ATTRIBUTES: Final = re.compile(r'(?: [a-z]{1,9}="[0-9]{0,12}")*')
_ATTRIBUTE: Final = re.compile(r' ([a-z]+)="([0-9]*)"')
#: All but the entities that XML and HTML understand alike.
_ODD_AMPERSAND: Final = re.compile(
    r"&(?!(?:amp|lt|gt|quot|apos|#(?:3[2-9]|[4-9][0-9]|1[01][0-9]));)"
)
_SUREST: Final = 255


class _NotOrdinaryError(Exception):
    """Raised where a parser has to look."""


def cut_lines(text: str) -> tuple[list[Event], str] | None:
    """Return the lines of a file's body and the file without them.

    Returns None where anything in the body is not ordinary: that is for a parser of XML.
    """
    begin, end = text.find(_BEGIN) + len(_BEGIN), text.rfind(_END)
    if begin < len(_BEGIN) or end < begin or "<!" in text or text.rfind("<?") > 1:
        return None
    if "&" in text and _ODD_AMPERSAND.search(text):
        return None
    *lines, after = text[begin:end].split(_LINE_END)
    if after.strip():
        return None
    try:
        return list(filter(None, map(_Lines().event, lines))), text[:begin] + text[end:]
    except _NotOrdinaryError:
        return None


class _Lines:
    """Makes events of lines; attributes are often the same, so each is looked at once."""

    def __init__(self) -> None:
        self._windows: dict[str, tuple[int | None, bool]] = {}
        self._spans: dict[str, tuple[int | None, float | None]] = {}

    def event(self, line: str) -> Event | None:
        """Return what stands in a line up to its end tag, or None if that is a line break."""
        tag, _, body = line.partition(">")
        found = _LINE.fullmatch(tag)
        if found is None:
            raise _NotOrdinaryError
        start, length, others = found.groups()
        begin = int(start)
        window, appends = self._windows.get(others) or self._window(others)
        if body == "\n":  # every other line where lines roll
            return None
        if "<" in body or ">" in body:
            pieces = self._pieces(begin, body)
        else:
            pieces = [(None, body, None)] if body else []
        if not body.isascii() or "&" in body:
            pieces = [(ms, _shown(text), sure) for ms, text, sure in pieces]
        return Event(begin, begin + int(length) if length else None, pieces, window, appends)

    def _pieces(self, begin: int, body: str) -> list["Piece"]:
        *spans, after = body.split(_SPAN_END)
        if after or not body.count("<") == body.count(">") == 2 * len(spans):
            raise _NotOrdinaryError
        known = self._spans
        pieces: list[Piece] = []
        for span in spans:
            tag, _, text = span.partition(">")
            offset, sure = known.get(tag) or self._span(tag)
            if text:
                pieces.append((None if offset is None else begin + offset, text, sure))
        return pieces

    def _window(self, others: str) -> tuple[int | None, bool]:
        values = _values(others)
        if not values.keys().isdisjoint(("t", "d", "start")):
            raise _NotOrdinaryError
        window = values.get("w")
        appends = values.get("a", values.get("append")) == "1"
        self._windows[others] = made = int(window) if window else None, appends
        return made

    def _span(self, tag: str) -> tuple[int | None, float | None]:
        found = _SPAN.fullmatch(tag)
        if found is None:
            raise _NotOrdinaryError
        values = _values(found[1])
        offset, sure = values.get("t"), values.get("ac")
        timed = offset is not None or sure is not None
        self._spans[tag] = made = (
            int(offset or 0) if timed else None,
            int(sure or 0) / _SUREST if sure is not None and sure != "0" else None,
        )
        return made


def _values(attributes: str) -> dict[str, str]:
    pairs = _ATTRIBUTE.findall(attributes)
    values = dict(pairs)
    if len(values) < len(pairs) or not _ATTRIBUTES.fullmatch(attributes):
        raise _NotOrdinaryError
    return values


def _shown(text: str) -> str:
    if "&" in text:
        text = unescape(text)
    return text if text.isascii() else visible(text)
