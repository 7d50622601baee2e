"""YouTube's automatic captions as WebVTT: a window that rolls, taken apart into its lines.

Each cue shows the line before, then the line that is being said with a time before each word;
between two such cues stands one of 10 ms that shows only the finished line:

00:00:02.750 --> 00:00:02.760 align:start position:0%
the line that was said
\u0020
00:00:02.760 --> 00:00:04.730 align:start position:0%
the line that was said
and<00:00:02.940><c> the</c><00:00:03.419><c> next</c>

A line with times is always new. One without is a repetition if it stands where the window before
ended, and new otherwise: a line of a single word has no times inside. So what is truly said
twice stays.
"""

import re
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.base import Content, Draft, Format, NothingUsableError, uncollected
from viewer.formats.cues import Notes
from viewer.formats.entities import unescape
from viewer.formats.stamps import Stamps
from viewer.formats.timed_text import Piece
from viewer.formats.webvtt_cues import cut, has_header, note_lost, payloads_of, read_header
from viewer.formats.webvtt_text import read_cue_text, timed_pieces
from viewer.formats.youtube_lines import add_line

NAME: Final = "youtube-vtt"

#: A time before a word in colour tags, which only YouTube writes.
_SIGN: Final = re.compile(r"<[0-9:]{5,12}\.[0-9]{3}><c[.>]")
#: Two cues are one display if no more than this lies between them.
_TOUCHING_MS: Final = 50
#: More lines than this are never on the screen.
_ROWS: Final = 8


def claims(sample: Content) -> bool:
    """Return whether the sample is WebVTT with words timed as YouTube's recogniser does it."""
    return has_header(sample.text) and _SIGN.search(sample.text) is not None


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every line once, from when it is said until the next one is."""
    cues = cut(content.text)
    draft = Draft(NAME)
    notes = Notes()
    read_header(cues.head, draft)
    note_lost(-1, 0, cues.head, notes, last=False)
    window = _Window(draft)
    payloads = payloads_of(cues, notes)
    for start, end, payload in zip(cues.starts, cues.ends, payloads, strict=True):
        window.show(start, max(start, end), payload)
    window.close()
    if draft.empty:
        raise NothingUsableError("it has no line of captions")
    notes.report(cues, draft)
    return draft.finish()


class _Window:
    """What is on the screen, and the line that is being said."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._stamps = Stamps()
        self._shown: list[str] = []
        self._shown_until = -1
        self._said: tuple[int, list[Piece]] | None = None
        self._said_until = 0

    def show(self, start: int, end: int, payload: str) -> None:
        """Take in a cue: its new lines are said, its old ones go on being shown."""
        lines = [line for line in payload.split("\n") if line and not line.isspace()]
        timed = next((i for i, line in enumerate(lines) if "<" in line), len(lines))
        touching = 0 <= start - self._shown_until <= _TOUCHING_MS
        if not touching and timed == len(lines):
            self._shown = []
        texts = [unescape(line).strip() if "&" in line else line.strip() for line in lines[:timed]]
        old = self._repeated(texts)
        for i in range(old, len(lines)):
            pieces = self._pieces(lines[i])
            texts[i:] = ["".join([text for _, text, _ in pieces]).strip()]
            self.close()
            self._said = start, [(start, *pieces[0][1:]), *pieces[1:]]
            self._said_until = end
        if old == len(lines) and touching and end - start <= _TOUCHING_MS:
            self._said_until = end  # the short cue between two lines
        self._shown, self._shown_until = texts[-_ROWS:], end

    def close(self) -> None:
        """Add the line that was said last."""
        if self._said is not None:
            start, pieces = self._said
            add_line(self._draft, start, max(start, self._said_until), pieces)
        self._said = None

    def _repeated(self, texts: list[str]) -> int:
        """Return how many of the cue's first lines are the last lines that were shown."""
        for count in range(min(len(texts), len(self._shown)), 0, -1):
            if self._shown[-count:] == texts[:count]:
                return count
        return 0

    def _pieces(self, line: str) -> list[Piece]:
        if "<" not in line:
            return [(None, unescape(line) if "&" in line else line, None)]
        line = line.replace("<c>", "").replace("</c>", "")
        pieces = timed_pieces(line, self._stamps)
        if pieces is None:
            pieces = [piece for run in read_cue_text(line).runs for piece in run.pieces]
        return pieces


FORMAT: Final = Format(
    name=NAME,
    title="YouTube automatic captions",
    suffixes=(".vtt",),
    claims=claims,
    parse=parse,
)
