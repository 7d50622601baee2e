"""A recording that is cut: its streams, where its time begins, and reading on from a moment."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Any, Final, TypeAlias

import av
import av.container
import av.error

from viewer.clip.wish import Part
from viewer.core.stretch import Stretch
from viewer.core.timecode import format_clock
from viewer.core.value import value
from viewer.errors import MediaError, UsageError
from viewer.media.probe import video_streams

Cancelled: TypeAlias = Callable[[], bool]

#: Formats whose times count from any moment: the first one is taken for zero.
_FROM_ANYWHERE: Final = frozenset({"mpegts", "mpeg", "avi"})
#: How much earlier to look, in seconds, where what comes first is already later than the moment.
_BACK_S: Final = (0, 2, 12, None)
#: A stretch may end later than its recording by so much: lines often do.
TOLERATED_MS: Final = 1_000


@value
class Source:
    """An open recording with the streams that are cut, of which either may be None."""

    path: Path
    container: av.container.InputContainer
    video: Any
    audio: Any
    origin: Fraction

    def time_of(self, timed: Any) -> Fraction | None:  # noqa: ANN401 - a frame or packet of PyAV's
        """Return when a frame or a packet begins, in seconds from the recording's begin."""
        stamp = timed.pts if timed.pts is not None else timed.dts
        return None if stamp is None else stamp * Fraction(timed.time_base) - self.origin

    def seek(self, stream: Any, seconds: Fraction) -> None:  # noqa: ANN401 - a stream of PyAV's
        """Go to the last place at or before a moment from which a stream can be decoded."""
        stamp = int((seconds + self.origin) / stream.time_base)
        try:
            self.container.seek(max(stamp, stream.start_time or 0), stream=stream)
        except av.error.FFmpegError:  # an index may begin later than the stream
            self.container.seek(0)


def source_of(path: Path, container: av.container.InputContainer) -> Source:
    """Return the streams of an open recording that can be decoded."""
    videos = video_streams(container)
    audios = [each for each in container.streams.audio if each.codec_context is not None]
    anywhere = container.format.name in _FROM_ANYWHERE and container.start_time
    origin = Fraction(container.start_time or 0, av.time_base) if anywhere else Fraction(0)
    return Source(path, container, next(iter(videos), None), next(iter(audios), None), origin)


def frames_from(
    source: Source,
    stream: Any,  # noqa: ANN401 - a stream of PyAV's
    begin: Fraction,
    cancelled: Cancelled,
) -> Iterator[tuple[Any, Fraction]]:
    """Yield the frames of a stream with their times, from one at or before `begin` on.

    What cannot be decoded is passed over.
    """
    for back_s in _BACK_S:
        target = Fraction(0) if back_s is None else max(begin - back_s, Fraction(0))
        source.seek(stream, target)
        frames = _decoded(source, stream, cancelled)
        first = next(frames, None)
        if first is not None and (first[1] <= begin or target == 0):
            yield first
            yield from frames
            return


def _decoded(
    source: Source,
    stream: Any,  # noqa: ANN401 - a stream of PyAV's
    cancelled: Cancelled,
) -> Iterator[tuple[Any, Fraction]]:
    latest = None
    for packet in source.container.demux(stream):
        if cancelled():
            return
        try:
            frames = packet.decode()
        except av.error.FFmpegError:
            continue
        for frame in frames:
            time = source.time_of(frame)
            if time is not None and (latest is None or time > latest):
                latest = time
                yield frame, time


def check_stretch(part: Part, container: av.container.InputContainer) -> Part:
    """Return the part as far as its recording goes; raises `MediaError` where it goes beyond."""
    name, stretch = part.recording.name, part.stretch
    if not 0 <= stretch.begin_ms < stretch.end_ms:
        raise UsageError("The clip would end before it begins.", hint="Give a later end.")
    if not container.duration or container.duration <= 0:
        return part
    length_ms = container.duration // 1000
    hint = f"{name} is {format_clock(length_ms)} long."
    if stretch.begin_ms >= length_ms:
        where = format_clock(stretch.begin_ms)
        raise MediaError(f"There is nothing at {where} in {name}.", hint=hint)
    if stretch.end_ms > length_ms + TOLERATED_MS:
        end = format_clock(stretch.end_ms)
        raise MediaError(f"{name} ends before {end}, where the clip should end.", hint=hint)
    return replace(part, stretch=Stretch(stretch.begin_ms, min(stretch.end_ms, length_ms)))
