r"""oTranscribe's `.otr`: JSON that holds a page of text with marks, and the recording's name.

{"text": "<p><span class=\"timestamp\" data-timestamp=\"12.5\">00:12</span> Anna: Good day.</p>",
"media": "talk.mp3", "media-time": 61.2}

Marks may stand anywhere and several in one paragraph. Old ones have only the clock that is shown.
https://github.com/oTranscribe/oTranscribe
"""

import json
import re
from dataclasses import dataclass, field
from typing import Any, Final

from viewer.core.links import is_web_link, without_time
from viewer.core.timecode import parse_time
from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, clean_source, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.html_stream import Attributes, Page
from viewer.formats.kit.json_document import JsonText, looks_like_json, peek, read_json
from viewer.formats.kit.json_values import members, milliseconds, remark
from viewer.formats.kit.speaker_labels import Labels, may_hold_label
from viewer.formats.text import repaired

NAME: Final = "otranscribe"

_MARKED: Final = re.compile(r'class=(?:\\"|\')timestamp\b')
_TEXT_KEY: Final = re.compile(r'"text"[ \t\r\n]*:[ \t\r\n]*"')
_HALF_ESCAPE: Final = re.compile(r"\\(?:u[0-9a-fA-F]{0,3})?\Z")
_PARAGRAPHS: Final = frozenset({"p", "div", "br", "li", "h1", "h2", "h3", "blockquote"})
_SPACES: Final = re.compile(r"[ \t\xa0]+")
_BLANKS: Final = re.compile(r"(?<!\s)\s*\n\s*")

_UNREAD: Final = "{:,} of the marks have no time that can be read; they were left out."
_BACKWARDS: Final = "{:,} of the marks are earlier than the one above them; they were put in order."


@dataclass(slots=True)
class _Piece:
    """What follows a mark; above the first, `start_ms` is None. `fresh` ones begin a paragraph."""

    start_ms: int | None
    fresh: bool = True
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        text = _SPACES.sub(" ", "".join(self.texts))
        return _BLANKS.sub("\n", text).strip()


def claims(sample: Content) -> Claim:
    """Return whether the head is JSON with a text that has marks, or with oTranscribe's keys."""
    if not looks_like_json(sample.text):
        return Claim.NO
    if _MARKED.search(sample.text) and _TEXT_KEY.search(sample.text):
        return Claim.SURE
    return Claim.sure({"text", "media-time"} <= members(peek(sample)).keys())


@uncollected()
def parse(content: Content) -> Transcript:
    """Read the text from mark to mark; without marks, each paragraph."""
    source = read_json(content.text)
    file = members(source.value)
    page = _Page()
    page.read(_text_of(file, source))
    draft = Draft(NAME)
    timed = [piece for piece in page.pieces if piece.start_ms is not None]
    head = "" if page.begins_in_speech else page.pieces[0].text
    if timed:
        _add_timed(timed if head or not page.pieces[0].text else page.pieces, draft)
        draft.description = repaired(head)
    else:
        _add_untimed(page.pieces[0].text, draft)
    if draft.empty:
        raise NothingUsableError("it is an oTranscribe file without text")
    _note(page, timed, draft)
    source.report(draft)
    _add_recording(file, draft)
    return draft.finish()


def _text_of(file: dict[str, Any], source: JsonText) -> str:
    """Return the page; where the file breaks off inside it, as much as there is."""
    text = file.get("text")
    if isinstance(text, str):
        return text
    begin = _TEXT_KEY.search(source.text) if source.breaks else None
    if begin is None:
        raise NothingUsableError("it is an oTranscribe file without text")
    rest = _HALF_ESCAPE.sub("", source.text[begin.end() :].rstrip())
    try:
        return str(json.loads(f'"{rest}"', strict=False))
    except ValueError:
        raise NothingUsableError("its text is damaged") from None


class _Page(Page):
    """Cuts the text at the marks."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = [_Piece(None)]
        self.unread = 0
        #: Whether the first mark stands behind text of its own paragraph.
        self.begins_in_speech = False
        self._mark: str | None = None
        self._clock = ""

    def opened(self, tag: str, attributes: Attributes) -> None:
        if tag in _PARAGRAPHS:
            self.pieces[-1].texts.append("\n")
        elif tag == "span" and "timestamp" in attributes.get("class", "").split():
            self._close()
            self._mark, self._clock = attributes.get("data-timestamp", ""), ""

    def closed(self, tag: str) -> None:
        if tag == "span" or tag in _PARAGRAPHS:
            self._close()
        if tag in _PARAGRAPHS:
            self.pieces[-1].texts.append("\n")

    def said(self, text: str) -> None:
        if self._mark is None:
            self.pieces[-1].texts.append(text)
        else:
            self._clock += text

    def _close(self) -> None:
        if self._mark is None:
            return
        start = milliseconds(self._mark)
        if start is None:
            start = parse_time(self._clock)
        self._mark = None
        if start is None or start < 0:
            self.unread += 1
            return
        above = "".join(self.pieces[-1].texts).rstrip(" \xa0\t")
        fresh = above.endswith("\n") or not above
        if len(self.pieces) == 1:
            self.begins_in_speech = not fresh
        self.pieces.append(_Piece(start, fresh))


def _add_timed(pieces: list[_Piece], draft: Draft) -> None:
    texts = [piece.text for piece in pieces]
    labels = Labels((text for text in texts if may_hold_label(text)), len(texts))
    last: str | None = None
    for piece, text in zip(pieces, texts, strict=True):
        last = None if piece.fresh else last
        for speaker, part in labels.split(text) if text else ():
            last = speaker or last
            draft.segment(piece.start_ms or 0, None, part, speaker=last)


def _add_untimed(text: str, draft: Draft) -> None:
    lines = text.split("\n") if text else []
    labels = Labels((line for line in lines if may_hold_label(line)), len(lines))
    for line in lines:
        for speaker, part in labels.split(line):
            draft.segment(None, None, part, speaker=speaker)


def _note(page: _Page, timed: list[_Piece], draft: Draft) -> None:
    latest = backwards = 0
    for piece in timed:
        start = piece.start_ms or 0
        backwards += start < latest
        latest = max(latest, start)
    for count, message in ((page.unread, _UNREAD), (backwards, _BACKWARDS)):
        if count:
            draft.problem(1, message.format(count))


def _add_recording(file: dict[str, Any], draft: Draft) -> None:
    named = [remark(file.get(key)) for key in ("media", "media-source")]
    links = [name for name in named if name and is_web_link(name)]
    draft.media.extend(name for name in named if name and name not in links)
    draft.source = clean_source("", "", None, without_time(links[0]) if links else "")
