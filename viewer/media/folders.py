"""Looks into folders: each is listed once, and what cannot be read is passed over."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import field
from pathlib import Path

from viewer.core.value import value
from viewer.media.names import folded


@value
class Listing:
    """What is in a folder, by name; whether a name is a file is not yet known."""

    folder: Path
    names: list[str] = field(default_factory=list)

    def file(self, name: str) -> Path | None:
        """Return the path of a name that is a file, or leads to one."""
        path = self.folder / name
        return path if os.path.isfile(path) else None


def list_around(folder: Path, beside: Iterable[str]) -> Iterator[Listing]:
    """List a folder, its sub-folders called as in `beside`, and the same one folder up.

    Nothing else is entered, so that no tree is too large and no circle of links has no end.
    """
    seen: set[str] = set()
    for home in (folder, folder.parent):
        listing, names = _list(home), frozenset(beside)
        inner = sorted(name for name in listing.names if folded(name) in names)
        for each in (listing, *(_list(home / name) for name in inner)):
            place = os.path.normcase(os.path.realpath(each.folder))
            if place not in seen:
                seen.add(place)
                yield each


def _list(folder: Path) -> Listing:
    listing = Listing(folder)
    try:
        names = os.listdir(folder)
    except (OSError, ValueError):
        return listing
    listing.names.extend(name for name in names if not name.startswith("."))
    return listing
