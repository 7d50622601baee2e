"""A quote: exact words, when they were said, by whom, and where they come from."""

from dataclasses import dataclass

from viewer.core.segment import Segment
from viewer.core.textmap import Piece, TextMap
from viewer.core.transcript import Source, Transcript
from viewer.core.turns import Turn, turns_of, words_of
from viewer.core.words import whole_words


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
    """Return the quote of the words that [begin, end) of the shown text touches, or None.

    A word of which a part is in the range is quoted whole.
    """
    if not text_map.pieces(begin, end):
        return None
    return _quote(transcript, text_map.pieces(*whole_words(text_map.text, begin, end)))


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
    timed = [segment for segment in quoted if segment.start_ms is not None]
    turns = turns_of(transcript, pieces)
    return Quote(
        words_of(transcript, pieces),
        min(map(_start, timed), default=None),
        max(map(_end, timed), default=None),
        turns[0].speaker if len(turns) == 1 else None,
        transcript.source,
        turns if len(turns) > 1 else (),
    )


def _start(segment: Segment) -> int:
    return segment.start_ms or 0


def _end(segment: Segment) -> int:
    return segment.end_ms or _start(segment)
