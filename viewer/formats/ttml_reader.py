"""Walks through the tags of a TTML file and keeps its paragraphs, their spans and its head."""

from dataclasses import dataclass, field
from typing import Final
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl, Locator

from viewer.formats.repair import one_line
from viewer.formats.ttml_spans import Span
from viewer.formats.ttml_time import TimeBase, read_time_base

_TIMES: Final = frozenset({"begin", "end", "dur", "agent", "timeContainer"})
#: Elements whose text is about the file or a paragraph and is not said.
_ASIDE: Final = frozenset({"metadata", "title", "desc", "copyright", "agent", "name", "actor"})


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its span, its line in the file, and its text in pieces by their spans."""

    span: Span
    line: int
    texts: list[tuple[Span, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Element:
    """An element that is open: what was open around it, and what its end brings."""

    kind: str
    around: Span
    opens_paragraph: bool
    is_ruby: bool


class TtmlReader(ContentHandler):
    """Collects what a file holds; times are as they are written until the spans are placed."""

    def __init__(self) -> None:
        super().__init__()
        self.paragraphs: list[Paragraph] = []
        self.spans: list[Span] = []
        self.title = ""
        self.language = ""
        self.length_ms: int | None = None
        self._base = TimeBase()
        self._times: dict[str, int | None] = {}
        self._agents: dict[str, str] = {}
        self._agent = ""
        self._elements: list[_Element] = []
        self._span = Span()
        self._paragraph: Paragraph | None = None
        self._asides = 0
        self._locator: Locator | None = None

    def agent_names(self) -> dict[str, str]:
        """Return the speakers by their ids; who has no name is called by the id."""
        if len(self._agents) == 1:
            return self._agents
        return {agent: name or agent for agent, name in self._agents.items()}

    def setDocumentLocator(self, locator: Locator) -> None:  # noqa: N802 - the base's name
        """Keep what tells the line."""
        self._locator = locator

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - the base's name
        """Open an element: a timed one is a span, a paragraph begins to collect text."""
        kind = name.rpartition(":")[2]
        told = {key.rpartition(":")[2]: value for key, value in attrs.items()} if attrs else {}
        opens = kind == "p" and self._paragraph is None
        is_ruby = told.get("ruby") == "text"
        self._elements.append(_Element(kind, self._span, opens, is_ruby))
        self._asides += kind in _ASIDE
        if opens or not _TIMES.isdisjoint(told):
            self._open_span(told)
        if opens:
            line = (self._locator.getLineNumber() if self._locator else None) or 1
            self._paragraph = Paragraph(self._span, line)
            self.paragraphs.append(self._paragraph)
        elif kind == "br" or is_ruby:
            self.characters("(" if is_ruby else "\n")
        else:
            self._read_about(kind, told)

    def endElement(self, name: str) -> None:  # noqa: N802 - the base's name
        """Close the element that was opened last; the parser sees to it that it is this one."""
        element = self._elements.pop()
        if element.is_ruby:
            self.characters(")")
        self._asides -= element.kind in _ASIDE
        self._span = element.around
        if element.opens_paragraph:
            self._paragraph = None

    def characters(self, content: str) -> None:
        """Take text in: of a paragraph, or about the file."""
        if self._asides:
            self._read_aside(content)
        elif self._paragraph is not None:
            self._paragraph.texts.append((self._span, content))

    def _open_span(self, told: dict[str, str]) -> None:
        self._span = Span(
            self._span,
            self._time(told.get("begin")),
            self._time(told.get("end")),
            self._time(told.get("dur")),
            told.get("agent", ""),
            told.get("timeContainer") == "seq",
        )
        self.spans.append(self._span)

    def _read_about(self, kind: str, told: dict[str, str]) -> None:
        if kind == "tt":
            self._base = read_time_base(told)
            self.language = told.get("lang", "")
        elif kind == "body":
            self.length_ms = self._time(told.get("dur"))
        elif kind == "agent" and "id" in told:
            self._agent = told["id"]
            self._agents.setdefault(self._agent, "")

    def _read_aside(self, content: str) -> None:
        kind = self._elements[-1].kind if self._elements else ""
        if kind == "title" and self._paragraph is None:
            self.title += content
        elif kind == "name" and self._agent:
            self._agents[self._agent] = one_line(self._agents[self._agent] + content)

    def _time(self, text: str | None) -> int | None:
        """Return what a time means; an end is the next one's beginning, so most come twice."""
        if text is None:
            return None
        if text not in self._times:
            self._times[text] = self._base.parse(text)
        return self._times[text]
