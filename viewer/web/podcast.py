"""Podcasts' feeds: their episodes, where each one's sound is, and its transcripts.

`podcast:transcript` is one of https://github.com/Podcastindex-org/podcast-namespace.
"""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Final
from urllib.parse import urljoin, urlsplit
from xml.parsers import expat

from viewer.core.links import is_web_link
from viewer.core.value import value

#: Of more episodes than these only the first, which are the newest, are offered.
MOST_EPISODES: Final = 5_000
#: Forms of transcripts, those with the most in them first.
_FORMS: Final = (
    "application/json",
    "text/vtt",
    "application/x-subrip",
    "application/srt",
    "text/srt",
    "text/html",
    "text/plain",
)
_FEED: Final = re.compile(rb"<(?:rss|rdf:RDF|feed)\b", re.IGNORECASE)
_LINK: Final = re.compile(r"<link\b[^<>]{0,2000}>", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"""([\w:-]{1,40})\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_FEED_KINDS: Final = ("application/rss+xml", "application/atom+xml")


@value
class Text:
    """A transcript of an episode: where, in which form and language."""

    url: str
    form: str
    language: str = ""


@dataclass(slots=True)
class Episode:
    """One episode: its page, its sound, its transcripts."""

    title: str = ""
    link: str = ""
    guid: str = ""
    published: date | None = None
    sound: str = ""
    texts: list[Text] = field(default_factory=list)

    def best_text(self, languages: Sequence[str]) -> Text | None:
        """Return the transcript with the most in it, in a language of the reader's if there is."""

        def rank(text: Text) -> tuple[int, int]:
            spoken = text.language.partition("-")[0].lower()
            known = [each.partition("-")[0].lower() for each in languages]
            form = _FORMS.index(text.form) if text.form in _FORMS else len(_FORMS)
            return known.index(spoken) if spoken in known else len(known), form

        return min(self.texts, key=rank, default=None)


@dataclass(slots=True)
class Feed:
    """A podcast: its title, its language, its episodes as the feed has them, the newest first."""

    title: str = ""
    language: str = ""
    episodes: list[Episode] = field(default_factory=list)

    def episode_at(self, address: str) -> Episode | None:
        """Return the episode whose page, sound or transcript is at an address."""
        wanted = _plain(address)
        for episode in self.episodes:
            places = [episode.link, episode.guid, episode.sound, *(t.url for t in episode.texts)]
            if wanted in map(_plain, filter(None, places)):
                return episode
        return None


def is_feed(head: bytes) -> bool:
    """Return whether a file that begins so is a feed."""
    return _FEED.search(head[:2000]) is not None


def feed_named_in(page: str, address: str) -> str:
    """Return the address of the feed that a page names as its own, or nothing."""
    for link in _LINK.findall(page):
        given = {name.lower(): unescape(a or b or c) for name, a, b, c in _ATTRIBUTE.findall(link)}
        if given.get("type", "").lower() in _FEED_KINDS and "href" in given:
            with suppress(ValueError):
                found = urljoin(address, given["href"].strip())
                return found if is_web_link(found) else ""
    return ""


def read(data: bytes, address: str) -> Feed:
    """Read a feed as far as it is whole."""
    reader = _Reader(address)
    with suppress(expat.ExpatError, _DeclaresError):
        reader.parser.Parse(data, True)
    return reader.feed


class _DeclaresError(Exception):
    """The feed has entities of its own, which are not read from strangers."""


class _Reader:
    """Takes in a feed's elements; other elements of the same names, deeper down, are not its."""

    def __init__(self, address: str) -> None:
        self.feed, self._address = Feed(), address
        self._episode: Episode | None = None
        self._path: list[str] = []
        self._said: list[str] = []
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._open
        self.parser.EndElementHandler = self._close
        self.parser.CharacterDataHandler = self._said.append
        self.parser.EntityDeclHandler = self._refuse

    def _refuse(self, *_declaration: object) -> None:
        raise _DeclaresError

    def _open(self, name: str, given: dict[str, str]) -> None:
        name = name.lower()
        self._path.append(name)
        self._said.clear()
        if name in ("item", "entry"):
            self._episode = Episode()
        elif self._episode is not None:
            self._link(self._episode, name, given)

    def _link(self, episode: Episode, name: str, given: dict[str, str]) -> None:
        """Take in what an element of an episode's leads to."""
        kind = given.get("type", "").partition(";")[0].strip().lower()
        if name == "enclosure":
            episode.sound = episode.sound or self._whole(given.get("url", ""))
        elif name == "podcast:transcript" and (url := self._whole(given.get("url", ""))):
            episode.texts.append(Text(url, kind, given.get("language", "")))
        elif name == "link" and "href" in given:  # Atom's
            url, rel = self._whole(given["href"]), given.get("rel", "alternate")
            if rel == "enclosure":
                episode.sound = episode.sound or url
            elif rel == "alternate":
                episode.link = episode.link or url

    def _whole(self, url: str) -> str:
        """Return an address as a whole one, or nothing where it is none of the web."""
        try:
            found = urljoin(self._address, url.strip())
        except ValueError:
            return ""
        return found if is_web_link(found) else ""

    def _close(self, name: str) -> None:
        name, inside = name.lower(), self._path[-2] if len(self._path) > 1 else ""
        said = " ".join("".join(self._said).split())
        self._said.clear()
        self._path.pop()
        episode = self._episode
        if episode is not None and name in ("item", "entry"):
            self._episode = None
            if len(self.feed.episodes) < MOST_EPISODES:
                self.feed.episodes.append(episode)
        elif episode is not None and inside in ("item", "entry"):
            self._note(episode, name, said)
        elif episode is None and inside in ("channel", "feed"):
            if name == "title":
                self.feed.title = said
            elif name == "language":
                self.feed.language = said

    def _note(self, episode: Episode, name: str, said: str) -> None:
        """Take in what an element of an episode's says."""
        if name == "title":
            episode.title = said
        elif name == "link" and said:
            episode.link = episode.link or self._whole(said)
        elif name in ("guid", "id"):
            episode.guid = said
        elif name in ("pubdate", "published", "updated"):
            episode.published = episode.published or _date(said)


def _date(said: str) -> date | None:
    with suppress(ValueError, TypeError, OverflowError):
        return parsedate_to_datetime(said).date()
    with suppress(ValueError):
        return date.fromisoformat(said[:10])
    return None


def _plain(address: str) -> str:
    """Return an address without what does not tell places apart."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}"
