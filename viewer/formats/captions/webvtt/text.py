"""The text of a WebVTT cue: tags, entities and times inside, by the W3C's rules.

https://www.w3.org/TR/webvtt1/#webvtt-cue-text-parsing-rules
"""

import re
from dataclasses import dataclass, field
from itertools import repeat
from typing import Final

from viewer.formats.kit.inline_times import Piece
from viewer.formats.kit.stamps import Stamps
from viewer.formats.text import unescape

#: Tags that change neither what is said nor who says it.
_PLAIN_TAG: Final = re.compile(r"</?(?:[ibuc]|lang)(?:[. \t\n\f][^<>]*)?>")
_ONE_VOICE: Final = re.compile(
    r"<v(?:\.[^ \t\n\f<>]*+)?[ \t\n\f]([^<>]*+)>([^<]*+)(</v>)?[ \t\n\f]*+"
)
_TOKEN: Final = re.compile(r"<([^>]*)>?|([^<]+)")
#: A time of the W3C's rules, in three groups.
STAMP: Final = r"([0-9]{1,9}:[0-5][0-9]|[0-5][0-9]):([0-5][0-9])\.([0-9]{3})"
_TIMESTAMP: Final = re.compile(STAMP)
_TIME_TAG: Final = re.compile(f"<{STAMP}>")
_START_TAG: Final = re.compile(r"([^. \t\n\f]*)(?:\.[^ \t\n\f]*)?(?:[ \t\n\f](.*))?", re.S)
#: Voices that tell only that nobody is known.
_NOBODY: Final = frozenset({"", "-", "–", "—"})
_NAMES: Final = frozenset({"c", "i", "b", "u", "ruby", "rt", "v", "lang"})


@dataclass(slots=True)
class Run:
    """What one voice says in a cue: pieces of text, each with the time that stands before it."""

    speaker: str | None
    pieces: list[Piece] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text without its times."""
        return "".join(text for _, text, _ in self.pieces)

    @property
    def timed(self) -> bool:
        """Whether any time stands in the text."""
        return any(ms is not None for ms, _, _ in self.pieces)


@dataclass(slots=True)
class CueText:
    """A cue's text by voices; `open_voice` is the one that was not closed at the end."""

    runs: list[Run]
    open_voice: str | None = None

    @property
    def text(self) -> str:
        """All that is said."""
        return "".join(run.text for run in self.runs)


def without_plain_tags(text: str) -> str:
    """Return the text without the tags that change neither what is said nor who says it."""
    return _PLAIN_TAG.sub("", text) if "<" in text else text


def read_cue_text(
    payload: str, carried: str | None = None, stamps: Stamps | None = None
) -> CueText:
    """Read a cue's text; `carried` is who speaks where the cue does not say it.

    `stamps` is what times are read with; to share it between cues is faster.
    """
    plain = without_plain_tags(payload)
    if "<" not in plain:
        return CueText([Run(carried, [(None, unescape(plain), None)])], carried)
    stamps = stamps or Stamps()
    if pieces := timed_pieces(plain, stamps):
        return CueText([Run(carried, pieces)], carried)
    if voice := _ONE_VOICE.fullmatch(payload):
        speaker = _annotation(voice[1])
        run = Run(speaker, [(None, unescape(voice[2]), None)])
        return CueText([run], None if voice[3] else speaker)
    reader = _Reader(None if "<v" in payload else carried, stamps)
    for match in _TOKEN.finditer(payload):
        if match[2] is not None:
            reader.say(unescape(match[2]))
        else:
            reader.tag(match[1])
    return reader.finish()


def timed_pieces(text: str, stamps: Stamps) -> list[Piece] | None:
    """Return the pieces of a text in which times are the only tags; None if there are others."""
    first, *rest = _TIME_TAG.split(text)
    if text.count("<") * 4 != len(rest) or not rest:
        return None
    if "&" in text:
        first, rest[3::4] = unescape(first), map(unescape, rest[3::4])
    pieces: list[Piece] = [(None, first, None)] if first else []
    times = stamps.read_all(rest[::4], rest[1::4], rest[2::4])
    pieces += zip(times, rest[3::4], repeat(None))
    return pieces


class _Reader:
    """Walks through the tokens with the stack of tags that are open."""

    def __init__(self, carried: str | None, stamps: Stamps) -> None:
        self._open: list[str] = []
        self._voices: list[str | None] = [carried]
        self._runs: list[Run] = []
        self._stamps = stamps
        self._time: int | None = None

    def say(self, text: str) -> None:
        """Add text to the run of whoever speaks; blanks between voices belong to the first."""
        speaker = self._voices[-1]
        if not self._runs or (self._runs[-1].speaker != speaker and not text.isspace()):
            self._runs.append(Run(speaker))
        self._runs[-1].pieces.append((self._time, text, None))
        self._time = None

    def tag(self, tag: str) -> None:
        """Take in what stands between `<` and `>`: a time, an end tag or a start tag."""
        if tag[:1].isdecimal():
            if match := _TIMESTAMP.fullmatch(tag):
                self._time = self._stamps.read(*match.groups())
        elif tag.startswith("/"):
            self._end(tag[1:])
        elif start := _START_TAG.fullmatch(tag):
            self._start(start[1], start[2] or "")

    def finish(self) -> CueText:
        """Return what was read; a time at the very end says when the last word ended."""
        if "rt" in self._open:
            self.say(")")
        if self._time is not None and self._runs:
            self._runs[-1].pieces.append((self._time, "", None))
        runs = [run for run in self._runs if not run.text.isspace()] or self._runs[:1]
        return CueText(runs or [Run(self._voices[-1], [(None, "", None)])], self._voices[-1])

    def _start(self, name: str, annotation: str) -> None:
        inside = self._open[-1] if self._open else None
        if name not in _NAMES or (name == "rt" and inside != "ruby"):
            return
        self._open.append(name)
        if name == "v":
            self._voices.append(_annotation(annotation))
        elif name == "rt":
            self.say("(")

    def _end(self, name: str) -> None:
        inside = self._open[-1] if self._open else None
        if inside == "rt" and name in ("rt", "ruby"):
            self.say(")")
            del self._open[-1 if name == "rt" else -2 :]
        elif inside == name:
            self._open.pop()
            if name == "v":
                self._voices.pop()


def _annotation(text: str) -> str | None:
    name = " ".join(unescape(text).split())
    return None if name in _NOBODY else name
