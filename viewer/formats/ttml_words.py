"""Paragraphs of TTML in which every word has a span with its times, as lyrics come.

<p begin="9.731" end="12.3"><span begin="9.731" end="9.842">Good</span> <span ...>day</span></p>

One pattern finds all words in a quarter of the time that a parser takes to tell of every tag. So
such words are taken out of the text before it is parsed, and a processing instruction is left
where they were. They are well-formed in themselves; whatever is less ordinary stays where it is.
"""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from operator import add
from typing import Any, Final

from viewer.core.segment import OpenWord, Word
from viewer.formats.entities import unescape
from viewer.formats.timed_text import Piece, words_of
from viewer.formats.ttml_time import FRACTIONS, Seconds

#: So many characters at a time, so that what is taken out stays in the processor's cache.
_PIECE: Final = 8_192
#: So many texts stand for each word where a text is split at its spans: when it begins and ends,
#: in two parts each, what is said, and what stands behind it up to the next one.
_EACH: Final = 6

_PREFIX: Final = re.compile(r"<([a-zA-Z]{1,20}:)?p[\s>]")
_OPENING: Final = r"<{}p(?:\s[^<>]*[^<>/])?>\s*"
_SPAN: Final = (
    r'<{0}span begin="([0-9:]++)\.([0-9]{{1,3}})" end="([0-9:]++)\.([0-9]{{1,3}})">'
    r"(\s*+(?!<)[^\s<>&]*+(?:&(?:amp|lt|gt|quot|apos|#39);[^\s<>&]*+)*+\s*+)</{0}span>"
)


@dataclass(slots=True)
class Lifted:
    """The words of a paragraph, with the times that the file tells, and its text."""

    words: tuple[Word, ...]
    text: str

    def between(self, start_ms: int, end_ms: int | None, shift: int) -> tuple[Word, ...]:
        """Return the words of a segment, their times counted from `shift`.

        Without an end it lasts as long as they do.
        """
        words = self.words
        last = words[-1].end_ms + shift
        end = max(start_ms, last) if end_ms is None else end_ms
        if not shift and start_ms <= words[0].start_ms and last <= end:
            return words
        pieces: list[Piece] = []
        for word in words:
            pieces.append((word.start_ms + shift, word.text, None))
            pieces.append((word.end_ms + shift, "", None))
        return words_of(pieces, start_ms, end)


class Lifter:
    """Takes the words out of the ordinary paragraphs of a text.

    What it takes is in `lifted`, with the texts of which it was made.
    """

    def __init__(self, text: str, seconds: Seconds) -> None:
        self.lifted: deque[tuple[Lifted, list[str]]] = deque()
        self._text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
        self._seconds = seconds
        self._begin = _after_comments(self._text)
        prefix = _PREFIX.search(self._text, self._begin)
        self._name = (prefix and prefix[1]) or ""
        self._end = f"</{self._name}p>"
        self._opening = re.compile(_OPENING.format(self._name))
        self._span = re.compile(_SPAN.format(self._name))

    def pieces(self) -> Iterator[str]:
        """Return the text without the words, in pieces that end with paragraphs."""
        at, end = self._begin, self._end
        yield self._text[:at]
        while at < len(self._text):
            cut = self._text.find(end, at + _PIECE)
            cut = len(self._text) if cut < 0 else cut + len(end)
            yield self._without_words(self._text[at:cut])
            at = cut

    def _without_words(self, text: str) -> str:
        before, *rows = self._span.split(text)
        kept, first = [before], 0
        for last, behind in enumerate(rows[_EACH - 1 :: _EACH], 1):
            if behind != " " and behind.strip():  # here a run of words ends
                run = rows[first * _EACH : last * _EACH]
                run[-1] = ""
                is_all = behind.lstrip().startswith(self._end) and self._opens(kept[-1])
                lifted = _read(run, self._seconds) if is_all else None
                if lifted:
                    self.lifted.append((lifted, run))
                kept += _mark(run) if lifted else self._source(run), behind
                first = last
        return "".join(kept) + self._source(rows[first * _EACH :])

    def _opens(self, before: str) -> bool:
        """Return whether a text ends with the tag that opens a paragraph."""
        return self._opening.fullmatch(before, max(before.rfind("<"), 0)) is not None

    def _source(self, rows: list[str]) -> str:
        tag = f"{self._name}span"
        return "".join(
            f'<{tag} begin="{begin}.{begin_part}" end="{end}.{end_part}">{said}</{tag}>{behind}'
            for begin, begin_part, end, end_part, said, behind in _by_word(rows)
        )


def _mark(rows: list[str]) -> str:
    lines = "\n" * "".join(rows[4::_EACH] + rows[5::_EACH]).count("\n")
    return f"<?words {lines}?>"


def _read(rows: list[str], seconds: Seconds) -> Lifted | None:
    """Return the words, or None where their times are no times or not in order."""
    words: list[Any] = []
    latest, glued = 0, False
    for begin, begin_part, end, end_part, said, behind in _by_word(rows):
        start_ms = seconds[begin] + FRACTIONS[begin_part]
        end_ms = seconds[end] + FRACTIONS[end_part]
        if not latest <= start_ms <= end_ms:
            return None
        if glued:  # without a space behind it, a word lasts until the next
            words[-1].end_ms = start_ms
        text = said.strip()
        words.append(OpenWord(start_ms, end_ms, unescape(text) if "&" in text else text))
        latest, glued = end_ms, not behind
    for word in words:
        word.__class__ = Word
    behinds = rows[5::_EACH]
    if behinds.count(" ") == len(words) - 1:  # the last one is empty
        return Lifted(tuple(words), " ".join([word.text for word in words]))
    source = "".join(map(add, rows[4::_EACH], behinds))
    return Lifted(tuple(words), " ".join(unescape(source).split()))


def spans_of(rows: list[str]) -> Iterator[tuple[dict[str, str], str, str]]:
    """Return each word's attributes, what is said, and the spaces behind it."""
    for begin, begin_part, end, end_part, said, behind in _by_word(rows):
        told = {"begin": f"{begin}.{begin_part}", "end": f"{end}.{end_part}"}
        yield told, unescape(said), behind


def _by_word(rows: list[str]) -> Iterator[tuple[str, ...]]:
    each = iter(rows)
    return zip(each, each, each, each, each, each, strict=True)


def _after_comments(text: str) -> int:
    """Return where nothing but tags and text follows."""
    comments = text.count("<!--")
    if "<?" in text or text.count("<!") != comments:  # CDATA, a document type
        return len(text)
    end = text.find("-->", text.rfind("<!--") + 4) if comments else -3
    return len(text) if end == -1 else end + 3
