"""SubStation Alpha and its successor ASS: sections of lines, and the events among them.

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
Dialogue: 0,0:00:01.00,0:00:04.00,Default,Anna,0,0,0,,Good morning.
"""

import re
from collections.abc import Sequence
from typing import Final

from viewer.core.transcript import Transcript
from viewer.formats.captions.cues import ENDS_EARLY, UNREADABLE
from viewer.formats.captions.substation_text import read_event_text
from viewer.formats.draft import Draft, clean_source, uncollected
from viewer.formats.format import Claim, Content, NothingUsableError
from viewer.formats.kit.inline_times import words_of
from viewer.formats.kit.stamps import Stamps
from viewer.formats.text import split_lines

NAME: Final = "substation"

_USUAL: Final = "layer, start, end, style, name, marginl, marginr, marginv, effect, text"
_TIME: Final = re.compile(
    r"[ \t]*(-)?([0-9]{1,4}:[0-9]{1,2}):([0-9]{1,2})(?:[.,:;]([0-9]{1,40}))?[ \t]*"
)
_SIGN: Final = re.compile(
    r"^[ \t]*\[(?:Script Info|V4\+? Styles|Events)\]|^Dialogue:[^,\n]*,[ \t]*[0-9]+:[0-9]+:[0-9]+",
    re.M | re.I,
)
_PAIR: Final = re.compile(r"([A-Za-z][\w ]{0,40}):[ \t]*+(.*)")
_NO_TITLES: Final = frozenset({"", "<untitled>", "default aegisub file", "aegisub"})
_MEDIA: Final = ("Video File", "Audio File")
_NO_FILES: Final = ("?video", "?dummy", "dummy-")
_TOO_SHORT: Final = "This event has too few fields and was left out."


def claims(sample: Content) -> Claim:
    """Return whether the sample has one of the format's sections or an event."""
    text = sample.text
    if "[" not in text and "Dialogue:" not in text:
        return Claim.NO
    return Claim.sure(_SIGN.search("\n".join(split_lines(text.removeprefix("\ufeff")))) is not None)


@uncollected()
def parse(content: Content) -> Transcript:
    """Read every line of dialogue; comments, styles and fonts are passed over."""
    draft = Draft(NAME)
    reader = _Reader(draft)
    for number, line in enumerate(split_lines(content.text), 1):
        if line:
            reader.read(line, number)
    if draft.empty:
        raise NothingUsableError("it has no line of dialogue with times")
    draft.source = clean_source(_title(draft), "", None, "")
    draft.language = draft.metadata.get("Language") or None
    return draft.finish()


def _title(draft: Draft) -> str:
    title = draft.metadata.get("Title", "").strip()
    return "" if title.casefold() in _NO_TITLES else title


class _Reader:
    """Reads lines into a draft; knows the section and the order of an event's fields."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._stamps = Stamps()
        self._section = ""
        self._set_fields(_USUAL)

    def read(self, line: str, number: int) -> None:
        """Take in a line of any section."""
        if line.startswith("Dialogue:"):
            self._dialogue(line[len("Dialogue:") :], number)
        elif line.lstrip("\ufeff \t").startswith("[") and line.rstrip().endswith("]"):
            self._section = line.strip("\ufeff \t[]").casefold()
        elif self._section == "events":
            if line.startswith("Format:"):
                self._set_fields(line[len("Format:") :])
        elif self._section in ("script info", "aegisub project garbage") and line[0] != ";":
            self._pair(line)

    def _set_fields(self, text: str) -> None:
        fields = [field.strip().casefold() for field in text.split(",")]
        if not {"start", "end", "text"} <= set(fields):
            return
        self._start, self._end = fields.index("start"), fields.index("end")
        speaker = {"name", "actor"} & set(fields)
        self._name = fields.index(speaker.pop()) if speaker else -1
        #: The text alone may hold commas, so that the fields behind it are counted from the end.
        self._text = fields.index("text")
        self._behind = len(fields) - 1 - self._text

    def _pair(self, line: str) -> None:
        match = _PAIR.fullmatch(line.strip())
        if match is None:
            return
        key, value = match[1], match[2].strip()
        if self._section == "script info":
            self._draft.metadata[key] = value
        elif key in _MEDIA and not value.startswith(_NO_FILES):
            media = self._draft.media
            media.extend([value] if value and value not in media else [])

    def _dialogue(self, rest: str, number: int) -> None:
        fields = self._fields_of(rest)
        if len(fields) <= self._text + self._behind:
            self._draft.problem(number, _TOO_SHORT)
            return
        start, end = self._time(fields[self._start]), self._time(fields[self._end])
        if start is None:
            self._draft.problem(number, UNREADABLE)
            return
        if end is not None and end < start:
            self._draft.problem(number, ENDS_EARLY)
            end = None
        self._add(start, end, fields)

    def _fields_of(self, rest: str) -> list[str]:
        fields = rest.split(",", self._text)
        if self._behind:
            fields[-1:] = fields[-1].rsplit(",", self._behind)
        return fields

    def _add(self, start: int, end: int | None, fields: Sequence[str]) -> None:
        read = read_event_text(fields[self._text], start)
        if not read.text.strip():
            return
        speaker = fields[self._name].strip() if self._name >= 0 else ""
        latest = max((ms for ms, _, _ in read.pieces if ms is not None), default=start)
        words = words_of(read.pieces, start, latest if end is None else end)
        self._draft.segment(start, end, read.text, speaker=speaker or None, words=words)

    def _time(self, text: str) -> int | None:
        match = _TIME.fullmatch(text)
        if match is None:
            return None
        return 0 if match[1] else self._stamps.read(*match.group(2, 3, 4))
