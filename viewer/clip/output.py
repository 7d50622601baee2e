"""The file that is written: its streams, and when what is in them is to be seen and heard."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Final, cast

import av
import av.container
from av.video.frame import PictureType

from viewer.clip.kinds import Kind
from viewer.clip.look import Look, encoder
from viewer.clip.wish import Wish
from viewer.clip.writing import writing

#: What counts the times of pictures: milliseconds and the usual rates are whole in it.
CLOCK: Final = 90_000
#: Rates of samples that are kept as they are; others are heard in the first one.
_SAMPLE_RATES: Final = (48_000, 44_100, 32_000)


class Output:
    """Encodes pictures and samples into a container, in the order in which they come."""

    def __init__(
        self, container: av.container.OutputContainer, kind: Kind, looks: Sequence[Look]
    ) -> None:
        self._container, self._kind = container, kind
        self.size = next((look.size for look in looks if look.size), None)
        heard = next((look for look in looks if look.has_sound), None)
        self.layout = heard.layout if heard else "mono"
        self.rate = heard.sample_rate if heard else 0
        if self.rate not in _SAMPLE_RATES or kind.name == "webm":
            self.rate = _SAMPLE_RATES[0]
        self.video: Any = self._add_video(looks) if kind.video and self.size else None
        self.audio: Any = self._add_audio() if kind.audio and heard else None
        self._pending: tuple[av.VideoFrame, int] | None = None
        self._lengths: dict[int, int] = {}
        self._samples = 0

    def _add_video(self, looks: Sequence[Look]) -> Any:  # noqa: ANN401 - a stream of PyAV's
        name, options = encoder(self._kind.video, self._kind)
        rate = next(look.frame_rate for look in looks if look.size)
        stream: Any = cast(Any, self._container).add_stream(
            name, rate=rate.limit_denominator(1001), options=dict(options)
        )
        stream.width, stream.height = self.size or (0, 0)
        stream.pix_fmt = "yuv420p"
        stream.codec_context.time_base = Fraction(1, CLOCK)
        return stream

    def _add_audio(self) -> Any:  # noqa: ANN401 - a stream of PyAV's
        name, options = encoder(self._kind.audio, self._kind)
        return cast(Any, self._container).add_stream(
            name, rate=self.rate, layout=self.layout, options=dict(options)
        )

    def show(self, frame: av.VideoFrame, begin: Fraction) -> None:
        """Show a picture from `begin` on, until the next one."""
        pts = round(begin * CLOCK)
        if self._pending is not None and self._pending[1] >= pts:
            return
        self._encode_pending(pts)
        frame.pts, frame.time_base = pts, Fraction(1, CLOCK)
        frame.pict_type = PictureType.NONE  # the encoder's own choice, not the recording's
        self._pending = frame, pts

    def hear(self, frame: av.AudioFrame) -> None:
        """Add samples."""
        frame.pts, frame.time_base = self._samples, Fraction(1, self.rate)
        self._samples += frame.samples
        with writing():
            self._container.mux(self.audio.encode(frame))

    def finish(self, length: Fraction) -> None:
        """Have the last picture stay until the end, and write what encoders hold back."""
        if self.video is not None:
            self._encode_pending(round(length * CLOCK))
            self._encode(None)
        if self.audio is not None:
            with writing():
                self._container.mux(self.audio.encode(None))

    def _encode_pending(self, until: int) -> None:
        if self._pending is None:
            return
        (frame, pts), self._pending = self._pending, None
        self._lengths[pts] = max(until - pts, 1)
        self._encode(frame)

    def _encode(self, frame: av.VideoFrame | None) -> None:
        with writing():
            for packet in self.video.encode(frame):
                packet.duration = self._lengths.pop(packet.pts, packet.duration)
                self._container.mux(packet)


def tell(container: av.container.OutputContainer, wish: Wish) -> None:
    """Write into the file what it is of."""
    tags = {"title": wish.title, "artist": wish.artist, "comment": wish.comment}
    for key, value in tags.items():
        if value:
            container.metadata[key] = value
