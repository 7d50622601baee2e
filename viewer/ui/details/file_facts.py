"""What is known of the open files themselves: where they lie and what they are."""

from PySide6.QtCore import QCoreApplication

from viewer.core.timecode import format_clock
from viewer.formats.entries import FORMATS
from viewer.session.document import Document, Recording

_translate = QCoreApplication.translate

#: What a fact is called, and the fact.
Fact = tuple[str, str]


def file_facts(document: Document | None, recording: Recording | None) -> list[Fact]:
    """Return what there is to tell about a transcript's file and its recording's."""
    facts: list[Fact] = []
    if document is not None:
        titles = {known.name: known.title for known in FORMATS}
        parts = [str(document.path), titles.get(document.transcript.format, "")]
        facts.append((_translate("DetailsPanel", "Transcript"), _joined(parts)))
    if recording is not None:
        info = recording.info
        length = format_clock(info.duration_ms) if info.duration_ms else ""
        size = " × ".join(map(str, info.display_size)) if info.has_video else ""
        parts = [str(recording.source), length, size]
        facts.append((_translate("DetailsPanel", "Recording"), _joined(parts)))
    return facts


def _joined(parts: list[str]) -> str:
    return " · ".join(filter(None, parts))
