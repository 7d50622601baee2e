"""Web pages that hold a transcript as text: saved from a site, or exported as HTML.

<p><b>Anna</b> (0:05): Good morning.</p>

What is to be seen of the page is taken as lines of text, and read as a document's paragraphs are.
Without times nothing tells what on a page is the transcript.
"""

import re
from dataclasses import replace
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.containers.documents import MOST_TEXT, holds_times, read_document
from viewer.formats.draft import Draft, clean_source
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.html_stream import Attributes, Page

NAME: Final = "web-page"

_TITLE: Final = "a web page"
_BEGINNING: Final = re.compile(
    r"[\ufeff\s]{0,99}(?:<!DOCTYPE html|<!--|<html|<head|<body|<meta|<div|<p\b|<pre|<table|<section"
    r"|<article|<main|<ul|<ol|<h[1-6]|<span)",
    re.I,
)
_LINES: Final = frozenset({
    "address", "article", "blockquote", "body", "dd", "div", "dl", "dt", "figcaption", "figure",
    "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section",
    "table", "tr", "ul",
})  # fmt: skip
_CELLS: Final = frozenset({"td", "th"})
#: What stands in these is the page's, not the transcript's.
_LEFT_OUT: Final = frozenset({"footer", "nav", "noscript", "select"})
#: A page of ten hours has a fifth of these; each takes some microseconds.
_MOST_TAGS: Final = 400_000
_TOO_LARGE: Final = f"it is {_TITLE}, and too large for a transcript"
_BLANKS: Final = re.compile(r"[ \t\n\r\f]+")


def claims(sample: Content) -> Claim:
    """Return whether the head is a page's, and a reader finds times in what is seen of it."""
    if _BEGINNING.match(sample.text) is None:
        return Claim.NO
    return Claim.sure(holds_times(_text_of(sample.text).lines()))


def parse(content: Content) -> Transcript:
    """Read the lines of the page with the first reader of text that takes them."""
    if content.text.count("<") > _MOST_TAGS:
        raise NothingUsableError(_TOO_LARGE)
    page = _text_of(content.text)
    lines = page.lines()
    if len(lines) > MOST_TEXT:
        raise NothingUsableError(_TOO_LARGE)
    if not holds_times(lines):
        raise NothingUsableError("it is a web page, and no transcript is found in it")
    made = read_document(NAME, _TITLE, lines, Draft(NAME))
    if not made.source.title:
        source = clean_source(page.title, made.source.channel, None, made.source.url)
        made = replace(made, source=source)
    language = made.language or page.language
    return replace(made, language=language, media=made.media or tuple(page.recordings))


def _text_of(text: str) -> "_Text":
    page = _Text()
    page.read(text)
    return page


class _Text(Page):
    """Collects what is to be seen, a paragraph a line and a table's row a line."""

    def __init__(self) -> None:
        super().__init__()
        self._texts: list[str] = []
        self._left_out = 0
        self._as_it_is = 0

    def lines(self) -> str:
        """Return the lines."""
        return "\n".join(line.strip(" ") for line in "".join(self._texts).strip().split("\n"))

    def opened(self, tag: str, _attributes: Attributes) -> None:
        self._left_out += tag in _LEFT_OUT
        self._as_it_is += tag == "pre"
        if tag == "br" or tag in _LINES:
            self._texts.append("\n")

    def closed(self, tag: str) -> None:
        self._left_out -= tag in _LEFT_OUT and self._left_out > 0
        self._as_it_is -= tag == "pre" and self._as_it_is > 0
        if tag in _LINES:
            self._texts.append("\n")
        elif tag in _CELLS:
            self._texts.append("\t")

    def said(self, text: str) -> None:
        if not self._left_out:
            self._texts.append(text if self._as_it_is else _BLANKS.sub(" ", text))
