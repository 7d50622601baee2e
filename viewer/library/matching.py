"""Whether a transcript holds what is asked for, and where: decided by its folded text alone."""

import os
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from heapq import merge
from typing import Final, Protocol, TypeAlias

from viewer.core.folding import fold
from viewer.core.value import value
from viewer.library.entry import Entry
from viewer.library.query import All, Any, Field, Node, Phrase, Without, Words

#: From where to where something stands in the folded text.
Span: TypeAlias = tuple[int, int]


class Searchable(Protocol):
    """A folded text, and who says what stands at a place of it, by number."""

    @property
    def text(self) -> str:
        """The folded text."""

    def voice_at(self, place: int) -> int:
        """Return who speaks at a place: a number into the entry's speakers, or -1."""


@value
class Match:
    """That a transcript is one of those asked for, and where it says what is looked for."""

    spans: tuple[Span, ...] = ()
    #: The places of each of several words that stand nowhere together, which are no hits.
    apart: tuple[Span, ...] = ()

    @property
    def to_show(self) -> tuple[Span, ...]:
        """Where to look: at the hits; where there is none, at the words."""
        return self.spans or self.apart


_NOTHING: Final = Match()


def match(node: Node, entry: Entry, text: Searchable) -> Match | None:
    """Return where a transcript holds what is asked for; None where it is not one of them."""
    found = _match(node, entry, text)
    speakers = tuple(_speakers(node))
    if found is None or not speakers or not found.to_show:
        return found
    wanted = {
        number
        for number, name in enumerate(entry.facts.speakers)
        if all(speaker in folded(name) for speaker in speakers)
    }

    def said(spans: tuple[Span, ...]) -> tuple[Span, ...]:
        return tuple(span for span in spans if text.voice_at(span[0]) in wanted)

    said_by_them = Match(said(found.spans), said(found.apart))
    return said_by_them if said_by_them.to_show else None


def fits(node: Node, entry: Entry) -> bool:
    """Return whether a transcript may be one of those asked for, by its facts alone."""
    match node:
        case Field(name, value):
            return _TESTS[name](value, entry)
        case Without(Field() as part):
            return not fits(part, entry)
        case All(parts):
            return all(fits(part, entry) for part in parts)
        case Any(parts):
            return any(fits(part, entry) for part in parts)
        case _:
            return True


def asks_for_words(node: Node) -> bool:
    """Return whether texts have to be looked into at all."""
    match node:
        case Field():
            return False
        case Without(part):
            return asks_for_words(part)
        case All(parts) | Any(parts):
            return any(map(asks_for_words, parts))
        case _:
            return True


def asks_for_quotes(node: Node) -> bool:
    """Return whether it matters which transcripts have quotes."""
    match node:
        case Field("has", value):
            return value.casefold() == "quotes"
        case Without(part):
            return asks_for_quotes(part)
        case All(parts) | Any(parts):
            return any(map(asks_for_quotes, parts))
        case _:
            return False


def _match(node: Node, entry: Entry, text: Searchable) -> Match | None:
    match node:
        case Phrase():
            spans = tuple(_places(text.text, node))
            return Match(spans) if spans else None
        case Words():
            return _match_words(node, entry, text)
        case Field():
            return _NOTHING if fits(node, entry) else None
        case Without(part):
            return _NOTHING if _match(part, entry, text) is None else None
        case All(parts):
            matches = [_match(part, entry, text) for part in parts]
            return None if None in matches else _joined(matches)
        case Any(parts):
            matches = [_match(part, entry, text) for part in parts]
            return _joined(matches) if any(matches) else None


def _match_words(node: Words, entry: Entry, text: Searchable) -> Match | None:
    if spans := tuple(_places(text.text, node.together)):
        return Match(spans)
    each = _match(All(node.parts), entry, text)
    return None if each is None else Match(apart=each.spans)


def _joined(matches: list[Match | None]) -> Match:
    """Return all places in order."""
    each = [found for found in matches if found is not None]
    if len(each) == 1:
        return each[0]
    return Match(_in_order(f.spans for f in each), _in_order(f.apart for f in each))


def _in_order(several: Iterable[tuple[Span, ...]]) -> tuple[Span, ...]:
    """Return all spans in order, of those that overlap the first."""
    spans: list[Span] = []
    for begin, end in merge(*several):
        if not spans or begin >= spans[-1][1]:
            spans.append((begin, end))
    return tuple(spans)


def _places(text: str, phrase: Phrase) -> Iterator[Span]:
    """Yield where a phrase stands, in order, without overlaps."""
    wanted, length = phrase.folded, len(phrase.folded)
    here = text.find(wanted)
    while here >= 0:
        after = here + length
        if phrase.begins and text[max(here - 1, 0) : here].isalnum():
            after = here + 1
        else:
            yield here, after
        here = text.find(wanted, after)


def _speakers(node: Node) -> Iterator[str]:
    """Yield who has to say it; what is left out or is one of several says nothing of it."""
    match node:
        case Field("speaker", value):
            yield folded(value)
        case All(parts):
            for part in parts:
                yield from _speakers(part)
        case _:
            return


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """Return a name as it is compared."""
    return fold(text)


def _has(value: str, entry: Entry) -> bool:
    match value.casefold():
        case "recording":
            return entry.recording is not None
        case "quotes":
            return entry.quotes > 0
        case "speakers":
            return bool(entry.facts.speakers)
        case "times":
            return entry.facts.length_ms is not None
        case _:
            return bool(entry.problem)


def _in(value: str, entry: Entry) -> bool:
    """Return whether it is in a folder that is called so; where that is a whole path, in that."""
    parent = os.path.dirname(entry.place)
    if os.path.isabs(value):
        return os.path.join(parent, "").startswith(os.path.join(value, ""))
    return folded(value) in fold(parent)


def _day(value: str) -> str:
    """Return the first day of a year, month or day, as ISO 8601 writes it."""
    year, *rest = value.split("-")
    return "-".join((year, *(part.zfill(2) for part in (*rest, "1", "1")[:2])))


_TESTS: Final[dict[str, Callable[[str, Entry], bool]]] = {
    "title": lambda value, entry: folded(value) in fold(entry.title),
    "channel": lambda value, entry: folded(value) in folded(entry.facts.channel),
    "speaker": lambda value, entry: any(folded(value) in folded(n) for n in entry.facts.speakers),
    "before": lambda value, entry: "" < entry.facts.published < _day(value),
    "after": lambda value, entry: entry.facts.published >= _day(value),
    "has": _has,
    "in": _in,
    "lang": lambda value, entry: entry.facts.language.casefold().startswith(value.casefold()),
}
