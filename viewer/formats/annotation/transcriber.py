"""Transcriber's files (`.trs`): turns of speakers, cut by moments.

<Turn speaker="spk1" startTime="0" endTime="4"><Sync time="0"/>one<Sync time="2"/>two</Turn>

Where two speak at once, `Who` tells whose the words are. http://trans.sourceforge.net
"""

import re
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.json_values import milliseconds
from viewer.formats.kit.xml_stream import Tags

NAME: Final = "transcriber"

_SIGN: Final = re.compile(r"<Trans[\s>]")
#: The document type names a file that is not there, and nothing of it is needed.
_DOCTYPE: Final = re.compile(r"<!DOCTYPE\s+Trans\s[^<>\[\]]{0,300}>")


def claims(sample: Content) -> Claim:
    """Return whether the root element is Transcriber's."""
    return Claim.sure(_SIGN.search(sample.text) and "<Turn" in sample.text)


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every turn."""
    draft = Draft(NAME)
    document = _Document(draft)
    document.read(_DOCTYPE.sub("", content.text, count=1), draft)
    document.finish()
    if draft.empty:
        raise NothingUsableError("it has no turn with words")
    return draft.finish()


class _Document(Tags):
    """Adds a segment for the words between two moments."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._people: dict[str, str] = {}
        self._in_turn = False
        self._speakers: list[str] = []
        self._who: str | None = None
        self._start: int | None = None
        self._end: int | None = None
        self._said: list[str] = []

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        if name == "Trans":
            self._draft.language = attributes.get("xml:lang", "").strip()[:40] or None
            if media := attributes.get("audio_filename", "").strip():
                self._draft.media.append(media)
        elif name == "Speaker":
            self._people[attributes.get("id", "")] = attributes.get("name", "").strip()
        elif name == "Turn":
            keys = attributes.get("speaker", "").split()
            self._speakers = [self._people.get(key) or key for key in keys]
            self._who, self._in_turn = ", ".join(self._speakers) or None, True
            self._start = milliseconds(attributes.get("startTime"))
            self._end = milliseconds(attributes.get("endTime"))
        elif name == "Sync":
            until = milliseconds(attributes.get("time"))
            self._add(until)
            self._start = self._start if until is None else until
        elif name == "Who":
            self._add(self._end)  # nothing tells when the other one begins
            number = attributes.get("nb", "")
            row = (
                int(number) - 1
                if number.isascii() and number.isdecimal() and len(number) < 4
                else 0
            )
            self._who = self._speakers[row] if 0 <= row < len(self._speakers) else self._who

    def closed(self, name: str) -> None:
        if name == "Turn":
            self._add(self._end)
            self._in_turn = False

    def said(self, text: str) -> None:
        if self._in_turn:
            self._said.append(text)

    def finish(self) -> None:
        """Add what a file that breaks off says last."""
        self._add(None)

    def _add(self, end: int | None) -> None:
        text = " ".join("".join(self._said).split())
        self._said.clear()
        if text:
            start = None if self._start is None else max(self._start, 0)
            later = end if start is not None and end is not None and end > start else None
            self._draft.segment(start, later, text, speaker=self._who)
