"""Small films with caption tracks in them, made with PyAV."""

from fractions import Fraction

import av

from tests.media.films import _grey

#: A header as FFmpeg wants it for making any caption track.
HEADER = b"""[Script Info]
Title: A talk

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, \
Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, \
Alignment, MarginL, MarginR, MarginV, Encoding
Style: Default,Arial,16,&Hffffff,&Hffffff,&H0,&H0,0,0,0,0,100,100,0,0,1,1,0,2,10,10,10,0

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


def captioned(path, *tracks, title=""):
    """Write two seconds of grey film with tracks: (codec, language, title, events).

    An event is (start, length, data).
    """
    kind = None if path.suffix != ".srt" else "matroska"  # a name that lies
    with av.open(str(path), "w", format=kind) as container:
        if title:
            container.metadata["title"] = title
        video = container.add_stream("mpeg4", rate=10)
        video.width, video.height, video.pix_fmt = 64, 48, "yuv420p"
        streams = [_track(container, *track[:3]) for track in tracks]
        for frame in _grey(20, (64, 48)):
            container.mux(video.encode(frame))
        container.mux(video.encode(None))
        for stream, (_, _, _, events) in zip(streams, tracks, strict=True):
            for start, length, data in events:
                container.mux(_packet(stream, start, length, data))
    return path


def mov_text(text):
    """Return a text as MP4 stores it."""
    data = text.encode()
    return len(data).to_bytes(2, "big") + data


def _track(container, codec, language, title):
    stream = container.add_stream(codec)
    stream.codec_context.subtitle_header = HEADER
    stream.time_base = stream.codec_context.time_base = Fraction(1, 1000)
    stream.metadata["language"], stream.metadata["title"] = language, title
    return stream


def _packet(stream, start, length, data):
    packet = av.Packet(data)
    packet.stream, packet.time_base = stream, Fraction(1, 1000)
    packet.pts = packet.dts = start
    packet.duration = length
    return packet
