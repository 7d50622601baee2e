"""Counting transcripts by channel, year, speaker and language; and where in time they lie."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import IntEnum
from itertools import chain, compress
from operator import attrgetter, itemgetter, not_
from typing import Any, Final, TypeAlias

from viewer.core.value import value
from viewer.library.entry import Entry

#: Up to so many years are counted by months.
_FEW_YEARS: Final = 3
#: Over a longer time, those without anything are left out.
_MOST_BARS: Final = 300


class Kind(IntEnum):
    """By what transcripts are grouped."""

    CHANNEL = 0
    YEAR = 1
    MONTH = 2
    SPEAKER = 3
    LANGUAGE = 4


#: What is chosen: of a kind any of its values, of several kinds one of each.
Chosen: TypeAlias = frozenset[tuple[Kind, str]]

#: What transcripts are, by kind; each is a value, but for the speakers, who are several.
_FACT: Final[Mapping[Kind, Callable[[Entry], Any]]] = {
    Kind.CHANNEL: attrgetter("facts.channel"),
    Kind.YEAR: attrgetter("facts.published"),
    Kind.MONTH: attrgetter("facts.published"),
    Kind.SPEAKER: attrgetter("facts.speakers"),
    Kind.LANGUAGE: attrgetter("facts.language"),
}
_ENTRY: Final = itemgetter(0)
#: So much of a date is its year, and its month.
_LETTERS: Final = {Kind.YEAR: 4, Kind.MONTH: 7}


@value
class Facet:
    """A value, how many transcripts have it, and how many places are found in these."""

    kind: Kind
    value: str
    files: int
    places: int


@value
class Facets:
    """The values of each kind, the most frequent first; years and months by their age."""

    kinds: Mapping[Kind, tuple[Facet, ...]]

    @property
    def over_time(self) -> tuple[Facet, ...]:
        """The years, oldest first and none left out; where there are few, their months."""
        months = _filled(self.kinds[Kind.MONTH])
        few = len({facet.value[:4] for facet in months if facet.files}) <= _FEW_YEARS
        return months if few and len(months) > 1 else _filled(self.kinds[Kind.YEAR])


def kept(entries: Iterable[Entry], chosen: Chosen) -> list[Entry]:
    """Return the transcripts that are some of those chosen, in their order."""
    rows = list(entries)
    for kind, wanted in _by_kind(chosen).items():
        rows = list(compress(rows, _fitting(kind, rows, wanted)))
    return rows


def count(rows: Iterable[tuple[Entry, int]], chosen: Chosen) -> Facets:
    """Count transcripts, each with its places, by every kind.

    A kind is counted among what the other kinds leave, so that one sees what else could be chosen.
    """
    known, wanted = list(rows), _by_kind(chosen)
    return Facets({kind: _counted(kind, _left(known, kind, wanted), chosen) for kind in Kind})


def _left(
    rows: list[tuple[Entry, int]], kind: Kind, wanted: Mapping[Kind, set[str]]
) -> list[tuple[Entry, int]]:
    """Return what is left by what is chosen of the other kinds."""
    for other, values in wanted.items():
        if other is not kind:
            rows = list(compress(rows, _fitting(other, map(_ENTRY, rows), values)))
    return rows


def _counted(kind: Kind, rows: list[tuple[Entry, int]], chosen: Chosen) -> tuple[Facet, ...]:
    files = Counter(_values(kind, map(_ENTRY, rows)))
    files.update(dict.fromkeys((item for of, item in chosen if of is kind), 0))
    places = Counter[str]()
    found = [row for row in rows if row[1]]
    each: Iterable[tuple[str, int]]
    if kind is Kind.SPEAKER:
        each = ((name, number) for entry, number in found for name in entry.facts.speakers)
    else:
        values = _values(kind, map(_ENTRY, found))
        each = zip(values, map(itemgetter(1), found), strict=True)
    for item, number in each:
        places[item] += number
    return _ordered(kind, files, places)


def _values(kind: Kind, entries: Iterable[Entry]) -> Iterable[str]:
    """Return what transcripts are without a loop in Python, with which a window would take turns.

    100,000 of them are counted in under half of the time beside a window that paints.
    """
    values = map(_FACT[kind], entries)
    if kind is Kind.SPEAKER:
        return chain.from_iterable(values)
    return map(itemgetter(slice(_LETTERS[kind])), values) if kind in _LETTERS else values


def _fitting(kind: Kind, entries: Iterable[Entry], wanted: set[str]) -> Iterable[bool]:
    """Return of each transcript whether it is one of what is wanted of a kind."""
    if kind is Kind.SPEAKER:
        return map(not_, map(wanted.isdisjoint, map(_FACT[kind], entries)))
    return map(wanted.__contains__, _values(kind, entries))


def _by_kind(chosen: Chosen) -> dict[Kind, set[str]]:
    wanted: dict[Kind, set[str]] = {}
    for kind, item in chosen:
        wanted.setdefault(kind, set()).add(item)
    return wanted


def _ordered(kind: Kind, files: Counter[str], places: Counter[str]) -> tuple[Facet, ...]:
    least = _LETTERS[Kind.MONTH] if kind is Kind.MONTH else 1  # a year alone has no month
    known = ((value, n) for value, n in files.items() if len(value) >= least)
    facets = [Facet(kind, value, n, places[value]) for value, n in known]
    if kind in (Kind.YEAR, Kind.MONTH):
        return tuple(sorted(facets, key=lambda facet: facet.value, reverse=True))
    return tuple(sorted(facets, key=lambda facet: (-facet.files, facet.value.casefold())))


def _filled(newest_first: Sequence[Facet]) -> tuple[Facet, ...]:
    """Return all times between the first and the last, those without anything with 0."""
    known = {_ordinal(facet.value): facet for facet in newest_first if _is_time(facet.value)}
    if not known or max(known) - min(known) > _MOST_BARS:
        return tuple(known[number] for number in sorted(known))
    kind = newest_first[0].kind
    empty = (
        (number, Facet(kind, _told(kind, number), 0, 0))
        for number in range(min(known), max(known) + 1)
    )
    return tuple(known.get(number, facet) for number, facet in empty)


def _is_time(value: str) -> bool:
    return value[:4].isdecimal() and (len(value) == 4 or value[5:].isdecimal())


def _ordinal(value: str) -> int:
    """Return a year as its number, a month as how many there were since the year 0."""
    year, _, month = value.partition("-")
    return int(year) * 12 + int(month) - 1 if month else int(year)


def _told(kind: Kind, number: int) -> str:
    if kind is Kind.YEAR:
        return f"{number:04}"
    return f"{number // 12:04}-{number % 12 + 1:02}"
