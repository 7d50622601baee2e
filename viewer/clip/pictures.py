"""The pictures of a stretch, upright and of one size, each with when it is shown."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any, Final

import av
import av.filter

from viewer.clip.source import Cancelled, Source, frames_from
from viewer.core.stretch import Stretch
from viewer.core.value import value
from viewer.media.probe import rotation_of

#: Where neither the frame nor its stream tells how long it is shown.
_USUAL_LENGTH: Final = Fraction(1, 25)
_TURNS: Final = {90: ("clock",), 180: ("clock", "clock"), 270: ("cclock",)}


@value
class Shown:
    """A frame that is shown from `begin` up to `end`, in seconds from the stretch's begin."""

    frame: av.VideoFrame
    begin: Fraction
    end: Fraction


def pictures(source: Source, stretch: Stretch, cancelled: Cancelled) -> Iterator[Shown]:
    """Yield what is to be seen in a stretch: the frame that is shown at its begin comes first."""
    begin, end = Fraction(stretch.begin_ms, 1000), Fraction(stretch.end_ms, 1000)
    before: tuple[Any, Fraction] | None = None
    for frame, time in frames_from(source, source.video, begin, cancelled):
        if before is not None and time > begin:
            yield Shown(before[0], max(before[1] - begin, Fraction(0)), min(time, end) - begin)
        if time >= end:
            return
        before = frame, time
    if before is not None and before[1] + _length(before[0], source) > begin:
        frame, time = before
        last = min(max(time + _length(frame, source), begin), end)
        yield Shown(frame, max(time - begin, Fraction(0)), last - begin)


def _length(frame: Any, source: Source) -> Fraction:  # noqa: ANN401 - a frame of PyAV's
    if frame.duration:
        return Fraction(frame.duration * frame.time_base)
    rate = source.video.average_rate
    return 1 / Fraction(rate) if rate else _USUAL_LENGTH


def display_size(source: Source, frame: av.VideoFrame) -> tuple[int, int]:
    """Return the width and height that a frame is to be shown in, even as encoders want them."""
    shape = Fraction(source.video.sample_aspect_ratio or 1)
    width, height = _even(frame.width * shape), _even(frame.height)
    return (height, width) if rotation_of(frame) in (90, 270) else (width, height)


def _even(size: float | Fraction) -> int:
    return max(2 * round(size / 2), 2)


class Easel:
    """Turns frames upright and fits them into one size, with black around what is of another shape.

    The filters are made anew where frames become others.
    """

    def __init__(self, size: tuple[int, int]) -> None:
        self._size = size
        self._graph: Any = None
        self._made_for: tuple[object, ...] = ()

    def upright(self, source: Source, frame: av.VideoFrame) -> av.VideoFrame:
        """Return a frame as it is to be seen, in yuv420p."""
        shown, turn = display_size(source, frame), rotation_of(frame)
        kind = (frame.width, frame.height, frame.format.name, turn, shown)
        if (frame.width, frame.height) == shown == self._size and not turn:
            return frame.reformat(format="yuv420p")
        if kind != self._made_for:
            self._graph, self._made_for = self._filters(frame, turn, shown), kind
        stamp = frame.pts
        frame.pts = None
        self._graph.vpush(frame)
        fitted: av.VideoFrame = self._graph.vpull()
        frame.pts = stamp
        return fitted

    def _filters(self, frame: av.VideoFrame, turn: int, shown: tuple[int, int]) -> Any:  # noqa: ANN401 - a graph of PyAV's
        width, height = self._size
        share = min(Fraction(width, shown[0]), Fraction(height, shown[1]))
        inner = min(_even(shown[0] * share), width), min(_even(shown[1] * share), height)
        steps = [("transpose", direction) for direction in _TURNS.get(turn, ())]
        steps.append(("scale", f"{inner[0]}:{inner[1]}:flags=bicubic"))
        steps.append(("pad", f"{width}:{height}:(ow-iw)/2:(oh-ih)/2"))
        steps.append(("format", "yuv420p"))
        graph = av.filter.Graph()
        source = graph.add_buffer(
            width=frame.width,
            height=frame.height,
            format=frame.format,
            time_base=Fraction(1, 1000),
        )
        nodes = [source, *(graph.add(*step) for step in steps), graph.add("buffersink")]
        graph.link_nodes(*nodes).configure()
        return graph
