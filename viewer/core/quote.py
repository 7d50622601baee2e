"""A quote: exact words, when they were said, by whom, and where they come from."""

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from viewer.core.segment import Segment
from viewer.core.textjoin import join_texts
from viewer.core.textmap import Piece, TextMap
from viewer.core.transcript import Source, Transcript


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says before another one does; nobody's name may be known."""

    speaker: str | None
    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Words from `start_ms` up to `end_ms` (None in an untimed transcript).

    A quote that begins inside a line carries that line's start. `speaker` is there when one
    speaker says it all, `turns` when several do.
    """

    text: str
    start_ms: int | None
    end_ms: int | None
    speaker: str | None
    source: Source
    turns: tuple[Turn, ...] = ()

    @property
    def word_count(self) -> int:
        """How many words separated by spaces the quote has."""
        return len(self.text.split())


def quote_range(transcript: Transcript, text_map: TextMap, begin: int, end: int) -> Quote | None:
    """Return the quote of the shown text in [begin, end), or None where there are no words."""
    return _quote(transcript, text_map.pieces(begin, end))


def quote_segments(transcript: Transcript, indices: range) -> Quote | None:
    """Return the quote of whole segments, or None where they hold no words."""
    segments = transcript.segments
    pieces = [Piece(i, 0, len(segments[i].text)) for i in indices if segments[i].text.strip()]
    return _quote(transcript, pieces)


def quote_between(transcript: Transcript, from_ms: int, to_ms: int | None) -> Quote | None:
    """Return the quote of the segments said in [from_ms, to_ms), whole ones.

    Without `to_ms` it is the one line followed at `from_ms`.
    """
    if to_ms is None:
        followed = transcript.said_at(from_ms).followed
        if followed is None:
            return None
        return quote_segments(transcript, range(followed, followed + 1))
    said = [
        i
        for i in transcript.timed_indices
        if _start(transcript.segments[i]) < to_ms and _end(transcript.segments[i]) > from_ms
    ]
    pieces = [Piece(i, 0, len(transcript.segments[i].text)) for i in said]
    return _quote(transcript, [p for p in pieces if transcript.segments[p.index].text.strip()])


def _quote(transcript: Transcript, pieces: list[Piece]) -> Quote | None:
    if not pieces:
        return None
    quoted = [transcript.segments[piece.index] for piece in pieces]
    texts = [s.text[p.begin : p.end] for s, p in zip(quoted, pieces, strict=True)]
    timed = [segment for segment in quoted if segment.start_ms is not None]
    turns = _turns([segment.speaker for segment in quoted], texts)
    return Quote(
        join_texts(texts),
        min(map(_start, timed), default=None),
        max(map(_end, timed), default=None),
        turns[0].speaker if len(turns) == 1 else None,
        transcript.source,
        turns if len(turns) > 1 else (),
    )


def _turns(speakers: list[str | None], texts: list[str]) -> tuple[Turn, ...]:
    said = groupby(zip(speakers, texts, strict=True), key=itemgetter(0))
    return tuple(Turn(speaker, join_texts(text for _, text in turn)) for speaker, turn in said)


def _start(segment: Segment) -> int:
    return segment.start_ms or 0


def _end(segment: Segment) -> int:
    return segment.end_ms or _start(segment)
