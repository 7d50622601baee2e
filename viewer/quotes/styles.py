"""How a quote is worded for the clipboard: plain text, Markdown and HTML."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from typing import Final

from viewer.core.dates import format_date
from viewer.core.direction import reads_rightwards
from viewer.core.quote import Quote
from viewer.core.timecode import format_clock
from viewer.core.turns import Turn, paragraphs_of
from viewer.quotes.links import link_of

_MARKED: Final = re.compile(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
#: What begins a numbered list where a line begins.
_NUMBERED: Final = re.compile(r"\d{1,9}[.)](?:\s|$)")

#: What a part is put between.
_Marks = tuple[str, str]


class Style(StrEnum):
    """A way to word a quote."""

    PLAIN = "plain"
    MARKDOWN = "markdown"
    HTML = "html"


@dataclass(frozen=True, slots=True)
class Rendered:
    """One quote in every style."""

    plain: str
    markdown: str
    html: str

    def styled(self, style: Style) -> str:
        """Return the quote in one style."""
        return {Style.PLAIN: self.plain, Style.MARKDOWN: self.markdown, Style.HTML: self.html}[
            style
        ]


def render(quote: Quote) -> Rendered:
    """Word a quote with its source; what is not known leaves no trace.

    Where several say it, each turn is a paragraph with its speaker's name.
    """
    parts = _Parts.of(quote)
    turns = quote.turns or (Turn(quote.speaker, quote.text),)
    said = list(paragraphs_of(turns))
    directed = [(text, turn.text) for text, turn in zip(said, turns, strict=True)]
    return Rendered(_plain(said, parts), _markdown(said, parts), _html(directed, parts))


@dataclass(frozen=True, slots=True)
class _Parts:
    speaker: str
    title: str
    channel: str
    date: str
    time: str
    link: str

    @classmethod
    def of(cls, quote: Quote) -> "_Parts":
        source = quote.source
        return cls(
            quote.speaker or "",
            source.title,
            source.channel,
            format_date(source.published) if source.published else "",
            "" if quote.start_ms is None else format_clock(quote.start_ms),
            link_of(quote),
        )


def _plain(said: list[str], parts: _Parts) -> str:
    text = "\n".join(said)
    credit = _listed([parts.speaker, parts.title, parts.channel, parts.date, parts.time])
    line = " ".join(part for part in (credit, parts.link) if part)
    return f"“{text}”\n— {line}" if line else f"“{text}”"


def _markdown(said: list[str], parts: _Parts) -> str:
    link = parts.link.replace("(", "%28").replace(")", "%29")
    credit = _linked(parts, escape_markdown, ("*", "*"), ("[", f"]({link})"))
    words = "\n>\n> ".join(map(_markdown_lines, said))
    return f"> {words}\n>\n> — {credit}" if credit else f"> {words}"


def _html(said: list[tuple[str, str]], parts: _Parts) -> str:
    """Word what is said, each paragraph with the words that tell its direction."""
    link = escape(parts.link)
    credit = _linked(parts, _html_text, ("<cite>", "</cite>"), (f'<a href="{link}">', "</a>"))
    cite = f' cite="{link}"' if link else ""
    paragraphs = [(_html_text(text), words) for text, words in said]
    if credit:
        paragraphs.append((f"— {credit}", parts.speaker or parts.title or parts.channel))
    words = "".join(f"<p{_direction(words)}>{marked}</p>" for marked, words in paragraphs)
    return f"<blockquote{cite}>{words}</blockquote>"


def _direction(text: str) -> str:
    """Return the attribute that a paragraph which reads from right to left needs."""
    return ' dir="rtl"' if reads_rightwards(text) is False else ""


def _html_text(text: str) -> str:
    return "<br>".join(escape(line, quote=False) for line in text.split("\n"))


def _linked(parts: _Parts, word: Callable[[str], str], title: _Marks, link: _Marks) -> str:
    """List what is known; the link is on the time, failing that on the title, or alone."""
    known = [word(part) for part in (parts.speaker, parts.title, parts.channel, parts.date)]
    known.append(word(parts.time or ("" if parts.title else parts.link)))
    if parts.title:
        known[1] = known[1].join(title)
    if parts.link:
        place = 1 if parts.title and not parts.time else 4
        known[place] = known[place].join(link)
    return _listed(known)


def _listed(parts: Iterable[str]) -> str:
    return ", ".join(part for part in parts if part)


def escape_markdown(text: str) -> str:
    """Return the text with every character escaped that Markdown would take for mark-up."""
    return _MARKED.sub(r"\\\g<0>", text)


def _markdown_lines(text: str) -> str:
    """Return a paragraph for Markdown; two spaces at a line's end keep the break of a verse."""
    lines = (_escape_line_start(escape_markdown(line)) for line in text.split("\n"))
    return "  \n> ".join(lines)


def _escape_line_start(text: str) -> str:
    if text[:1] in {"#", "+", "-"}:
        return "\\" + text
    number = _NUMBERED.match(text)
    if number is None:
        return text
    digits = len(number[0].rstrip()) - 1
    return f"{text[:digits]}\\{text[digits:]}"
