"""Pieces of MP4 rewritten as MPEG-TS, in which the player here finds its place after a seek.

FFmpeg up to 7.1, which Qt carries, goes on reading where it was in the pieces of MP4 that it knew
before a seek, and finds nothing there; of MPEG-TS it keeps nothing. No picture and no sound is
made anew.
"""

import io
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from av import Packet

#: What MPEG-TS has a place for.
_TAKEN: Final = frozenset(
    {"h264", "hevc", "mpeg2video", "mpeg4", "aac", "mp3", "mp2", "ac3", "eac3", "opus"}
)
_PLAYED: Final = ("video", "audio")
#: Times begin here: MPEG-TS has none before nought.
_LEAD_S: Final = 10
_OPTIONS: Final = {"mpegts_copyts": "1", "mpegts_flags": "+initial_discontinuity"}


def takes(begin: bytes) -> bool:
    """Return whether pieces that begin so can be rewritten, all that is played of them."""
    import av

    if begin[4:8] not in (b"ftyp", b"moov", b"styp"):
        return False
    try:
        with av.open(io.BytesIO(begin), format="mov") as known:
            codecs = [each.codec_context for each in known.streams if each.type in _PLAYED]
            return bool(codecs) and all(each and each.name in _TAKEN for each in codecs)
    except (av.FFmpegError, ValueError):
        return False


def rewritten(begin: bytes, piece: bytes) -> bytes:
    """Return a piece as MPEG-TS, with the times that it has; raises `ValueError` where it is none.

    Pictures are to be decoded as late as their times allow: the first of a piece is then not from
    before the time at which the list says that the piece begins, and a seek finds it.
    """
    import av

    made = io.BytesIO()
    try:
        with (
            av.open(io.BytesIO(begin + piece), "r", format="mov") as mp4,
            av.open(made, "w", format="mpegts", options=dict(_OPTIONS)) as ts,
        ):
            led = {
                each.index: ts.add_stream_from_template(each)
                for each in mp4.streams
                if each.type in _PLAYED
            }
            packets = [p for p in mp4.demux() if p.dts is not None and p.stream.index in led]
            if not packets:
                raise ValueError("there is nothing in it")
            for stream in mp4.streams.video:
                _hold_back([p for p in packets if p.stream.index == stream.index])
            for packet in sorted(packets, key=_decoded_s):
                _shift(packet)
                packet.stream = led[packet.stream.index]
                ts.mux(packet)
    except av.FFmpegError as error:
        raise ValueError(str(error)) from error
    return made.getvalue()


def _hold_back(pictures: "list[Packet[Any]]") -> None:
    latest = None
    for picture in reversed(pictures):
        if picture.pts is None or picture.dts is None:
            return
        latest = picture.pts if latest is None else min(picture.pts, latest - 1)
        picture.dts = max(picture.dts, latest)


def _decoded_s(packet: "Packet[Any]") -> float:
    return float((packet.dts or 0) * packet.time_base)


def _shift(packet: "Packet[Any]") -> None:
    lead = round(_LEAD_S / packet.time_base)
    packet.dts = (packet.dts or 0) + lead
    if packet.pts is not None:
        packet.pts += lead
