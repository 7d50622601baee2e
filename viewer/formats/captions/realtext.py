"""RealText: a window in loose HTML, in which `time` says from when on words are shown.

<window duration="10"><time begin="1.5"/><clear/>Good morning.<br/>All of you.
<time begin="00:00:04.0" end="00:00:06.0"/><clear/>Yes.
</window>
"""

import re
from typing import Final

from viewer.core.timecode import clock_seconds, fraction_ms
from viewer.core.transcript import Transcript
from viewer.formats.captions.moments import Moment, finished
from viewer.formats.draft import Draft, clean_source, uncollected
from viewer.formats.format import Claim, Content
from viewer.formats.kit.html_stream import Attributes, Page
from viewer.formats.kit.xml_root import root_of

NAME: Final = "realtext"

_ROOT: Final = "window"
_TIMED: Final = re.compile(r"<time\s[^<>]{0,80}\b(?:begin|end)\s?=", re.I)
#: Days, hours, minutes, seconds; fewer of them where the first are none.
_TIME: Final = re.compile(r"((?:[0-9]{1,4}:){0,3})([0-9]{1,6})(?:\.([0-9]{1,9}))?")
_BLANKS: Final = re.compile(r"\s+")
_BREAKS: Final = frozenset({"br", "p", "tl", "tu", "center", "li", "ol", "ul", "pos"})
_NO_TIME: Final = "This time cannot be read; what it shows was left out."


def claims(sample: Content) -> Claim:
    """Return whether a window of RealText opens, and a time in it."""
    return Claim.sure(root_of(sample.text).lower() == _ROOT and _TIMED.search(sample.text))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read what is shown from each time on."""
    draft = Draft(NAME)
    window = _Window(draft)
    window.read(content.text.removeprefix("\ufeff"))
    window.show()
    draft.duration_ms = window.length_ms
    draft.source = clean_source(window.title, "", None, "")
    return finished(draft, window.moments, "behind it")


class _Window(Page):
    """Collects what is shown; words that are not cleared away stay, and are shown once."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self.moments: list[Moment] = []
        self.length_ms: int | None = None
        self._draft = draft
        self._begun: Moment | None = Moment(1, 0, "")
        self._said: list[str] = []

    def opened(self, tag: str, attributes: Attributes) -> None:
        if tag == "window":
            self.length_ms = _ms(attributes.get("duration", "")) or None
        elif tag == "time":
            self.show()
            begin, end = (attributes.get(key, "") for key in ("begin", "end"))
            above = self.moments[-1].start_ms if self.moments else 0
            start = _ms(begin) if begin or not end else above
            if start is None:
                self._draft.problem(self.line, _NO_TIME)
            self._begun = None if start is None else Moment(self.line, start, "", _ms(end))
        elif tag in _BREAKS:
            self._said.append("\n")

    def said(self, text: str) -> None:
        self._said.append(_BLANKS.sub(" ", text))

    def show(self) -> None:
        """Keep what was said since the last time."""
        text = "".join(self._said).strip()
        self._said = []
        if self._begun is not None and (text or self.moments or self._begun.line > 1):
            begun = self._begun
            self.moments.append(Moment(begun.line, begun.start_ms, text, begun.end_ms))
        self._begun = None


def _ms(text: str) -> int | None:
    match = _TIME.fullmatch(text.strip())
    if match is None:
        return None
    days, hours, minutes = (0, 0, 0, *map(int, match[1].split(":")[:-1]))[-3:]
    seconds = clock_seconds(days * 24 + hours, minutes, int(match[2]))
    return seconds * 1000 + fraction_ms(match[3] or "")
