"""GPAC's timed text (.ttxt): samples of text in XML, each shown from its time on.

<TextSample sampleTime="00:00:01.500" xml:space="preserve">Good morning.</TextSample>
<TextSample sampleTime="00:00:03.000"/>
"""

import re
from typing import Final

from viewer.core.timecode import parse_time
from viewer.core.transcript import Transcript
from viewer.formats.captions.moments import Moment, finished
from viewer.formats.draft import Draft, uncollected
from viewer.formats.format import Claim, Content
from viewer.formats.kit.xml_root import root_of
from viewer.formats.kit.xml_stream import Tags

NAME: Final = "text-stream"

_ROOT: Final = "TextStream"
_SAMPLE: Final = "TextSample"
_DOCTYPE: Final = re.compile(r"<!DOCTYPE\s+TextStream\b[^<>\[\]]{0,300}>")
#: What stands between lines in an attribute, as older releases write them.
_BETWEEN: Final = "' '"
_NO_TIME: Final = "This text has no time that can be read and was left out."


def claims(sample: Content) -> Claim:
    """Return whether the root element is GPAC's."""
    return Claim.sure(root_of(sample.text) == _ROOT)


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every sample."""
    draft = Draft(NAME, in_order=True)
    stream = _Stream(draft)
    stream.read(_DOCTYPE.sub("", content.text, count=1), draft)
    return finished(draft, stream.moments, "in its sample")


class _Stream(Tags):
    """Collects the samples."""

    def __init__(self, draft: Draft) -> None:
        self.moments: list[Moment] = []
        self._draft = draft
        self._begun: tuple[int, str] | None = None
        self._said: list[str] = []

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        if name == _SAMPLE:
            self._begun = self.line, attributes.get("sampleTime", "")
            text = attributes.get("text", "").strip()
            is_quoted = text[:1] == text[-1:] == "'" and len(text) > 1
            self._said = [text[1:-1].replace(_BETWEEN, "\n") if is_quoted else text]

    def closed(self, name: str) -> None:
        if name != _SAMPLE or self._begun is None:
            return
        (line, time), text = self._begun, "".join(self._said).strip()
        start = parse_time(time)
        if start is not None:
            self.moments.append(Moment(line, start, text))
        elif text:
            self._draft.problem(line, _NO_TIME)
        self._begun = None

    def said(self, text: str) -> None:
        if self._begun is not None:
            self._said.append(text)
