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
from collections.abc import Iterator
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.captions.cues import Notes
from viewer.formats.captions.rolling import ROWS, TOUCHING_MS, repeated
from viewer.formats.captions.webvtt.cues import cut, payloads_of, read_head
from viewer.formats.captions.webvtt.text import read_cue_text, timed_pieces, without_plain_tags
from viewer.formats.captions.webvtt.timed import Timed, pieces_of, timed_texts, timed_words
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.inline_times import Piece
from viewer.formats.kit.stamps import Stamps
from viewer.formats.kit.turn_marks import TURN, add_line
from viewer.formats.text import unescape

NAME: Final = "youtube-vtt"

#: A time before a word in colour tags, which only YouTube writes.
_SIGN: Final = re.compile(r"<[0-9:]{5,12}\.[0-9]{3}><c[.>]")
#: A voice, which YouTube's recogniser never writes.
_VOICE: Final = re.compile(r"<v[.\s]")
_TIME_LINE: Final = re.compile(r"^[ \t]*[0-9:]{5,12}[.,][0-9]{3}[ \t]*-->", re.M)


def claims(sample: Content) -> Claim:
    """Return whether below a time line words are timed as YouTube's recogniser does it.

    Others time words with the same tags; where they name who speaks, the file is read as WebVTT.
    """
    if "><c" not in sample.text or _VOICE.search(sample.text) is not None:
        return Claim.NO
    line = _TIME_LINE.search(sample.text.replace("\r", "\n"))
    return Claim.sure(line is not None and _SIGN.search(sample.text, line.end()) is not None)


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every line once, from when it is said until the next one is."""
    cues = cut(content.text)
    draft = Draft(NAME)
    notes = Notes()
    read_head(content.text, cues, draft, notes)
    payloads = payloads_of(cues, notes)
    window = _Window(draft, timed_texts(_tagged(payloads)))
    for start, end, payload in zip(cues.starts, cues.ends, payloads, strict=True):
        window.show(start, end if start < end else start, payload)
    window.close()
    if draft.empty:
        raise NothingUsableError("it has no line of captions")
    notes.report(cues, draft)
    return draft.finish()


def _tagged(payloads: list[str]) -> list[str]:
    """Return the lines that have tags, in order, without the tags that are not times."""
    tagged = "\n".join([payload for payload in payloads if "<" in payload])
    lines = [line for line in tagged.split("\n") if "<" in line]
    text = _uncoloured("\n".join(lines))
    lines = text.split("\n") if lines else []
    return list(map(without_plain_tags, lines)) if "<c." in text else lines


def _uncoloured(text: str) -> str:
    return text.replace("<c>", "").replace("</c>", "")


class _Window:
    """What is on the screen, and the line that is being said.

    `timed` yields what is read from each line that has tags.
    """

    def __init__(self, draft: Draft, timed: Iterator[Timed | None]) -> None:
        self._draft = draft
        self._timed = timed
        self._stamps = Stamps()
        self._shown: list[str] = []
        self._shown_until = -1
        #: When the line began, its text, and its words, where it is unusual as pieces.
        self._said: tuple[int, str, Timed | list[Piece]] | None = None
        self._said_until = 0

    def show(self, start: int, end: int, payload: str) -> None:
        """Take in a cue: its new lines are said, its old ones go on being shown."""
        touching = 0 <= start - self._shown_until <= TOUCHING_MS
        if touching and self._keeps_last(payload):
            del self._shown[:-1]
            old = True
        else:
            old = self._take_in(start, end, payload, touching)
        if old and touching and end - start <= TOUCHING_MS:
            self._said_until = end  # the short cue between two lines
        self._shown_until = end

    def _keeps_last(self, payload: str) -> bool:
        """Return whether a cue shows the last line alone: a short way for every second cue."""
        last = self._shown[-1] if self._shown else ""
        if not last or payload.rstrip() != last:
            return False
        return "\n" not in last and "<" not in last and "&" not in last

    def _take_in(self, start: int, end: int, payload: str, touching: bool) -> bool:
        """Let a cue's new lines be said, one after the other; return whether there was none."""
        lines = list(filter(str.strip, payload.split("\n")))
        texts = []
        for line in lines:
            if "<" in line:
                break
            texts.append(unescape(line).strip() if "&" in line else line.strip())
        if not touching and len(texts) == len(lines):
            self._shown = []
        old = repeated(self._shown, texts)
        for i in range(old, len(lines)):
            self.close()
            self._said = said = self._read(start, lines[i])
            self._said_until = end
            texts[i:] = [said[1].strip()]
        self._shown = texts[-ROWS:]
        return old == len(lines)

    def close(self) -> None:
        """Add the line that was said last."""
        if self._said is None:
            return
        start, text, said = self._said
        end = max(start, self._said_until)
        if isinstance(said, list):
            add_line(self._draft, start, end, said, "".join([piece[1] for piece in said]))
        else:
            self._draft.segment(start, end, text, words=timed_words(said, start, end))
        self._said = None

    def _read(self, start: int, line: str) -> tuple[int, str, Timed | list[Piece]]:
        timed: Timed | None = [], [unescape(line) if "&" in line else line]
        if "<" in line:
            timed = next(self._timed)
        if timed is None:
            pieces = self._pieces(line)
            pieces[0] = (start, *pieces[0][1:])
            return start, "".join([text for _, text, _ in pieces]), pieces
        times, texts = timed
        if times and not texts[0]:
            timed = times[1:], texts[1:]  # the cue says when its first word begins
        text = "".join(texts)
        simple = TURN not in text and text and not text.isspace()
        return start, text, timed if simple else pieces_of(timed, start)

    def _pieces(self, line: str) -> list[Piece]:
        line = _uncoloured(line)
        pieces = timed_pieces(line, self._stamps)
        if pieces is None:
            pieces = [piece for run in read_cue_text(line).runs for piece in run.pieces]
        return pieces
