"""Cutting paragraphs that are too long to be laid out at once, where a sentence ends."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from viewer.core.late import late
from viewer.core.segment import Segment
from viewer.core.textjoin import UNSPACED, join_texts
from viewer.core.transcript import Transcript

#: Longer paragraphs are cut, in characters; laying out so many takes a few milliseconds.
LONGEST: Final = 10_000
#: How long a piece is at most, unless a single word is longer, and at least where it can be.
_MOST: Final = 5_000
#: What is left of a longer word: nothing could break it, and nobody reads it.
LONGEST_WORD: Final = 20_000
_LEAST: Final = 2_500
_SPACE: Final = r"(?<=\S) (?=\S)"
_SENTENCE_END: Final = rf"(?:(?<=[.!?…])|(?<=[.!?…][\"'”’)\]»])){_SPACE}|(?<=[。！？])"
_WORD_END: Final = rf"{_SPACE}|(?<={UNSPACED})(?={UNSPACED})"
_PIECE: Final = late(
    rf".{{1,{_MOST}}}\Z"
    rf"|.{{{_LEAST},{_MOST}}}(?:{_SENTENCE_END})"
    rf"|.{{1,{_MOST}}}(?:{_WORD_END})"
    rf"|\S+ ?|.{{1,{_MOST}}}",
    re.DOTALL,
)


def readable(transcript: Transcript) -> Transcript:
    """Return the transcript with overlong paragraphs cut.

    The pieces of one with times share its time by their letters: that is as near as one can tell.
    """
    if not any(map(_is_overlong, transcript.segments)):
        return transcript
    segments: list[Segment] = []
    for segment in transcript.segments:
        segments += _pieces(segment) if _is_overlong(segment) else [segment]
    return replace(transcript, segments=tuple(segments))


def cut(text: str) -> list[str]:
    """Return the pieces of a text.

    It stays whole where joining them would not give it back, if it is not too long for that.
    """
    pieces = [piece.strip(" ") for piece in _PIECE.findall(text)]
    reads_the_same = join_texts(pieces) == join_texts([text])
    if not reads_the_same and len(text) <= LONGEST_WORD:
        return [text]
    return [_within(piece) for piece in pieces]


def _within(piece: str) -> str:
    return piece if len(piece) <= LONGEST_WORD else piece[: LONGEST_WORD - 1] + "…"


def _pieces(segment: Segment) -> Iterator[Segment]:
    texts = cut(segment.text)
    start, end = segment.start_ms, segment.end_ms
    letters, gone = sum(map(len, texts)), 0
    for text in texts:
        begins, gone = gone, gone + len(text)
        if start is None or end is None or len(texts) == 1:
            yield replace(segment, text=text, original=None)
            continue
        span = end - start
        yield replace(
            segment,
            start_ms=start + span * begins // letters,
            end_ms=start + span * gone // letters,
            end_derived=segment.end_derived or gone < letters,
            text=text,
            words=(),
            original=None,
        )


def _is_overlong(segment: Segment) -> bool:
    return len(segment.text) > LONGEST
