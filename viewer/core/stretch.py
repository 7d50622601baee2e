"""A stretch of the recording: from one moment up to, not including, another."""

from collections.abc import Sequence

from viewer.core.spoken import spoken_words
from viewer.core.textmap import Piece
from viewer.core.transcript import Transcript
from viewer.core.value import value


@value
class Stretch:
    """What is said from `begin_ms` up to `end_ms`."""

    begin_ms: int
    end_ms: int


def stretch_of(transcript: Transcript, pieces: Sequence[Piece]) -> Stretch | None:
    """Return when these pieces of segments are said, or None where that is not known.

    It goes from the first word to the last where the file times words, else from line to line.
    """
    timed = [piece for piece in pieces if transcript.segments[piece.index].start_ms is not None]
    if not timed:
        return None
    begins, ends = zip(*(_times(transcript, piece) for piece in timed), strict=True)
    begin, end = min(begins), max(ends)
    return Stretch(begin, end) if begin < end else None


def _times(transcript: Transcript, piece: Piece) -> tuple[int, int]:
    segment = transcript.segments[piece.index]
    words = [
        word for word in spoken_words(segment) if word.begin < piece.end and word.end > piece.begin
    ]
    if words:
        return words[0].word.start_ms, words[-1].word.end_ms
    start = segment.start_ms or 0
    return start, segment.end_ms if segment.end_ms is not None else start
