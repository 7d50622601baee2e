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
from typing import Final

from viewer.core.segment import Word
from viewer.formats.kit.inline_times import Piece, words_of
from viewer.formats.kit.stamp_columns import read_columns
from viewer.formats.text import unescape

#: So many characters at a time, so that what is taken out stays in the processor's cache.
_PIECE: Final = 32_768
#: So many texts stand for each word where a text is split at its spans: when it begins and ends,
#: what is said, and what stands behind it up to the next one.
_EACH: Final = 4
#: What fills a time up from the front to the widest.
_ZERO: Final = "00:00:00.000"

_PREFIX: Final = re.compile(r"<([a-zA-Z]{1,20}:)?p[\s>]")
_OPENING: Final = r"<{}p(?:\s[^<>]*[^<>/])?>\s*"
#: All of `01:02:03.250`, or as much of it, from behind, as is needed.
_TIME: Final = r"((?:(?:[0-9]{1,2}:[0-5]|[0-5]?)[0-9]:[0-5]|[0-5]?)[0-9]\.[0-9]{3})"
_SAID: Final = r"(\s*+(?!<)[^\s<>&]*+(?:&(?:amp|lt|gt|quot|apos|#39);[^\s<>&]*+)*+\s*+)"


@dataclass(slots=True)
class Lifted:
    """The words of a paragraph, with the times that the file tells, and its text."""

    words: tuple[Word, ...]
    text: str
    #: How many line breaks are between them.
    breaks: int

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

    def __init__(self, text: str) -> None:
        self.lifted: deque[tuple[Lifted, list[str]]] = deque()
        begin = _after_comments(text)
        #: What stands before the first words that can be taken out.
        self.head, rest = text[:begin], text[begin:]
        self._rest = rest.replace("\r\n", "\n").replace("\r", "\n") if "\r" in rest else rest
        prefix = _PREFIX.search(rest)
        self._name = (prefix and prefix[1]) or ""
        self._end = f"</{self._name}p>"
        self._opening = re.compile(_OPENING.format(self._name))
        tag = f"{self._name}span"
        self._span = re.compile(f'<{tag} begin="{_TIME}" end="{_TIME}">{_SAID}</{tag}>')

    def pieces(self) -> Iterator[str]:
        """Return what follows the head without the words, in pieces that end with paragraphs."""
        at, end = 0, self._end
        while at < len(self._rest):
            cut = self._rest.find(end, at + _PIECE)
            cut = len(self._rest) if cut < 0 else cut + len(end)
            yield self._without_words(self._rest[at:cut])
            at = cut

    def _without_words(self, text: str) -> str:
        before, *rows = self._span.split(text)
        begins, ends = _times(rows[::_EACH], rows[1::_EACH])
        said, behinds = rows[2::_EACH], rows[3::_EACH]
        kept, first = [before], 0
        for last, behind in enumerate(behinds, 1):
            if behind != " " and behind.strip():  # here a run of words ends
                behinds[last - 1] = rows[last * _EACH - 1] = ""
                run, source = slice(first, last), rows[first * _EACH : last * _EACH]
                is_all = behind.lstrip().startswith(self._end) and self._opens(kept[-1])
                lifted = _read(begins[run], ends[run], said[run], behinds[run]) if is_all else None
                if lifted:
                    self.lifted.append((lifted, source))
                kept += _mark(lifted) if lifted else self._source(source), behind
                first = last
        return "".join(kept) + self._source(rows[first * _EACH :])

    def _opens(self, before: str) -> bool:
        """Return whether a text ends with the tag that opens a paragraph."""
        return self._opening.fullmatch(before, max(before.rfind("<"), 0)) is not None

    def _source(self, rows: list[str]) -> str:
        tag = f"{self._name}span"
        return "".join(
            f'<{tag} begin="{begin}" end="{end}">{said}</{tag}>{behind}'
            for begin, end, said, behind in _by_word(rows)
        )


def _times(begins: list[str], ends: list[str]) -> tuple[list[int], list[int]]:
    if len("".join(begins)) + len("".join(ends)) < 2 * len(_ZERO) * len(begins):
        begins = [_ZERO[: -len(time)] + time for time in begins]
        ends = [_ZERO[: -len(time)] + time for time in ends]
    return read_columns(begins), read_columns(ends)


def _mark(lifted: Lifted) -> str:
    lines = "\n" * lifted.breaks
    return f"<?words {lines}?>"


def _read(begins: list[int], ends: list[int], said: list[str], behinds: list[str]) -> Lifted | None:
    """Return the words, or None where their times are not in order."""
    texts = list(map(str.strip, said))
    if behinds.count(" ") == len(behinds) - 1:  # the last one is empty
        text, breaks = " ".join(texts), "".join(said).count("\n")
    else:
        source = "".join(map(add, said, behinds))
        text, breaks = " ".join(source.split()), source.count("\n")
        # Without a space behind it, a word lasts until the next.
        after = [*begins[1:], ends[-1]]
        ends = [e if b else n for e, b, n in zip(ends, behinds, after, strict=True)]
    order = [*begins, *ends]
    order[::2], order[1::2] = begins, ends
    if order != sorted(order):
        return None
    if "&" in text:
        text, texts = unescape(text), list(map(unescape, texts))
    return Lifted(tuple(map(Word, begins, ends, texts)), text, breaks)


def spans_of(rows: list[str]) -> Iterator[tuple[dict[str, str], str, str]]:
    """Return each word's attributes, what is said, and the spaces behind it."""
    for begin, end, said, behind in _by_word(rows):
        yield {"begin": begin, "end": end}, unescape(said), behind


def _by_word(rows: list[str]) -> Iterator[tuple[str, str, str, str]]:
    each = iter(rows)
    return zip(each, each, each, each, strict=True)


def _after_comments(text: str) -> int:
    """Return where nothing but tags and text follows."""
    comments = text.count("<!--")
    if "<?" in text or text.count("<!") != comments:  # CDATA, a document type
        return len(text)
    end = text.find("-->", text.rfind("<!--") + 4) if comments else -3
    return len(text) if end == -1 else end + 3
