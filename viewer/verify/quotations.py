"""The quotations of a note: those that say by a link or a time where they are from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from viewer.core.links import time_in_link
from viewer.core.timecode import CLOCK, FULL_CLOCK, parse_time
from viewer.core.value import value
from viewer.verify.html import read_html
from viewer.verify.markdown import read_markdown
from viewer.verify.passages import MARK, Passage, Passages, unmarked

#: Words between quotation marks of whatever language.
_QUOTED: Final = re.compile(
    '“([^“”]{2,5000})”|"([^"]{2,5000})"|«([^«»]{2,5000})»|„([^„“”]{2,5000})[“”]|'
    "「([^「」]{2,5000})」|»([^«»]{2,5000})«"
)
_DASHED: Final = re.compile(r"\s*(?:[—–―]|--?(?=\s))")
_CALLOUT: Final = re.compile(r"\s*\[!\w{1,40}\][+-]?[ \t]*([^\n]*)(?:\n|$)")
_CLOCK: Final = re.compile(rf"(?<![\d:.])({CLOCK}(?:\.\d{{1,3}})?)(?![\d:])")
_BRACKETED: Final = re.compile(rf"[(\[]\s*(?:at\s+|@\s*|t=|≈)?({CLOCK}(?:\.\d{{1,3}})?)(?![\d:])")
_CITED: Final = re.compile(
    rf"[\s.,;]{{0,4}}[(\[][^()\[\]\n]{{0,200}}?(?:,\s?|\s(?={FULL_CLOCK}))≈?"
    rf"({CLOCK}(?:\.\d{{1,3}})?)(?![\d:])"
)
#: The mark that ends a quotation which is set as a block: `… words. (Author, 2017, 0:35)`.
_CITED_LAST: Final = re.compile(
    rf"\s?[(\[][^()\[\]\n]{{0,200}}?(?:,\s?|\s(?={FULL_CLOCK}))≈?"
    rf"{CLOCK}(?:\.\d{{1,3}})?(?:[–-][\d:.]{{1,12}})?[)\]]\.?\s?\Z"
)
_TIMED: Final = re.compile(
    rf"\s*\[?≈?({CLOCK})(?:\.\d{{1,3}})?\]?(?:\ue000\d{{1,6}}\ue001)?\]?\s+(?=\S)"
)
_LABEL_END: Final = re.compile(rf"({CLOCK}(?:\.\d{{1,3}})?)\W*$")
_ONLY_REFERENCE: Final = re.compile(rf"\W*(?:{CLOCK}(?:\.\d{{1,3}})?)?\W*")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+(?=[^\W\d_])")
_MARKS: Final = ' \n\t“”"«»„「」'
#: Fewer words after a time are no quotation.
_TELLING_WORDS: Final = 2
#: What tells of a quotation stands so near to it, in characters.
_NEAR: Final = 300


@value
class Reference:
    """Where a quotation says that it is from: an address or a path, a moment, or both."""

    url: str = ""
    ms: int | None = None


@value
class Quotation:
    """Words that are quoted at a line of a note (from 1), and what the note says of them.

    `attributed` is whom or what they are said to be from, `before` the address that the note named
    last, and `block` whether they stand apart as a block quote. `tentative` ones may be the
    writer's own words.
    """

    line: int
    text: str
    reference: Reference
    attributed: str = ""
    before: str = ""
    block: bool = False
    tentative: bool = False


@value
class Note:
    """What is quoted in a note, and what it names as its source."""

    quotations: tuple[Quotation, ...]
    sources: tuple[str, ...] = ()


def read_note(text: str, *, html: bool = False) -> Note:
    """Return the quotations of a note in Markdown (or Org), or in HTML."""
    passages = Passages()
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if html:
        read_html(plain, passages)
        sources = []
    else:
        sources = read_markdown(plain, passages)
    return Note(tuple(_Collector(passages).collected()), tuple(sources))


class _Collector:
    """Goes through passages, and knows which link came last."""

    def __init__(self, passages: Passages) -> None:
        self._found, self._links = passages.found, passages.links
        self._before = ""

    def collected(self) -> Iterator[Quotation]:
        at = 0
        for quote, group in groupby(self._found, key=lambda passage: passage.quote):
            together = list(group)
            after = self._found[at + len(together) :][:1]
            if quote is None:
                for i, passage in enumerate(together):
                    yield from self._inline(passage, (together[i + 1 :] or after)[:1])
            else:
                yield from self._block(together, self._found[max(at - 1, 0) : at], after)
            at += len(together)

    def _block(
        self, quoted: Sequence[Passage], before: Sequence[Passage], after: Sequence[Passage]
    ) -> Iterator[Quotation]:
        """Yield a block quote, with the lines at its end that begin with a dash as attribution."""
        text = "\n".join(passage.text for passage in quoted)
        attributed = ""
        if callout := _CALLOUT.match(text):
            attributed, text = callout[1], text[callout.end() :]
        words, attribution = _parted(text)
        attributed = f"{attributed}\n{attribution}" if attributed else attribution
        outside = [passage.text for passage in after if _is_attribution(passage.text)]
        outside += [passage.text for passage in before if passage.text.rstrip().endswith(":")]
        words, mark = _without_mark(words)
        reference = (
            self._reference(attributed, loose=True)
            or self._cited(mark)
            or self._reference(words, loose=False)
        )
        for each in outside:
            reference = reference or self._reference(each, loose=True)
        written = unmarked(words).strip(_MARKS)
        if reference is not None and written:
            attributed = "\n".join([attributed, *outside])
            yield self._quotation(quoted[0].line, written, reference, attributed, block=True)
        self._note_links(text)

    def _inline(self, passage: Passage, after: Sequence[Passage]) -> Iterator[Quotation]:
        """Yield what stands between quotation marks and has a link or a time beside it."""
        text = passage.text
        spans = [match.span() for match in _QUOTED.finditer(text)]
        if not spans:
            yield from self._timed(passage) or self._set_apart(passage, after)
        for i, (begin, end) in enumerate(spans):
            next_one = spans[i + 1][0] if i + 1 < len(spans) else len(text)
            last_one = spans[i - 1][1] if i else 0
            behind, ahead = text[end:next_one][:_NEAR], text[last_one:begin][-_NEAR:]
            behind = _SENTENCE_END.split(behind, maxsplit=1)[0]
            dashed = _dashed(behind)
            reference = (
                self._reference(behind, loose=dashed)
                or self._cited(behind)
                or self._reference(text[begin:end], loose=False)
                or self._reference(ahead if not i else ahead.rpartition(".")[2], loose=False)
            )
            if reference is None and not behind.strip() and after:
                alone = not text[:begin].strip()
                behind, reference = after[0].text, self._in_next(after[0].text, alone=alone)
            written = unmarked(text[begin:end]).strip(_MARKS)
            if reference is not None and any(map(str.isalnum, written)):
                line = passage.line + text.count("\n", 0, begin)
                attributed = behind if _dashed(behind) else ""
                self._note_links(text[:begin])
                yield self._quotation(line, written, reference, attributed)
        self._note_links(text)

    def _in_next(self, text: str, *, alone: bool) -> Reference | None:
        """Return the reference in the paragraph after a quotation.

        It is one where that begins with a dash; and where the quotation is a paragraph by itself,
        as before a full citation, where it has a link with a time.
        """
        if _dashed(text):
            return self._reference(text, loose=True)
        found = self._reference(text, loose=True) if alone else None
        return found if found is not None and found.url and found.ms is not None else None

    def _timed(self, passage: Passage) -> list[Quotation]:
        """Return a paragraph that begins with a time: words that are said, or the writer's own."""
        match = _TIMED.match(passage.text)
        if match is None:
            return []
        mark = MARK.search(match[0])
        url = self._links[int(mark[1])] if mark else ""
        words = unmarked(passage.text[match.end() :]).strip(_MARKS)
        ms = time_in_link(url)
        reference = Reference(url, parse_time(match[1]) if ms is None else ms)
        return self._tentative(passage.line, words, reference)

    def _set_apart(self, passage: Passage, after: Sequence[Passage]) -> list[Quotation]:
        """Return a paragraph that a citation with a time follows, as it does a block quotation."""
        words, mark = _without_mark(passage.text)
        reference = self._cited(mark)
        if reference is None and after:
            reference = self._in_next(after[0].text, alone=True)
        words = unmarked(words).strip(_MARKS)
        return self._tentative(passage.line, words, reference) if reference else []

    def _tentative(self, line: int, words: str, reference: Reference) -> list[Quotation]:
        if len(words.split()) < _TELLING_WORDS:
            return []
        return [replace(self._quotation(line, words, reference, ""), tentative=True)]

    def _quotation(
        self, line: int, text: str, reference: Reference, attributed: str, *, block: bool = False
    ) -> Quotation:
        return Quotation(line, text, reference, unmarked(attributed).strip(), self._before, block)

    def _reference(self, text: str, *, loose: bool) -> Reference | None:
        """Return the first link of a text, one with a time before others, or else its clock.

        A clock that is in no brackets counts where the text is an attribution (`loose`).
        """
        linked = None
        for mark in MARK.finditer(text):
            url = self._links[int(mark[1])]
            label = _LABEL_END.search(unmarked(text[: mark.start()]))
            ms = time_in_link(url)
            ms = parse_time(label[1]) if ms is None and label else ms
            if ms is not None:
                return Reference(url, ms)
            linked = linked or Reference(url)
        plain = unmarked(text)
        clock = _BRACKETED.search(plain) or (_CLOCK.search(plain) if loose else None)
        ms = parse_time(clock[1]) if clock else None
        if ms is not None:
            return Reference(linked.url if linked else "", ms)
        return linked

    def _cited(self, behind: str) -> Reference | None:
        """Return the time in a citation that follows a quotation: `(Author, 2017, 0:35)`."""
        cited = _CITED.match(behind)
        return Reference("", parse_time(cited[1])) if cited else None

    def _note_links(self, text: str) -> None:
        for mark in MARK.finditer(text):
            self._before = self._links[int(mark[1])]


def _without_mark(text: str) -> tuple[str, str]:
    """Return the words of a block quotation, and the citation in brackets after its last stop."""
    begin = max(len(text) - _NEAR, 0)
    mark = _CITED_LAST.search(text, begin)
    return (text[: mark.start()], mark[0]) if mark else (text, "")


def _parted(text: str) -> tuple[str, str]:
    """Return the words of a block quote, and the attribution at its end."""
    lines = text.split("\n")
    for at in range(max(len(lines) - 4, 1), len(lines)):
        if _is_attribution(lines[at]):
            return "\n".join(lines[:at]), "\n".join(lines[at:])
    return text, ""


def _is_attribution(text: str) -> bool:
    return _dashed(text) or _tells_only(text)


def _dashed(text: str) -> bool:
    return bool(_DASHED.match(text))


def _tells_only(line: str) -> bool:
    """Return whether a line has nothing but a link with a time, or a time in brackets."""
    has_mark = bool(MARK.search(line))
    bracketed = bool(_BRACKETED.match(line.strip()))
    return (has_mark or bracketed) and bool(_ONLY_REFERENCE.fullmatch(unmarked(line)))
