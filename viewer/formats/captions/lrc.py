"""LRC, the words of songs: a time before each line, and where it is fine also before words.

[ti:A song]
[00:12.00]One line
[00:17.20][01:03.20]A line that <00:18.00> comes twice
[00:21.10]
"""

import re
from collections.abc import Iterator
from typing import Final

from viewer.core.oneline import one_line
from viewer.core.segment import Word
from viewer.core.timecode import parse_time
from viewer.core.transcript import Transcript
from viewer.core.value import value
from viewer.formats.draft import Draft, clean_source, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.inline_times import Piece, words_of
from viewer.formats.kit.speaker_labels import Labels, may_hold_label
from viewer.formats.kit.stamps import Stamps
from viewer.formats.text import split_lines

NAME: Final = "lrc"

#: Hours, as above episodes of podcasts, are told from `mm:ss:xx` by the fraction behind them.
_CLOCK: Final = (
    r"([0-9]{1,3}:[0-5][0-9](?=:[0-9]{2}\.)|[0-9]{1,3}):([0-5]?[0-9])(?:\.([0-9]{1,3}))?"
)
_STAMP: Final = re.compile(rf"[ \t]*\[{_CLOCK}\]")
_WORD_STAMP: Final = re.compile(rf"<{_CLOCK}>")
_TAG: Final = re.compile(r"\[([A-Za-z#]{1,20}):([^\[\]]*)\]")
_OFFSET: Final = re.compile(r"([+-]?)[ ]?([0-9]{1,7})")
#: A fraction makes a stamp LRC's; times without one are of many kinds of text.
_SIGN: Final = re.compile(r"^[ \t]*\[[0-9]{1,3}:[0-5]?[0-9]\.[0-9]{2,3}\]", re.M)
_TAGS: Final = re.compile(r"^\[(?:ar|ti|al|by|offset|re|ve|length|au|la):[^\]\n]*\]", re.M | re.I)
#: Hundredths behind a colon, for no minute has so many seconds; then all are written so.
_COLON_SIGN: Final = re.compile(r"^[ \t]*\[[0-9]{1,3}:[0-5]?[0-9]:[6-9][0-9]\]", re.M)
_COLONS: Final = re.compile(r"(?<=[\[<])([0-9]{1,3}:[0-5]?[0-9]):([0-9]{2})(?=[\]>])")
_MOST_REPEATS: Final = 100
#: How long the last word of a file is said, at most.
_LAST_WORD_MS: Final = 1_000
_BAD_OFFSET: Final = "The offset is not a number of milliseconds and was not used."
_LEFT_OUT: Final = "This line has no time and was left out."
_TOO_OFTEN: Final = "This line has more times than a line can have; the rest was left out."


@value
class _Line:
    """A line at one of its times; `shift_ms` is how far that lies behind the first of them."""

    start_ms: int
    text: str
    shift_ms: int = 0


def claims(sample: Content) -> Claim:
    """Return whether lines begin with stamps to the hundredth, or tags stand above stamps."""
    if "[" not in sample.text:
        return Claim.NO
    text = "\n".join(split_lines(sample.text))
    if _SIGN.search(text) or _COLON_SIGN.search(text):
        return Claim.SURE
    return Claim.sure(_TAGS.search(text) is not None and any(map(_STAMP.match, text.split("\n"))))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read the tags, then every line at each of its times."""
    draft = Draft(NAME)
    reader = _Reader(draft)
    text = content.text
    if _COLON_SIGN.search("\n".join(split_lines(text))):
        text = _COLONS.sub(r"\1.\2", text)
    lines = sorted(reader.read(split_lines(text)), key=lambda line: line.start_ms)
    if not any(line.text for line in lines):
        raise NothingUsableError("none of its lines has a time and words")
    _describe(draft)
    labels = Labels((line.text for line in lines if may_hold_label(line.text)), len(lines))
    for i, line in enumerate(lines):
        if line.text:
            reader.add(line, lines[i + 1] if i + 1 < len(lines) else None, labels)
    return draft.finish()


class _Reader:
    """Reads lines and tags into a draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._stamps = Stamps()
        self._offset_ms = 0

    def read(self, lines: list[str]) -> list[_Line]:
        """Return every line as often as it has times, moved by the file's offset."""
        found = [line for row, text in enumerate(lines) for line in self._read_line(text, row + 1)]
        if not self._offset_ms:
            return found
        return [
            _Line(max(0, line.start_ms - self._offset_ms), line.text, line.shift_ms)
            for line in found
        ]

    def add(self, line: _Line, after: _Line | None, labels: Labels) -> None:
        """Add a line that ends where the next one begins, for certain if that one is empty."""
        begins = after.start_ms if after else None
        end = begins if after and not after.text else None
        labelled = labels.cut(line.text) if may_hold_label(line.text) else None
        speaker, text = labelled or (None, line.text)
        words: tuple[Word, ...] = ()
        if "<" in text:
            pieces = list(self._pieces(text, line.shift_ms - self._offset_ms))
            text = " ".join("".join(piece[1] for piece in pieces).split())
            last = pieces[-1][0]
            if last is not None and not pieces[-1][1].strip() and last >= line.start_ms:
                end = last if begins is None else min(last, begins)
            words = _words(pieces, line.start_ms, begins if end is None else end)
        self._draft.segment(line.start_ms, end, text, speaker=speaker, words=words)

    def _read_line(self, line: str, number: int) -> Iterator[_Line]:
        starts = []
        begin = 0
        while match := _STAMP.match(line, begin):
            starts.append(self._stamps.read(*match.groups()))
            begin = match.end()
        if not starts:
            self._read_tag(line.strip(), number)
        if len(starts) > _MOST_REPEATS:
            self._draft.problem(number, _TOO_OFTEN)
        text = line[begin:].strip()
        for start in starts[:_MOST_REPEATS]:
            yield _Line(start, text, start - starts[0])

    def _read_tag(self, line: str, number: int) -> None:
        tag = _TAG.fullmatch(line)
        if tag is None:
            if line:
                self._draft.problem(number, _LEFT_OUT)
            return
        key, value = tag[1].lower(), tag[2].strip()
        if key == "offset":
            offset = _OFFSET.fullmatch(value)
            if offset is None:
                self._draft.problem(number, _BAD_OFFSET)
            else:
                self._offset_ms = int(offset[1] + offset[2])
        elif value:
            self._draft.metadata[key] = one_line(value)

    def _pieces(self, text: str, shift_ms: int) -> Iterator[Piece]:
        parts = _WORD_STAMP.split(text)
        yield None, parts[0], None
        for i in range(1, len(parts), 4):
            at = self._stamps.read(parts[i], parts[i + 1], parts[i + 2]) + shift_ms
            yield max(at, 0), parts[i + 3], None


def _words(pieces: list[Piece], start: int, end: int | None) -> tuple[Word, ...]:
    times = [ms for ms, _, _ in pieces if ms is not None]
    if not times:
        return ()
    return words_of(pieces, start, max(times) + _LAST_WORD_MS if end is None else end)


def _describe(draft: Draft) -> None:
    tags = draft.metadata
    draft.source = clean_source(tags.get("ti", ""), tags.get("ar", ""), None, "")
    draft.duration_ms = parse_time(tags.get("length", ""))
    draft.language = tags.get("la") or None
