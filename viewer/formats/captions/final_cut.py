"""Final Cut's XML (FCPXML): captions, or else titles, on a timeline of clips within one another.

<asset-clip offset="0s" start="0s">
<caption offset="1001/1000s" duration="2s" role="iTT?captionFormat=ITT.en">
<text><text-style ref="ts1">Good morning.</text-style></text></caption></asset-clip>

An offset counts in the timeline of what is around, which begins at that one's own start.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from viewer.core.transcript import Transcript
from viewer.core.value import value
from viewer.formats.draft import Draft, clean_source, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.speaker_labels import Labels
from viewer.formats.kit.xml_root import root_of
from viewer.formats.kit.xml_stream import Tags

NAME: Final = "final-cut"

_ROOT: Final = "fcpxml"
_DOCTYPE: Final = re.compile(r"<!DOCTYPE\s+fcpxml\b[^<>\[\]]{0,300}>")
_TIME: Final = re.compile(r"(-?[0-9]{1,18})(?:/([0-9]{1,12})|\.([0-9]{1,12}))?s")
_LANGUAGE: Final = re.compile(r"[.=]([a-zA-Z]{2,3}(?:-[\w-]{1,20})?)\Z")
#: What has a place on a timeline.
_CLIPS: Final = frozenset(
    {
        "clip", "asset-clip", "sync-clip", "mc-clip", "ref-clip", "video", "audio", "gap", "title",
        "caption", "spine", "sequence",
    }
)  # fmt: skip
_SHOWN: Final = ("caption", "title")
_NO_TIME: Final = "This caption has no time that can be read and was left out."
_OTHERS: Final = "The file also holds captions of {}; those of {} are shown."
_TITLES: Final = "Beside captions the file’s titles are not shown ({:,})."


@value
class _Shown:
    """A caption or title: the line of the file, when it is shown, as what, and its words."""

    line: int
    start: float | None
    length: float | None
    kind: str
    role: str
    text: str


@value
class _Clip:
    """A clip that is open: when it begins on the timeline of all, and in its own."""

    at: float
    own: float
    kind: str


def claims(sample: Content) -> Claim:
    """Return whether the root element is Final Cut's."""
    return Claim.sure(root_of(sample.text) == _ROOT)


@uncollected()
def parse(content: Content) -> Transcript:
    """Read the captions of the language that has most of them, or else the titles."""
    draft = Draft(NAME)
    timeline = _Timeline()
    timeline.read(_DOCTYPE.sub("", content.text, count=1), draft)
    shown = _chosen(timeline.shown, draft)
    labels = Labels((one.text for one in shown), len(shown))
    for one in shown:
        if one.start is None:
            draft.problem(one.line, _NO_TIME)
            continue
        start = max(round(one.start * 1000), 0)
        end = None if one.length is None else max(round((one.start + one.length) * 1000), start)
        for speaker, said in labels.split(one.text):
            draft.segment(start, end, said, speaker=speaker)
    if draft.empty:
        raise NothingUsableError("it has no captions or titles with words")
    draft.source = clean_source(timeline.title, "", None, "")
    draft.media.extend(timeline.media)
    return draft.finish()


def _chosen(shown: Sequence[_Shown], draft: Draft) -> list[_Shown]:
    captions = [one for one in shown if one.kind == "caption"]
    titles = len(shown) - len(captions)
    if not captions:
        return list(shown)
    if titles:
        draft.problem(1, _TITLES.format(titles))
    roles = Counter(one.role for one in captions)
    role = roles.most_common(1)[0][0]
    if len(roles) > 1:
        others = ", ".join(other or "no role" for other in roles if other != role)
        draft.problem(1, _OTHERS.format(others[:300], role or "no role"))
    language = _LANGUAGE.search(role)
    draft.language = language[1] if language else None
    return [one for one in captions if one.role == role]


class _Timeline(Tags):
    """Follows where on the timeline of all each clip stands, and keeps captions and titles."""

    def __init__(self) -> None:
        self.shown: list[_Shown] = []
        self.title = ""
        self.media: list[str] = []
        self._clips: list[_Clip] = []
        #: Where the next clip of a storyline without an offset of its own begins.
        self._next: list[float] = []
        self._open: list[bool] = []
        self._begun: _Shown | None = None
        self._said: list[str] | None = None

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        self._open.append(name in _CLIPS)
        if name in _CLIPS:
            self._place(name, attributes)
        elif name == "text" and self._begun is not None:
            self._said = self._said or []
            self._said += ["\n"] if self._said else []
        elif name == "project":
            self.title = self.title or attributes.get("name", "")
        elif name in ("media-rep", "asset"):
            source = attributes.get("src", "").strip()
            self.media += [source] if source and source not in self.media[:50] else []

    def _place(self, kind: str, attributes: dict[str, str]) -> None:
        around = self._clips[-1] if self._clips else _Clip(0, 0, "")
        offset, length = (_seconds(attributes.get(key, "")) for key in ("offset", "duration"))
        if kind == "sequence":
            clip = _Clip(0, _seconds(attributes.get("tcStart", "")) or 0, kind)
        elif kind == "spine" and offset is None:
            clip = _Clip(around.at, around.own, kind)
        else:
            at = self._next[-1] if offset is None and around.kind == "spine" else around.at
            at = at if offset is None else around.at + offset - around.own
            clip = _Clip(at, _seconds(attributes.get("start", "")) or 0, kind)
        if around.kind == "spine":
            self._next[-1] = clip.at + (length or 0)
        self._clips.append(clip)
        self._next.append(clip.at)
        if kind in _SHOWN and self._begun is None:
            readable = offset is not None or around.kind == "spine"
            start = clip.at if readable else None
            role = attributes.get("role", "").strip()
            self._begun = _Shown(self.line, start, length, kind, role, "")

    def closed(self, name: str) -> None:
        if not self._open.pop():
            return
        self._clips.pop()
        self._next.pop()
        if name in _SHOWN and self._begun is not None:
            text = "".join(self._said or ()).strip()
            begun = self._begun
            if text:
                self.shown.append(
                    _Shown(begun.line, begun.start, begun.length, begun.kind, begun.role, text)
                )
            self._begun = self._said = None

    def said(self, text: str) -> None:
        if self._said is not None:
            self._said.append(text)


def _seconds(text: str) -> float | None:
    """Return what a time such as `1001/30000s` means, or None."""
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    if match[3]:
        return float(f"{match[1]}.{match[3]}")
    parts = int(match[2] or 1)
    return int(match[1]) / parts if parts else None
