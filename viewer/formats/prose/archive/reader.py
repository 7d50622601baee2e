"""Archive Markdown: a header, a title, a channel, and one bullet a segment with a link to its time.

---
Length: 298s
Video Description: many lines, which can hold anything
---

# Title
**Channel:** [May 24, 2017](https://www.youtube.com/watch?v=ID)
*  text [[00:00:12](https://www.youtube.com/watch?v=ID&t=12.6s)]
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from viewer.core.dates import parse_date
from viewer.core.late import late
from viewer.core.links import time_in_link, without_time
from viewer.core.timecode import fraction_ms, parse_time
from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, clean_source, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.prose.archive.header import find_layout, read_channel, read_header
from viewer.formats.prose.archive.speakers import split_speaker, with_its_end
from viewer.formats.text import split_lines

NAME: Final = "archive-markdown"

#: The end of a bullet, once the line is cut at its last `[[`: label and link.
_LINK: Final = re.compile(r"\[\[([^\]]*)\]\(\s*+(\S*)\s*+\)\]\s*+")
#: The same for nearly every bullet, with its seconds.
_USUAL: Final = re.compile(
    r"\[\[[\d:]{4,12}\]\(([^\s()]*)[?&#]t=(\d{1,9})(?:\.(\d{1,30}))?s\)\]\s*"
)
#: The time of a bullet that has it in front of its words: label and link.
_FRONT: Final = late(r"\s*+\[?\[([\d:.]{4,12})\]\(\s*+([^\s()]*+)\s*+\)\]?\s*+")
_BEHIND_BULLET: Final = ("", " ", "\t", "\xa0")
#: Signs that a file is of this kind; one is enough.
_SIGNS: Final = (
    re.compile(r"^[ \t\xa0]*+\*[ \t\xa0].*\[\[[\d:]{4,9}\]\(", re.M),
    re.compile(
        r"^\*\*.*:\*\* \[[^\]\n]{0,99}\]\(https?://[^)\s]{0,999}\)"
        r"[^\S\n]*+\n\s*+(?:\*[ \t\xa0]|\Z)",
        re.M,
    ),
    re.compile(
        r"\A\s*+---[^\S\n]*+\n(?:.*+\n){0,9}(?:Transcription Model|Video (?:Keywords|Views)):"
    ),
    # What we write of a transcript without times and sources: a title, and nothing but bullets.
    re.compile(
        r"\A(?:---\n(?:(?!---\n)[^\n]*+\n)*+---\n\n)?+#(?: [^\n]*+)?+\n"
        r"(?:\*  (?![ \n])[^\n]*+(?:\n|\Z))++(?:\* ?)?\Z"
    ),
)


def claims(sample: Content) -> Claim:
    """Return whether the head shows the header, the channel line or a timed bullet."""
    if not any(each in sample.text for each in ("](", "---", "\n*  ")):  # seen at a glance
        return Claim.NO
    text = sample.text.replace("\r", "")
    return Claim.sure(any(sign.search(text) for sign in _SIGNS))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read the header, the title, the channel and every bullet."""
    lines = split_lines(content.text)
    draft = Draft(NAME)
    layout = find_layout(lines)
    read_header(lines, layout, draft)
    body = _Body(draft, lines)
    body.read(layout.body)
    if draft.empty and not draft.source.title and not draft.metadata:
        raise NothingUsableError("it has no title and not one line of transcript")
    if draft.empty:
        draft.problem(min(layout.body + 1, len(lines)), "The file has no lines of transcript.")
    return draft.finish()


