"""Walks through the tags of a TTML file and keeps its paragraphs, their spans and its head."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from viewer.core.oneline import one_line
from viewer.formats.captions.ttml.spans import Span
from viewer.formats.captions.ttml.times import Seconds, Times, read_time_base
from viewer.formats.captions.ttml.words import Lifted, Lifter, spans_of
from viewer.formats.kit.xml_stream import Tags

#: What spans of Apple's podcasts are, without blanks between.
_UNITS: Final = ("word", "sentence")
_TIMES: Final = frozenset({"begin", "end", "dur", "agent", "timeContainer"})
#: Elements whose text is about the file or a paragraph and is not said.
_ASIDE: Final = frozenset({"metadata", "title", "desc", "copyright", "agent", "name", "actor"})
#: EBU's way of saying where on its clock the programme begins.
_BEGIN: Final = "documentStartOfProgramme"

#: An element that is open: its kind, the span around it, whether it opens a paragraph, is a ruby.
_Element = tuple[str, Span, bool, bool]


@dataclass(slots=True)
class Paragraph:
    """A paragraph: its span, its line in the file, and its text in pieces by their spans."""

    span: Span
    line: int
    texts: list[tuple[Span, str]] = field(default_factory=list)
    #: In place of the pieces, where all of them are words with times.
    words: Lifted | None = None


class TtmlReader(Tags):
    """Collects what a file holds; times are as they are written until the spans are placed."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.spans: list[Span] = []
        self.title = ""
        self.language = ""
        self.length_ms: int | None = None
        #: Of spans, when the first word inside begins, where no span is kept for it.
        self.first_inside: dict[Span, int] = {}
        self._seconds = Seconds()
        self._times = Times(read_time_base({}), self._seconds)
        #: How long an hour is, where times are those of the programme's clock.
        self.hour_ms: int | None = None
        #: Where on the clock the programme begins, if the file says so.
        self.begin_ms: int | None = None
        self._agents: dict[str, str] = {}
        self._agent = ""
        self._elements: list[_Element] = []
        self._span = Span()
        self._paragraph: Paragraph | None = None
        self._lifter: Lifter | None = None
        self._asides = 0

    def agent_names(self) -> dict[str, str]:
        """Return the speakers by their ids; who has no name is called by the id."""
        if len(self._agents) == 1:
            return self._agents
        return {agent: name or agent for agent, name in self._agents.items()}

    def pieces(self, text: str) -> Iterator[str]:
        """Take out the words of ordinary paragraphs, which `noted` puts back in."""
        self._lifter = lifter = Lifter(text)
        yield from super().pieces(lifter.head)
        yield from lifter.pieces()

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        """Open an element: a timed one is a span, a paragraph begins to collect text."""
        kind = name.rpartition(":")[2]
        fields = attributes
        if ":" in "".join(fields):
            fields = {key.rpartition(":")[2]: value for key, value in fields.items()}
        opens = kind == "p" and self._paragraph is None
        is_ruby = "ruby" in fields and fields["ruby"] == "text"
        self._elements.append((kind, self._span, opens, is_ruby))
        self._asides += kind in _ASIDE
        if fields.get("unit") in _UNITS:
            self._part()
        if opens or not _TIMES.isdisjoint(fields):
            self._open_span(fields)
        if opens:
            self._paragraph = Paragraph(self._span, self.line)
            self.paragraphs.append(self._paragraph)
        elif kind == "br" or is_ruby:
            self.said("(" if is_ruby else "\n")
        else:
            self._read_about(kind, fields)

    def _part(self) -> None:
        """Part a word or sentence of a podcast from the one before: no blank stands between."""
        texts = self._paragraph.texts if self._paragraph else []
        if texts and not texts[-1][1][-1:].isspace():
            texts.append((texts[-1][0], " "))

    def closed(self, name: str) -> None:
        """Close the element that was opened last."""
        kind, around, opens_paragraph, is_ruby = self._elements.pop()
        if is_ruby:
            self.said(")")
        self._asides -= kind in _ASIDE
        self._span = around
        if opens_paragraph:
            self._paragraph = None

    def said(self, text: str) -> None:
        """Take text in: of a paragraph, or about the file."""
        if self._asides:
            self._read_aside(text)
        elif self._paragraph is not None and text:
            self._paragraph.texts.append((self._span, text))

    def noted(self, target: str, note: str) -> None:
        """Take in the words that were taken out here, each as the span that it was."""
        if not self._lifter or not self._lifter.lifted:
            return
        lifted, rows = self._lifter.lifted.popleft()
        paragraph, span = self._paragraph, self._span
        if (
            paragraph is not None
            and self._elements[-1][2]
            and span.begin is not None
            and not span.in_sequence
            and not self._asides
        ):
            paragraph.words = lifted
            self.first_inside[span] = lifted.words[0].start_ms
            return
        for fields, said, tail in spans_of(rows):
            self.opened("span", fields)
            self.said(said)
            self.closed("span")
            self.said(tail)

    def _open_span(self, fields: dict[str, str]) -> None:
        get, read = fields.get, self._times.read
        self._span = Span(
            self._span,
            read(fields["begin"]) if "begin" in fields else None,
            read(fields["end"]) if "end" in fields else None,
            read(fields["dur"]) if "dur" in fields else None,
            get("agent", ""),
            get("timeContainer") == "seq",
        )
        self.spans.append(self._span)

    def _read_about(self, kind: str, fields: dict[str, str]) -> None:
        if kind == "tt":
            base = read_time_base(fields)
            self._times = Times(base, self._seconds)
            self.hour_ms = base.parse("01:00:00:00") if base.is_smpte else None
            self.language = fields.get("lang", "")
        elif kind == "body":
            self.length_ms = self._time(fields.get("dur"))
        elif kind == "agent" and "id" in fields:
            self._agent = fields["id"]
            self._agents.setdefault(self._agent, "")

    def _read_aside(self, text: str) -> None:
        kind = self._elements[-1][0] if self._elements else ""
        if kind == "title" and self._paragraph is None:
            self.title += text
        elif kind == _BEGIN and text.strip():
            self.begin_ms = self._time(text)
        elif kind == "name" and self._agent:
            self._agents[self._agent] = one_line(self._agents[self._agent] + text)

    def _time(self, text: str | None) -> int | None:
        return None if text is None else self._times.read(text)
