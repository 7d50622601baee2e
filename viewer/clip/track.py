"""Captions as a track of the file: what players show when they are asked to."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any, Final, cast

import av
import av.container

from viewer.clip.wish import Cue
from viewer.clip.writing import writing

_MS: Final = Fraction(1, 1000)
#: FFmpeg wants a style, also where the track keeps none.
_HEADER: Final = b"""[Script Info]
ScriptType: v4.00+

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, SecondaryColour, OutlineColour, BackColour, Bold, \
Italic, Underline, StrikeOut, ScaleX, ScaleY, Spacing, Angle, BorderStyle, Outline, Shadow, \
Alignment, MarginL, MarginR, MarginV, Encoding
Style: Default,Arial,16,&Hffffff,&Hffffff,&H0,&H0,0,0,0,0,100,100,0,0,1,1,0,2,10,10,10,0

[Events]
Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
"""


class CaptionTrack:
    """A stream of captions in a file that is written; it is to be made before anything is."""

    def __init__(self, container: av.container.OutputContainer, codec: str) -> None:
        self._container, self._codec = container, codec
        self._stream: Any = cast(Any, container).add_stream(codec)
        self._stream.codec_context.subtitle_header = _HEADER
        self._stream.time_base = self._stream.codec_context.time_base = _MS

    def write(self, cues: Iterable[Cue]) -> None:
        """Write cues, counted from the file's begin."""
        for cue in cues:
            packet = av.Packet(self._data(cue.text))
            packet.stream, packet.time_base = self._stream, _MS
            packet.pts = packet.dts = cue.begin_ms
            packet.duration = cue.end_ms - cue.begin_ms
            with writing():
                self._container.mux(packet)

    def _data(self, text: str) -> bytes:
        if self._codec == "mov_text":
            data = text.encode()[:0xFFFF]
            return len(data).to_bytes(2, "big") + data
        # A cue of WebVTT ends at an empty line, and begins mark-up at these.
        escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return escaped.encode()
