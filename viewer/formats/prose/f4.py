"""Text with the stamps of f4, f5 and MAXQDA: `#00:01:02-3#`, with tenths of a second.

I: How are you today? #00:00:05-1#
B: Fine, thank you. #00:00:12-2#

Times in brackets at the ends of lines (`Fine. [00:00:12]`) are read alike.
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
#: The same in brackets, as MAXQDA and others write it at the edges of lines.
_IN_BRACKETS: Final = re.compile(
    r"[\[(]([0-9]{1,3}:[0-5][0-9]:[0-5][0-9])(?:[-.,]([0-9]{1,3}))?[\])]"
)
_CLOSING: Final = ("]", ")")
#: So many lines that end in times in brackets are the fewest that tell anything.
_FEWEST: Final = 2
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
    """Return whether the sample has a stamp, or most of its lines end in times in brackets."""
    if "#" in sample.text and _STAMP.search(sample.text) is not None:
        return Claim.LIKELY
    return Claim.likely(_closes_in_brackets(split_lines(sample.text)))


def _closes_in_brackets(lines: list[str]) -> bool:
    filled = [line.strip() for line in lines if line and not line.isspace()]
    closed = sum(line.endswith(_CLOSING) and _last_time(line) is not None for line in filled)
    return closed >= _FEWEST and closed * 2 >= len(filled)


def _last_time(line: str) -> re.Match[str] | None:
    """Return the time in brackets that a line ends in, behind words that are no name alone."""
    begin = max(line.rfind("["), line.rfind("("))
    time = _IN_BRACKETS.fullmatch(line, begin) if begin > 0 else None
    said = line[:begin].strip(" \t:-–—|*#")
    label = label_of(f"{said}:")
    is_name = label is not None and label[0] == said
    return time if any(map(str.isalpha, said)) and not is_name else None


def _stamped(text: str) -> str:
    """Return the lines with stamps for times in brackets at their beginnings and ends."""
    lines = split_lines(text)
    if _STAMP.search(text) is None and _closes_in_brackets(lines):
        lines = [_with_stamps(line.strip()) for line in lines]
    return "\n".join(lines)


def _with_stamps(line: str) -> str:
    last, first = _last_time(line), _IN_BRACKETS.match(line)
    if last is not None:
        line = line[: last.start()] + _stamp_of(last)
    return line if first is None else _stamp_of(first) + line[first.end() :]


def _stamp_of(time: re.Match[str]) -> str:
    return f"#{time[1]}-{time[2]}#" if time[2] else f"#{time[1]}#"


@uncollected()
def parse(content: Content) -> Transcript:
    """Read what stands between the stamps, and what stands above the transcript."""
    text = _stamped(content.text)
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
