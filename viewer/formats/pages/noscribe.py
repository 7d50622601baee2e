"""noScribe's HTML: every piece follows an anchor that names start, end (ms) and speaker.

<p><a name="ts_1200_2400_S01">S01: <span>[00:00:01]</span> Good morning.</a>
<a name="ts_2400_2900_//S02"> //S02: Hm.</a><a name="ts_2900_3300_S01">// Shall we?</a></p>

Who speaks at the same time as another stands between slashes. People rename speakers in the text
and not in the anchors, so the name in the text wins. https://github.com/kaixxx/noScribe
"""

import re
from dataclasses import dataclass, field
from typing import Final

from viewer.core.oneline import one_line
from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, clean_source, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.html_stream import Attributes, Page
from viewer.formats.kit.speaker_labels import label_of

NAME: Final = "noscribe-html"

_SIGN: Final = re.compile(r"<a\s[^<>]{0,100}\bname=[\"']ts_[0-9]+_[0-9]+_", re.I)
_ANCHOR: Final = re.compile(r"ts_([0-9]{1,10})_([0-9]{1,10})_(.{0,200})", re.S)
#: The clock marks that noScribe shows; each stands in an element of its own.
_CLOCK: Final = re.compile(r"\s*\[[0-9]{1,3}:[0-5][0-9]:[0-5][0-9]\]\s*")
_LANGUAGE: Final = re.compile(r"\(Language: [^()|]{0,60}\(([a-z]{2,3})\)")
_PARAGRAPHS: Final = frozenset({"p", "br", "div", "li", "h1", "h2", "h3"})
_OVERLAP: Final = "//"

_ENDS_EARLY: Final = "This mark ends before it starts; its end was estimated."
_NOT_READ: Final = "The times of this mark cannot be read; its text was joined to the one before."


@dataclass(slots=True)
class _Piece:
    name: str
    start_ms: int
    end_ms: int
    speaker: str
    line: int
    opens: bool
    texts: list[str] = field(default_factory=list)


def claims(sample: Content) -> Claim:
    """Return whether the head has an anchor with times in its name."""
    return Claim.sure(_SIGN.search(sample.text) is not None)


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every piece, and what stands above the first."""
    page = _Page()
    page.read(content.text)
    draft = Draft(NAME)
    _Builder(draft).build(page.pieces)
    if draft.empty:
        raise NothingUsableError("it has no text behind a mark with times")
    for line in page.unread:
        draft.problem(line, _NOT_READ)
    _add_source(page, draft)
    return draft.finish()


def _add_source(page: "_Page", draft: Draft) -> None:
    title, _, about = "".join(page.head).strip().partition("\n")
    draft.source = clean_source(title, "", None, "")
    draft.description = about.strip()
    found = _LANGUAGE.search(about)
    draft.language = found[1] if found else None
    if recording := page.meta.get("audio_source", "").strip():
        draft.media.append(recording)


class _Page(Page):
    """Collects the pieces, and the text above them."""

    def __init__(self) -> None:
        super().__init__()
        self.head: list[str] = []
        self.pieces: list[_Piece] = []
        self.unread: list[int] = []
        self._fresh = True

    def opened(self, tag: str, attributes: Attributes) -> None:
        if tag in _PARAGRAPHS:
            self._fresh = True
            self._add("\n")
        elif tag == "a" and attributes.get("name", "").startswith("ts_"):
            self._mark(attributes["name"])

    def said(self, text: str) -> None:
        if self.pieces and _CLOCK.fullmatch(text):
            text = " "
        self._add(text)

    def _add(self, text: str) -> None:
        (self.pieces[-1].texts if self.pieces else self.head).append(text)

    def _mark(self, name: str) -> None:
        match = _ANCHOR.fullmatch(name)
        if match is None:
            self.unread.append(self.line)
        elif not self.pieces or self.pieces[-1].name != name:  # editors write one twice
            start, end, speaker = match.groups()
            piece = _Piece(name, int(start), int(end), speaker.strip(), self.line, self._fresh)
            self.pieces.append(piece)
        self._fresh = False


class _Builder:
    """Adds pieces as segments, with the speakers' names as the text tells them."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._names: dict[str, str] = {}
        self._overlaps = False

    def build(self, pieces: list[_Piece]) -> None:
        for piece in pieces:
            self._add(piece)

    def _add(self, piece: _Piece) -> None:
        speaker = piece.speaker.removeprefix(_OVERLAP).strip()
        text = self._without_slashes(one_line("".join(piece.texts)), piece)
        text = self._without_label(text, speaker, piece)
        if not text:
            return
        early = piece.end_ms < piece.start_ms
        if early:
            self._draft.problem(piece.line, _ENDS_EARLY)
        end = None if early else piece.end_ms
        self._draft.segment(piece.start_ms, end, text, speaker=self._names.get(speaker, speaker))

    def _without_slashes(self, text: str, piece: _Piece) -> str:
        """Take off the slashes that open and close what is said at the same time."""
        if self._overlaps or piece.speaker.startswith(_OVERLAP):
            bare = text.removeprefix(_OVERLAP).removesuffix(_OVERLAP).strip()
            self._overlaps = piece.speaker.startswith(_OVERLAP)
            return bare
        return text

    def _without_label(self, text: str, speaker: str, piece: _Piece) -> str:
        if not speaker:
            return text
        if text.startswith(f"{speaker}:"):
            return text[len(speaker) + 1 :].strip()
        found = label_of(text) if piece.opens or piece.speaker.startswith(_OVERLAP) else None
        if found is None:
            return text
        self._names[speaker] = found[0]
        return text[found[2] :].strip()
