"""Turns out of one piece of a file: its words tell that several people say it."""

from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from viewer.formats.draft import Draft
from viewer.formats.kit.word_lines import Heard, as_in, joined
from viewer.formats.kit.words import timed

if TYPE_CHECKING:
    from viewer.core.segment import Word

#: When a piece begins and ends, as far as the file tells.
Span = tuple[int | None, int | None]


def several_speak(heard: Sequence[Heard], speaker: str | None) -> bool:
    """Give each word its speaker, and return whether there are several.

    `speaker` is who says the piece. A word without a speaker, as recognisers leave it where
    it has no time either, goes on with the word before, or begins with the
    one behind; but where no word is the piece's speaker's, it is.
    """
    known = {one.speaker for one in heard if one.speaker}
    if speaker is not None and speaker not in known:
        for one in heard:
            one.speaker = one.speaker or speaker
    for row in (heard, heard[::-1]) if known else ():
        for before, one in pairwise(row):
            one.speaker = one.speaker or before.speaker
    return len({one.speaker for one in heard}) > 1


def add_turns(draft: Draft, heard: Sequence[Heard], text: str, span: Span) -> None:
    """Add a segment for each turn; `text` gives the words their spaces and marks."""
    words: Sequence[Word | None] = timed((one.word for one in heard), *span)
    words = words if len(words) == len(heard) else [None] * len(heard)
    texts = as_in(text, list(heard)) if text.strip() else list(heard)
    pairs = zip(texts, words, strict=True)
    for speaker, turn in groupby(pairs, key=lambda pair: pair[0].speaker):
        said = list(turn)
        raw = [one.raw for one, _ in said]
        spaced = sum(map(_has_edge, raw)) * 2 > len(raw)
        known = tuple(word for _, word in said if word is not None)
        start, end = span
        if known:
            start, end = known[0].start_ms, max(word.end_ms for word in known)
        shown = "".join(raw) if spaced else joined(raw)
        is_end = start is not None and end is not None and start <= end
        draft.segment(start, end if is_end else None, shown, speaker=speaker, words=known)


def _has_edge(text: str) -> bool:
    return text[:1].isspace() or text[-1:].isspace()
