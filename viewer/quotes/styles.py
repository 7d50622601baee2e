"""How a quote is worded: every style by its name, for the Quote menu and the command line alike."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from viewer.core.quote import Quote
from viewer.core.value import value
from viewer.errors import QuoteError
from viewer.quotes import blocks, cited
from viewer.quotes.wording import Parts, Rendered, Wording, escape_markdown

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["STYLES", "Rendered", "Style", "StyleSpec", "Wording", "escape_markdown", "render"]


class Style(StrEnum):
    """The name of a style, on the command line and in the settings."""

    SOURCE = "source"
    TEXT = "text"
    TIME = "time"
    MARKDOWN = "markdown"
    OBSIDIAN = "obsidian"
    ORG = "org"
    HTML = "html"
    SRT = "srt"
    APA = "apa"
    CHICAGO_NOTES = "chicago-notes"
    CHICAGO_AUTHOR_DATE = "chicago-author-date"
    MLA = "mla"
    APA_QUOTE = "apa-quote"
    CHICAGO_NOTES_QUOTE = "chicago-notes-quote"
    CHICAGO_AUTHOR_DATE_QUOTE = "chicago-author-date-quote"
    MLA_QUOTE = "mla-quote"
    BIBTEX = "bibtex"
    RIS = "ris"
    CSL_JSON = "csl-json"


@value
class StyleSpec:
    """What a style is called, and what words it; a `slow` one loads an engine first."""

    label: str
    word: Callable[[Parts], Rendered]
    slow: bool = False


def _cite(name: str, parts: Parts, *, quoted: bool) -> Rendered:
    from viewer.quotes import citing, csl

    word = citing.quotation if quoted else citing.citation
    return word(parts, csl.own_style(name))


def _citation(label: str, name: str) -> StyleSpec:
    return StyleSpec(label, partial(_cite, name, quoted=False), slow=True)


def _quotation(label: str, name: str) -> StyleSpec:
    return StyleSpec(label, partial(_cite, name, quoted=True), slow=True)


STYLES: Final[dict[Style, StyleSpec]] = {
    Style.SOURCE: StyleSpec("Quotation with source", blocks.source),
    Style.TEXT: StyleSpec("Text only", blocks.text),
    Style.TIME: StyleSpec("Text with time", blocks.time),
    Style.MARKDOWN: StyleSpec("Markdown block quote", blocks.markdown),
    Style.OBSIDIAN: StyleSpec("Obsidian callout", blocks.obsidian),
    Style.ORG: StyleSpec("Org quote block", blocks.org),
    Style.HTML: StyleSpec("HTML blockquote", blocks.html),
    Style.SRT: StyleSpec("Subtitles from zero (SRT)", blocks.srt),
    Style.APA: _citation("APA 7", "apa"),
    Style.CHICAGO_NOTES: _citation("Chicago 17, notes", "chicago-notes"),
    Style.CHICAGO_AUTHOR_DATE: _citation("Chicago 17, author-date", "chicago-author-date"),
    Style.MLA: _citation("MLA 9", "mla"),
    Style.APA_QUOTE: _quotation("Quotation with APA 7", "apa"),
    Style.CHICAGO_NOTES_QUOTE: _quotation("Quotation with Chicago 17, notes", "chicago-notes"),
    Style.CHICAGO_AUTHOR_DATE_QUOTE: _quotation(
        "Quotation with Chicago 17, author-date", "chicago-author-date"
    ),
    Style.MLA_QUOTE: _quotation("Quotation with MLA 9", "mla"),
    Style.BIBTEX: StyleSpec("BibTeX", cited.bibtex),
    Style.RIS: StyleSpec("RIS", cited.ris),
    Style.CSL_JSON: StyleSpec("CSL-JSON", cited.csl_json),
}
#: How a file of a template ends.
_TEMPLATE: Final = ".txt"


def own_styles(folder: Path) -> "Mapping[str, StyleSpec]":
    """Return the styles that the user has put into a folder, by name; ours keep theirs."""
    found: dict[str, StyleSpec] = {}
    for path in sorted(folder.glob("*.csl")) if folder.is_dir() else ():
        for name, quoted in ((path.stem, False), (f"{path.stem}-quote", True)):
            if name not in set(Style):
                found[name] = StyleSpec(name, partial(_cite_by, path, quoted=quoted), slow=True)
    for path in templates_in(folder):
        if path.stem not in set(Style):
            found[path.stem] = StyleSpec(path.stem, partial(_fill, path), slow=True)
    return found


def templates_in(folder: Path) -> list[Path]:
    """Return the templates that the user has put into a folder, by name."""
    found = folder.glob(f"*{_TEMPLATE}") if folder.is_dir() else ()
    return sorted(found, key=lambda path: path.stem)


def template_file(folder: Path, name: str) -> Path:
    """Return where the template of that name is, or will be."""
    return folder / f"{name}{_TEMPLATE}"


def _fill(path: Path, parts: Parts) -> Rendered:
    from viewer.quotes import templates

    return templates.templated(parts, path)


def _cite_by(path: Path, parts: Parts, *, quoted: bool) -> Rendered:
    from viewer.quotes import citing

    return citing.quotation(parts, path) if quoted else citing.citation(parts, path)


def render(
    quote: Quote, style: StyleSpec | Style = Style.SOURCE, wording: Wording = Wording()
) -> Rendered:
    """Word a quote in a style; what is not known leaves no trace. Raises `QuoteError`."""
    spec = STYLES[style] if isinstance(style, Style) else style
    return spec.word(Parts.of(quote, wording))


def style_named(name: str, folder: Path) -> StyleSpec:
    """Return the style of that name, one of ours or of the user's. Raises `QuoteError`."""
    if name in set(Style):
        return STYLES[Style(name)]
    own = own_styles(folder)
    if name in own:
        return own[name]
    known = ", ".join([*Style, *own])
    raise QuoteError(f"There is no style “{name}”.", hint=f"These are known: {known}.")
