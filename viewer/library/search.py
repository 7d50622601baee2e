"""Searching the library: first where whole words fit, then where parts of words do."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, Literal, TypeAlias

from viewer.core.value import value
from viewer.library.entry import Entry
from viewer.library.index import AnyOf, Index
from viewer.library.matching import asks_for_words, fits, match
from viewer.library.query import All, Any, Node, Phrase, Words
from viewer.library.tokens import HAS_LONG, LONGEST, stands_alone, words_of

Order: TypeAlias = Literal["newest", "oldest", "title"]

#: Where more words have a part in them than this, the part says too little to look them up.
_MOST_LIKE: Final = 300


@value
class FileHits:
    """A transcript that is one of those asked for, and how often it says what is looked for."""

    entry: Entry
    count: int
    #: The lower, the better it fits: words together, whole words, parts of words.
    tier: int


class Library:
    """An index with its entries at hand; they are fetched again when something was written."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._state: object = None
        self._entries: dict[int, Entry] = {}

    @property
    def entries(self) -> dict[int, Entry]:
        """Everything in the library, by number."""
        state = self.index.state()
        if state != self._state:
            self._entries = {entry.id: entry for entry in self.index.entries()}
            self._state = state
        return self._entries

    def search(
        self,
        node: Node,
        *,
        order: Order = "newest",
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Iterator[FileHits]:
        """Yield the transcripts that are asked for; whole words first, each kind in order."""
        entries = self.entries
        allowed = {id_ for id_, entry in entries.items() if fits(node, entry)}
        if not asks_for_words(node):
            for entry in ordered((entries[id_] for id_ in allowed), order):
                yield FileHits(entry, 0, 0)
            return
        allowed = {id_ for id_ in allowed if entries[id_].readable}
        seen = set[int]()
        for tier, whole in ((1, True), (2, False)):
            found = self._candidates(node, whole=whole)
            ids = (allowed if found is None else allowed & found) - seen
            seen |= ids
            line = ordered((entries[id_] for id_ in ids), order)
            for id_, leaf in self.index.leaves(entry.id for entry in line):
                if cancelled():
                    return
                entry = entries[id_]
                fitting = match(node, entry, leaf)
                if fitting is not None:
                    yield FileHits(entry, len(fitting.spans), 0 if fitting.together else tier)

    def _candidates(self, node: Node, *, whole: bool) -> set[int] | None:
        """Return which transcripts may be meant; None for all."""
        match node:
            case Phrase():
                groups = self._groups(node, whole=whole)
                return self.index.candidates(groups) if groups else None
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

    def _groups(self, phrase: Phrase, *, whole: bool) -> list[AnyOf]:
        words = words_of(phrase.folded)
        groups: list[AnyOf] = [(word if len(word) <= LONGEST else HAS_LONG,) for word in words]
        if not whole:
            groups[0] = groups[-1] = ()
            for at in {0, len(words) - 1}:
                begins = at > 0 or phrase.begins
                groups[at] = self._like(words[at], begins=begins, ends=at < len(words) - 1)
        return [group for group in groups if group]

    def _like(self, word: str, *, begins: bool, ends: bool) -> AnyOf:
        """Return the words that a part of a phrase may be a part of; none where they are many."""
        if stands_alone(word):
            return (word,)
        like = self.index.words_like(word, begins=begins, ends=ends, most=_MOST_LIKE)
        return () if like is None else (*like, HAS_LONG)


def ordered(entries: Iterable[Entry], order: Order) -> Sequence[Entry]:
    """Return entries in an order; those of unknown date are the oldest."""
    if order == "title":
        return sorted(entries, key=lambda entry: (entry.title.casefold(), entry.id))
    known = sorted(entries, key=lambda entry: (entry.title.casefold(), entry.id))
    known.sort(key=lambda entry: entry.facts.published, reverse=order == "newest")
    return known
