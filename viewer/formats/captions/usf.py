"""USF, the Universal Subtitle Format: XML of subtitles with start, stop and texts.

<subtitle start="00:00:01.500" stop="00:00:03.000"><text speaker="Anna">Good<br/>morning.</text>
</subtitle>
"""

import re
from typing import Final

from viewer.core.timecode import parse_time
from viewer.core.transcript import Transcript
from viewer.formats.captions.cues import ENDS_EARLY
from viewer.formats.draft import Draft, clean_source, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.speaker_labels import Labels
from viewer.formats.kit.xml_root import root_of
from viewer.formats.kit.xml_stream import Tags

NAME: Final = "usf"

_ROOT: Final = "usfsubtitles"
#: The document type names a file that is not there, and nothing of it is needed.
_DOCTYPE: Final = re.compile(r"<!DOCTYPE\s+USFSubtitles\s[^<>\[\]]{0,300}>", re.I)
_NO_TIME: Final = "This subtitle has no time that can be read and was left out."

#: The line, start, end, speaker and words of a text.
_Text = tuple[int, int | None, int | None, str | None, str]


def claims(sample: Content) -> Claim:
    """Return whether the root element is USF's."""
    return Claim.sure(root_of(sample.text).lower() == _ROOT)


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every text of every subtitle."""
    draft = Draft(NAME)
    document = _Document()
    document.read(_DOCTYPE.sub("", content.text, count=1), draft)
    labels = Labels(
        (text for *_, speaker, text in document.texts if not speaker), len(document.texts)
    )
    for line, start, end, named, text in document.texts:
        if start is None:
            draft.problem(line, _NO_TIME)
            continue
        if end is not None and end < start:
            draft.problem(line, ENDS_EARLY)
            end = None
        for speaker, said in [(named, text)] if named else labels.split(text):
            draft.segment(start, end, said, speaker=speaker)
    if draft.empty:
        raise NothingUsableError("it has no subtitle with a time and words")
    draft.source = clean_source(document.title, "", None, "")
    draft.language = document.language
    return draft.finish()


class _Document(Tags):
    """Collects the texts, the title and the language."""

    def __init__(self) -> None:
        self.texts: list[_Text] = []
        self.title = ""
        self.language: str | None = None
        self._around: list[str] = []
        self._times: tuple[int | None, int | None] = (None, None)
        self._begun: tuple[int, str | None] = (1, None)
        self._said: list[str] | None = None
        self._depth = 0

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        kind = name.lower()
        if kind == "subtitle":
            start, stop, length = (
                parse_time(attributes.get(key, "")) for key in ("start", "stop", "duration")
            )
            if stop is None and start is not None and length is not None:
                stop = start + length
            self._times = start, stop
        elif kind in ("text", "karaoke") and self._said is None:
            self._begun = self.line, attributes.get("speaker") or None
            self._said, self._depth = [], len(self._around)
        elif kind == "br" and self._said is not None:
            self._said.append("\n")
        elif kind == "language" and self.language is None:
            self.language = attributes.get("code", "").strip()[:20] or None
        self._around.append(kind)

    def closed(self, name: str) -> None:
        self._around.pop()
        if self._said is not None and len(self._around) == self._depth:
            text = "\n".join(" ".join(part.split()) for part in "".join(self._said).split("\n"))
            if text.strip():
                line, speaker = self._begun
                self.texts.append((line, *self._times, speaker, text.strip()))
            self._said = None

    def said(self, text: str) -> None:
        if self._said is not None and "comment" not in self._around[self._depth :]:
            self._said.append(text.replace("\n", " "))
        elif self._around[-2:] == ["metadata", "title"]:
            self.title += text
