"""What the writers of caption files have in common."""

from collections.abc import Iterator

from viewer.core.segment import Segment
from viewer.core.transcript import Transcript
from viewer.errors import ExportError
from viewer.formats.kit.speaker_labels import NO_LABEL, Labels, is_like_label


def timed_segments(transcript: Transcript, title: str) -> Iterator[tuple[int, int, Segment]]:
    """Yield each segment with its start and end; raises `ExportError` where none has times.

    One without times among others is said between its neighbours.
    """
    if not transcript.timed:
        sentence = f"{title} cannot hold lines without times."
        raise ExportError(sentence, hint="Save it as Markdown or as plain text instead.")
    said = 0
    for segment, following in zip(transcript.segments, _later_starts(transcript), strict=True):
        if segment.start_ms is None:
            begin = said if following is None else min(said, following)
            yield begin, max(begin, following or begin), segment
            continue
        end = segment.start_ms if segment.end_ms is None else segment.end_ms
        said = max(said, end)
        yield segment.start_ms, end, segment


def _later_starts(transcript: Transcript) -> list[int | None]:
    """Return for each segment when it or the next one that has times starts."""
    later: list[int | None] = []
    following: int | None = None
    for segment in reversed(transcript.segments):
        following = following if segment.start_ms is None else segment.start_ms
        later.append(following)
    return later[::-1]


def shielded(text: str, labels: Labels) -> str:
    """Return a text without speaker so that its beginning is not read as one's name.

    `labels` are what the file's lines would be taken for.
    """
    looks_so = is_like_label(text) or labels.cut(text)
    return f"{NO_LABEL}{text}" if looks_so else text
