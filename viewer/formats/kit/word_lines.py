"""Lines out of loose words: a file that times single words says nothing of lines.

A line ends where the speaker changes, a paragraph or a sentence ends, or there is a long pause;
a long sentence also ends at a comma or a short pause.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from viewer.core.late import late
from viewer.core.segment import Word
from viewer.core.textjoin import UNSPACED, join_texts
from viewer.formats.draft import Draft
from viewer.formats.kit.words import HalfTimed, timed

LONG_PAUSE_MS: Final = 1_500
SHORT_PAUSE_MS: Final = 300
#: From here on a line may end at a comma or a short pause; at the second it ends anyway.
LONG_LINE: Final = 100
LONGEST_LINE: Final = 220

_SENTENCE_END: Final = re.compile(r"[.?!…。？！؟।]['\"”’»)\]」』]*\Z")
_ABBREVIATION: Final = re.compile(r"(?:\W*[A-HJ-Z]|Mr|Mrs|Ms|Dr|Prof|St|vs|e\.g|i\.e|etc)\.\Z")
_COMMA: Final = re.compile(r"[,;:–—،、，]\Z")
_CLOSING: Final = re.compile(r"[,.;:!?…%)\]}”’»。，、？！؟،]+")
_UNSPACED: Final = late(UNSPACED)
#: Texts looked at to tell whether a file times words; a share of this must be words.
_SAMPLE: Final = 200
_MOSTLY: Final = 0.9
_LONGEST_WORD: Final = 30
_MOST_UNSPACED: Final = 4
#: So far behind the word before it, a word is looked for in the full text.
_WINDOW: Final = 60


@dataclass(slots=True)
class Heard:
    """One word with who said it; `raw` is its text with the spaces that the file gives it."""

    word: Word | HalfTimed
    raw: str
    speaker: str | None = None
    #: Whether a paragraph ends here.
    paragraph: bool = False


def mostly_words(texts: Iterable[str]) -> bool:
    """Return whether texts are single words rather than phrases."""
    sample = [text.strip() for text, _ in zip(texts, range(_SAMPLE), strict=False)]
    sample = [text for text in sample if text]
    return bool(sample) and sum(map(_is_word, sample)) >= _MOSTLY * len(sample)


def _is_word(text: str) -> bool:
    if len(text) > _LONGEST_WORD or len(text.split()) > 1:
        return False
    return text.isascii() or len(_UNSPACED.findall(text)) <= _MOST_UNSPACED


Split = Callable[[Sequence[Heard]], Iterator[list[Heard]]]


def add_lines(
    draft: Draft, heard: list[Heard], full_text: str = "", split: Split | None = None
) -> None:
    """Add the words to the draft as lines; `full_text` may give them their punctuation.

    `split` takes the place of the rules above.
    """
    _give_times(heard)
    heard = [one for one in heard if isinstance(one.word, Word)]
    heard = as_in(full_text, heard)
    spaces = sum(one.raw[:1].isspace() or one.raw[-1:].isspace() for one in heard)
    spaced = spaces * 2 > len(heard)  # then the file says itself where spaces are
    for line in (split or _lines)(heard):
        words = tuple(one.word for one in line if isinstance(one.word, Word))
        text = "".join(one.raw for one in line) if spaced else joined(one.raw for one in line)
        end = max(word.end_ms for word in words)
        draft.segment(words[0].start_ms, end, text, speaker=line[0].speaker, words=words)


def joined(texts: Iterable[str]) -> str:
    """Join words that come without their spaces; lone punctuation belongs to the word before."""
    parts: list[str] = []
    for text in texts:
        if parts and _CLOSING.fullmatch(text):
            parts[-1] += text
        else:
            parts.append(text)
    return join_texts(parts)


def _give_times(heard: list[Heard]) -> None:
    heard[:] = [one for one in heard if one.word.text]
    if any(isinstance(one.word, HalfTimed) for one in heard):
        words = timed([one.word for one in heard], None, None)
        for one, word in zip(heard, words, strict=False):
            one.word = word


def as_in(text: str, heard: list[Heard]) -> list[Heard]:
    """Return the words with the piece of the text from each one's beginning to the next one's."""
    if not heard:
        return []
    begins: list[int] = []
    at = 0
    for one in heard:
        at = text.find(one.word.text, at, at + len(one.word.text) + _WINDOW)
        if at < 0:
            return heard
        begins.append(at)
        at += len(one.word.text)
    begins[:1] = [0]
    ends = [*begins[1:], len(text)]
    pieces = (text[begin:end] for begin, end in zip(begins, ends, strict=True))
    return [replace(one, raw=piece) for one, piece in zip(heard, pieces, strict=True)]


def _lines(heard: Sequence[Heard]) -> Iterator[list[Heard]]:
    line: list[Heard] = []
    length = 0
    for one in heard:
        if line and _ends(line[-1], one, length):
            yield line
            line, length = [], 0
        line.append(one)
        length += len(one.raw) + 1
    if line:
        yield line


def ends_sentence(text: str) -> bool:
    """Return whether a sentence ends with this word, its punctuation included."""
    return _stops(text) and not _ABBREVIATION.match(text)


def _stops(text: str) -> bool:
    return _SENTENCE_END.search(text, max(len(text) - 6, 0)) is not None


def _ends(last: Heard, following: Heard, length: int) -> bool:
    if last.paragraph or last.speaker != following.speaker or length >= LONGEST_LINE:
        return True
    pause = (following.word.start_ms or 0) - (last.word.end_ms or 0)
    text = last.raw.rstrip()
    if pause >= LONG_PAUSE_MS:
        return True
    if _stops(text):
        return not _ABBREVIATION.match(text)
    return length >= LONG_LINE and (pause >= SHORT_PAUSE_MS or bool(_COMMA.search(text)))
