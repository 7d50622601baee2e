"""Finding quotes again in a transcript that has changed since, by their words."""

from dataclasses import replace
from enum import StrEnum
from functools import cached_property
from itertools import islice
from typing import Final

from viewer.core.find import Finder, Hit
from viewer.core.quote import Quote, quote_pieces
from viewer.core.textmap import Piece
from viewer.core.transcript import Transcript
from viewer.core.value import value

#: Of words that are said more often, the first ones are looked at.
_MOST: Final = 2_000


class Fate(StrEnum):
    """What has become of a quote."""

    SAME = "same"  # the transcript says what it said then
    FOUND = "found"  # it has changed, and the words are still in it
    LOST = "lost"  # it has changed, and the words are not in it any more


@value
class Refound:
    """A quote as it stands in a transcript now, or as it was where that has it no more."""

    quote: Quote
    fate: Fate


class Refinder:
    """Looks for quotes in one transcript, whose texts are made ready once."""

    def __init__(self, transcript: Transcript) -> None:
        self._transcript = transcript

    @cached_property
    def _finder(self) -> Finder:
        return Finder(segment.text for segment in self._transcript.segments)

    def find(self, quote: Quote) -> Refound:
        """Return where a quote stands now; of several places, the one nearest to its old one.

        Case and punctuation may have changed. What the source is called stays as it was quoted.
        """
        if quote.checksum == self._transcript.checksum:
            return Refound(quote, Fate.SAME)
        now = self._in_place(quote) or self._by_words(quote)
        if now is None:
            return Refound(quote, Fate.LOST)
        return Refound(replace(now, source=quote.source), Fate.FOUND)

    def _in_place(self, quote: Quote) -> Quote | None:
        """Return the quote where every character of it is where it was."""
        segments = self._transcript.segments
        pieces = [Piece(line.index, line.begin, line.end) for line in quote.lines]
        for piece, line in zip(pieces, quote.lines, strict=True):
            if piece.index >= len(segments):
                return None
            if segments[piece.index].text[piece.begin : piece.end] != line.text:
                return None
        return quote_pieces(self._transcript, pieces)

    def _by_words(self, quote: Quote) -> Quote | None:
        hits = list(islice(self._finder.find(quote.exact, whole_words=True), _MOST))
        if not hits:  # in scripts without spaces words are continued by others
            hits = list(islice(self._finder.find(quote.exact), _MOST))
        if not hits:
            return None
        nearest = min(hits, key=lambda hit: self._distance(quote, hit))
        return quote_pieces(self._transcript, self._pieces(quote.exact, nearest))

    def _distance(self, quote: Quote, hit: Hit) -> int:
        start = self._transcript.segments[hit.first].start_ms
        if quote.start_ms is not None and start is not None:
            return abs(start - quote.start_ms)
        return abs(hit.first - (quote.lines[0].index if quote.lines else 0))

    def _pieces(self, exact: str, hit: Hit) -> list[Piece]:
        """Return the pieces of a place, with the punctuation around them that the quote has."""
        segments = self._transcript.segments
        lead, trail = _around(exact)
        begin, end = hit.begin, hit.end
        if lead and segments[hit.first].text[:begin].endswith(lead):
            begin -= len(lead)
        if trail and segments[hit.last].text[end:].startswith(trail):
            end += len(trail)
        pieces = []
        for index in range(hit.first, hit.last + 1):
            text = segments[index].text
            low = begin if index == hit.first else 0
            high = end if index == hit.last else len(text)
            pieces.append(Piece(index, low, high))
        return pieces


def _around(exact: str) -> tuple[str, str]:
    """Return what stands before the first letter of some words and after the last."""
    letters = [place for place, char in enumerate(exact) if char.isalnum()]
    return (exact[: letters[0]], exact[letters[-1] + 1 :]) if letters else ("", "")