class _Body:
    """Reads what follows the front matter into a draft."""

    def __init__(self, draft: Draft, lines: list[str]) -> None:
        self._draft = draft
        self._lines = lines
        self._title = self._channel = self._url = self._date = ""
        self._first_link = ""
        self._latest_ms = -1

    def read(self, start: int) -> None:
        """Read the title and the channel where they are, then the bullets."""
        row = self._read_head(start)
        bullets = list(self._bullets(row))
        for line, text in _turned(bullets) if _times_come_first(bullets) else bullets:
            self._read_bullet(line, text)
        published = parse_date(self._date)
        url = self._url or without_time(self._first_link)
        self._draft.source = clean_source(self._title, self._channel, published, url)

    def _read_head(self, start: int) -> int:
        for row in range(start, len(self._lines)):
            line = self._lines[row].strip()
            if not line:
                continue
            if _behind_bullet(line) is not None:
                return row
            if not self._title and (line.startswith("# ") or line == "#"):
                self._title = line[1:].strip()
            elif not self._channel and (channel := read_channel(line)):
                self._take_channel(channel, row + 1)
            else:
                self._draft.problem(row + 1, "This line is not part of a bullet and was left out.")
        return len(self._lines)

    def _take_channel(self, channel: tuple[str, str, str], line: int) -> None:
        self._channel, self._date, self._url = channel
        if self._date and parse_date(self._date) is None:
            self._draft.problem(line, "The date could not be read.")

    def _bullets(self, start: int) -> Iterator[tuple[int, str]]:
        """Yield each bullet's line number and text; a bullet broken over lines is put together."""
        parts: list[str] = []
        first = start
        for row in range(start, len(self._lines)):
            line = self._lines[row]
            text = line[1:] if line.startswith("* ") else _behind_bullet(line)
            if text is not None:
                if parts:
                    yield first + 1, " ".join(parts)
                parts, first = [text], row
            elif not line.strip():
                continue
            elif parts[-1].rstrip().endswith(")]"):
                self._draft.problem(row + 1, "This line is not part of a bullet and was left out.")
            else:
                self._draft.problem(row + 1, "This line was joined to the bullet above it.")
                parts.append(line)
        if parts:
            yield first + 1, " ".join(parts)

    def _read_bullet(self, line: int, text: str) -> None:
        cut = text.rfind("[[")
        usual = _USUAL.fullmatch(text, cut) if cut >= 0 else None
        if usual is not None:
            url, whole, digits = usual.groups()
            start = int(whole) * 1000 + (fraction_ms(digits) if digits else 0)
            self._add(line, start, text[:cut], url)
            return
        match = _LINK.fullmatch(text, cut) if cut >= 0 else None
        if match is None:
            self._say(None, text)
        else:
            self._read_odd_link(line, text, *match.groups())

    def _read_odd_link(self, line: int, text: str, label: str, url: str) -> None:
        start = time_in_link(url)
        if start is None:
            start = parse_time(label)
            outcome = "left without a time" if start is None else "placed by its label"
            self._draft.problem(
                line, f"The link has no time that can be read; the line was {outcome}."
            )
        if start is None:
            self._say(None, text)
        else:
            self._add(line, start, text[: text.rfind("[[")], url)

    def _add(self, line: int, start: int, text: str, url: str) -> None:
        if start < self._latest_ms:
            self._draft.problem(line, "This line begins before the one above it.")
        else:
            self._latest_ms = start
        if not self._first_link:
            self._first_link = url
        self._say(start, text)

    def _say(self, start: int | None, text: str) -> None:
        speaker, said = split_speaker(with_its_end(text) if start is None else text)
        self._draft.segment(start, None, said, speaker=speaker)


def _times_come_first(bullets: Sequence[tuple[int, str]]) -> bool:
    """Return whether bullets begin with the links to their times, where others end with them."""
    if not bullets or not _FRONT.match(bullets[0][1]):
        return False
    return not any(_LINK.fullmatch(text, max(text.rfind("[["), 1)) for _, text in bullets)


def _turned(bullets: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield bullets with the links that they begin with at their ends."""
    for line, text in bullets:
        link = _FRONT.match(text)
        yield line, f"{text[link.end() :]} [[{link[1]}]({link[2]})]" if link else text


def _behind_bullet(line: str) -> str | None:
    """Return what stands behind the bullet that a line begins with, however it is indented."""
    bare = line.lstrip()
    return bare[1:] if bare.startswith("*") and bare[1:2] in _BEHIND_BULLET else None
