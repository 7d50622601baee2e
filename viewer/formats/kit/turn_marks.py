"""Turns marked by `>>`, as broadcasters and YouTube do: lines with speakers and timed words.

A line that begins with `>>` is said by somebody else than the one before. Who it is only the
rare `>> ANNA:` tells; elsewhere the mark is shown as a dash, as subtitles do.
"""

import re
from collections.abc import Sequence
from typing import Final

from viewer.formats.draft import Draft
from viewer.formats.kit.inline_times import Piece, words_of
from viewer.formats.kit.speaker_labels import label_of

TURN: Final = ">>"
DASH: Final = "– "
_MARK: Final = re.compile(r"\s*(?:>>+\s*)+")
#: Where nothing is shown: YouTube's editors pad texts with them.
_INVISIBLE: Final = str.maketrans("", "", "\u200b\ufeff")


def add_line(
    draft: Draft, start_ms: int, end_ms: int | None, pieces: Sequence[Piece], text: str
) -> bool:
    """Add what is said in a line, which is `text` in all; return whether there was anything.

    Where the words have times, each turn is a segment of its own, from its first word on.
    """
    if TURN in text:
        return _add_turns(draft, start_ms, end_ms, pieces)
    return _add(draft, start_ms, end_ms, text, pieces)


def visible(text: str) -> str:
    """Return the text without characters that take no place."""
    return text if text.isascii() else text.translate(_INVISIBLE)


def _add(draft: Draft, start: int, end: int | None, text: str, pieces: Sequence[Piece]) -> bool:
    if not text or text.isspace():
        return False
    timed = end is not None and (pieces[-1][0] is not None or pieces[0][0] is not None)
    draft.segment(start, end, text, words=words_of(pieces, start, end or start) if timed else ())
    return True


def _add_turns(draft: Draft, start: int, end: int | None, pieces: Sequence[Piece]) -> bool:
    turns = _turns(pieces)
    if any(turn[0][0] is None for turn in turns[1:]):  # nobody knows when they begin
        turns = [[(None, "".join(piece[1] for piece in pieces), None)]]
    begins = [start, *(turn[0][0] or start for turn in turns[1:])]
    added = False
    for turn, begin, until in zip(turns, begins, [*begins[1:], end], strict=True):
        added |= _add_turn(draft, begin, until, turn)
    return added


def _turns(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the pieces of each turn, the marks kept at their beginnings."""
    turns: list[list[Piece]] = [[]]
    for ms, text, sure in pieces:
        first, *others = text.split(TURN)
        if first or not others:
            turns[-1].append((ms, first, sure))
        turns.extend([(ms, TURN + other, sure)] for other in others)
    return [turn for turn in turns if any(piece[1].strip() for piece in turn)]


def _add_turn(draft: Draft, start: int, end: int | None, turn: list[Piece]) -> bool:
    text = "".join(piece[1] for piece in turn)
    mark = _MARK.match(text)
    if mark is None:
        return _add(draft, start, end, text, turn)
    said = text[mark.end() :].replace(TURN, DASH.strip())
    found = label_of(said)
    if found is not None:
        said = said[found[2] :]
    shown = said.strip() if found else f"{DASH}{said.strip()}"
    timed = [(ms, piece.replace(TURN, " "), sure) for ms, piece, sure in turn]
    words = words_of(timed, start, end) if end is not None and turn[-1][0] is not None else ()
    skipped = len(found[0].split()) if found else 0
    draft.segment(start, end, shown, speaker=found[0] if found else None, words=words[skipped:])
    return True
