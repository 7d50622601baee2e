"""What the writers of caption files have in common."""

from collections.abc import Iterator, Sequence

from viewer.core.segment import Segment
from viewer.core.transcript import Transcript
from viewer.errors import ExportError
from viewer.formats.kit.speaker_labels import NO_LABEL, Labels, is_like_label
from viewer.formats.kit.spreading import spread_by_length


def timed_segments(transcript: Transcript, title: str) -> Iterator[tuple[int, int, Segment]]:
    """Yield each segment with its start and end; raises `ExportError` where none has times.

    Those without times among others are spread by length over the time between their neighbours,
    as turns below one time are read: one after another, so that no cue hides another. Where the
    end of the line before is itself a guess, that line takes its share of the time, too.
    """
    if not transcript.timed:
        sentence = f"{title} cannot hold lines without times."
        raise ExportError(sentence, hint="Save it as Markdown or as plain text instead.")
    segments, said = transcript.segments, 0
    timed = [at for at, each in enumerate(segments) if each.start_ms is not None]
    first, end = _span(segments[timed[0]])
    yield from _spread(segments[: timed[0]], 0, first or end)
    for at, following in zip(timed, [*timed[1:], None], strict=True):
        segment, untimed = segments[at], segments[at + 1 : following]
        start, end = _span(segment)
        said = max(said, end)
        until = None if following is None else segments[following].start_ms
        if not untimed:
            yield start, end, segment
        elif segment.end_derived and said == end and not segment.words:
            yield from _spread(segments[at:following], start, until)
        else:
            yield start, end, segment
            yield from _spread(untimed, *_between(start, end, said, until))


def _between(start: int, end: int, said: int, until: int | None) -> tuple[int, int | None]:
    """Return the time of lines that stand between one that has times and the next such line.

    Where these leave no room they are said with the one before, up to when the next begins.
    """
    if until is None or until > said:
        return said, until
    return start, min(until, end) if until > start else end


def _spread(
    segments: Sequence[Segment], begin: int, end: int | None
) -> Iterator[tuple[int, int, Segment]]:
    spans = spread_by_length((segment.text for segment in segments), begin, end)
    for (start, until), segment in zip(spans, segments, strict=True):
        yield start, until, segment


def _span(segment: Segment) -> tuple[int, int]:
    start = segment.start_ms or 0
    return start, start if segment.end_ms is None else segment.end_ms


def shielded(text: str, labels: Labels) -> str:
    """Return a text without speaker so that its beginning is not read as one's name.

    `labels` are what the file's lines would be taken for.
    """
    looks_so = is_like_label(text) or labels.cut(text)
    return f"{NO_LABEL}{text}" if looks_so else text
