"""Where a passage stands, also where some of its words are wrong, missing or too many.

A passage that stands there as it is is found by one search of the folded text. Otherwise pieces of
it are looked for, each of which votes for the place where the passage would begin; the places with
the most votes are compared with it letter by letter.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from viewer.core.find import Finder, Hit
from viewer.core.folding import fold
from viewer.core.late import late
from viewer.core.textjoin import UNSPACED
from viewer.core.value import value

_UNSPACED: Final = late(UNSPACED)
#: No more letters of a passage are compared than these at each of its ends.
_END: Final = 240
#: How many pieces are looked for, how long each is, and how often it may come and still tell.
_PIECES: Final = 9
_PIECE: Final = 14
#: Where these find nothing: of 10,000 passages with each sixth word spoiled, 11 need these.
_MORE_PIECES: Final = 36
_SHORTER_PIECE: Final = 10
_SHORTEST_PIECE: Final = 3
_COMMON: Final = 60
#: So many places are compared; and of the first pieces alone, so many.
_PLACES: Final = 8
_FIRST_PIECES: Final = 2
_FIRST_PLACES: Final = 3
#: So much more is looked at on both sides, of which so many letters in a row are no chance.
_EDGE: Final = 12
_SOLID: Final = 4
#: What is less alike than this, of 100, is not the passage.
LEAST: Final = 62.0
#: From this on it surely is, if no other place is within so much of it.
SURE: Final = 84.0
_APART: Final = 6.0
EXACT: Final = 100.0


@value
class Near:
    """A place that a passage may be: how alike it is, of 100, where all letters agree."""

    hit: Hit
    score: float

    @property
    def exact(self) -> bool:
        """Whether all words stand there as they are in the passage."""
        return self.score >= EXACT


@value
class Nearest:
    """The places that are most alike, the best first; `sure` tells that the first one is meant."""

    places: tuple[Near, ...] = ()
    sure: bool = False

    @property
    def best(self) -> Near | None:
        """The best place, where there is any."""
        return self.places[0] if self.places else None


class Lookup:
    """Looks for passages in the texts of a transcript, made ready once."""

    def __init__(self, finder: Finder) -> None:
        self._reading = finder.reading

    def find(self, passage: str, most: int = 3, near: int | None = None) -> Nearest:
        """Return where a passage stands, at most so many places.

        Of several that are alike, the one nearest to the segment `near` comes first, where that
        is known, and is meant.
        """
        wanted = fold(passage)
        if not wanted:
            return Nearest()
        found = list(self._exact(wanted, most if near is None else _COMMON))
        if not found:
            found = self._alike(wanted, _pieces(wanted))
        if not found:
            found = self._alike(wanted, _more_pieces(wanted))
        places = [Near(self._reading.hit_at(*span), score) for score, *span in found]
        if near is not None:
            places.sort(key=lambda each: (-round(each.score), abs(each.hit.first - near)))
        return Nearest(tuple(places[:most]), _is_sure(places, place_known=near is not None))

    def _exact(self, wanted: str, most: int) -> Iterator[tuple[float, int, int]]:
        """Yield where all the letters stand, as whole words."""
        text, place = self._reading.text, -1
        for _ in range(most):
            place = text.find(wanted, place + 1)
            while place >= 0 and not _whole(text, place, place + len(wanted)):
                place = text.find(wanted, place + 1)
            if place < 0:
                return
            yield EXACT, place, place + len(wanted)

    def _alike(
        self, wanted: str, pieces: Iterable[tuple[str, int]]
    ) -> list[tuple[float, int, int]]:
        """Return what is alike enough, the best first; no more is read than it takes to be sure."""
        votes: list[tuple[int, float]] = []
        compared: dict[int, tuple[float, int, int]] = {}
        for number, (piece, offset) in enumerate(pieces, 1):
            places = self._places(piece)
            votes += [(place - offset, len(piece) / len(places)) for place in places]
            if number >= _FIRST_PIECES and votes:
                for begin in _clusters(votes, _room(wanted), _FIRST_PLACES):
                    if all(abs(begin - other) > _room(wanted) for other in compared):
                        compared[begin] = self._compare(wanted, begin)
                best = self._apart(compared.values())
                if best and best[0][0] >= SURE and _stands_out([each[0] for each in best]):
                    return best
        for begin in _clusters(votes, _room(wanted), _PLACES):
            if begin not in compared:
                compared[begin] = self._compare(wanted, begin)
        return self._apart(compared.values())

    def _apart(self, found: Iterable[tuple[float, int, int]]) -> list[tuple[float, int, int]]:
        """Return what is alike enough, the best first; of those that share letters, the best."""
        kept: list[tuple[float, int, int]] = []
        for score, begin, end in sorted(found, reverse=True):
            apart = all(end <= other[1] or begin >= other[2] for other in kept)
            if score >= LEAST and apart:
                kept.append((score, begin, end))
        return kept

    def _places(self, piece: str) -> Sequence[int]:
        """Return where a piece stands; nothing where that is nearly everywhere."""
        places: list[int] = []
        place = self._reading.text.find(piece)
        while place >= 0:
            places.append(place)
            if len(places) > _COMMON:
                return ()
            place = self._reading.text.find(piece, place + 1)
        return places

    def _compare(self, wanted: str, begin: int) -> tuple[float, int, int]:
        """Return how alike the text about a place is, and where what is alike begins and ends."""
        from rapidfuzz import fuzz  # which takes long to load

        text, slack = self._reading.text, 24 + len(wanted) // 6
        head, tail = wanted[:_END], wanted[-_END:]
        first = self._aligned(head, begin - slack, begin + len(head) + slack)
        if len(wanted) <= _END:
            last = first
        else:
            at = first[0] + len(wanted) - len(tail)
            last = self._aligned(tail, at - slack, at + len(tail) + slack)
        low, high = self._trimmed(wanted, first[0], max(last[1], first[1]))
        return fuzz.ratio(wanted, text[low:high]), low, high

    def _trimmed(self, wanted: str, low: int, high: int) -> tuple[int, int]:
        """Return where the passage itself begins and ends in a stretch of the text about it.

        What is alike by chance, a letter or two at the edges, tells nothing.
        """
        from rapidfuzz.distance import Levenshtein

        low, high = max(low - _EDGE, 0), min(high + _EDGE, len(self._reading.text))
        steps = Levenshtein.opcodes(wanted, self._reading.text[low:high])
        solid = [each for each in steps if each.tag == "equal"]
        solid = [each for each in solid if each.src_end - each.src_start >= _SOLID] or solid
        if not solid:
            return low, high
        before = solid[0].dest_start - solid[0].src_start
        after = solid[-1].dest_end + len(wanted) - solid[-1].src_end
        return self._to_words(max(low + before, low), min(low + after, high))

    def _aligned(self, part: str, low: int, high: int) -> tuple[int, int]:
        """Return where within a stretch of the text it is most like a part of the passage."""
        from rapidfuzz import fuzz

        low = max(low, 0)
        window = self._reading.text[low:high]
        found = fuzz.partial_ratio_alignment(part, window)
        if found is None or len(part) > len(window):
            return low, low + len(window)
        return low + found.dest_start, low + found.dest_end

    def _to_words(self, begin: int, end: int) -> tuple[int, int]:
        """Move both ends to the nearer bound of the word that they cut."""
        text = self._reading.text
        return _to_bound(text, begin), max(_to_bound(text, end), begin + 1)


def _to_bound(text: str, place: int) -> int:
    place = min(max(place, 0), len(text))
    if place in (0, len(text)) or " " in text[place - 1 : place + 1]:
        return place
    if _UNSPACED.match(text, place - 1) and _UNSPACED.match(text, place):
        return place
    before, after = text.rfind(" ", 0, place) + 1, text.find(" ", place)
    after = len(text) if after < 0 else after
    return before if place - before <= after - place else after


def _whole(text: str, begin: int, end: int) -> bool:
    """Return whether what stands there is not a part of longer words, where words are parted."""
    before, after = text[begin - 1 : begin], text[end : end + 1]
    cuts = (before.isalnum() and before.isascii()) or (after.isalnum() and after.isascii())
    return not cuts


def _more_pieces(wanted: str) -> Iterable[tuple[str, int]]:
    """Return pieces for a passage of which none of the first ones is without a wrong letter."""
    return _pieces(wanted, _MORE_PIECES, _SHORTER_PIECE)


def _pieces(wanted: str, most: int = _PIECES, piece: int = _PIECE) -> Iterable[tuple[str, int]]:
    """Return pieces with their places, spread over a passage; of a short one, shorter ones."""
    size = min(piece, max(len(wanted) // 4, _SHORTEST_PIECE))
    last = len(wanted) - size
    if last <= 0:
        return [(wanted, 0)]
    count = min(most, max(last // size + 1, 2))
    places = list(dict.fromkeys(last * i // (count - 1) for i in range(count)))
    # From all over it first, so that a few of them tell.
    ordered = places[1::3] + places[::3] + places[2::3]
    return [(wanted[place : place + size], place) for place in ordered]


def _room(wanted: str) -> int:
    """Return how far apart votes may be that are for one place."""
    return 12 + len(wanted) // 8


def _clusters(votes: Iterable[tuple[int, float]], room: int, most: int) -> list[int]:
    """Return where votes come together, with the most weight first."""
    clusters: list[tuple[float, int]] = []
    for begin, weight in sorted(votes):
        if clusters and begin - clusters[-1][1] <= room:
            clusters[-1] = clusters[-1][0] + weight, clusters[-1][1]
        else:
            clusters.append((weight, begin))
    clusters.sort(reverse=True)
    return [begin for _, begin in clusters[:most]]


def _is_sure(places: Sequence[Near], *, place_known: bool) -> bool:
    if not places or places[0].score < SURE:
        return False
    return place_known or _stands_out([each.score for each in places])


def _stands_out(scores: Sequence[float]) -> bool:
    return len(scores) == 1 or scores[0] - scores[1] >= _APART
