"""What the writers of caption files have in common."""

from collections.abc import Iterator

from viewer.core.segment import Segment
from viewer.core.transcript import Transcript
from viewer.errors import ExportError
from viewer.formats.speaker_labels import NO_LABEL, label_of


def timed_segments(transcript: Transcript, title: str) -> Iterator[tuple[int, int, Segment]]:
    """Yield each segment with its start and end; raises `ExportError` where it has none."""
    for segment in transcript.segments:
        if segment.start_ms is None:
            sentence = f"{title} cannot hold lines without times."
            raise ExportError(sentence, hint="Save it as Markdown or as plain text instead.")
        end = segment.end_ms
        yield segment.start_ms, segment.start_ms if end is None else end, segment


def shielded(text: str) -> str:
    """Return a text without speaker so that its beginning is not read as one's name."""
    return f"{NO_LABEL}{text}" if label_of(text) else text
