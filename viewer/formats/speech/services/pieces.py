"""Segments out of services' pieces and words.

A piece that the file itself makes (an utterance, a phrase) is a segment if one speaker says it in
at most 40 words; where its words have several speakers, each turn is one. What is longer, and words
without pieces, is grouped: a segment ends where the speaker changes, at a pause of 0.8 s, at the
end of a sentence past 12 words, and at 20 words.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from viewer.core.segment import Word
from viewer.formats.draft import Draft
from viewer.formats.kit.word_lines import Heard, add_lines, ends_sentence, joined
from viewer.formats.kit.word_turns import add_turns, several_speak
from viewer.formats.kit.words import shown, timed

PAUSE_MS: Final = 800
SENTENCE_WORDS: Final = 12
MOST_WORDS: Final = 20
#: A piece of the file's own with more words than this is divided.
LONGEST_PIECE: Final = 40


@dataclass(slots=True)
class Piece:
    """A stretch that the file keeps together; its times may be those of its words alone."""

    start_ms: int | None
    end_ms: int | None
    text: str
    words: list[Heard] = field(default_factory=list)
    speaker: str | None = None


def short_lines(heard: Sequence[Heard]) -> Iterator[list[Heard]]:
    """Divide words as this module's head says."""
    line: list[Heard] = []
    for one in heard:
        if line and _ends(line[-1], one, len(line)):
            yield line
            line = []
        line.append(one)
    if line:
        yield line


def _ends(last: Heard, following: Heard, words: int) -> bool:
    if words >= MOST_WORDS or last.paragraph or last.speaker != following.speaker:
        return True
    if (following.word.start_ms or 0) - (last.word.end_ms or 0) >= PAUSE_MS:
        return True
    return words > SENTENCE_WORDS and ends_sentence(last.raw.rstrip())


def add_utterances(draft: Draft, said: Iterable[tuple[object, list[Heard]]]) -> None:
    """Add texts with their timed words; those without any only where nothing has times."""
    untimed: list[str] = []
    for found, heard in said:
        text = found.strip() if isinstance(found, str) else ""
        if heard:
            add_piece(draft, Piece(None, None, text, heard))
        elif text:
            untimed.append(text)
    for text in untimed if draft.empty else ():
        draft.segment(None, None, text)


def add_words(draft: Draft, heard: list[Heard], full_text: str = "") -> None:
    """Add words as segments."""
    add_lines(draft, heard, full_text, short_lines)


def add_piece(draft: Draft, piece: Piece) -> None:
    """Add a piece as a segment, or divided where it is long or several speak."""
    heard = [one for one in piece.words if one.word.text]
    several = several_speak(heard, piece.speaker)
    has_times = any(one.word.start_ms is not None for one in heard)
    if has_times and len(heard) > LONGEST_PIECE and _same(piece.text, heard):
        add_words(draft, heard, piece.text)
        return
    if several:
        add_turns(draft, heard, piece.text, (piece.start_ms, piece.end_ms))
        return
    words = timed((one.word for one in heard), piece.start_ms, piece.end_ms)
    start, end = _span(piece, words)
    text = piece.text if shown(piece.text) else joined(one.raw for one in heard)
    if text:
        speaker = heard[0].speaker if heard else piece.speaker
        draft.segment(start, end, text, speaker=speaker, words=words)


def _span(piece: Piece, words: tuple[Word, ...]) -> tuple[int | None, int | None]:
    start, end = piece.start_ms, piece.end_ms
    if words:
        start = words[0].start_ms if start is None else start
        end = max(word.end_ms for word in words) if end is None else end
    start = None if start is None else max(start, 0)
    return start, None if start is None or end is None or end < start else end


def _same(text: str, heard: list[Heard]) -> bool:
    """Return whether the words are the text, so that none of it is lost with its pieces."""
    bare = "".join(text.split())
    return not bare or bare == "".join("".join(one.raw for one in heard).split())
