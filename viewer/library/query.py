"""What is asked of the library, as it is typed, and what that means.

Words have to be in a transcript all of them; where they stand together as they were typed, those
places are the hits, and one that has them apart has none. "Phrases in quotes" are found as the find
bar finds them, `prefix*` where words begin so. `OR` joins what stands beside it, words that stand
side by side as one; `-` leaves out, brackets group, and fields such as `channel:` narrow. Times of
fields are days, months or years.
"""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from itertools import groupby
from typing import Final, TypeAlias

from viewer.core.folding import fold
from viewer.core.value import value
from viewer.errors import UsageError


@value
class Phrase:
    """Letters as the find bar finds them; with `begins` only where a word begins."""

    folded: str
    begins: bool = False


@value
class Words:
    """Several words, which count where they stand together."""

    parts: tuple[Phrase, ...]

    @property
    def together(self) -> Phrase:
        """The words as one phrase."""
        return Phrase(fold(" ".join(part.folded for part in self.parts)))


@value
class Field:
    """What has to be true of a transcript, or with `speaker` of who says what is found."""

    name: str
    value: str


@value
class Without:
    """What must not be."""

    part: "Node"


@value
class All:
    """Everything of this."""

    parts: "tuple[Node, ...]"


@value
class Any:
    """Something of this."""

    parts: "tuple[Node, ...]"


Node: TypeAlias = Phrase | Words | Field | Without | All | Any

#: What each field takes, for whoever types.
FIELDS: Final = {
    "title": "words of the title",
    "channel": "words of the channel's name",
    "speaker": "who says it",
    "before": "a year, month or day, such as 2019-05",
    "after": "a year, month or day, such as 2019-05",
    "has": "recording, quotes, speakers, times or problem",
    "in": "a folder",
    "lang": "a language, such as en",
}
HAS: Final = ("recording", "quotes", "speakers", "times", "problem")
_DATED: Final = frozenset({"before", "after"})

_PIECE: Final = re.compile(
    r"""\s+
    |(?P<bracket>[()])
    |(?P<minus>-(?=[^\s)]))
    |(?P<field>[^\W\d_]+):(?P<value>["“„«][^"”“»]*["”“»]?|[^\s()]*)
    |["“„«](?P<quoted>[^"”“»]*)["”“»]?
    |(?P<word>[^\s()"“„«]+)""",
    re.VERBOSE,
)
_DATE: Final = re.compile(r"\d{4}(-\d{1,2}(-\d{1,2})?)?")
_MOST: Final = 2_000
_DEEPEST: Final = 30


def parse(text: str) -> Node | None:
    """Return what is asked for, or None for nothing; raises `UsageError` with what is wrong."""
    if len(text) > _MOST:
        raise UsageError(f"What is looked for is longer than {_MOST:,} letters.")
    parser = _Parser(list(_PIECE.finditer(text)))
    node = parser.all_of(0)
    if parser.rest:
        raise UsageError("A bracket is closed that was not opened.")
    return node


class _Parser:
    """Goes through the pieces once, from left to right."""

    def __init__(self, pieces: list[re.Match[str]]) -> None:
        self.rest = [piece for piece in pieces if not piece[0].isspace()][::-1]

    def all_of(self, depth: int) -> Node | None:
        """Return what stands up to the next closing bracket, or the end."""
        if depth > _DEEPEST:
            raise UsageError("There are too many brackets in brackets.")
        parts: list[Node | _Or] = []
        while self.rest and self.rest[-1][0] != ")":
            if self._takes("OR", "|"):
                parts.append(_Or())
            elif not self._takes("AND") and (part := self._one(depth)) is not None:
                parts.append(part)
        return _together(parts)

    def _one(self, depth: int) -> Node | None:
        piece = self.rest.pop()
        if piece["minus"] or piece[0] == "NOT":
            part = self._one(depth) if self.rest and self.rest[-1][0] != ")" else None
            return Without(_plain(part)) if part is not None else None
        if piece[0] == "(":
            inner = self.all_of(depth + 1)
            if self.rest:
                self.rest.pop()
            return inner
        if piece["field"]:
            return _field(piece["field"], piece["value"].strip('"“”„«»'))
        if piece["quoted"] is not None:
            folded = fold(piece["quoted"])
            return Phrase(folded) if folded else None
        return _word(piece["word"])

    def _takes(self, *words: str) -> bool:
        if self.rest[-1][0] not in words:
            return False
        self.rest.pop()
        return True


@value
class _Or:
    """Stands between two things one of which is enough."""


@value
class _Word(Phrase):
    """A word that stands for itself, and is read on with those beside it."""


def _plain(node: Node) -> Node:
    """Return what stands apart, as a word that is not read on with its neighbours."""
    return Phrase(node.folded) if isinstance(node, _Word) else node


def _word(text: str) -> Phrase | None:
    stem, star, _ = text.partition("*")
    folded = fold(stem)
    if not folded:
        return None
    return Phrase(folded, begins=True) if star else _Word(folded)


def _together(parts: Iterable[Node | _Or]) -> Node | None:
    """Return all of the parts: words that stand side by side as `Words`, what OR joins as `Any`."""
    joined: list[Node] = []
    either = False
    for part in _runs(parts):
        if isinstance(part, _Or):
            if either or not joined:
                raise UsageError("OR stands between two things; before it there is nothing.")
            either = True
        elif either:
            joined[-1] = _either(joined[-1], part)
            either = False
        else:
            joined.append(part)
    if either:
        raise UsageError("OR stands between two things; after it there is nothing.")
    if len(joined) > 1:
        return All(tuple(joined))
    return joined[0] if joined else None


def _runs(parts: Iterable[Node | _Or]) -> Iterator[Node | _Or]:
    """Yield the parts, and words that stand side by side as one."""
    for is_word, some in groupby(parts, lambda part: isinstance(part, _Word)):
        if not is_word:
            yield from some
            continue
        words = tuple(Phrase(part.folded) for part in some if isinstance(part, _Word))
        yield Words(words) if len(words) > 1 else words[0]


def _either(left: Node, right: Node) -> Any:
    before = left.parts if isinstance(left, Any) else (left,)
    return Any((*before, right))


def _field(name: str, value: str) -> Field:
    known = name.casefold()
    if known not in FIELDS:
        close = get_close_matches(known, FIELDS, 1)
        meant = f"Did you mean {close[0]}:?" if close else f"There are {_listed()}."
        hint = f"{meant} In quotes, “{name}:” is looked for as words."
        raise UsageError(f"There is no field “{name}:”.", hint=hint)
    value = value.strip()
    if not value:
        raise UsageError(f"After {known}: stands {FIELDS[known]}.")
    if known in _DATED and not _is_date(value):
        raise UsageError(f"“{value}” is no date: after {known}: stands {FIELDS[known]}.")
    if known == "has" and value.casefold() not in HAS:
        raise UsageError(f"After has: stands {FIELDS['has']}, not “{value}”.")
    return Field(known, value)


def _is_date(value: str) -> bool:
    if not _DATE.fullmatch(value):
        return False
    _, month, day = (*map(int, value.split("-")), 1, 1)[:3]
    return 1 <= month <= 12 and 1 <= day <= 31


def _listed() -> str:
    names = [f"{name}:" for name in FIELDS]
    return f"{', '.join(names[:-1])} and {names[-1]}"


def phrases(node: Node | None) -> Iterator[Phrase]:
    """Yield what is to be found of a query, without what must not be."""
    match node:
        case Phrase():
            yield node
        case Words():
            yield node.together
        case All(parts) | Any(parts):
            for part in parts:
                yield from phrases(part)
        case _:
            return
