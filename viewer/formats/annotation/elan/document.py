"""An ELAN file as it stands: its recordings, time slots, tiers and annotations.

The format: https://www.mpi.nl/tools/elan/EAF_Annotation_Format_3.0_and_ELAN.pdf
"""

from dataclasses import dataclass, field
from typing import Final

from viewer.core.oneline import one_line
from viewer.core.value import value
from viewer.formats.draft import Draft
from viewer.formats.kit.xml_stream import Tags

_MOST_DIGITS: Final = 12
#: What one unit of a time slot is worth; the two kinds of frames are history.
_UNITS_MS: Final = {"milliseconds": 1.0, "PAL-frames": 40.0, "NTSC-frames": 1001 / 30}


@dataclass(slots=True)
class Annotation:
    """A piece of text that has two time slots, or refers to another annotation."""

    name: str
    line: int
    slots: tuple[str, str] | None = None
    parent: str = ""
    text: str = ""


@dataclass(slots=True)
class RawTier:
    """A tier with its annotations, in the file's order."""

    name: str
    participant: str = ""
    parent: str = ""
    language: str = ""
    annotations: list[Annotation] = field(default_factory=list)

    @property
    def has_text(self) -> bool:
        """Whether any annotation says anything."""
        return any(annotation.text.strip() for annotation in self.annotations)


@value
class Recording:
    """A recording that the file names, and where in it the tiers' time begins."""

    url: str
    relative: str
    origin_ms: int


class Document(Tags):
    """Everything of a file that the reader needs."""

    def __init__(self) -> None:
        self.about: dict[str, str] = {}
        self.recordings: list[Recording] = []
        #: Time slots in their order, by name; None where the file gives no time.
        self.slots: dict[str, int | None] = {}
        self.tiers: list[RawTier] = []
        self._unit_ms = 1.0
        self._tier: RawTier | None = None
        self._annotation: Annotation | None = None
        self._value: list[str] | None = None
        self._takes: Final = {
            "ANNOTATION_DOCUMENT": self._take_file,
            "HEADER": self._take_header,
            "MEDIA_DESCRIPTOR": self._take_recording,
            "TIME_SLOT": self._take_slot,
            "TIER": self._take_tier,
            "ALIGNABLE_ANNOTATION": self._take_aligned,
            "REF_ANNOTATION": self._take_reference,
            "ANNOTATION_VALUE": self._take_value,
        }

    @classmethod
    def of(cls, text: str, draft: Draft) -> "Document":
        """Read a file as far as it goes; raises `NothingUsableError` for one with entities."""
        made = cls()
        made.read(text, draft)
        made._close()  # where the file breaks off inside an annotation
        return made

    def opened(self, name: str, attributes: dict[str, str]) -> None:
        """Take in what an element tells."""
        take = self._takes.get(name)
        if take is not None:
            take(attributes)

    def said(self, text: str) -> None:
        """Take in the text of an annotation."""
        if self._value is not None:
            self._value.append(text)

    def closed(self, name: str) -> None:
        """Close an annotation."""
        if name in {"ALIGNABLE_ANNOTATION", "REF_ANNOTATION"}:
            self._close()

    def _close(self) -> None:
        if self._annotation is not None and self._tier is not None:
            self._annotation.text = "".join(self._value or ())
            self._tier.annotations.append(self._annotation)
        self._annotation = self._value = None

    def _take_file(self, attrs: dict[str, str]) -> None:
        for key in ("AUTHOR", "DATE"):
            if value := attrs.get(key, "").strip():
                self.about[key.title()] = value

    def _take_header(self, attrs: dict[str, str]) -> None:
        self._unit_ms = _UNITS_MS.get(attrs.get("TIME_UNITS", ""), 1.0)
        if url := attrs.get("MEDIA_FILE", "").strip():  # of early versions
            self.recordings.append(Recording(url, "", 0))

    def _take_recording(self, attrs: dict[str, str]) -> None:
        url, relative = attrs.get("MEDIA_URL", ""), attrs.get("RELATIVE_MEDIA_URL", "")
        origin = _number(attrs.get("TIME_ORIGIN", "")) or 0
        self.recordings.append(Recording(url.strip(), relative.strip(), origin))

    def _take_slot(self, attrs: dict[str, str]) -> None:
        value = _number(attrs.get("TIME_VALUE", ""))
        ms = None if value is None else round(value * self._unit_ms)
        self.slots[attrs.get("TIME_SLOT_ID", "")] = ms

    def _take_tier(self, attrs: dict[str, str]) -> None:
        self._tier = RawTier(
            one_line(attrs.get("TIER_ID", "")),
            attrs.get("PARTICIPANT", "").strip(),
            one_line(attrs.get("PARENT_REF", "")),
            attrs.get("LANG_REF", "").strip(),
        )
        self.tiers.append(self._tier)

    def _take_aligned(self, attrs: dict[str, str]) -> None:
        slots = attrs.get("TIME_SLOT_REF1", ""), attrs.get("TIME_SLOT_REF2", "")
        self._open(Annotation(attrs.get("ANNOTATION_ID", ""), self.line, slots=slots))

    def _take_reference(self, attrs: dict[str, str]) -> None:
        parent = attrs.get("ANNOTATION_REF", "")
        self._open(Annotation(attrs.get("ANNOTATION_ID", ""), self.line, parent=parent))

    def _take_value(self, attrs: dict[str, str]) -> None:
        if self._annotation is not None:
            self._value = []

    def _open(self, annotation: Annotation) -> None:
        self._close()
        self._annotation = annotation


def _number(text: str) -> int | None:
    """Return a whole number, perhaps below zero, of at most a dozen digits, or None."""
    digits = text.strip().removeprefix("-")
    if not (digits.isdecimal() and len(digits) <= _MOST_DIGITS):
        return None
    return -int(digits) if text.strip().startswith("-") else int(digits)
