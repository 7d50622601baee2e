"""What every way to word a quote is made of: its paragraphs, its source, and mark-up for both."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Final, TypeAlias

from viewer.core.dates import format_date
from viewer.core.direction import reads_rightwards
from viewer.core.late import late
from viewer.core.own_links import own_link
from viewer.core.prose import without_sounds
from viewer.core.quote import Quote
from viewer.core.timecode import format_clock
from viewer.core.turns import Turn, paragraphs_of
from viewer.core.value import value
from viewer.quotes.links import link_of

_MARKED: Final = late(r"[\\`*_\[\]<>|~]|&(?=#?\w+;)")
#: What begins a numbered list where a line begins.
_NUMBERED: Final = late(r"\d{1,9}[.)](?:\s|$)")

#: What a part is put between.
Marks: TypeAlias = tuple[str, str]


@value
class Rendered:
    """One quote as it goes to the clipboard."""

    plain: str
    markdown: str
    html: str


@value
class Wording:
    """What the reader has chosen: whether sounds stay, and links lead to the whole second.

    `file` is the transcript that is quoted from, where that is known; with `own_links` links lead
    to it in this program instead of to the web.
    """

    sounds: bool = True
    whole_seconds: bool = False
    file: Path | None = None
    own_links: bool = False


@value
class Parts:
    """What there is to tell of a quote; what is not known is empty.

    `said` are its paragraphs, `spoken` the words of each without the speaker's name, `link` leads
    to the moment, on the web as a rule, `own_link` to it in this program.
    """

    quote: Quote
    said: tuple[str, ...]
    spoken: tuple[str, ...]
    speaker: str
    title: str
    channel: str
    date: str
    time: str
    link: str
    own_link: str = ""

    @classmethod
    def of(cls, quote: Quote, wording: Wording) -> "Parts":
        """Return the parts of a quote as the reader wants them."""
        quote = quote if wording.sounds else silent(quote)
        turns = quote.turns or (Turn(quote.speaker, quote.text),)
        back = own_link(wording.file, quote.start_ms) if wording.file else ""
        link = back if wording.own_links else ""
        source, about = quote.source, "≈" if quote.approximate else ""
        return cls(
            quote,
            tuple(paragraphs_of(turns)),
            tuple(turn.text for turn in turns),
            quote.speaker or "",
            source.title,
            source.channel,
            format_date(source.published) if source.published else "",
            "" if quote.start_ms is None else about + format_clock(quote.start_ms),
            link or link_of(quote, whole_seconds=wording.whole_seconds),
            back,
        )


def silent(quote: Quote) -> Quote:
    """Return the quote without notes of sounds."""
    turns = tuple(replace(turn, text=without_sounds(turn.text)) for turn in quote.turns)
    return replace(quote, text=without_sounds(quote.text), turns=turns)


def plain_credit(parts: Parts) -> str:
    """Return the line about the source for plain text."""
    credit = listed([parts.speaker, parts.title, parts.channel, parts.date, parts.time])
    return " ".join(part for part in (credit, parts.link) if part)


def markdown_credit(parts: Parts) -> str:
    """Return the line about the source for Markdown, its link on the time."""
    link = parts.link.replace("(", "%28").replace(")", "%29")
    return linked(parts, escape_markdown, ("*", "*"), ("[", f"]({link})"))


def html_credit(parts: Parts) -> str:
    """Return the line about the source for HTML, its link on the time."""
    link = escape(parts.link)
    return linked(parts, html_text, ("<cite>", "</cite>"), (f'<a href="{link}">', "</a>"))


def linked(parts: Parts, word: Callable[[str], str], title: Marks, link: Marks) -> str:
    """List what is known; the link is on the time, failing that on the title, or alone."""
    known = [word(part) for part in (parts.speaker, parts.title, parts.channel, parts.date)]
    known.append(word(parts.time or ("" if parts.title else parts.link)))
    if parts.title:
        known[1] = known[1].join(title)
    if parts.link:
        place = 1 if parts.title and not parts.time else 4
        known[place] = known[place].join(link)
    return listed(known)


def listed(parts: Iterable[str]) -> str:
    """Return the parts that are known, with commas between them."""
    return ", ".join(part for part in parts if part)


# Mark-up


def html_paragraphs(parts: Parts, after: str = "") -> str:
    """Return what is said, a paragraph for each turn, and mark-up after the last word."""
    marked = [html_text(text) for text in parts.said]
    marked[-1] += after
    return "".join(map(html_paragraph, marked, parts.spoken))


def html_paragraph(marked: str, words: str) -> str:
    """Return a paragraph whose direction its words tell."""
    direction = ' dir="rtl"' if reads_rightwards(words) is False else ""
    return f"<p{direction}>{marked}</p>"


def html_text(text: str) -> str:
    """Return text for HTML, its lines broken."""
    return "<br>".join(escape(line, quote=False) for line in text.split("\n"))


def escape_markdown(text: str) -> str:
    """Return the text with every character escaped that Markdown would take for mark-up."""
    return _MARKED.sub(r"\\\g<0>", text)


def markdown_quoted(said: Iterable[str]) -> str:
    """Return paragraphs as a block quote; two spaces at a line's end keep the break of a verse."""
    return "> " + "\n>\n> ".join(markdown_lines(text, "  \n> ") for text in said)


def markdown_lines(text: str, between: str = "  \n") -> str:
    """Return a paragraph for Markdown."""
    return between.join(_escape_line_start(escape_markdown(line)) for line in text.split("\n"))


def _escape_line_start(text: str) -> str:
    if text[:1] in {"#", "+", "-"}:
        return "\\" + text
    number = _NUMBERED.match(text)
    if number is None:
        return text
    digits = len(number[0].rstrip()) - 1
    return f"{text[:digits]}\\{text[digits:]}"
