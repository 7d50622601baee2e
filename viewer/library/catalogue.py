"""The library's index, asked for the transcripts that a note quotes: nothing is read for it."""

from collections.abc import Iterator
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Final

from viewer.library.entry import Entry
from viewer.library.query import parse
from viewer.library.search import Library
from viewer.verify.shelf import SHORTEST_TITLE, link_key

#: So much of a quotation is looked for, in no more transcripts than these.
_LONGEST: Final = 300
_MOST: Final = 5


class LibraryCatalogue:
    """Finds transcripts by their own link, their title, and what is said in them."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def linked(self, key: str) -> list[Path]:
        """Return the transcripts of what a link leads to, as `link_key` tells it."""
        return self._by_link.get(key, [])

    def titled(self, named: str) -> list[Path]:
        """Return the transcripts whose title stands in an attribution, the longest title first."""
        plain = " ".join(named.casefold().split())
        fitting = [(title, path) for title, path in self._titles if title in plain]
        return [path for _, path in sorted(fitting, key=lambda each: -len(each[0]))[:_MOST]]

    def saying(self, words: str) -> list[Path]:
        """Return transcripts in which a quotation is said."""
        node = parse('"' + " ".join(words.replace('"', " ").split())[:_LONGEST] + '"')
        if node is None:
            return []
        found = (hits.entry.path for hits in self._library.search(node) if hits.count)
        return list(islice(found, _MOST))

    @cached_property
    def _by_link(self) -> dict[str, list[Path]]:
        found: dict[str, list[Path]] = {}
        for entry in self._readable():
            if entry.facts.url:
                found.setdefault(link_key(entry.facts.url), []).append(entry.path)
        return found

    @cached_property
    def _titles(self) -> list[tuple[str, Path]]:
        titles = ((" ".join(each.title.casefold().split()), each.path) for each in self._readable())
        return [(title, path) for title, path in titles if len(title) >= SHORTEST_TITLE]

    def _readable(self) -> Iterator[Entry]:
        return (entry for entry in self._library.entries.values() if entry.readable)
