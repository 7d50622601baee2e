"""Small recordings for tests, made with PyAV."""

from fractions import Fraction

import av


def film(
    path,
    *,
    seconds=1,
    video=True,
    audio=True,
    size=(64, 48),
    aspect=None,
    turn=0,
    title="",
    container="mp4",
    chapters=(),
):
    """Write a recording of grey frames and silence; `path`'s suffix need not fit."""
    with av.open(str(path), "w", format=container) as made:
        made.metadata["title"] = title
        made.set_chapters(
            [
                {
                    "id": number,
                    "start": ms,
                    "end": ms + 1,
                    "time_base": Fraction(1, 1000),
                    "metadata": {"title": name},
                }
                for number, (ms, name) in enumerate(chapters)
            ]
        )
        streams = []
        if video:
            stream = made.add_stream("mpeg4", rate=10)
            stream.width, stream.height = size
            stream.pix_fmt = "yuv420p"
            if aspect:
                stream.codec_context.sample_aspect_ratio = Fraction(*aspect)
            if turn:
                stream.set_display_rotation(-turn)  # counter-clockwise there
            streams.append((stream, _grey(10 * seconds, size)))
        if audio:
            stream = made.add_stream("aac", rate=16_000, layout="mono")
            streams.append((stream, _silence(seconds)))
        for stream, frames in streams:
            for frame in frames:
                made.mux(stream.encode(frame))
            made.mux(stream.encode(None))
    return path


def _grey(count, size):
    for number in range(count):
        frame = av.VideoFrame(*size, "yuv420p")
        for plane in frame.planes:
            plane.update(b"\x80" * plane.buffer_size)
        frame.pts, frame.time_base = number, Fraction(1, 10)
        yield frame


def _silence(seconds):
    for number in range(seconds):
        frame = av.AudioFrame(format="fltp", layout="mono", samples=16_000)
        frame.planes[0].update(bytes(4 * 16_000))
        frame.sample_rate, frame.pts = 16_000, 16_000 * number
        frame.time_base = Fraction(1, 16_000)
        yield frame
