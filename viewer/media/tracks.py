"""Captions inside media files, as they are stored in their tracks.

What leaves is each event's time and text, for a reader of captions to make a transcript of: it
knows the mark-up of every kind better than the library that plays it.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

import av.container
import av.packet

from viewer.core.value import value
from viewer.errors import MediaError
from viewer.media.info import TextTrack
from viewer.media.probe import chapters_of, opened, text_tracks_of

#: More than these are no captions.
MOST_EVENTS: Final = 500_000
MOST_BYTES: Final = 64 * 1024 * 1024

#: When an event begins and, where that is known, ends, in milliseconds; and its text as stored.
Event = tuple[int, int | None, str]

_LENGTH_BYTES: Final = 2
_WIDE_MARKS: Final = (b"\xfe\xff", b"\xff\xfe")
#: Broadcast files count from some time of their own.
_OWN_ZERO: Final = frozenset({"mpegts", "mpeg"})


@value
class TrackContent:
    """What a track holds: its codec's header as text, and its events in order.

    `title` and `chapters`, (start_ms, title), are those of the file.
    """

    track: TextTrack
    header: str
    events: tuple[Event, ...]
    title: str = ""
    chapters: tuple[tuple[int, str], ...] = ()


def text_tracks(path: Path) -> tuple[TextTrack, ...]:
    """Return the tracks of captions in a media file; raises `MediaError` where it is none."""
    with opened(path) as container:
        return text_tracks_of(container)


def read_track(
    path: Path, index: int, is_cancelled: Callable[[], bool] = lambda: False
) -> TrackContent:
    """Return what the track of that index holds.

    The whole file has to be read for it, so `is_cancelled` is asked all the time. Raises
    `MediaError` where there is no such track, where it holds pictures of text or nothing, and
    after a cancellation.
    """
    with opened(path) as container:
        tracks = text_tracks_of(container)
        if not 0 <= index < len(tracks):
            raise _no_track(path, index, tracks)
        track = tracks[index]
        if not track.is_text:
            raise MediaError(
                f"The captions in {path.name} are pictures of text ({track.codec}).",
                hint="Turn them into text with a text recognition (OCR) program first.",
            )
        stream = container.streams.subtitles[index]
        header = bytes(stream.codec_context.extradata or b"") if track.codec in _HEADED else b""
        events = tuple(_bounded(_events(container, stream, track, is_cancelled), path))
        if not events:
            hint = "Choose another track, or a caption file."
            raise MediaError(f"The captions in {path.name} are empty.", hint=hint)
        title = container.metadata.get("title", "").strip()
        return TrackContent(track, _text(header), events, title, chapters_of(container))


#: Codecs whose header is text.
_HEADED: Final = frozenset({"ass", "ssa", "webvtt"})


def _no_track(path: Path, index: int, tracks: tuple[TextTrack, ...]) -> MediaError:
    if not tracks:
        return MediaError(
            f"{path.name} holds no captions.", hint="Open a transcript or a caption file beside it."
        )
    sentence = f"{path.name} has no caption track {index + 1}; it has {len(tracks)}."
    return MediaError(sentence, hint="Choose one of these.")


def _events(
    container: av.container.InputContainer,
    stream: Any,  # noqa: ANN401 - its type has no public name
    track: TextTrack,
    is_cancelled: Callable[[], bool],
) -> Iterator[Event]:
    zero = 0
    if container.format.name in _OWN_ZERO and container.start_time:
        zero = round(container.start_time / 1000)
    # All packets pass by, not only the track's: its own can be minutes of film apart.
    for packet in container.demux():
        if is_cancelled():
            raise MediaError("Reading the captions was stopped.")
        if packet.stream is stream and packet.pts is not None:
            text = _payload(packet, track.codec)
            if text.strip():
                yield (*_span(packet, zero), text)


def _span(packet: "av.packet.Packet[Any]", zero: int) -> tuple[int, int | None]:
    base = packet.time_base
    start = max(0, round((packet.pts or 0) * base * 1000) - zero)
    return start, start + round(packet.duration * base * 1000) if packet.duration else None


def _payload(packet: "av.packet.Packet[Any]", codec: str) -> str:
    data = bytes(packet)
    if codec == "mov_text":  # two bytes for the length, the text, then styles
        length = int.from_bytes(data[:_LENGTH_BYTES], "big")
        data = data[_LENGTH_BYTES : _LENGTH_BYTES + length]
        if data.startswith(_WIDE_MARKS):
            return data.decode("utf-16", "replace")
    return _text(data)


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace").replace("\0", "")


def _bounded(events: Iterator[Event], path: Path) -> Iterator[Event]:
    size = 0
    for count, event in enumerate(events):
        size += len(event[2])
        if count == MOST_EVENTS or size > MOST_BYTES:
            raise MediaError(
                f"The captions in {path.name} are too many to be captions.",
                hint="Choose another track.",
            )
        yield event
