"""Searching the library: first where whole words fit, then where parts of words do."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Final, Literal, TypeAlias

from viewer.core.value import value
from viewer.library.entry import Entry
from viewer.library.index import AnyOf, Index
from viewer.library.leaf import Leaf
from viewer.library.matching import asks_for_quotes, asks_for_words, fits, match
from viewer.library.query import All, Any, Node, Phrase, Words
from viewer.library.side_by_side import outcomes
from viewer.library.tokens import (
    ACROSS,
    FIRST,
    HAS_LONG,
    LAST,
    LONGEST,
    SHORT,
    TOGETHER,
    bridge,
    joint,
    stands_alone,
    words_of,
)

Order: TypeAlias = Literal["newest", "oldest", "title"]

#: Where more words have a part in them than this, the part says too little to look them up.
_MOST_LIKE: Final = 300
#: The entries of fewer are fetched alone sooner than those of a large library.
_FEW: Final = 10_000
#: As many are looked through for the letters that may stand before a short part, or after it.
_MOST_THROUGH: Final = 5_000
#: Of these letters; each more way to meet proposes more transcripts by chance.
_MOST_ENDS: Final = 100


@value
class FileHits:
    """A transcript that is one of those asked for, and how often it says what is looked for.

    With `apart` it has the words that were typed, but nowhere together, which counts nothing.
    """

    entry: Entry
    count: int
    #: The lower, the better it fits: whole words, parts of words.
    tier: int
    apart: bool = False

    @property
    def rank(self) -> tuple[bool, int]:
        """By what those that fit best come first."""
        return self.apart, self.tier


class Library:
    """An index with its entries at hand; they are fetched again when something was written.

    Until somebody wants all of them, those of a few transcripts are fetched alone.

    `quotes` tells how many quotes are kept, by the key or the path of their transcript.
    """

    def __init__(self, index: Index, quotes: Callable[[], Mapping[str, int]] = dict) -> None:
        self.index = index
        self._quotes = quotes
        self._counts: Mapping[str, int] = {}
        self._state: object = None
        self._entries: dict[int, Entry] = {}
        #: Their places in the orders that were asked for.
        self._ranks: dict[Order, dict[int, int]] = {}

    @property
    def entries(self) -> dict[int, Entry]:
        """Everything in the library, by number."""
        state = self.index.state()
        if state != self._state:
            self._entries = {entry.id: self._counted(entry) for entry in self.index.entries()}
            self._ranks = {}
            self._state = state
        return self._entries

    def count_quotes(self) -> None:
        """Take in how many quotes are kept of each transcript by now; raises `StateError`."""
        self._counts = self._quotes()
        self._entries = {id_: self._counted(entry) for id_, entry in self.entries.items()}
        self._ranks = {}

    def _counted(self, entry: Entry) -> Entry:
        counts = self._counts
        quotes = counts.get(entry.key) or counts.get(entry.place, 0) if counts else 0
        return entry if quotes == entry.quotes else replace(entry, quotes=quotes)

    def search(
        self,
        node: Node,
        *,
        order: Order = "newest",
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Iterator[FileHits]:
        """Yield the transcripts that are asked for; whole words first, each kind in order."""
        if asks_for_quotes(node):
            self.count_quotes()
        if not asks_for_words(node):
            for entry in self._in_order(self.entries, order):
                if fits(node, entry):
                    yield FileHits(entry, 0, 0)
            return
        seen = set[int]()
        for tier, whole in ((1, True), (2, False)):
            found = self._candidates(node, whole=whole)
            ids = (self.entries.keys() if found is None else found) - seen
            seen |= ids
            line = (entry for entry in self._in_order(ids, order) if fits(node, entry))
            for hits in outcomes(partial(self._look_into, node, tier), line):
                if cancelled():
                    return
                if hits is not None:
                    yield hits

    def _in_order(self, ids: Collection[int], order: Order) -> list[Entry]:
        """Return some entries in an order; to sort all by title and date takes a tenth of a second.

        What is not in the library by now is left out.
        """
        if self._state is None and len(ids) < _FEW:
            return list(ordered(self.index.entries(ids), order))
        entries, known = self.entries, self._ranks  # another thread may put others in their place
        ranks = known.get(order)
        if ranks is None:
            line = ordered(entries.values(), order)
            ranks = known[order] = {entry.id: rank for rank, entry in enumerate(line)}
        return [entries[id_] for id_ in sorted(entries.keys() & ids, key=ranks.__getitem__)]

    def _look_into(self, node: Node, tier: int, line: Sequence[Entry]) -> list[FileHits | None]:
        """Return what is found in each of some transcripts; None for nothing."""
        entries = {entry.id: entry for entry in line}
        return [_hits(node, tier, entries[id_], leaf) for id_, leaf in self.index.leaves(entries)]

    def _candidates(self, node: Node, *, whole: bool) -> set[int] | None:
        """Return which transcripts may be meant; None for all."""
        match node:
            case Phrase():
                words = words_of(node.folded)
                groups = self._groups(words, node, whole=whole)
                joints = self._joints(words, node, whole=whole)
                return self.index.candidates(groups, joints) if groups or joints else None
            case Words(parts) | All(parts):
                found = None
                for part in parts:
                    more = self._candidates(part, whole=whole)
                    found = more if found is None else found if more is None else found & more
                return found
            case Any(parts):
                each = [self._candidates(part, whole=whole) for part in parts]
                return None if None in each else set().union(*filter(None, each))
            case _:
                return None

    def _groups(self, words: Sequence[str], phrase: Phrase, *, whole: bool) -> list[AnyOf]:
        """Return the words of which a phrase may consist."""
        groups: list[AnyOf] = [(word if len(word) <= LONGEST else HAS_LONG,) for word in words]
        if not whole:
            groups[0] = groups[-1] = ()
            for at in {0, len(words) - 1}:
                begins = at > 0 or phrase.begins
                groups[at] = self._like(words[at], begins=begins, ends=at < len(words) - 1)
        return [group for group in groups if group]

    def _joints(self, words: Sequence[str], phrase: Phrase, *, whole: bool) -> list[AnyOf]:
        """Return how the words of a phrase may meet."""
        last, groups = len(words) - 1, list[AnyOf]()
        words = words[:TOGETHER]
        for at, (left, right) in enumerate(pairwise(words)):
            begun = not whole and at == 0 and not phrase.begins
            ended = not whole and at + 1 == last
            lefts = self._longer(left, begins=False) if begun else (left,)
            rights = self._longer(right, begins=True) if ended else (right,)
            if lefts and rights:
                ways = {joint(a, b) for a in lefts for b in rights}
                groups.append((*ways, HAS_LONG) if begun or ended else tuple(ways))
        for at, (left, middle, right) in enumerate(zip(words, words[1:], words[2:], strict=False)):
            known = whole or (
                (at > 0 or phrase.begins or _long_enough(left))
                and (at + 2 < last or _long_enough(right))
            )
            if known and len(middle) <= SHORT:
                groups.append((bridge(left, middle, right),))
        return groups

    def _longer(self, part: str, *, begins: bool) -> AnyOf | None:
        """Return what a word's part may be where it meets its neighbour; None for too much."""
        if len(part) >= (FIRST if begins else LAST) or stands_alone(part):
            return (part,)
        like = self.index.words_like(part, begins=begins, ends=not begins, most=_MOST_THROUGH)
        if like is None:
            return None
        ends = {word[:FIRST] if begins else word[-LAST:] for word in like}
        return tuple(ends) if len(ends) <= _MOST_ENDS else None

    def _like(self, word: str, *, begins: bool, ends: bool) -> AnyOf:
        """Return the words that a part of a phrase may be a part of; none where they are many."""
        if stands_alone(word):
            return (word,)
        like = self.index.words_like(word, begins=begins, ends=ends, most=_MOST_LIKE)
        return () if like is None else (*like, HAS_LONG)


def _hits(node: Node, tier: int, entry: Entry, leaf: Leaf) -> FileHits | None:
    if isinstance(node, Phrase) and not node.begins:  # where it stands need not be known
        count = leaf.count(node.folded)
        return FileHits(entry, count, tier) if count else None
    found = match(node, entry, leaf)
    if found is None:
        return None
    apart = bool(found.apart) and not found.spans
    return FileHits(entry, len(found.spans), tier, apart)


def _long_enough(part: str) -> bool:
    """Return whether a part of a word has the letters that meet over a short one."""
    return len(part) >= ACROSS or stands_alone(part)


def ordered(entries: Iterable[Entry], order: Order) -> Sequence[Entry]:
    """Return entries in an order; those of unknown date are the oldest."""
    if order == "title":
        return sorted(entries, key=lambda entry: (entry.title.casefold(), entry.id))
    known = sorted(entries, key=lambda entry: (entry.title.casefold(), entry.id))
    known.sort(key=lambda entry: entry.facts.published, reverse=order == "newest")
    return known
