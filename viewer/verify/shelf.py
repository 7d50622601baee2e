"""The transcripts that a note may quote: found by links, by paths and by titles."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import Final, Protocol, TypeAlias
from urllib.parse import parse_qs, unquote, urlsplit

from viewer.core.find import Finder
from viewer.core.links import is_web_link, without_time
from viewer.core.transcript import Transcript
from viewer.core.value import value
from viewer.errors import UsageError, ViewerError
from viewer.formats.entries import SUFFIXES
from viewer.media.locate import is_media, transcript_for
from viewer.near.lookup import Lookup
from viewer.web.youtube import id_in_name, video_id

#: Reads a transcript; raises `ViewerError`.
Load: TypeAlias = Callable[[Path], Transcript]

#: No more files than these are looked at, and of each so many bytes for the links in its head.
MOST_FILES: Final = 50_000
HEAD_BYTES: Final = 65_536
#: Titles shorter than this are in any attribution.
SHORTEST_TITLE: Final = 8
_URL: Final = re.compile(rb"https?://[^\s\"'<>)\]\\]{4,500}")


@value
class Held:
    """A transcript with where it is, ready to be looked through."""

    path: Path
    transcript: Transcript
    lookup: Lookup


class Catalogue(Protocol):
    """What an index knows of many transcripts; those that are the likeliest come first."""

    def linked(self, key: str) -> Sequence[Path]:
        """Return the transcripts of what a link leads to, as `link_key` tells it."""
        ...

    def titled(self, named: str) -> Sequence[Path]:
        """Return the transcripts whose title stands in an attribution."""
        ...

    def saying(self, words: str) -> Sequence[Path]:
        """Return transcripts in which a quotation is said."""
        ...


class Shelf:
    """The transcripts in some folders, and in folders inside them; each is read once.

    What is not there is looked for in a catalogue, where there is one.
    """

    def __init__(
        self,
        places: Iterable[Path],
        load: Load,
        *,
        without: Path,
        catalogue: Catalogue | None = None,
    ) -> None:
        self._catalogue = catalogue
        self._places, self._load, self._without = tuple(places), load, without
        self._held: dict[Path, Held | None] = {}
        for place in self._places:
            if not place.exists():
                raise UsageError(f"There is no {place}.", hint="Name folders with transcripts.")

    def held(self, path: Path) -> Held | None:
        """Return the transcript at a path, or None where it cannot be read."""
        whole = Path(os.path.abspath(path))
        if whole not in self._held:
            try:
                transcript = self._load(whole)
            except ViewerError:
                self._held[whole] = None
            else:
                texts = [segment.text for segment in transcript.segments]
                self._held[whole] = Held(whole, transcript, Lookup(Finder(texts)))
        return self._held[whole]

    def by_address(self, address: str, base: Path) -> Held | None:
        """Return the transcript that a link or a path leads to, seen from the folder `base`."""
        if address.startswith("cueline:"):
            return self._by_own_link(address, base)
        if is_web_link(address):
            return self._by_link(address)
        return self._by_path(unquote(address.partition("#")[0]), base)

    def by_title(self, named: str) -> Held | None:
        """Return the transcript whose title stands in an attribution; the longest such title."""
        plain = " ".join(named.casefold().split())
        fitting = [
            held
            for held in self.all()
            if len(title := _title(held)) >= SHORTEST_TITLE and title in plain
        ]
        found = max(
            fitting, key=lambda held: (len(_title(held)), held.transcript.timed), default=None
        )
        if found is None and self._catalogue is not None:
            found = next(self._held_of(self._catalogue.titled(named)), None)
        return found

    def saying(self, words: str) -> list[Held]:
        """Return transcripts of the catalogue in which a quotation is said."""
        return list(self._held_of(self._catalogue.saying(words))) if self._catalogue else []

    def _held_of(self, paths: Iterable[Path]) -> Iterator[Held]:
        yield from (held for path in paths if (held := self.held(path)) is not None)

    def all(self) -> Iterator[Held]:
        """Yield every transcript that can be read."""
        yield from (held for path in self._files if (held := self.held(path)) is not None)

    @cached_property
    def _files(self) -> tuple[Path, ...]:
        found = dict.fromkeys(path for place in self._places for path in _files_in(place))
        without = os.path.abspath(self._without)
        return tuple(path for path in found if os.path.abspath(path) != without)

    @cached_property
    def _by_key(self) -> dict[str, list[Path]]:
        """The files in whose heads links stand, or whose names tell a video, by what is linked."""
        found: dict[str, list[Path]] = {}
        for path in self._files:
            keys = {id_in_name(path.stem) or "", *map(link_key, _links_in(path))}
            for key in keys - {""}:
                found.setdefault(key, []).append(path)
        return found

    def _by_link(self, link: str) -> Held | None:
        """Return the transcript of what a link leads to: that names it as its own, if one does."""
        key = link_key(link)
        near = [held for path in self._by_key.get(key, ()) if (held := self.held(path)) is not None]
        own = [each for each in near if link_key(each.transcript.source.url) == key]
        named = [each for each in near if id_in_name(each.path.stem) == key]
        best = own or named
        if not best and self._catalogue is not None:
            best = list(self._held_of(self._catalogue.linked(key)))
        return max(
            best,
            key=lambda each: (each.transcript.timed, len(each.transcript.segments)),
            default=None,
        )

    def _by_own_link(self, link: str, base: Path) -> Held | None:
        """Return what a link into this program opens."""
        asked = parse_qs(urlsplit(link).query)
        values = [each for values in asked.values() for each in values]
        for each in values:
            found = self._by_link(each) if is_web_link(each) else self._by_path(each, base)
            if found is not None:
                return found
        return None

    def _by_path(self, name: str, base: Path) -> Held | None:
        """Return a transcript by its path, or as Obsidian finds it: by its name alone."""
        if not name or "\0" in name:
            return None
        path = Path(name.removeprefix("file://"))
        try:
            there = next((each for each in (base / path, path) if each.is_file()), None)
        except (OSError, ValueError):
            return None
        if there is None:
            there = next(
                (each for each in self._files if path.name in (each.name, each.stem)), None
            )
        if there is not None and is_media(there):
            there = transcript_for(there, SUFFIXES) or there
        return self.held(there) if there is not None else None


def _title(held: Held) -> str:
    return " ".join((held.transcript.source.title or held.path.stem).casefold().split())


def link_key(link: str) -> str:
    """Return what a link leads to, however it is written and whatever time it carries."""
    if found := video_id(link):
        return found
    plain = without_time(link)
    return plain.partition("://")[2].partition("#")[0].removeprefix("www.").rstrip("/").lower()


def _files_in(place: Path) -> Iterator[Path]:
    if place.is_file():
        yield place
        return
    count = 0
    for folder, folders, names in os.walk(place):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                yield Path(folder, name)
                count += 1
                if count >= MOST_FILES:
                    return


def _links_in(path: Path) -> Iterator[str]:
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError:
        return
    for match in _URL.finditer(head):
        yield match[0].decode("utf-8", "replace").replace("&amp;", "&")
