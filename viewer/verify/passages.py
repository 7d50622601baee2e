"""What a note is read as: passages with the links in them, some of which are block quotes."""

import re
from dataclasses import dataclass, field
from typing import Final

from viewer.core.value import value

#: Stands behind the words of a link, with its number.
_BEGIN: Final = "\ue000"
_END: Final = "\ue001"
MARK: Final = re.compile(f"{_BEGIN}(\\d{{1,6}}){_END}")
_BARE: Final = re.compile(r"(?:https?|cueline)://[^\s<>\"“”«»)\]}]{1,2000}")
_AFTER_LINK: Final = ".,;:!?’'"


@value
class Passage:
    """A paragraph as it reads, from a line on, from 1; `quote` numbers the block quote it is in."""

    line: int
    text: str
    quote: int | None = None


@dataclass(slots=True)
class Passages:
    """Passages in order, and the addresses of the links that are marked in them."""

    found: list[Passage] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    def mark(self, url: str) -> str:
        """Return what stands for a link behind its words."""
        self.links.append(url)
        return f"{_BEGIN}{len(self.links) - 1}{_END}"

    def marked(self, text: str) -> str:
        """Return a text in which addresses that are written out are links."""
        plain = text.replace(_BEGIN, "").replace(_END, "")
        return _BARE.sub(self._bare, plain)

    def add(self, line: int, text: str, quote: int | None) -> None:
        """Take a passage, unless it is empty."""
        if text.strip():
            self.found.append(Passage(line, text, quote))

    def _bare(self, match: re.Match[str]) -> str:
        url = match[0].rstrip(_AFTER_LINK)
        return f"{self.mark(url)}{match[0][len(url) :]}"


def unmarked(text: str) -> str:
    """Return a text without its marks."""
    return MARK.sub("", text)
