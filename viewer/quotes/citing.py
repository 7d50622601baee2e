"""Citations by styles of CSL: four of our own, and any that the user has put beside them.

`citeproc` takes long to load, and so does `lxml`: only who asks for a citation waits for them.
"""

import re
from html import escape
from pathlib import Path
from typing import Any, Final

from viewer.core.timecode import format_clock, format_stamp
from viewer.core.turns import count_words
from viewer.core.value import value
from viewer.errors import QuoteError
from viewer.quotes import csl
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

#: From so many words on APA and Chicago set a quotation off as a block; the styles that users
#: add are mostly APA's kin. MLA does so with more than four lines of a page.
_APA_WORDS: Final = 40
_CHICAGO_WORDS: Final = 100
_MLA_LINES: Final = 4
_LINE: Final = 90
#: The style of ours that sets titles in italics, not in quotation marks.
_ITALIC: Final = frozenset(("apa",))
#: What gives way to the stop after the mark in the text.
_MOVED: Final = frozenset(".,;:")
#: What stands in for mark-up, as HTML has that in text.
_BACK: Final = {stand_in: escape(char) for char, stand_in in csl.STAND_INS.items()}
_QUOTE_END: Final = re.compile(r"([.?!…]?)(’?)”([.,])")
#: A stop after a mark that is one, which the engine leaves there.
_SECOND_STOP: Final = re.compile(r"([?!](?:</?[a-z]+>)*)\.(?=\s|<|$)")
#: The number of an entry that has no space after it.
_NUMBER: Final = re.compile(r"^(?:<sup>)?[\[(]?\d+[\])]?\.?(?:</sup>)?(?=\S)")
#: Quotation marks within those that a style sets, in pairs.
_INNER: Final = re.compile(r"[“\"]([^“”\"]*)[”\"]")


@value
class Cited:
    """What a style makes of one recording: the mark in the text, or the note; and its entry."""

    in_text: str
    entry: str
    is_note: bool


def citation(parts: Parts, style: Path) -> Rendered:
    """Return the citation alone: the entry, and the mark that goes into the text with the time.

    Raises `QuoteError` where the style cannot be used.
    """
    cited, _ = _cite(parts, style)
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
    cited, followed = _cite(parts, style)
    block = _is_block(parts, followed)
    if cited.is_note:
        return _with_entry(parts, _whole_note(parts, cited), "", block=block)
    return _with_entry(parts, cited.entry, cited.in_text, block=block)


def _whole_note(parts: Parts, cited: Cited) -> str:
    """Return the note, with the entry where it only leads to one."""
    title = parts.title.casefold()
    if cited.entry and title not in as_rendered(cited.in_text).plain.casefold():
        return f"{cited.in_text} {cited.entry}".strip()
    return cited.in_text or cited.entry


def _is_block(parts: Parts, style: Path) -> bool:
    """Return whether a style sets a quotation off as a block; several turns always are one."""
    said = " ".join(parts.said)
    if len(parts.said) > 1 or "\n" in said:
        return True
    if style == csl.own_style("mla"):
        return len(said) > _MLA_LINES * _LINE
    limit = _CHICAGO_WORDS if style.stem.startswith("chicago") else _APA_WORDS
    return count_words(said) >= limit


def _with_entry(parts: Parts, entry: str, mark: str, *, block: bool) -> Rendered:
    """Word a quotation with the mark in the text, where there is one, and the entry or note below.

    The mark of a block follows its last stop, that of one in the text stands before it, but for
    a raised number.
    """
    raised = mark.startswith("<sup>")
    moves = bool(mark) and not block and not raised
    said, stop = _moved(parts.said[0]) if moves else ("\n".join(parts.said), "")
    given, below = as_rendered(mark), as_rendered(entry)
    space = " " if mark and not raised else ""
    quoted = said if block else f"“{said}”"
    if block:
        html = f"<blockquote>{html_paragraphs(parts, space + mark)}</blockquote>"
        markdown = markdown_quoted(parts.said)
    else:
        html = html_paragraph(html_text(quoted) + space + mark + stop, parts.spoken[0])
        markdown = markdown_lines(quoted)
    return Rendered(
        quoted + space + given.plain + stop + (f"\n\n{below.plain}" if entry else ""),
        markdown + space + given.markdown + stop + (f"\n\n{below.markdown}" if entry else ""),
        html + (f"<p>{entry}</p>" if entry else ""),
    )


def _moved(said: str) -> tuple[str, str]:
    """Return what stands in the quotation marks, and the stop that is left for after the mark."""
    return (said[:-1] if said[-1:] in _MOVED and said[-2:] != ".." else said), "."


def _cite(parts: Parts, style: Path) -> tuple[Cited, Path]:
    """Return the citation, and the style that it follows."""
    try:
        followed = csl.followed(style)
        return _engine_cites(parts, followed), followed
    except QuoteError:
        raise
    except ImportError as error:
        raise QuoteError(
            f"Citations need the Python package {error.name}, which cannot be loaded.",
            hint="Install Cueline anew; the other styles of quotes do without it.",
        ) from error
    except OSError as error:
        raise csl.unusable(style, "it cannot be read") from error
    except Exception as error:  # an engine for anybody's styles fails in any way
        raise csl.unusable(style, "it is no citation style that can be followed") from error


def _engine_cites(parts: Parts, path: Path) -> Cited:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, Locator, formatter
    from citeproc.source.json import CiteProcJSON

    loaded, item = csl.loaded(path), item_of(parts)
    own = csl.is_own(path)
    if own and path.stem not in _ITALIC:
        item["title"] = _INNER.sub(r"‘\1’", item["title"])
    works = CitationStylesBibliography(loaded.style, CiteProcJSON([_kept(item)]), formatter.html)
    moment = _moment(parts, path)
    locator = Locator("timestamp", moment) if moment else None
    cited = Citation([CitationItem(item["id"], locator=locator)])
    works.register(cited)
    in_text = str(works.cite(cited, lambda _: None))
    entries = works.bibliography() if loaded.style.has_bibliography() else []
    entry = str(entries[0]) if entries else ""
    if loaded.spaced:
        entry = _NUMBER.sub(r"\g<0> ", entry)
    in_text, entry = (_finished(each, american=own) for each in (in_text, entry))
    return Cited(in_text, entry, loaded.is_note)


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
        for char, stand_in in csl.STAND_INS.items():
            item = item.replace(char, stand_in)
    return item


def _finished(made: str, *, american: bool) -> str:
    for stand_in, char in _BACK.items():
        made = made.replace(stand_in, char)
    made = _SECOND_STOP.sub(r"\1", made)
    return _QUOTE_END.sub(_within, made) if american else made


def _within(match: re.Match[str]) -> str:
    """Put the stop within the quotation marks, and leave it out after another one."""
    before, inner, stop = match.groups()
    return f"{before}{inner}”" if before and stop == "." else f"{before}{stop}{inner}”"
