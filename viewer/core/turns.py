"""Words out of a transcript as they read: prose or verse, a paragraph for each speaker's turn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from viewer.core.prose import tidied
from viewer.core.textmap import Piece, TextMap
from viewer.core.transcript import Transcript
from viewer.core.verse import join_lines

#: Stands for the name of whoever speaks after somebody whose name is known.
NOBODY: Final = "—"


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker says before another one does; nobody's name may be known."""

    speaker: str | None
    text: str


def turns_of(transcript: Transcript, pieces: Sequence[Piece]) -> tuple[Turn, ...]:
    """Return the turns that parts of a transcript's lines make."""
    turns = groupby(pieces, key=lambda piece: transcript.voices[piece.index])
    return tuple(Turn(speaker, words_of(transcript, list(turn))) for speaker, turn in turns)


def words_of(transcript: Transcript, pieces: Sequence[Piece]) -> str:
    """Return parts of a transcript's lines as they read, whoever says them."""
    texts = [transcript.segments[piece.index].text[piece.begin : piece.end] for piece in pieces]
    return join_lines(tidied(transcript, texts), verse=transcript.verse)


def paragraphs_of(turns: Sequence[Turn]) -> Iterator[str]:
    """Yield a paragraph for each turn, with its speaker's name where there are several turns."""
    before = None
    for turn in turns:
        speaker = turn.speaker or (NOBODY if before else None)
        named = speaker is not None and len(turns) > 1
        yield f"{speaker}: {turn.text}" if named else turn.text
        before = turn.speaker


def as_it_reads(transcript: Transcript, text_map: TextMap, begin: int, end: int) -> str:
    """Return the shown text in [begin, end) for the clipboard: no times, a line for each turn."""
    return "\n".join(paragraphs_of(turns_of(transcript, text_map.pieces(begin, end))))
