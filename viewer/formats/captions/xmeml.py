"""Final Cut Pro 7's XML (xmeml), which Premiere and subtitle editors write, too: texts as items.

<generatoritem><start>25</start><end>75</end><effect><parameter><parameterid>str</parameterid>
<value>Good morning.</value></parameter></effect></generatoritem>

Start and end count frames of the sequence, whose rate stands in it.
"""

import re
from typing import Final

from viewer.core.transcript import Transcript
from viewer.core.value import value
from viewer.formats.captions.cues import ENDS_EARLY
from viewer.formats.draft import Draft, clean_source, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.speaker_labels import Labels
from viewer.formats.kit.xml_root import root_of
from viewer.formats.kit.xml_stream import Tags

NAME: Final = "xmeml"

_ROOT: Final = "xmeml"
_DOCTYPE: Final = re.compile(r"<!DOCTYPE\s+xmeml\b[^<>\[\]]{0,300}>")
_ITEMS: Final = ("generatoritem", "clipitem")
#: What generators of text call what they show.
_TEXT: Final = "str"
_FRAME: Final = re.compile(r"-?[0-9]{1,12}")
_FEWEST_FRAMES, _MOST_FRAMES = 1, 300
_NO_TIME: Final = "This text has no time that can be read and was left out."
_NO_RATE: Final = "The file does not give its frame rate; 25 frames a second were assumed."
_USUAL_RATE: Final = 25


@value
class _Shown:
    """A text, the line of the file on which it stands, and its frames."""

    line: int
    start: int | None
    end: int | None
    text: str


def claims(sample: Content) -> Claim:
    """Return whether the root element is Final Cut Pro 7's."""
    return Claim.sure(root_of(sample.text) == _ROOT)


@uncollected()
def parse(content: Content) -> Transcript:
    """Read the texts of all tracks."""
    draft = Draft(NAME)
    sequence = _Sequence()
    sequence.read(_DOCTYPE.sub("", content.text, count=1), draft)
    if not sequence.frames:
        draft.problem(1, _NO_RATE)
    rate = (sequence.frames or _USUAL_RATE) * (1000 / 1001 if sequence.is_slow else 1)
    labels = Labels((one.text for one in sequence.shown), len(sequence.shown))
    for one in sequence.shown:
        if one.start is None or one.start < 0:
            draft.problem(one.line, _NO_TIME)
            continue
        start, end = round(one.start * 1000 / rate), None
        if one.end is not None and one.end >= one.start:
            end = round(one.end * 1000 / rate)
        elif one.end is not None and one.end >= 0:
            draft.problem(one.line, ENDS_EARLY)
        for speaker, said in labels.split(one.text):
            draft.segment(start, end, said, speaker=speaker)
    if draft.empty:
        raise NothingUsableError("it is a sequence without texts")
    draft.source = clean_source(sequence.title, "", None, "")
    return draft.finish()


class _Sequence(Tags):
    """Collects the texts of items, and the rate and name of the sequence."""

    def __init__(self) -> None:
        self.shown: list[_Shown] = []
        self.frames = 0
        self.is_slow = False
        self.title = ""
        self._around: list[str] = []
        self._said: list[str] = []
        #: The frames of the item that is open, the parameter in it, and its texts.
        self._times: dict[str, int] = {}
        self._parameter = ""
        self._texts: list[tuple[int, str]] = []

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        self._around.append(name)
        self._said = []
        if name in _ITEMS:
            self._times, self._texts = {}, []
        elif name == "parameter":
            self._parameter = ""

    def closed(self, name: str) -> None:
        self._around.pop()
        said, self._said = "".join(self._said).strip(), []
        around = self._around[-1] if self._around else ""
        if around in _ITEMS and name in ("start", "end") and _FRAME.fullmatch(said):
            self._times[name] = int(said)
        elif name == "parameterid":
            self._parameter = said
        elif name == "value" and around == "parameter" and self._parameter == _TEXT and said:
            self._texts.append((self.line, said.replace("\r", "\n")))
        elif name in _ITEMS:
            get = self._times.get
            self.shown += (
                _Shown(line, get("start"), get("end"), text) for line, text in self._texts
            )
            self._texts = []
        elif self._around[-2:] == ["sequence", "rate"]:
            self._rate(name, said)
        elif name == "name" and around == "sequence":
            self.title = self.title or said

    def said(self, text: str) -> None:
        self._said.append(text)

    def _rate(self, name: str, said: str) -> None:
        if name == "timebase" and said.isascii() and said.isdecimal() and len(said) < 4:
            frames = int(said)
            self.frames = self.frames or (frames if _FEWEST_FRAMES <= frames <= _MOST_FRAMES else 0)
        elif name == "ntsc":
            self.is_slow = said.upper() == "TRUE"
