"""Podcasting 2.0's HTML: who speaks in `cite`, when in `time`, what in `p`.

<cite>Anna:</cite>
<time>0:05</time>
<p>Good morning.</p>

https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md
"""

import re
from typing import Final

from viewer.core.oneline import one_line
from viewer.core.timecode import parse_time
from viewer.core.transcript import Transcript
from viewer.formats.draft import Draft, clean_source, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.html_stream import Attributes, Page

NAME: Final = "podcast-html"

_TIME: Final = re.compile(r"<time\b[^<>]{0,200}>\s*[0-9]{1,4}:[0-5]?[0-9]", re.I)
#: Who says a paragraph, and a page that begins with that and nothing else.
_NAMED: Final = re.compile(r"<cite\b[^<>]{0,200}>[^<>]{1,200}</cite>\s{0,9}<p\b", re.I)
_BARE: Final = re.compile(r"[\ufeff\s]{0,99}<cite\b", re.I)
_PARAGRAPH: Final = re.compile(r"<p\b", re.I)
_ENDS_TEXT: Final = frozenset({"p", "cite", "time", "div", "li"})
_NO_TIME: Final = "This time cannot be read; the words below it are shown with those above."


def claims(sample: Content) -> Claim:
    """Return whether the page has times in elements for them, or is but names and paragraphs."""
    text = sample.text
    if len(_NAMED.findall(text)) > 1 and _BARE.match(text):
        return Claim.SURE
    if "<time" not in text and "<TIME" not in text:
        return Claim.NO
    times = len(_TIME.findall(text))
    named = "<cite" in text.lower()
    return Claim.sure(times > (0 if named else 2) and _PARAGRAPH.search(text))


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every paragraph below a time."""
    draft = Draft(NAME)
    page = _Page(draft)
    page.read(content.text)
    page.finish()
    if draft.empty:
        raise NothingUsableError("it is a page without words below a name or a time")
    draft.source = clean_source(page.title, "", None, "")
    draft.language = page.language
    draft.media.extend(page.recordings)
    return draft.finish()


class _Page(Page):
    """Adds a segment for the words below each time."""

    def __init__(self, draft: Draft) -> None:
        super().__init__()
        self._draft = draft
        self._inside = ""
        self._parts: dict[str, list[str]] = {"cite": [], "time": [], "p": []}
        self._speaker: str | None = None
        self._start: int | None = None

    def opened(self, tag: str, _attributes: Attributes) -> None:
        if tag in self._parts:
            if tag in ("cite", "time"):
                self._add()
            elif self._parts["p"]:
                self._parts["p"].append("\n")
            self._inside = tag
        elif tag == "br":
            self._parts["p"].append("\n")

    def closed(self, tag: str) -> None:
        if tag not in _ENDS_TEXT:
            return
        self._inside = ""
        if tag in ("cite", "time"):
            content = one_line("".join(self._parts[tag])).strip()
            self._parts[tag].clear()
            if tag == "cite":
                self._speaker = content.rstrip(": ") or None
            elif (start := parse_time(content.strip("[]()"))) is not None:
                self._start = start
            else:
                self._draft.problem(self.line, _NO_TIME)

    def said(self, text: str) -> None:
        if self._inside:
            self._parts[self._inside].append(text)

    def finish(self) -> None:
        """Add what is said last."""
        self._add()

    def _add(self) -> None:
        text = "".join(self._parts["p"]).strip()
        self._parts["p"].clear()
        if text and (self._start is not None or self._speaker):
            self._draft.segment(self._start, None, text, speaker=self._speaker)
