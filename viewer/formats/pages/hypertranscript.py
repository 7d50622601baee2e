"""Hypertranscripts, as Hyperaudio writes them: HTML in which every word says when it was said.

<p><span data-m="880" data-d="0" class="speaker">Anna: </span>
<span data-m="880" data-d="400">Good </span><span data-m="1280" data-d="500">morning. </span></p>

Times are milliseconds; `data-d` may be missing. https://github.com/hyperaudio/hyperaudio-lite
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from viewer.core.links import is_web_link
from viewer.core.oneline import one_line
from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, clean_source, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.html_stream import Attributes, Page
from viewer.formats.kit.inline_times import words_of
from viewer.formats.kit.json_values import LATEST_S, milliseconds
from viewer.formats.kit.word_lines import Heard, add_lines
from viewer.formats.kit.words import HalfTimed, word_of

NAME: Final = "hypertranscript"

#: A word without a duration lasts until the next, but no longer than this.
LONGEST_WORD_MS: Final = 2_000
#: With more words than this to an element, on an average, elements are phrases.
MOST_WORDS: Final = 3

_SIGN: Final = re.compile(r"<[a-z]+\s[^<>]{0,300}\bdata-m=[\"']?[0-9]", re.I)
_PARAGRAPHS: Final = frozenset({"p", "li", "div", "section", "article", "blockquote", "figure"})
_MEDIA: Final = ("data-mediasrc", "data-media-src")
_NOT_READ: Final = "The time of this word cannot be read; it was put between its neighbours."


@dataclass(slots=True)
class _Piece:
    """What one element says; no times where text stands between the elements."""

    start_ms: int | None
    end_ms: int | None
    text: str
    speaker: str | None
    paragraph: bool = False


def claims(sample: Content) -> Claim:
    """Return whether the head has an element with the time of a word."""
    return Claim.sure(_SIGN.search(sample.text) is not None)


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every word, and put words together into lines."""
    page = _Page()
    page.read(content.text)
    pieces = _with_ends([piece for piece in page.pieces if piece.text.strip()])
    draft = Draft(NAME)
    if sum(len(piece.text.split()) for piece in pieces) <= MOST_WORDS * len(pieces):
        add_lines(draft, [heard for piece in pieces for heard in _heard(piece)])
    else:
        _add_phrases(pieces, draft)
    if draft.empty:
        raise NothingUsableError("it has no word with a time")
    for line in page.unread:
        draft.problem(line, _NOT_READ)
    _add_source(page, draft)
    return draft.finish()


def _add_source(page: "_Page", draft: Draft) -> None:
    urls = [each for each in page.recordings if is_web_link(each)]
    draft.media.extend(each for each in page.recordings if not is_web_link(each))
    draft.source = clean_source(page.title, "", None, urls[0] if urls else "")
    draft.language = page.language


class _Page(Page):
    """Collects what each element says."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[_Piece] = []
        self.unread: list[int] = []
        self._open: _Piece | None = None
        self._tag = ""
        self._speaker: str | None = None
        self._names_speaker = False

    def opened(self, tag: str, attributes: Attributes) -> None:
        if "data-mediasrc" in attributes or "data-media-src" in attributes:
            self.recordings += filter(
                None, map(attributes.get, ("data-mediasrc", "data-media-src"))
            )
        if tag in _PARAGRAPHS and self.pieces:
            self.pieces[-1].paragraph = True
        names_speaker = "speaker" in attributes.get("class", "").split()
        if "data-m" not in attributes and not names_speaker:
            return
        start = milliseconds(attributes.get("data-m"), 1)
        if start is None and not names_speaker:
            self.unread.append(self.line)
        length = milliseconds(attributes.get("data-d"), 1)
        end = None if start is None or not length else start + max(length, 0)
        self._open, self._tag = _Piece(start, end, "", self._speaker), tag
        self._names_speaker = names_speaker

    def closed(self, tag: str) -> None:
        if self._open is not None and (tag == self._tag or tag in _PARAGRAPHS):
            self._close(self._open)
        if tag in _PARAGRAPHS and self.pieces:
            self.pieces[-1].paragraph = True

    def said(self, text: str) -> None:
        if self._open is not None:
            self._open.text += text
        elif self.pieces and not self.pieces[-1].paragraph and text.strip():
            self.pieces.append(_Piece(None, None, text, self._speaker))

    def _close(self, piece: _Piece) -> None:
        self._open = None
        if self._names_speaker:
            self._speaker = one_line(piece.text).strip("[]: ") or None
        else:
            self.pieces.append(piece)


def _with_ends(pieces: list[_Piece]) -> list[_Piece]:
    """Let a word without a duration last until the next one begins."""
    for piece, following in pairwise(pieces):
        start, until = piece.start_ms, following.start_ms
        if start is not None and piece.end_ms is None and until is not None and until >= start:
            piece.end_ms = min(until, start + LONGEST_WORD_MS)
    last = pieces[-1] if pieces else None
    if last is not None and last.start_ms is not None and last.end_ms is None:
        last.end_ms = min(last.start_ms + LONGEST_WORD_MS // 2, LATEST_S * 1000)
    return pieces


def _heard(piece: _Piece) -> list[Heard]:
    """Return the words of an element; nearly always there is one."""
    made = word_of(piece.start_ms, piece.end_ms, piece.text)
    said = piece.text.split()
    if len(said) < 2:
        return [Heard(made, piece.text, piece.speaker, piece.paragraph)]
    if isinstance(made, HalfTimed):
        parts = [HalfTimed(made.start_ms if not i else None, None, t) for i, t in enumerate(said)]
        heard = [Heard(part, f"{part.text} ", piece.speaker) for part in parts]
    else:
        words = words_of([(made.start_ms, piece.text, None)], made.start_ms, made.end_ms)
        heard = [Heard(word, f"{word.text} ", piece.speaker) for word in words]
    heard[-1] = replace(heard[-1], paragraph=piece.paragraph)
    return heard


def _add_phrases(pieces: list[_Piece], draft: Draft) -> None:
    last = 0
    for piece in pieces:
        made = word_of(piece.start_ms, piece.end_ms, piece.text)
        start = last if made.start_ms is None else made.start_ms
        end = None if isinstance(made, HalfTimed) else made.end_ms
        draft.segment(start, end, piece.text, speaker=piece.speaker)
        last = start
