"""Where in a line its timed words stand, and which of them is being said."""

from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from viewer.core.segment import Segment, Word
from viewer.core.value import value

#: A word that was recognized with less confidence may be another one.
DOUBTFUL: Final = 0.5
#: Shorter gaps between words nobody hears as a pause; of those that recognizers leave, 90 % are.
BREATH_MS: Final = 120


@value
class SpokenWord:
    """Characters of a segment's text, from `begin` up to, not including, `end`, and their word."""

    begin: int
    end: int
    word: Word


def spoken_words(segment: Segment) -> tuple[SpokenWord, ...]:
    """Return the words that the file gives times, where they stand in the line.

    Times that were spread between words are guesses; of a word that the line has otherwise, after
    repair, nobody knows where it stands. Both are left out.
    """
    return tuple(_placed(segment))


def _placed(segment: Segment) -> Iterator[SpokenWord]:
    at = 0
    for word in segment.words:
        letters = word.text.strip()
        begin = segment.text.find(letters, at) if letters else -1
        if begin < 0:
            continue
        at = begin + len(letters)
        if not word.interpolated:
            yield SpokenWord(begin, at, word)


def word_said(words: tuple[SpokenWord, ...], ms: int) -> SpokenWord | None:
    """Return the word that is said at a moment, of words in order; None in a pause between two."""
    at = bisect_right(words, ms, key=lambda spoken: spoken.word.start_ms) - 1
    return words[at] if at >= 0 and ms < _until_ms(words, at) else None


def next_word_change(words: tuple[SpokenWord, ...], ms: int) -> int | None:
    """Return the first moment after `ms` at which a word begins, or the one said then ends."""
    after = bisect_right(words, ms, key=lambda spoken: spoken.word.start_ms)
    moments = [_until_ms(words, after - 1)] if word_said(words, ms) is not None else []
    if after < len(words):
        moments.append(words[after].word.start_ms)
    return min(moments, default=None)


def _until_ms(words: tuple[SpokenWord, ...], at: int) -> int:
    """Return until when a word is said: up to the next one where that follows in one breath."""
    end_ms = words[at].word.end_ms
    next_ms = words[at + 1].word.start_ms if at + 1 < len(words) else end_ms
    return next_ms if end_ms < next_ms <= end_ms + BREATH_MS else end_ms


def word_at(words: tuple[SpokenWord, ...], offset: int) -> SpokenWord | None:
    """Return the word to which a character of the line belongs, the space behind it too."""
    at = bisect_right(words, offset, key=lambda spoken: spoken.begin) - 1
    return words[at] if at >= 0 and offset <= words[at].end else None
