"""Clips as moving GIFs: few pictures, small ones, in the 256 colours that suit them best."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import Any, Final, cast

import av
import av.container
import av.filter

from viewer.clip.burning import Drawing
from viewer.clip.kinds import Kind
from viewer.clip.lettering import Lettering
from viewer.clip.look import Look, encoder
from viewer.clip.source import Cancelled, source_of
from viewer.clip.wish import Captions, Wish
from viewer.clip.writing import writing
from viewer.errors import MediaError
from viewer.media.probe import opened

Progress = Callable[[float], None]

#: GIF counts hundredths of a second: eight of them a picture.
RATE: Final = Fraction(25, 2)
_CLOCK: Final = Fraction(1, 1000)
#: Wider pictures are made as narrow as this.
WIDEST: Final = 480


class GifCut:
    """Writes the parts one after another into a container.

    The colours are chosen in one go through the recording, and the pictures made in another: so
    they need not all be held in memory.
    """

    def __init__(
        self,
        container: av.container.OutputContainer,
        wish: Wish,
        kind: Kind,
        looks: Sequence[Look],
        lettering: Lettering,
    ) -> None:
        self._container, self._looks = container, looks
        self._size = _small(next((look.size for look in looks if look.size), (2, 2)))
        self._drawing = Drawing(self._size, wish.captions is Captions.BURNED, lettering)
        self._name, _ = encoder(kind.video, kind)

    def write(self, progress: Progress, cancelled: Cancelled) -> int:
        """Encode everything; return how long it is, in milliseconds."""
        palette = self._palette(lambda done: progress(done / 2), cancelled)
        stream: Any = cast(Any, self._container).add_stream(self._name, rate=RATE)
        stream.width, stream.height = self._size
        stream.pix_fmt = "pal8"
        stream.codec_context.time_base = Fraction(1, 100)
        drawn = _Painter(self._size, palette)
        count = 0
        for frame in self._frames(lambda done: progress(0.5 + done / 2), cancelled):
            made = drawn.painted(frame, count)
            made.pts, made.time_base = 8 * count, Fraction(1, 100)
            with writing():
                self._container.mux(stream.encode(made))
            count += 1
        with writing():
            self._container.mux(stream.encode(None))
        return 80 * count

    def _palette(self, progress: Progress, cancelled: Cancelled) -> av.VideoFrame:
        graph = av.filter.Graph()
        source = _buffer(graph, self._size)
        choose = graph.add("palettegen", "stats_mode=diff")
        graph.link_nodes(source, choose, graph.add("buffersink")).configure()
        for count, frame in enumerate(self._frames(progress, cancelled)):
            frame.pts, frame.time_base = count, _CLOCK
            graph.vpush(frame)
        graph.vpush(None)
        return graph.vpull()

    def _frames(self, progress: Progress, cancelled: Cancelled) -> Iterator[av.VideoFrame]:
        """Yield the pictures of all parts, one for each tick of the rate."""
        total = sum(look.part.length_ms for look in self._looks)
        before = 0
        for look in self._looks:
            ticks = round(Fraction(look.part.length_ms, 1000) * RATE) or 1
            for tick, frame in enumerate(self._ticks(look, ticks, cancelled)):
                if cancelled():
                    raise MediaError("The clip was not made: it was cancelled.")
                yield frame
                progress((before + look.part.length_ms * tick / ticks) / total)
            before += look.part.length_ms

    def _ticks(self, look: Look, ticks: int, cancelled: Cancelled) -> Iterator[av.VideoFrame]:
        shown: av.VideoFrame | None = None
        done = 0
        for frame, begin in self._changes(look, cancelled):
            while shown is not None and done < ticks and done / RATE < begin:
                yield shown
                done += 1
            shown = frame
        while shown is not None and done < ticks:
            yield shown
            done += 1

    def _changes(
        self, look: Look, cancelled: Cancelled
    ) -> Iterator[tuple[av.VideoFrame, Fraction]]:
        """Yield each picture of a part with when it is shown first."""
        with opened(look.part.recording) as container:
            source = source_of(look.part.recording, container)
            for frame, begin, _ in self._drawing.of(look.part, source, cancelled):
                yield frame, begin


class _Painter:
    """Makes pictures of the colours of a palette."""

    def __init__(self, size: tuple[int, int], palette: av.VideoFrame) -> None:
        graph = av.filter.Graph()
        self._source, self._sink = _buffer(graph, size), graph.add("buffersink")
        colours = graph.add_buffer(
            width=palette.width, height=palette.height, format=palette.format, time_base=_CLOCK
        )
        use = graph.add("paletteuse", "dither=sierra2_4a:diff_mode=rectangle")
        self._source.link_to(use, 0, 0)
        colours.link_to(use, 0, 1)
        use.link_to(self._sink)
        graph.configure()
        palette.pts, palette.time_base = 0, _CLOCK
        colours.push(palette)
        colours.push(None)
        self._graph = graph  # it ends with whoever holds it

    def painted(self, frame: av.VideoFrame, number: int) -> av.VideoFrame:
        """Return a picture in those colours."""
        frame.pts, frame.time_base = number, _CLOCK
        self._source.push(frame)
        return cast(av.VideoFrame, self._sink.pull())


def _buffer(graph: Any, size: tuple[int, int]) -> Any:  # noqa: ANN401 - PyAV's own
    width, height = size
    return graph.add_buffer(width=width, height=height, format="yuv420p", time_base=_CLOCK)


def _small(size: tuple[int, int]) -> tuple[int, int]:
    share = min(Fraction(WIDEST, max(size)), Fraction(1))
    return max(2 * round(size[0] * share / 2), 2), max(2 * round(size[1] * share / 2), 2)
