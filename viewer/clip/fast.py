"""Clips copied as they are: quickly and without loss, from the keyframe before on."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import Any, TypeAlias, cast

import av
import av.container

from viewer.clip.kinds import Kind
from viewer.clip.look import Look
from viewer.clip.source import Cancelled, Source, source_of
from viewer.clip.track import CaptionTrack
from viewer.clip.wish import Captions, Wish
from viewer.clip.writing import writing
from viewer.errors import MediaError, UsageError
from viewer.media.probe import opened

Progress: TypeAlias = Callable[[float], None]


class FastCut:
    """Copies one part into a container."""

    def __init__(
        self,
        container: av.container.OutputContainer,
        wish: Wish,
        kind: Kind,
        looks: Sequence[Look],
    ) -> None:
        self._container, self._wish, self._kind, self._look = container, wish, kind, looks[0]
        #: Where the clip begins in the recording, in milliseconds.
        self.begin_ms = self._look.part.stretch.begin_ms

    def write(self, progress: Progress, cancelled: Cancelled) -> int:
        """Copy everything; return how long it is, in milliseconds."""
        part, path = self._look.part, self._look.part.recording
        with opened(path) as container:
            source = source_of(path, container)
            streams = self._streams(source)
            begin = _keyframe(source, streams[0], Fraction(part.stretch.begin_ms, 1000))
            end = Fraction(part.stretch.end_ms, 1000)
            self.begin_ms = round(begin * 1000)
            made = {each: _template(self._container, each) for each in streams}
            self._write_track()
            latest = begin
            for packet, time, after in _packets(source, streams, begin, end):
                if cancelled():
                    raise MediaError("The clip was not made: it was cancelled.")
                latest = max(latest, after)
                self._mux(packet, made[packet.stream], begin + source.origin)
                progress(float(min((time - begin) / (end - begin), Fraction(1))))
        if latest == begin:
            raise MediaError(f"Nothing of {path.name} can be copied there.", hint="Choose exact.")
        return round((latest - begin) * 1000)

    def _streams(self, source: Source) -> list[Any]:
        """Return the streams to copy, what leads first; raises `UsageError` where one cannot be."""
        kept = [
            None if self._kind.sound_only else source.video,
            None if self._kind.pictures_only else source.audio,
        ]
        streams = [each for each in kept if each is not None]
        for each in streams:
            codec = each.codec_context.codec.canonical_name
            if codec not in self._kind.copies:
                raise UsageError(
                    f"{source.path.name} is of {codec}, which cannot be copied into "
                    f"{self._kind.title}.",
                    hint="Choose exact, or another kind.",
                )
        return streams

    def _write_track(self) -> None:
        if self._wish.captions is Captions.TRACK:
            track = CaptionTrack(self._container, self._kind.captions)
            track.write(self._look.part.shown_cues(self.begin_ms))

    def _mux(self, packet: Any, stream: Any, zero: Fraction) -> None:  # noqa: ANN401 - PyAV's own
        shift = round(zero / packet.time_base)
        packet.pts = None if packet.pts is None else packet.pts - shift
        packet.dts = None if packet.dts is None else packet.dts - shift
        packet.stream = stream
        with writing():
            self._container.mux(packet)


def _template(container: av.container.OutputContainer, stream: Any) -> Any:  # noqa: ANN401 - PyAV's own
    return cast(Any, container).add_stream_from_template(stream, opaque=True)


def _keyframe(source: Source, stream: Any, begin: Fraction) -> Fraction:  # noqa: ANN401 - PyAV's own
    """Return when the last keyframe at or before a moment is shown, or the first one there is."""
    for target in (begin, Fraction(0)):
        source.seek(stream, target)
        for packet in source.container.demux(stream):
            time = source.time_of(packet) if packet.size else None
            if time is not None and packet.is_keyframe:
                if time <= begin or target == 0:
                    return time
                break
    raise MediaError(f"{source.path.name} has no keyframe to begin at.", hint="Choose exact.")


def _packets(
    source: Source, streams: Sequence[Any], begin: Fraction, end: Fraction
) -> Iterator[tuple[Any, Fraction, Fraction]]:
    """Yield what belongs to the clip, each with when it begins and ends.

    What is shown after the end is among it only where a picture before the end is made from it.
    """
    source.seek(streams[0], begin)
    later: dict[Any, list[tuple[Any, Fraction, Fraction]]] = {each: [] for each in streams}
    for packet in source.container.demux(*streams):
        time = source.time_of(packet) if packet.size else None
        if time is None or packet.stream not in later or time < begin:
            continue
        order = time if packet.dts is None else packet.dts * packet.time_base - source.origin
        held = later[packet.stream]
        held.append((packet, time, time + Fraction((packet.duration or 0) * packet.time_base)))
        if time < end:
            yield from held
            held.clear()
        if order >= end:
            del later[packet.stream]
        if not later:
            return
