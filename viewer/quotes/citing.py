"""Citations by styles of CSL: four of our own, and any that the user has put beside them.

`citeproc` takes long to load, and so does `lxml`: only who asks for a citation waits for them.
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from viewer.core.timecode import format_clock, format_stamp
from viewer.core.value import value
from viewer.errors import QuoteError
from viewer.quotes.cited import as_rendered, item_of
from viewer.quotes.wording import (
    Parts,
    Rendered,
    html_paragraph,
    html_paragraphs,
    html_text,
    markdown_lines,
    markdown_quoted,
)
from viewer.resources import resource

#: From so many words on APA and Chicago set a quotation off as a block; the styles that users
#: add are mostly APA's kin. MLA does so with more than four lines of a page.
_APA_WORDS: Final = 40
_CHICAGO_WORDS: Final = 100
_MLA_LINES: Final = 4
_LINE: Final = 90
#: What gives way to the stop after the mark in the text.
_MOVED: Final = frozenset(".,;:")
#: No style is larger.
_MOST_BYTES: Final = 1024 * 1024
#: Stand for what HTML would take for mark-up while the engine is at work; text never holds them.
_KEPT: Final = {"&": "\ue000", "<": "\ue001", ">": "\ue002"}
_BACK: Final = {"\ue000": "&amp;", "\ue001": "&lt;", "\ue002": "&gt;"}
_QUOTE_END: Final = re.compile(r"([.?!…]?)”([.,])")


@value
class Cited:
    """What a style makes of one recording: the mark in the text, or the note; and its entry."""

    in_text: str
    entry: str


def citation(parts: Parts, style: Path) -> Rendered:
    """Return the citation alone: the entry, and the mark that goes into the text with the time.

    Raises `QuoteError` where the style cannot be used.
    """
    cited = _cite(parts, style)
    lines = [line for line in (cited.entry, cited.in_text) if line]
    each = [as_rendered(line) for line in lines]
    return Rendered(
        "\n".join(one.plain for one in each),
        "\n\n".join(one.markdown for one in each),
        "".join(f"<p>{line}</p>" for line in lines),
    )


def quotation(parts: Parts, style: Path) -> Rendered:
    """Return the quotation with its citation: in quotation marks, or as a block where it is long.

    Raises `QuoteError`.
    """
    cited, block = _cite(parts, style), _is_block(parts, style)
    if not cited.in_text.startswith("("):  # a note, or a number that leads to one
        return _with_entry(parts, cited.in_text or cited.entry, "", block=block)
    return _with_entry(parts, cited.entry, cited.in_text, block=block)


def _is_block(parts: Parts, style: Path) -> bool:
    """Return whether a style sets a quotation off as a block; several turns always are one."""
    said = " ".join(parts.said)
    if len(parts.said) > 1 or "\n" in said:
        return True
    if style == own_style("mla"):
        return len(said) > _MLA_LINES * _LINE
    limit = _CHICAGO_WORDS if style.stem.startswith("chicago") else _APA_WORDS
    return len(said.split()) >= limit


def _with_entry(parts: Parts, entry: str, mark: str, *, block: bool) -> Rendered:
    """Word a quotation with the mark in the text, where there is one, and the entry or note below.

    The mark of a block follows its last stop, that of one in the text stands before it.
    """
    said, stop = ("\n".join(parts.said), "") if block else _in_text(parts.said[0], mark)
    given = as_rendered(mark)
    below = as_rendered(entry)
    marked = f" {given.plain}{stop}" if mark else ""
    plain = f"{said}{marked}" if block else f"“{said}”{marked}"
    marked = f" {given.markdown}{stop}" if mark else ""
    if block:
        html = f"<blockquote>{html_paragraphs(parts, f' {mark}' if mark else '')}</blockquote>"
        markdown = markdown_quoted(parts.said) + marked
    else:
        shown = f"“{html_text(said)}”" + (f" {mark}{stop}" if mark else "")
        html = html_paragraph(shown, parts.spoken[0])
        markdown = f"{markdown_lines(f'“{said}”')}{marked}"
    return Rendered(
        plain + (f"\n\n{below.plain}" if entry else ""),
        markdown + (f"\n\n{below.markdown}" if entry else ""),
        html + (f"<p>{entry}</p>" if entry else ""),
    )


def _in_text(said: str, mark: str) -> tuple[str, str]:
    """Return what stands in the quotation marks, and the stop that is left for after the mark."""
    if not mark:
        return said, ""
    return (said[:-1] if said[-1:] in _MOVED and said[-2:] != ".." else said), "."


def own_style(name: str) -> Path:
    """Return where a style of our own is."""
    return resource("styles", f"{name}.csl")


def _cite(parts: Parts, style: Path) -> Cited:
    try:
        return _engine_cites(parts, style)
    except QuoteError:
        raise
    except ImportError as error:
        raise QuoteError(
            f"Citations need the Python package {error.name}, which cannot be loaded.",
            hint="Install Cueline anew; the other styles of quotes do without it.",
        ) from error
    except OSError as error:
        raise _unusable(style, "it cannot be read") from error
    except Exception as error:  # an engine for anybody's styles fails in any way
        raise _unusable(style, "it is no citation style that can be followed") from error


def _engine_cites(parts: Parts, path: Path) -> Cited:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, Locator, formatter
    from citeproc.source.json import CiteProcJSON

    style, item = _style(path, path.stat().st_mtime_ns), item_of(parts)
    works = CitationStylesBibliography(style, CiteProcJSON([_kept(item)]), formatter.html)
    moment = _moment(parts, path)
    locator = Locator("timestamp", moment) if moment else None
    cited = Citation([CitationItem(item["id"], locator=locator)])
    works.register(cited)
    in_text = str(works.cite(cited, lambda _: None))
    entry = str(works.bibliography()[0]) if style.has_bibliography() else ""
    return Cited(
        *(
            _finished(each, american=path.parent == own_style("").parent)
            for each in (in_text, entry)
        )
    )


@lru_cache(maxsize=16)
def _style(path: Path, _changed: int) -> Any:  # noqa: ANN401 - the engine has no types
    from citeproc import CitationStylesStyle

    if path.stat().st_size > _MOST_BYTES:
        raise _unusable(path, "it is larger than any citation style")
    if b"<!DOCTYPE" in path.read_bytes():
        raise _unusable(path, "it is no citation style")
    return CitationStylesStyle(str(path), validate=False)


def _moment(parts: Parts, style: Path) -> str:
    """Return the time as the style writes it: MLA from second to second, others the beginning."""
    quote = parts.quote
    if quote.start_ms is None:
        return ""
    if style.stem != "mla" or quote.end_ms is None:
        return format_clock(quote.start_ms)
    begin, end = (format_stamp(ms)[:8] for ms in (quote.start_ms, quote.end_ms))
    if begin == end:
        return begin
    within = begin[:6] == end[:6]  # “00:03:16–17”, as MLA writes numbers from one to another
    return f"{begin}-{end[6:] if within else end}"


def _kept(item: Any) -> Any:  # noqa: ANN401 - JSON
    """Return JSON with the characters of HTML out of the engine's way, which escapes none."""
    if isinstance(item, dict):
        return {key: _kept(value) for key, value in item.items()}
    if isinstance(item, list):
        return [_kept(value) for value in item]
    if isinstance(item, str):
        for char, stand_in in _KEPT.items():
            item = item.replace(char, stand_in)
    return item


def _finished(made: str, *, american: bool) -> str:
    for stand_in, char in _BACK.items():
        made = made.replace(stand_in, char)
    return _QUOTE_END.sub(_within, made) if american else made


def _within(match: re.Match[str]) -> str:
    """Put the stop within the quotation marks, and leave it out after another one."""
    before, stop = match.groups()
    return f"{before}”" if before and stop == "." else f"{before}{stop}”"


def _unusable(path: Path, reason: str) -> QuoteError:
    return QuoteError(
        f"The style “{path.stem}” cannot be used: {reason}.",
        hint="Get it anew from the Zotero style repository, or choose another one.",
    )
