"""A quote: exact words, when they were said, by whom, and where they come from."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from viewer.core.links import link_at, without_time
from viewer.core.moments import moments_of
from viewer.core.segment import Segment
from viewer.core.textmap import Piece, TextMap
from viewer.core.transcript import Source, Transcript
from viewer.core.turns import NONE, Turn, count_words, seen, turns_of, words_of
from viewer.core.value import value
from viewer.core.words import whole_words


@value
class QuotedLine:
    """The part of one segment's text that is quoted, as it stands there, and when it is said.

    It is text[begin:end] of segment `index` of the transcript as it is shown.
    """

    index: int
    begin: int
    end: int
    text: str
    start_ms: int | None
    end_ms: int | None
    speaker: str | None = None


@value
class Quote:
    """Words from `start_ms` up to `end_ms` (None in an untimed transcript).

    `text` is how they read, `lines` are the very characters and their place. `speaker` is there
    when one speaker says it all, `turns` when several do. A quote that begins or ends inside a
    line is timed to the word where words have times; else its time is worked out by characters,
    and `approximate`. `checksum` is that of the transcript's text: where it has changed since, the
    place may hold other words.
    """

    text: str
    start_ms: int | None
    end_ms: int | None
    speaker: str | None
    source: Source
    turns: tuple[Turn, ...] = ()
    lines: tuple[QuotedLine, ...] = ()
    approximate: bool = False
    checksum: str = ""

    @property
    def word_count(self) -> int:
        """How many words the quote has."""
        return count_words(self.text)

    @property
    def speakers(self) -> tuple[str, ...]:
        """Who says it, in the order in which they first speak."""
        names = (turn.speaker for turn in self.turns) if self.turns else (self.speaker,)
        return tuple(dict.fromkeys(name for name in names if name))

    @property
    def exact(self) -> str:
        """The source's own characters, a line for each of its lines; what is found again."""
        return "\n".join(line.text for line in self.lines) or self.text

    def told_at(self, ms: int | None) -> "Quote":
        """Return the quote as it is told of a moment: of its words, but with that as its time."""
        if ms is None or ms == self.start_ms:
            return self
        until = ms if self.end_ms is None else max(self.end_ms, ms)
        return replace(self, start_ms=ms, end_ms=until, approximate=False)

    @property
    def link(self) -> str:
        """The link to the moment it begins at, to the whole where it has no time, or nothing."""
        if self.start_ms is not None:
            return link_at(self.source.url, self.start_ms)
        return without_time(self.source.url)


def quote_range(
    transcript: Transcript,
    text_map: TextMap,
    begin: int,
    end: int,
    left_out: AbstractSet[int] = NONE,
) -> Quote | None:
    """Return the quote of the words that [begin, end) of the shown text touches, or None.

    A word of which a part is in the range is quoted whole; segments that are left out are not, and
    where they stood is a sign of it.
    """
    if not text_map.pieces(begin, end):
        return None
    pieces = text_map.pieces(*whole_words(text_map.text, begin, end))
    return quote_pieces(transcript, seen(pieces, left_out), left_out)


def quote_segments(transcript: Transcript, indices: range) -> Quote | None:
    """Return the quote of whole segments, or None where they hold no words."""
    return quote_pieces(transcript, [_whole(transcript, index) for index in indices])


def quote_between(transcript: Transcript, from_ms: int, to_ms: int | None) -> Quote | None:
    """Return the quote of the segments said in [from_ms, to_ms), whole ones.

    Without `to_ms` it is the one line that is on at `from_ms`; in a gap there is none.
    """
    if to_ms is None:
        line = line_at(transcript, from_ms)
        return None if line is None else quote_segments(transcript, range(line, line + 1))
    said = [
        i
        for i in transcript.timed_indices
        if _start(transcript.segments[i]) < to_ms and _end(transcript.segments[i]) > from_ms
    ]
    return quote_pieces(transcript, [_whole(transcript, index) for index in said])


def line_at(transcript: Transcript, ms: int) -> int | None:
    """Return the line that is on at `ms`, the one that began last; None in a gap.

    What the window marks in a gap is the line before: there its reader sees which one is meant. One
    of no length is meant by its own time.
    """
    said = transcript.said_at(ms)
    if said.lit:
        return said.lit[-1]
    last = said.followed
    return last if last is not None and transcript.segments[last].start_ms == ms else None


def quote_pieces(
    transcript: Transcript, pieces: Sequence[Piece], left_out: AbstractSet[int] = NONE
) -> Quote | None:
    """Return the quote of parts of segments, or None where they hold no words."""
    segments = transcript.segments
    held = [each for each in pieces if segments[each.index].text[each.begin : each.end].strip()]
    if not held:
        return None
    turns = turns_of(transcript, held, left_out)
    lines, approximate = _lines(transcript, held)
    return Quote(
        words_of(transcript, held, left_out),
        min((line.start_ms for line in lines if line.start_ms is not None), default=None),
        max((line.end_ms for line in lines if line.end_ms is not None), default=None),
        turns[0].speaker if len(turns) == 1 else None,
        transcript.source,
        turns if len(turns) > 1 else (),
        lines,
        approximate,
        transcript.checksum,
    )


def _whole(transcript: Transcript, index: int) -> Piece:
    return Piece(index, 0, len(transcript.segments[index].text))


def _lines(transcript: Transcript, pieces: Sequence[Piece]) -> tuple[tuple[QuotedLine, ...], bool]:
    """Return the quoted lines, and whether any of their times is worked out by characters."""
    lines, approximate = list[QuotedLine](), False
    for piece in pieces:
        segment = transcript.segments[piece.index]
        said = moments_of(segment, piece.begin, piece.end)
        approximate = approximate or (said is not None and said.approximate)
        lines.append(
            QuotedLine(
                piece.index,
                piece.begin,
                piece.end,
                segment.text[piece.begin : piece.end],
                None if said is None else said.start_ms,
                None if said is None else said.end_ms,
                transcript.voices[piece.index],
            )
        )
    return tuple(lines), approximate


def _start(segment: Segment) -> int:
    return segment.start_ms or 0


def _end(segment: Segment) -> int:
    return segment.end_ms or _start(segment)
