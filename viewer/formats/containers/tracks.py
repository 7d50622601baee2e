"""A transcript out of the events of a caption track inside a media file.

The events are put down as a caption file of their kind, and its reader reads that: so names,
words' times and mark-up are understood in tracks as they are in files.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from viewer.core.timecode import format_stamp
from viewer.core.transcript import Chapter, Transcript
from viewer.formats.captions import subrip, substation
from viewer.formats.captions.webvtt import reader as webvtt
from viewer.formats.draft import LONGEST_MS, Draft
from viewer.formats.format import Content, NothingUsableError
from viewer.formats.kit.speaker_labels import Labels, may_hold_label

#: When an event begins and, where that is known, ends, in milliseconds; and its text as stored.
Event = tuple[int, int | None, str]

_EMPTY: Final = "its captions are empty"
MOV_TEXT: Final = "mov-text"
#: What Matroska stores of an event: these fields, and the times apart from them.
_STORED: Final = ("order", "layer", "style", "name", "left", "right", "vertical", "effect", "text")
_EVENTS: Final = (
    "\n[Events]\nFormat: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text\n"
)


def read_captions(
    codec: str,
    events: Iterable[Event],
    *,
    header: str = "",
    language: str = "",
    title: str = "",
    chapters: Iterable[tuple[int, str]] = (),
) -> Transcript:
    """Return the transcript that a track's events are, by the track's codec.

    `title` is the recording's; one that the track's own header has is that of the captions.
    Raises `NothingUsableError` where nothing in them could be used.
    """
    known = [(start, _sane(start, end), text) for start, end, text in events]
    known.sort(key=lambda event: event[0])  # they are of one recording, however they are stored
    if not known:
        raise NothingUsableError(_EMPTY)
    read = _READERS.get(codec, _read_subrip)(header, known)
    return replace(
        read,
        language=language or read.language,
        source=replace(read.source, title=title),
        chapters=tuple(Chapter(start, name) for start, name in chapters) or read.chapters,
        problems=(),  # their lines are of no file that anybody could look at
    )


def _read_subrip(_header: str, events: Sequence[Event]) -> Transcript:
    cues = (
        f"{number}\n{_stamp(start, ',')} --> {_stamp(end, ',')}\n{_closed_up(text)}\n\n"
        for number, (start, end, text) in enumerate(_ended(events), 1)
    )
    return subrip.parse(Content.of("".join(cues)))


def _read_webvtt(_header: str, events: Sequence[Event]) -> Transcript:
    cues = (
        f"{_stamp(start, '.')} --> {_stamp(end, '.')}\n{_closed_up(text)}\n\n"
        for start, end, text in _ended(events)
    )
    return webvtt.parse(Content.of(f"WEBVTT\n\n{''.join(cues)}"))


def _read_substation(header: str, events: Sequence[Event]) -> Transcript:
    lines = []
    for start, end, text in _ended(events):
        fields = text.replace("\n", "\\N").split(",", len(_STORED) - 1)
        if len(fields) == len(_STORED):
            times = f"{_stamp(start, '.')},{_stamp(end, '.')}"
            lines.append(f"Dialogue: {fields[1]},{times},{','.join(fields[2:])}\n")
    return substation.parse(Content.of("".join((header.rstrip("\0"), _EVENTS, *lines))))


def _read_mov_text(_header: str, events: Sequence[Event]) -> Transcript:
    """Read text that is nothing but text; what looks like mark-up in it is meant."""
    draft = Draft(MOV_TEXT)
    labels = Labels((text for _, _, text in events if may_hold_label(text)), len(events))
    for start, end, text in events:
        for speaker, part in labels.split(text.replace("\r\n", "\n")):
            draft.segment(start, end, part, speaker=speaker)
    if draft.empty:
        raise NothingUsableError(_EMPTY)
    return draft.finish()


def _ended(events: Sequence[Event]) -> Iterable[tuple[int, int, str]]:
    """Yield the events with an end each: the next one's start, not too far off, where it lacks."""
    starts = [start for start, _, _ in events[1:]] + [None]
    for (start, end, text), following in zip(events, starts, strict=True):
        if end is None:
            end = start + LONGEST_MS
            end = following if following is not None and start < following < end else end
        yield start, end, text


def _sane(start: int, end: int | None) -> int | None:
    return end if end is not None and end >= start else None


def _stamp(ms: int, separator: str) -> str:
    return format_stamp(ms, separator=separator)


def _closed_up(text: str) -> str:
    """Return a cue's text without blank lines and arrows: in a file these would end it."""
    lines = (line for line in text.replace("\r", "\n").split("\n") if line.strip())
    return "\n".join(lines).replace("-->", "→")


_READERS: Final[dict[str, Callable[[str, Sequence[Event]], Transcript]]] = {
    "ass": _read_substation,
    "ssa": _read_substation,
    "webvtt": _read_webvtt,
    "mov_text": _read_mov_text,
}
