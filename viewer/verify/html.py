"""Notes in HTML as passages."""

from html.parser import HTMLParser
from typing import Final

from viewer.verify.passages import Passages

_BLOCKS: Final = frozenset({
    "address", "article", "aside", "blockquote", "body", "dd", "details", "div", "dl",
    "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header",
    "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table",
    "td", "th", "tr", "ul",
})  # fmt: skip
_UNREAD: Final = frozenset({"head", "script", "style", "template", "title"})


def read_html(text: str, passages: Passages, line: int = 1, quote: int = 0) -> int:
    """Add the passages of a page, or of a part of one that begins at `line`.

    Block quotes are numbered from `quote` on; the next number is returned.
    """
    reader = _Reader(passages, line, quote)
    reader.feed(text)
    reader.close()
    reader.end_passage()
    return reader.next_quote


class _Reader(HTMLParser):
    def __init__(self, passages: Passages, line: int, quote: int) -> None:
        super().__init__(convert_charrefs=True)
        self._passages, self._first_line, self.next_quote = passages, line, quote
        self._text: list[str] = []
        self._line: int | None = None
        self._unread = 0
        self._depth = 0
        self._links: list[str] = []
        self._cites: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag in _UNREAD:
            self._unread += 1
        if tag in _BLOCKS:
            self.end_passage()
        if tag == "blockquote":
            self._depth += 1
            self._cites.append(given.get("cite", ""))
        elif tag == "br":
            self._text.append("\n")
        elif tag == "a":
            self._links.append(given.get("href", ""))
        elif tag == "q":
            self._cites.append(given.get("cite", ""))
            self._text.append("“")

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNREAD:
            self._unread = max(self._unread - 1, 0)
        if tag == "a" and self._links:
            self._end_link(self._links.pop())
        elif tag == "q" and self._cites:
            self._text.append("”")
            self._end_link(self._cites.pop())
        if tag in _BLOCKS:
            self.end_passage()
        if tag == "blockquote" and self._depth:
            self._end_quote(self._cites.pop() if self._cites else "")

    def handle_data(self, data: str) -> None:
        if self._unread:
            return
        if self._line is None and data.strip():
            lead = data[: len(data) - len(data.lstrip())]
            self._line = self._first_line - 1 + self.getpos()[0] + lead.count("\n")
        self._text.append(self._passages.marked(" ".join(data.split("\n"))))

    def end_passage(self) -> None:
        """Take what was read since the last one."""
        quote = self.next_quote if self._depth else None
        self._passages.add(self._line or self._first_line, "".join(self._text), quote)
        self._text, self._line = [], None

    def _end_link(self, url: str) -> None:
        if url:
            self._text.append(self._passages.mark(url))

    def _end_quote(self, cite: str) -> None:
        if cite:  # as an attribution, after what the quotation itself links to
            line = self._first_line - 1 + self.getpos()[0]
            self._passages.add(line, f"— {self._passages.mark(cite)}", self.next_quote)
        self._depth -= 1
        if not self._depth:
            self.next_quote += 1
