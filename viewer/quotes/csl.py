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
    from citeproc import CitationStylesStyle

    root = _root(path)
    layout = root.find(f"{_CSL}bibliography")
    spaced = layout is not None and layout.get("second-field-align") is not None
    style = CitationStylesStyle(str(path), validate=False)
    return Csl(style, root.get("class") == "note", spaced)


def _root(path: Path) -> "Element":
    from defusedxml.ElementTree import fromstring

    if path.stat().st_size > _MOST_BYTES:
        raise unusable(path, "it is larger than any citation style")
    root: Element = fromstring(path.read_bytes(), forbid_dtd=True)
    return root
