"""Pages from strangers: tags and text, one after the other, in time linear in their length.

The standard library's parser does the reading: it loads nothing and runs nothing. Some of its
releases look for the end of every unfinished comment, declaration or tag again and again, so
these are taken out before.
"""

import re
from html.parser import HTMLParser
from typing import Final

#: A longer tag is none.
_LONGEST_TAG: Final = 4_000
_TAG: Final = re.compile(r"</?[a-zA-Z]")
_DECLARATION: Final = re.compile(r"<[!?][^<>]*>?")
_STRAY: Final = re.compile(rf"<(?![a-zA-Z/][^<>]{{0,{_LONGEST_TAG}}}>)")
#: Python reads no numbers of so many digits.
_LONG_NUMBER: Final = re.compile(r"&#[xX]?[0-9a-fA-F]{8,};?")
#: The tags that nearly all of a transcript is made of; the library takes thrice as long for them.
_PLAIN: Final = re.compile(
    r'<(p|br|span|a|b|i|div|li|h[1-6])((?: [a-z][a-z0-9-]*="[^"<>&]*")*) ?(/?)>'
)
_PLAIN_END: Final = re.compile(r"</(p|span|a|b|i|div|li|h[1-6])>")
_ATTRIBUTE: Final = re.compile(r' ([a-z][a-z0-9-]*)="([^"]*)"')
_SILENT: Final = frozenset({"script", "style", "template"})
_RECORDINGS: Final = frozenset({"audio", "video", "source"})

Attributes = dict[str, str]


class Page(HTMLParser):
    """Takes a page in; readers override `opened`, `closed` and `said`.

    What pages tell about themselves is kept: the language, the title, the `meta` entries by name
    and the addresses of recordings.
    """

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.language: str | None = None
        self.title = ""
        self.meta: dict[str, str] = {}
        self.recordings: list[str] = []
        self._silent = ""
        self._in_title = False

    def read(self, text: str) -> None:
        """Read a whole page."""
        self.feed(tamed(text))
        self.close()

    @property
    def line(self) -> int:
        """The line that is being read, from 1."""
        return self.getpos()[0]

    def opened(self, tag: str, attributes: Attributes) -> None:
        """Take in that an element begins."""

    def closed(self, tag: str) -> None:
        """Take in that an element ends."""

    def said(self, text: str) -> None:
        """Take in text, neither a title's nor a script's."""

    def parse_starttag(self, i: int) -> int:
        """Read the tag that begins at `i`; return where it ends."""
        match = _PLAIN.match(self.rawdata, i)
        if match is None:
            return super().parse_starttag(i)
        tag, attributes, closes = match.groups()
        self.opened(tag, dict(_ATTRIBUTE.findall(attributes)) if attributes else {})
        if closes:
            self.closed(tag)
        return match.end()

    def parse_endtag(self, i: int) -> int:
        """Read the closing tag that begins at `i`; return where it ends."""
        match = _PLAIN_END.match(self.rawdata, i) if self.cdata_elem is None else None
        if match is None:
            return super().parse_endtag(i)
        self.closed(match[1])
        return match.end()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Tell scripts and titles from the rest."""
        attributes = {name: value or "" for name, value in attrs}
        if tag in _SILENT:
            self._silent = tag
        elif tag == "title":
            self._in_title = True
        elif tag == "meta":
            self.meta.setdefault(attributes.get("name", ""), attributes.get("content", ""))
        elif tag == "html":
            self.language = attributes.get("lang") or None
        elif tag in _RECORDINGS and attributes.get("src"):
            self.recordings.append(attributes["src"])
        self.opened(tag, attributes)

    def handle_endtag(self, tag: str) -> None:
        """Tell scripts and titles from the rest."""
        if tag == self._silent:
            self._silent = ""
        elif tag == "title":
            self._in_title = False
        self.closed(tag)

    def handle_data(self, data: str) -> None:
        """Pass on what is to be seen."""
        if self._in_title:
            self.title += data
        elif not self._silent:
            self.said(data)


def tamed(text: str) -> str:
    """Return the page without what makes reading slow: comments, declarations, stray brackets.

    All lines keep their numbers.
    """
    text = _without_comments(text) if "<!--" in text else text
    cut = text.rfind("<")  # where the file breaks off inside a tag
    if cut >= 0 and text.find(">", cut) < 0 and _TAG.match(text, cut):
        text = text[:cut]
    text = _DECLARATION.sub(lambda match: "\n" * match[0].count("\n"), text)
    return _LONG_NUMBER.sub("\ufffd", _STRAY.sub("&lt;", text))


def _without_comments(text: str) -> str:
    parts = []
    at = 0
    while (begin := text.find("<!--", at)) >= 0:
        end = text.find("-->", begin + 4)
        end = len(text) if end < 0 else end + 3
        parts += [text[at:begin], "\n" * text.count("\n", begin, end)]
        at = end
    return "".join(parts) + text[at:]
