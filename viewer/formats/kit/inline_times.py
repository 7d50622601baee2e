"""Words out of text in which times stand between the words."""

from collections.abc import Sequence
from typing import Final

from viewer.core.segment import Word

#: A time, the text said from then on, and how sure the recogniser was; what is unknown is None.
Piece = tuple[int | None, str, float | None]
#: So many words share the time of a piece; where there are more, as nobody says between two times,
#: some in a row are taken as one.
_MOST_SHARING: Final = 500


def words_of(pieces: Sequence[Piece], start_ms: int, end_ms: int) -> tuple[Word, ...]:
    """Return the words of a segment: each from its piece's time until the next piece's.

    A piece without a time goes on with the one before; one without letters is a silence. In a
    piece of several words the first has the time; the others share the rest by their lengths and
    are marked as interpolated. Times that run backwards or out of the segment are bent into it.
    """
    words: list[Word] = []
    add = words.append
    begun, said, confidence = start_ms, "", None
    for ms, text, sure in (*pieces, (end_ms, "", None)):
        if ms is None:
            if said:
                return words_of(_joined(pieces), start_ms, end_ms)
            ms = begun
        at = begun if ms < begun else ms if ms < end_ms else max(end_ms, begun)
        if " " in said or "\n" in said:
            _share_out(words, begun, at, said, confidence)
        elif said:
            add(Word(begun, at, said, confidence))
        begun, said, confidence = at, text.strip(), sure
    return tuple(words)


def _joined(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces, those without a time joined to the one before."""
    groups: list[tuple[int | None, list[str], float | None]] = []
    for ms, text, sure in pieces:
        if ms is None and groups:
            groups[-1][1].append(text)
        else:
            groups.append((ms, [text], sure))
    return [(ms, "".join(texts), sure) for ms, texts, sure in groups]


def _share_out(words: list[Word], begin: int, end: int, said: str, sure: float | None) -> None:
    tokens = said.split()
    if len(tokens) > _MOST_SHARING:
        row = -(-len(tokens) // _MOST_SHARING)
        tokens = [" ".join(tokens[at : at + row]) for at in range(0, len(tokens), row)]
    letters = sum(map(len, tokens))
    before = 0
    starts = []
    for token in tokens:
        starts.append(begin + (end - begin) * before // letters)
        before += len(token)
    ends = [*starts[1:], end]
    for i, (token, start, until) in enumerate(zip(tokens, starts, ends, strict=True)):
        words.append(Word(start, until, token, sure, i > 0))
