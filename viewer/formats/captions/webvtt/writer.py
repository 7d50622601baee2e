"""Writes WebVTT with voices and words' times, so that reading it gives the same segments."""

import re
from functools import lru_cache
from typing import Final

from viewer.core.segment import Segment
from viewer.core.timecode import format_stamp
from viewer.core.transcript import Transcript
from viewer.formats.captions.writing import shielded, timed_segments
from viewer.formats.kit.speaker_labels import Labels, may_hold_label

_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_MARKS: Final = re.compile("[&<>]")
#: What would be followed as SubStation's: `\N`, `{\an8}`.
_SIGN: Final = re.compile(r"\\(?=[Nnh])|(?<=\{)\\")


def write(transcript: Transcript) -> str:
    """Return the transcript as WebVTT; raises `ExportError` where a line has no time.

    A word's time is written where its text is found in the line's text, in order; the text is
    always written whole.
    """
    code = transcript.language or ""
    language = f"Language: {code}\n" if code and "-->" not in code else ""
    texts = (each.text for each in transcript.segments if may_hold_label(each.text))
    labels = Labels(texts, len(transcript.segments))
    cues = (
        f"{format_stamp(start)} --> {format_stamp(end)}\n"
        f"{_payload(start, end, segment, labels)}\n\n"
        for start, end, segment in timed_segments(transcript, "WebVTT")
    )
    return f"WEBVTT\n{language}\n{''.join(cues)}"


def _payload(start: int, end: int, segment: Segment, labels: Labels) -> str:
    text = _timed(start, end, segment) if segment.words else segment.text.translate(_ESCAPES)
    if segment.speaker:
        text = f"<v {_annotation(segment.speaker)}>{text}</v>"
    elif may_hold_label(text):
        text = shielded(text, labels)
    return _SIGN.sub("&#92;", text) if "\\" in text else text


def _annotation(speaker: str) -> str:
    """Return a name as it stands in a tag; with the tag's end two dashes would make an arrow."""
    name = speaker.translate(_ESCAPES)
    return f"{name[:-1]}&#45;" if name.endswith("--") else name


def _timed(start: int, end: int, segment: Segment) -> str:
    """Return the text with a time before each word and, before a silence, behind it."""
    parts: list[str] = []
    said, offset, text = start, 0, segment.text
    escape = _escape if _MARKS.search(text) else str
    for word in segment.words:
        at = text.find(word.text, offset)
        if at < 0:
            return text.translate(_ESCAPES)
        between = text[offset:at]
        ended = between.rstrip()
        if ended:
            parts.append(escape(ended))
        if offset and word.start_ms > said and not word.interpolated:
            parts.append(_tag(said))
        parts.append(between[len(ended) :])
        if word.start_ms != said or (offset and not word.interpolated):
            parts.append(_tag(word.start_ms))
        parts.append(escape(word.text))
        offset, said = at + len(word.text), word.end_ms
    parts.append(escape(text[offset:]))
    if said < end or len(segment.words) == 1:
        parts.append(_tag(said))
    return "".join(parts)


def _escape(text: str) -> str:
    return text.translate(_ESCAPES)


def _tag(ms: int) -> str:
    seconds, rest = divmod(ms, 1000)
    return f"<{_seconds(seconds)}{rest:03}>"


@lru_cache(maxsize=16)
def _seconds(seconds: int) -> str:
    """Return the clock up to the point: several words of a line have the same."""
    return format_stamp(seconds * 1000)[:-3]
