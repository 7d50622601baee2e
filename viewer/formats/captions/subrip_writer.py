"""Writes SubRip, so that reading it again gives the same segments; it has no words' times."""

import re
from collections.abc import Callable
from typing import Final

from viewer.core.segment import Segment
from viewer.core.timecode import format_stamp
from viewer.core.transcript import Transcript
from viewer.formats.captions.writing import shielded, timed_segments
from viewer.formats.kit.speaker_labels import Labels, label_of, may_hold_label

#: What would not be read as it stands: entities, tags, SubStation's signs, arrows.
_SPECIAL: Final = re.compile(
    r"&(?=(?:amp|lt|gt|quot|apos|nbsp|lrm|rlm|#[0-9]|#[xX][0-9a-fA-F])[0-9a-fA-F]*;)"
    r"|<(?=[A-Za-z/])|(?<=\{)\\|\\(?=[Nnh])|(?<=--)>|(?<=-)>(?=[ \t]*[0-9])"
)
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", "\\": "&#92;", ">": "&gt;"}
_IN_LABEL: Final = re.compile(r"[\[\]&<>{\\]")


def write(transcript: Transcript) -> str:
    """Return the transcript as SubRip; raises `ExportError` where a line has no time."""
    label = _labels(transcript.segments)
    return "".join(
        f"{number}\n{format_stamp(start, separator=',')} --> {format_stamp(end, separator=',')}\n"
        f"{label(segment)}\n\n"
        for number, (start, end, segment) in enumerate(timed_segments(transcript, "SubRip"), 1)
    )


def _labels(segments: tuple[Segment, ...]) -> Callable[[Segment], str]:
    plain = [f"{s.speaker}: {s.text}" for s in segments if s.speaker and _is_plain(s.speaker)]
    labels = Labels(plain, len(segments))
    unnamed = (s.text for s in segments if not s.speaker and may_hold_label(s.text))
    as_read = Labels([*plain, *unnamed], len(segments))

    def labelled(segment: Segment) -> str:
        text = _escaped(segment.text)
        if not segment.speaker:
            return shielded(text, as_read)
        if _is_plain(segment.speaker) and labels.speaks(segment.speaker):
            return f"{segment.speaker}: {text}".rstrip()
        return f"[{_IN_LABEL.sub(_reference, segment.speaker)}]: {text}".rstrip()

    return labelled


def _is_plain(speaker: str) -> bool:
    found = label_of(f"{speaker}:")
    return found is not None and found[0] == speaker and not found[1] and "\\" not in speaker


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: _ENTITIES[match[0]], text)


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"
