"""The sound of a stretch: to the sample, faded in and out, silent where there is none."""

from array import array
from collections.abc import Iterator
from fractions import Fraction
from typing import Any, Final

import av
import av.audio.resampler

from viewer.clip.source import Cancelled, Source, frames_from
from viewer.core.stretch import Stretch

#: So long the sound of a part comes and goes, so that its ends do not click.
FADE_S: Final = Fraction(10, 1000)
#: Times of frames are rounded: only what is farther off is a gap, or comes again.
_GAP_S: Final = Fraction(30, 1000)
#: Decoders need what came before: so much is heard of it first.
_LEAD_S: Final = Fraction(1, 5)
_BYTES: Final = 4


class Sound:
    """The samples of a stretch, `rate` a second, in as many channels as `layout` has."""

    def __init__(self, source: Source | None, stretch: Stretch, rate: int, layout: str) -> None:
        self._source, self.rate, self._layout = source, rate, layout
        self._begin = Fraction(stretch.begin_ms, 1000)
        self.count: Final = round(Fraction(stretch.end_ms - stretch.begin_ms, 1000) * rate)
        self._fade = min(round(FADE_S * rate), self.count // 2)
        self._channels = len(av.AudioLayout(layout).channels)
        #: Up to which sample there were any in the recording.
        self.heard = 0

    def frames(self, cancelled: Cancelled) -> Iterator[av.AudioFrame]:
        """Yield frames that together have `count` samples; their times are counted by the caller.

        Raises what PyAV raises where the recording cannot be read.
        """
        done = 0
        for at, planes in self._decoded(cancelled):
            for piece in self._placed(done, at, planes):
                done += len(piece[0]) // _BYTES
                yield self._frame(done - len(piece[0]) // _BYTES, piece)
            if done >= self.count:
                return
        for size in self._pieces(self.count - done):
            yield self._frame(done, [bytes(size * _BYTES)] * self._channels)
            done += size

    def _pieces(self, left: int) -> Iterator[int]:
        while left > 0:
            yield min(left, self.rate)
            left -= self.rate

    def _decoded(self, cancelled: Cancelled) -> Iterator[tuple[int, list[bytes]]]:
        """Yield samples with the number of the first, counted from the stretch's begin."""
        if self._source is None or self._source.audio is None:
            return
        resampler = av.audio.resampler.AudioResampler("fltp", self._layout, self.rate)
        lead = max(self._begin - _LEAD_S, Fraction(0))
        expected: int | None = None
        for frame, time in frames_from(self._source, self._source.audio, lead, cancelled):
            stated = round((time - self._begin) * self.rate)
            if expected is None or abs(stated - expected) > _GAP_S * self.rate:
                expected = stated
            for heard in resampler.resample(frame):
                planes = [bytes(plane)[: heard.samples * _BYTES] for plane in heard.planes]
                yield expected, planes
                expected += heard.samples

    def _placed(self, done: int, at: int, planes: list[bytes]) -> Iterator[list[bytes]]:
        """Yield samples as far as they are wanted, after the silence there is before them."""
        size = len(planes[0]) // _BYTES
        first, last = max(done, at), min(at + size, self.count)
        if first >= last:
            return
        for gap in self._pieces(first - done):
            yield [bytes(gap * _BYTES)] * self._channels
        self.heard = last
        yield [plane[(first - at) * _BYTES : (last - at) * _BYTES] for plane in planes]

    def _frame(self, first: int, planes: list[bytes]) -> av.AudioFrame:
        size = len(planes[0]) // _BYTES
        frame = av.AudioFrame(format="fltp", layout=self._layout, samples=size)
        for made, plane in zip(frame.planes, planes, strict=True):
            made.update(self._faded(first, plane))
        frame.sample_rate = self.rate
        return frame

    def _faded(self, first: int, plane: bytes) -> bytes:
        last = first + len(plane) // _BYTES
        if first >= self._fade and last <= self.count - self._fade:
            return plane
        samples = array("f", plane)
        for i in _numbers(first, last, 0, self._fade):
            samples[i - first] *= i / self._fade
        for i in _numbers(first, last, self.count - self._fade, self.count):
            samples[i - first] *= (self.count - 1 - i) / self._fade
        return samples.tobytes()


def _numbers(first: int, last: int, low: int, high: int) -> range:
    return range(max(first, low), min(last, high))


def layout_of(source: Source) -> str:
    """Return the layout to write: one channel stays one, all else is heard in two."""
    context: Any = source.audio.codec_context
    return "mono" if len(context.layout.channels) == 1 else "stereo"
