"""Text with the stamps of f4, f5 and MAXQDA: `#00:01:02-3#`, with tenths of a second.

I: How are you today? #00:00:05-1#
B: Fine, thank you. #00:00:12-2#

f4 puts a stamp where a paragraph ends, MAXQDA also where one begins, people anywhere. Whatever
stands between two stamps was said between them, and ends with one that stands behind it.
"""

import re
from itertools import pairwise
from typing import Final

from viewer.core.timecode import parse_time
from viewer.core.transcript import Transcript
from viewer.core.value import value
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.speaker_labels import Labels, label_of, may_hold_label
from viewer.formats.prose.head import read_head
from viewer.formats.text import split_lines

NAME: Final = "f4-text"

_STAMP: Final = re.compile(r"#([0-9]{1,3}:[0-5][0-9]:[0-5][0-9])(?:[-.,]([0-9]{1,3}))?#")
_BACKWARDS: Final = "This time is before the one above it."


@value
class _Mark:
    """A stamp: its time, where it stands, and where in its line."""

    ms: int
    begin: int
    end: int
    line: int
    closes: bool
    opens: bool


def claims(sample: Content) -> Claim:
    """Return whether the sample has a stamp."""
    return Claim.likely("#" in sample.text and _STAMP.search(sample.text) is not None)


@uncollected()
def parse(content: Content) -> Transcript:
    """Read what stands between the stamps, and what stands above the transcript."""
    text = "\n".join(split_lines(content.text))
    marks = _marks(text)
    if not marks:
        raise NothingUsableError("it has no stamp such as #00:01:02-3#")
    draft = Draft(NAME)
    closing = sum(mark.closes for mark in marks) > sum(mark.opens for mark in marks)
    begin = _end_of_head(text, marks[0], closing=closing)
    read_head(text[:begin].split("\n"), draft)
    _Builder(text, draft, closing=closing).build(begin, marks)
    if draft.empty:
        raise NothingUsableError("it has stamps and no text between them")
    return draft.finish()


def _marks(text: str) -> list[_Mark]:
    marks = []
    line, before = 1, 0
    for match in _STAMP.finditer(text):
        line += text.count("\n", before, match.start())
        before = match.start()
        clock, tenths = match.groups()
        ms = parse_time(f"{clock}.{tenths or 0}") or 0
        left = text[max(match.start() - 8, 0) : match.start()].rpartition("\n")[2]
        right = text[match.end() : match.end() + 8].partition("\n")[0]
        alone = not left.strip() and not right.strip()
        closes = not alone and not right.strip(" \t.,;:!?)")
        opens = not left.strip()
        marks.append(_Mark(ms, match.start(), match.end(), line, closes, opens))
    return marks


def _end_of_head(text: str, first: _Mark, *, closing: bool) -> int:
    """Return where the transcript begins; before a closing stamp at the first speaker's line."""
    line = text.rfind("\n", 0, first.begin) + 1
    if not closing:
        return line if text[line : first.begin].strip() else first.begin
    begin = 0
    for above in text[:line].split("\n"):
        if label_of(above):
            return begin
        begin += len(above) + 1
    return line


class _Builder:
    """Adds what stands between stamps as segments, one for each speaker in it."""

    def __init__(self, text: str, draft: Draft, *, closing: bool) -> None:
        self._text = text
        self._draft = draft
        self._closing = closing
        self._speaker: str | None = None
        self._labels = Labels((), 0)

    def build(self, begin: int, marks: list[_Mark]) -> None:
        opening = _Mark(0, begin, begin, 1, closes=False, opens=True)
        spans = list(pairwise([opening, *marks, None]))
        texts = [self._between(a, b) for a, b in spans if a is not None]
        spoken = sum(1 for text in texts if text.strip())
        self._labels = Labels((text for text in texts if may_hold_label(text)), spoken)
        for (mark, following), text in zip(spans, texts, strict=True):
            if mark is not None:
                self._add(mark, following, text)

    def _between(self, mark: _Mark, following: _Mark | None) -> str:
        return self._text[mark.end : following.begin if following else len(self._text)]

    def _add(self, mark: _Mark, following: _Mark | None, text: str) -> None:
        end = None
        if following is not None and following.ms < mark.ms:
            self._draft.problem(following.line, _BACKWARDS)
        elif following is not None and (self._closing or following.closes):
            end = following.ms
        if mark.opens or text[:1] == "\n":
            self._speaker = None
        for speaker, part in self._labels.split(_without_blanks(text)):
            self._speaker = speaker or self._speaker
            if part.strip(" \t.,;"):
                self._draft.segment(mark.ms, end, part, speaker=self._speaker)


def _without_blanks(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n") if line.strip())
