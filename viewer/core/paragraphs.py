"""Cutting paragraphs that are too long to be laid out at once, where a sentence ends."""

import re
from dataclasses import replace
from typing import Final

from viewer.core.segment import Segment
from viewer.core.textjoin import UNSPACED, join_texts
from viewer.core.transcript import Transcript

#: Longer paragraphs are cut, in characters; laying out so many takes a few milliseconds.
LONGEST: Final = 10_000
#: How long a piece is at most, unless a single word is longer, and at least where it can be.
_MOST: Final = 5_000
_LEAST: Final = 2_500
_SPACE: Final = r"(?<=\S) (?=\S)"
_SENTENCE_END: Final = rf"(?:(?<=[.!?…])|(?<=[.!?…][\"'”’)\]»])){_SPACE}|(?<=[。！？])"
_WORD_END: Final = rf"{_SPACE}|(?<={UNSPACED})(?={UNSPACED})"
_PIECE: Final = re.compile(
    rf".{{1,{_MOST}}}\Z"
    rf"|.{{{_LEAST},{_MOST}}}(?:{_SENTENCE_END})"
    rf"|.{{1,{_MOST}}}(?:{_WORD_END})"
    r"|\S+ ?|.+",
    re.DOTALL,
)


def readable(transcript: Transcript) -> Transcript:
    """Return the transcript with overlong paragraphs cut; those with times stay whole."""
    if not any(map(_is_overlong, transcript.segments)):
        return transcript
    segments = (
        segment if piece == segment.text else replace(segment, text=piece, original=None)
        for segment in transcript.segments
        for piece in (cut(segment.text) if _is_overlong(segment) else [segment.text])
    )
    return replace(transcript, segments=tuple(segments))


def cut(text: str) -> list[str]:
    """Return the pieces of a text; it stays whole where joining them would not give it back."""
    pieces = [piece.strip(" ") for piece in _PIECE.findall(text)]
    return pieces if join_texts(pieces) == join_texts([text]) else [text]


def _is_overlong(segment: Segment) -> bool:
    return segment.start_ms is None and len(segment.text) > LONGEST
