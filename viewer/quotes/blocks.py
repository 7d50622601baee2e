"""Quotes in words and as blocks of mark-up: for mail, notes and pages."""

from html import escape
from typing import Final

from viewer.core.late import late
from viewer.core.timecode import format_stamp
from viewer.errors import QuoteError
from viewer.quotes.wording import (
    Parts,
    Rendered,
    html_credit,
    html_paragraph,
    html_paragraphs,
    html_text,
    markdown_credit,
    markdown_lines,
    markdown_quoted,
    plain_credit,
)

#: With these a line begins a heading, a list, a table or a keyword in Org.
_ORG_START: Final = late(r"\A(?=[*#|+\-]|\d+[.)]\s)")
#: Unseen, and keeps Org from taking what follows for mark-up.
_ORG_GUARD: Final = "\u200b"


def source(parts: Parts) -> Rendered:
    """Word the quotation with its source."""
    text, line = "\n".join(parts.said), plain_credit(parts)
    plain = f"“{text}”\n— {line}" if line else f"“{text}”"
    return Rendered(plain, markdown(parts).plain, html(parts).plain)


def text(parts: Parts) -> Rendered:
    """Word what is said, and nothing else."""
    said = "\n".join(parts.said)
    marked = "\n\n".join(map(markdown_lines, parts.said))
    return Rendered(said, marked, html_paragraphs(parts))


def time(parts: Parts) -> Rendered:
    """Word what is said after its time."""
    if not parts.time:
        return text(parts)
    first, *others = parts.said
    marked = [f"{_time_in_markdown(parts)} {markdown_lines(first)}", *map(markdown_lines, others)]
    shown = html_text(f"[{parts.time}]")
    linked = f'<a href="{escape(parts.link)}">{shown}</a>' if parts.link else shown
    paragraphs = [html_paragraph(f"{linked} {html_text(first)}", parts.spoken[0])]
    for said, words in zip(others, parts.spoken[1:], strict=True):
        paragraphs.append(html_paragraph(html_text(said), words))
    plain = f"[{parts.time}] " + "\n".join(parts.said)
    return Rendered(plain, "\n\n".join(marked), "".join(paragraphs))


def _time_in_markdown(parts: Parts) -> str:
    link = parts.link.replace("(", "%28").replace(")", "%29")
    shown = f"\\[{parts.time}\\]"
    return f"[{shown}]({link})" if link else shown


def markdown(parts: Parts) -> Rendered:
    """Write a block quote in Markdown."""
    credit, words = markdown_credit(parts), markdown_quoted(parts.said)
    marked = f"{words}\n>\n> — {credit}" if credit else words
    return Rendered(marked, marked, _html(parts))


def obsidian(parts: Parts) -> Rendered:
    """Write a callout for Obsidian."""
    head = " ".join(("> [!quote]", markdown_credit(parts))).rstrip()
    marked = f"{head}\n{markdown_quoted(parts.said)}"
    return Rendered(marked, marked, _html(parts))


def org(parts: Parts) -> Rendered:
    """Write a quote block for Org."""
    said = "\n\n".join(map(_org_lines, parts.said))
    known = [parts.speaker, parts.title and f"/{parts.title}/", parts.channel, parts.date]
    moment = parts.time or ("" if parts.title else parts.link)
    known.append(f"[[{_org_link(parts.link)}][{moment}]]" if parts.link and moment else moment)
    if parts.link and not moment:
        known[1] = f"[[{_org_link(parts.link)}][{parts.title}]]"
    credit = ", ".join(filter(None, known))
    block = f"#+begin_quote\n{said}\n" + (f"\n— {credit}\n" if credit else "") + "#+end_quote"
    return Rendered(block, markdown(parts).markdown, _html(parts))


def _org_lines(text: str) -> str:
    lines = (
        _ORG_START.sub(_ORG_GUARD, line, count=1) if _ORG_START.match(line) else line
        for line in text.split("\n")
    )
    return "\\\\\n".join(lines)


def _org_link(link: str) -> str:
    return link.replace("[", "%5B").replace("]", "%5D")


def html(parts: Parts) -> Rendered:
    """Write a block quote in HTML."""
    block = _html(parts)
    return Rendered(block, markdown(parts).markdown, block)


def _html(parts: Parts) -> str:
    credit, link = html_credit(parts), escape(parts.link)
    cite = f' cite="{link}"' if link else ""
    about = ""
    if credit:
        about = html_paragraph(f"— {credit}", parts.speaker or parts.title or parts.channel)
    return f"<blockquote{cite}>{html_paragraphs(parts)}{about}</blockquote>"


def srt(parts: Parts) -> Rendered:
    """Write the passage as subtitles that begin at zero.

    Raises `QuoteError` where it has no times.
    """
    lines, before, cues = parts.quote.lines, "", list[str]()
    zero = min((line.start_ms for line in lines if line.start_ms is not None), default=0)
    for line in lines:
        if line.start_ms is None or line.end_ms is None:
            continue
        named = f"{line.speaker}: " if line.speaker and line.speaker != before else ""
        before = line.speaker or ""
        begin, end = (format_stamp(ms - zero, separator=",") for ms in (line.start_ms, line.end_ms))
        words = line.text.replace("-->", "->")
        cues.append(f"{len(cues) + 1}\n{begin} --> {end}\n{named}{words}\n")
    if not cues:
        raise QuoteError(
            "This passage has no times to make subtitles with.",
            hint="Choose another style in the Quote menu.",
        )
    whole = "\n".join(cues)
    return Rendered(whole, f"```srt\n{whole}```\n", f"<pre>{escape(whole, quote=False)}</pre>")
