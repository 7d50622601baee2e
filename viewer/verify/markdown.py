"""Notes in Markdown as passages, with Obsidian's links and callouts, and Org's quotes and links."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from viewer.verify.html import read_html
from viewer.verify.passages import Passages

if TYPE_CHECKING:
    from markdown_it.token import Token

_ORG_LINK: Final = re.compile(r"\[\[([^\[\]|\n]{1,2000})\]\[([^\[\]\n]{1,1000})\]\]")
_WIKI_LINK: Final = re.compile(r"!?\[\[([^\[\]|\n]{1,2000})(?:\|([^\[\]\n]{1,1000}))?\]\]")
_ORG_BEGIN: Final = re.compile(r"\s*#\+begin_quote\b", re.IGNORECASE)
_ORG_END: Final = re.compile(r"\s*#\+end_quote\b", re.IGNORECASE)
_FRONT: Final = re.compile(r"(?:source|url|link|transcript|video|recording)\s*:\s*(.+)", re.I)
_HREF: Final = re.compile(r"""<a\s[^>]{0,500}?href\s?=\s?["']?([^"'>\s]+)""", re.IGNORECASE)


def read_markdown(text: str, passages: Passages) -> list[str]:
    """Add the passages of a note; return what its front matter names as its source."""
    from markdown_it import MarkdownIt  # takes long to load

    lines, sources = _without_front_matter(text.split("\n"))
    body = "\n".join(_as_markdown(lines))
    quote, depth = 0, 0
    for token in MarkdownIt("commonmark").parse(body):
        if token.type == "blockquote_open":
            depth += 1
        elif token.type == "blockquote_close":
            depth -= 1
            quote += not depth
        elif token.type == "html_block":
            quote = read_html(token.content, passages, _line_of(token), quote)
        elif token.type == "inline":
            words = "".join(_inline(token.children or [], passages))
            passages.add(_line_of(token), words, quote if depth else None)
    return sources


def _line_of(token: "Token") -> int:
    return token.map[0] + 1 if token.map else 1


def _inline(children: "list[Token]", passages: Passages) -> Iterator[str]:
    """Yield a paragraph's words, each link's followed by its mark."""
    links: list[str] = []
    for child in children:
        if child.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif child.type == "link_open":
            links.append(str(child.attrs.get("href", "")))
        elif child.type == "link_close" and links:
            yield passages.mark(links.pop())
        elif child.type == "html_inline":
            if found := _HREF.match(child.content):
                links.append(found[1])
            elif child.content.lower().startswith("</a") and links:
                yield passages.mark(links.pop())
        elif child.type in ("text", "code_inline", "image"):
            written_out = links and child.content.startswith(("http:", "https:", "cueline:"))
            yield "" if written_out else passages.marked(child.content)


def _without_front_matter(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the lines with empty ones for the front matter, and the sources it names."""
    if not lines or lines[0].strip() != "---":
        return lines, []
    end = next((i for i, line in enumerate(lines[1:200], 1) if line.strip() == "---"), None)
    if end is None:
        return lines, []
    named = (_FRONT.match(line) for line in lines[1:end])
    sources = [match[1].strip().strip("\"'").strip("[]") for match in named if match]
    return [""] * (end + 1) + lines[end + 1 :], sources


def _as_markdown(lines: list[str]) -> Iterator[str]:
    """Yield the lines with Org's quotes and all links as Markdown writes them, line by line."""
    quoted = False
    for line in lines:
        if _ORG_BEGIN.match(line) or _ORG_END.match(line):
            quoted = bool(_ORG_BEGIN.match(line))
            yield ""
            continue
        linked = _WIKI_LINK.sub(_link, _ORG_LINK.sub(_link, line)) if "[[" in line else line
        yield f"> {linked}" if quoted else linked


def _link(match: re.Match[str]) -> str:
    target = match[1].strip().replace("<", "%3C").replace(">", "%3E")
    label = (match[2] or match[1]).replace("[", "\\[").replace("]", "\\]")
    return f"[{label}](<{target}>)"
