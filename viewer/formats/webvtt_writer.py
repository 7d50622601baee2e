"""Writes WebVTT with voices and words' times, so that reading it gives the same segments."""

from typing import Final

from viewer.core.segment import Segment
from viewer.core.timecode import format_stamp
from viewer.core.transcript import Transcript
from viewer.formats.caption_writing import shielded, timed_segments

_ESCAPES: Final = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def write(transcript: Transcript) -> str:
    """Return the transcript as WebVTT; raises `ExportError` where a line has no time.

    A word's time is written where its text is found in the line's text, in order; the text is
    always written whole.
    """
    language = f"Language: {transcript.language}\n" if transcript.language else ""
    cues = (
        f"{format_stamp(start)} --> {format_stamp(end)}\n{_payload(start, end, segment)}\n\n"
        for start, end, segment in timed_segments(transcript, "WebVTT")
    )
    return f"WEBVTT\n{language}\n{''.join(cues)}"


def _payload(start: int, end: int, segment: Segment) -> str:
    text = _timed(start, end, segment) if segment.words else segment.text.translate(_ESCAPES)
    if not segment.speaker:
        return shielded(text) if ":" in text or "：" in text else text
    return f"<v {segment.speaker.translate(_ESCAPES)}>{text}</v>"


def _timed(start: int, end: int, segment: Segment) -> str:
    """Return the text with a time before each word and, before a silence, behind it."""
    parts: list[str] = []
    said, offset, text = start, 0, segment.text
    for word in segment.words:
        at = text.find(word.text, offset)
        if at < 0:
            return text.translate(_ESCAPES)
        between = text[offset:at]
        ended = between.rstrip()
        parts.append(ended.translate(_ESCAPES))
        if offset and word.start_ms > said and not word.interpolated:
            parts.append(_tag(said))
        parts.append(between[len(ended) :])
        if word.start_ms != said or (offset and not word.interpolated):
            parts.append(_tag(word.start_ms))
        parts.append(word.text.translate(_ESCAPES))
        offset, said = at + len(word.text), word.end_ms
    parts.append(text[offset:].translate(_ESCAPES))
    if said < end or len(segment.words) == 1:
        parts.append(_tag(said))
    return "".join(parts)


def _tag(ms: int) -> str:
    return f"<{format_stamp(ms)}>"
