"""Words out of a transcript as they read: prose or verse, a paragraph for each speaker's turn."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import groupby
from typing import Final

from viewer.core.prose import tidied
from viewer.core.textmap import Piece, TextMap
from viewer.core.transcript import Transcript
from viewer.core.value import value
from viewer.core.verse import join_lines
from viewer.core.words import count_words as words_in

#: Stands for the name of whoever speaks after somebody whose name is known.
NOBODY: Final = "—"
#: Stands for lines between the quoted ones that are left out.
OMITTED: Final = " […] "
#: Nothing is left out.
NONE: Final[AbstractSet[int]] = frozenset()


@value
class Turn:
    """What one speaker says before another one does; nobody's name may be known."""

    speaker: str | None
    text: str


def turns_of(
    transcript: Transcript, pieces: Sequence[Piece], left_out: AbstractSet[int] = NONE
) -> tuple[Turn, ...]:
    """Return the turns that parts of a transcript's lines make."""
    made, before = list[Turn](), list[Piece]()
    for speaker, group in groupby(pieces, key=lambda piece: transcript.voices[piece.index]):
        turn = list(group)
        cut = bool(before) and _is_cut(before[-1], turn[0], left_out)
        words = words_of(transcript, turn, left_out)
        made.append(Turn(speaker, OMITTED.lstrip() + words if cut else words))
        before = turn
    return tuple(made)


def turns_seen(
    transcript: Transcript, pieces: Sequence[Piece], left_out: AbstractSet[int]
) -> tuple[Turn, ...]:
    """Return the turns that parts of a transcript's lines make where nobody sees the others."""
    runs = _runs(seen(pieces, left_out), left_out)
    return tuple(turn for run in runs for turn in turns_of(transcript, run))


def words_of(
    transcript: Transcript, pieces: Sequence[Piece], left_out: AbstractSet[int] = NONE
) -> str:
    """Return parts of a transcript's lines as they read, whoever says them.

    Where lines between them are left out on purpose, there is a sign of it.
    """
    return OMITTED.join(_joined(transcript, run) for run in _runs(pieces, left_out))


def count_words(text: str) -> int:
    """Return how many words a text has; the sign for what is left out is none."""
    return words_in(text.replace(OMITTED.strip(), " "))


def seen(pieces: Sequence[Piece], left_out: AbstractSet[int]) -> Sequence[Piece]:
    """Return the parts that are not left out; all of them where none would remain."""
    return [piece for piece in pieces if piece.index not in left_out] or pieces


def _runs(pieces: Sequence[Piece], left_out: AbstractSet[int]) -> Iterator[list[Piece]]:
    """Yield the parts between which nothing is left out."""
    run = list[Piece]()
    for piece in pieces:
        if run and _is_cut(run[-1], piece, left_out):
            yield run
            run = []
        run.append(piece)
    yield run


def _is_cut(before: Piece, after: Piece, left_out: AbstractSet[int]) -> bool:
    """Return whether anything between two parts is left out."""
    between = range(before.index + 1, after.index) if left_out else ()
    return any(index in left_out for index in between)


def _joined(transcript: Transcript, pieces: Sequence[Piece]) -> str:
    texts = [transcript.segments[piece.index].text[piece.begin : piece.end] for piece in pieces]
    return join_lines(tidied(transcript, texts), verse=transcript.verse)


def paragraphs_of(turns: Sequence[Turn]) -> Iterator[str]:
    """Yield a paragraph for each turn, with its speaker's name where there are several turns."""
    before, several = None, len({turn.speaker for turn in turns}) > 1
    for turn in turns:
        speaker = turn.speaker or (NOBODY if before else None)
        named = speaker is not None and several
        yield f"{speaker}: {turn.text}" if named else turn.text
        before = turn.speaker


def as_it_reads(
    transcript: Transcript,
    text_map: TextMap,
    begin: int,
    end: int,
    left_out: AbstractSet[int] = NONE,
) -> str:
    """Return the shown text in [begin, end) for the clipboard: no times, a line for each turn."""
    return "\n".join(paragraphs_of(turns_seen(transcript, text_map.pieces(begin, end), left_out)))
