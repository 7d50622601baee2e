"""Styles of CSL in files: ours and those that users have put beside them, dependent ones too."""

from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from viewer.core.value import value
from viewer.errors import QuoteError
from viewer.resources import resource

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

#: No style is larger.
_MOST_BYTES: Final = 1024 * 1024
_CSL: Final = "{http://purl.org/net/xbiblio/csl}"
#: What the repository calls the styles of which we have our own.
_OURS: Final = {
    "apa": "apa",
    "chicago-author-date": "chicago-author-date",
    "chicago-author-date-17th-edition": "chicago-author-date",
    "chicago-notes": "chicago-notes",
    "chicago-notes-bibliography": "chicago-notes",
    "chicago-notes-bibliography-17th-edition": "chicago-notes",
    "chicago-fullnote-bibliography": "chicago-notes",
    "modern-language-association": "mla",
}
#: Stand for what HTML would take for mark-up while the engine is at work, which escapes nothing;
#: text never holds them.
STAND_INS: Final = {"&": "\ue000", "<": "\ue001", ">": "\ue002"}


@value
class Csl:
    """A style that the engine has loaded.

    `is_note` tells that it cites in notes; `spaced`, that a number before an entry stands in a
    column of its own, which the engine leaves to whoever sets the page.
    """

    style: Any
    is_note: bool
    spaced: bool


def own_style(name: str) -> Path:
    """Return where a style of our own is."""
    return resource("styles", f"{name}.csl")


def is_own(path: Path) -> bool:
    """Return whether a style is one of ours."""
    return path.parent == own_style("").parent


def followed(path: Path) -> Path:
    """Return the style that one follows: itself, or for a dependent one its parent.

    Most of the ten thousand in the repository only name another one. Raises `QuoteError` where
    that is not beside it and is none of ours, and `OSError` and what no XML raises.
    """
    return path if is_own(path) else _parent(path, path.stat().st_mtime_ns)


def loaded(path: Path) -> Csl:
    """Return a style that is no dependent one; raises as `followed` does."""
    return _loaded(path, path.stat().st_mtime_ns)


def unusable(path: Path, reason: str, hint: str = "") -> QuoteError:
    """Return the sentence about a style that cannot be used."""
    return QuoteError(
        f"The style “{path.stem}” cannot be used: {reason}.",
        hint=hint or "Get it anew from the Zotero style repository, or choose another one.",
    )


@lru_cache(maxsize=16)
def _parent(path: Path, _changed: int) -> Path:
    links = _root(path).findall(f"{_CSL}info/{_CSL}link[@rel='independent-parent']")
    if not links:
        return path
    name = links[0].get("href", "").rstrip("/").rpartition("/")[2]
    beside = path.with_name(f"{name}.csl")
    if name and beside != path and beside.is_file():
        return beside
    if name in _OURS:
        return own_style(_OURS[name])
    raise unusable(
        path,
        f"it follows “{name}”, which is not beside it",
        f"Put {name}.csl there, too.",
    )


@lru_cache(maxsize=16)
def _loaded(path: Path, _changed: int) -> Csl:
    root = _root(path)
    layout = root.find(f"{_CSL}bibliography")
    spaced = layout is not None and layout.get("second-field-align") is not None
    style = _engine()(str(path), validate=False)
    for element in style.root.iter("{*}*"):
        for name, text in element.items():  # many have addresses in angle brackets
            marked = text.replace("<", STAND_INS["<"]).replace(">", STAND_INS[">"])
            element.set(name, marked)
    return Csl(style, root.get("class") == "note", spaced)


def _root(path: Path) -> "Element":
    from defusedxml.ElementTree import fromstring

    if path.stat().st_size > _MOST_BYTES:
        raise unusable(path, "it is larger than any citation style")
    root: Element = fromstring(path.read_bytes(), forbid_dtd=True)
    return root


@lru_cache(maxsize=1)
def _engine() -> Any:  # noqa: ANN401 - citeproc has no types
    """Return what loads a style, with the engine's slips mended that some of the styles run into.

    It can set in a case, or strip of periods, only text of its own kind: not the numbers, names and
    marked-up words that it meets there. Parts of a name must be plain to be joined, and one that is
    not there it would mark up as “None”.
    """
    from citeproc import CitationStylesStyle, model
    from citeproc.string import MixedString, NoCase, String

    case, strip, part = (
        model.TextCased.case,
        model.StrippedPeriods.strip_periods,
        model.Name_Part.format_part,
    )

    def any_in_case(element: Any, text: Any, language: str | None = None) -> Any:  # noqa: ANN401
        if not text or element.get("text-case") is None:
            return text
        if isinstance(text, MixedString):
            text = MixedString(t if isinstance(t, String) else NoCase(t) for t in text)
        elif not isinstance(text, String):
            text = String(text)
        return case(element, text, language)

    def any_stripped(element: Any, text: Any) -> Any:  # noqa: ANN401
        return strip(element, str(text) if isinstance(text, int) else text)

    def parts_there(element: Any, given: Any, family: Any) -> tuple[Any, Any]:  # noqa: ANN401
        made = part(element, given or "", family or "")
        return given and str(made[0]), family and str(made[1])

    model.TextCased.case = any_in_case
    model.StrippedPeriods.strip_periods = any_stripped
    model.Name_Part.format_part = parts_there
    return CitationStylesStyle
