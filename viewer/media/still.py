"""The one frame that is to be seen at a moment: the one whose time the moment lies in."""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, Final, TypeAlias

import av
import av.container
import av.error

from viewer.core.still import Still
from viewer.media.probe import opened, rotation_of, video_streams

#: How much earlier to look, in seconds, where what comes first is already later than the moment.
BACK_S: Final = (0, 2, 12)
#: Frames come in another order than they are shown in, by no more than this many.
REORDERED: Final = 16
#: Formats whose times each library tells differently: they count from any moment, or do not say
#: when frames are shown that come out of order.
_UNSURE: Final = frozenset({"mpegts", "mpeg", "avi"})

#: PyAV's classes are generic to its stubs alone.
Packet: TypeAlias = "av.Packet[Any]"
Cancelled: TypeAlias = Callable[[], bool]


def still_at(path: Path, ms: int, cancelled: Cancelled) -> Still | None:
    """Decode the frame that is shown at `ms`; None on `cancelled`, and where none can be known.

    A frame is shown until the next one begins, whatever the file says of its length. Times are
    whole milliseconds, so one that begins half a millisecond later has begun.

    Raises `MediaError` for what cannot be read.
    """
    with opened(path) as container:
        videos = video_streams(container)
        if not videos or container.format.name in _UNSURE:
            return None
        video = videos[0]
        video.thread_type = "AUTO"
        wanted = _begun(
            container, video, int(Fraction(2 * ms + 1, 2000) / video.time_base), cancelled
        )
        frame = None if wanted is None else _decoded(container, video, wanted, cancelled)
        return None if frame is None else _still(frame, video)


def _begun(
    container: av.container.InputContainer,
    video: Any,  # noqa: ANN401 - a stream of PyAV's
    latest: int,
    cancelled: Cancelled,
) -> int | None:
    """Return the time of the last frame that has begun at `latest`, without decoding any."""
    first = None
    for packets in _from_ever_earlier(container, video, latest):
        begun, later = None, 0
        for packet in packets:
            time = _time_of(packet)
            if cancelled() or later > REORDERED:
                break
            if time is None:
                continue
            first = time if first is None else min(first, time)
            later += time > latest
            if time <= latest:
                begun = time if begun is None else max(begun, time)
        if begun is not None:
            return begun
    return first


def _decoded(
    container: av.container.InputContainer,
    video: Any,  # noqa: ANN401 - a stream of PyAV's
    wanted: int,
    cancelled: Cancelled,
) -> av.VideoFrame | None:
    """Decode the frame of this time, and of those before it only what it is made from."""
    nearest = None
    for packets in _from_ever_earlier(container, video, wanted):
        for frame in _frames(packets, video, wanted):
            if cancelled():
                return None
            if frame.pts is None:
                continue
            if frame.pts > wanted:
                break
            nearest = frame
            if frame.pts == wanted:
                return nearest
        if nearest is not None:
            return nearest
    return None


def _from_ever_earlier(
    container: av.container.InputContainer,
    video: Any,  # noqa: ANN401 - a stream of PyAV's
    time: int,
) -> "Iterator[Iterable[Packet]]":
    """Yield the packets from the keyframe before a moment on, then from before that one."""
    for back_s in BACK_S:
        _seek(container, video, time - int(back_s / video.time_base))
        yield container.demux(video)


def _seek(container: av.container.InputContainer, video: Any, time: int) -> None:  # noqa: ANN401 - a stream of PyAV's
    try:
        container.seek(max(time, video.start_time or 0), stream=video)
    except av.error.FFmpegError:  # an index may begin later than the picture
        container.seek(0)


def _frames(
    packets: "Iterable[Packet]",
    video: Any,  # noqa: ANN401 - a stream of PyAV's
    wanted: int,
) -> Iterator[av.VideoFrame]:
    for packet in packets:
        video.codec_context.skip_frame = "DEFAULT" if _time_of(packet) == wanted else "NONREF"
        try:
            yield from packet.decode()
        except av.error.FFmpegError:
            continue


def _time_of(packet: "Packet") -> int | None:
    return packet.dts if packet.pts is None else packet.pts


def _still(frame: av.VideoFrame, video: Any) -> Still:  # noqa: ANN401 - a stream of PyAV's
    """Return the frame at its size of display."""
    shape = video.sample_aspect_ratio or 1
    width, height = _even(frame.width * shape), _even(frame.height)
    picture = frame.reformat(width, height, "yuv420p")
    bright, blue, red = ((bytes(each), each.line_size) for each in picture.planes)
    start_us = round(frame.pts * video.time_base * 10**6)
    return Still(start_us, width, height, rotation_of(frame), (bright, blue, red))


def _even(size: float) -> int:
    return max(2 * round(size / 2), 2)
