"""Which kinds of file are recordings proper: picture and sound in the one file, and nothing else.

What is not listed is never read as a recording, whatever its name: playlists and their kin (HLS,
DASH, concat, SDP and others) name further files and addresses, which a stranger's file must not
have opened; image sequences open what is numbered beside them; devices are no files.
"""

import re
from typing import Final

#: FFmpeg's names for the containers and bare streams that hold all they play themselves.
_PROPER: Final = (
    "3gp aa aac ac3 ac4 act adts aiff alaw amr amrnb amrwb ape aptx asf asf_o ast au av1 avi avs2"
    " avs3 caf cavsvideo daud dhav dirac dnxhd dsf dss dts dtshd dv eac3 evc flac flv g722 g729 gsm"
    " gxf h261 h263 h264 hevc iamf ilbc ircam ivf ivr kux lc3 live_flv lmlm4 loas lxf m4v matroska"
    " mjpeg mlp mov mp3 mp4 mpc mpc8 mpeg mpegts mpegtsraw mpegvideo mpjpeg mulaw mxf nistsphere"
    " nsv nut nuv obu ogg oma osq paf pva qcp qoa rm rso s337m sbc shn sln sox spdif swf tak truehd"
    " tta ty vc1 vc1test vivo voc vvc w64 wav webm wsd wtv wv xwma yuv4mpegpipe"
)
#: What PyAV is given, so that no other reader is even begun.
OPTIONS: Final = {"format_whitelist": _PROPER.replace(" ", ","), "protocol_whitelist": "file"}

_PLAYLIST: Final = re.compile(
    rb"\s*(?:#EXT|ffconcat|\[playlist\]|\[Reference\]|RTSPtext|SMILtext|(?:rtsp|mms|https?|pnm)://"
    rb"|v=0\r?\no=|(?:<[?!][^>]{0,500}>\s*){0,5}<(?:MPD|ASX|playlist|smil|SmoothStreamingMedia|WPL"
    rb"|rss|AssetMap|CompositionPlaylist)\b)",
    re.IGNORECASE,
)
_PICTURE: Final = re.compile(
    rb"\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0\0\0|RIFF.{4}WEBP|II\*\0|MM\0\*|\0\0[\1\2]\0[^\0]\0"
    rb"|8BPS|\0\0\0\x0cJXL |\xff\x0a|qoif|DDS |P[1-7]\s|.{4}ftyp(?:avif|heic|heix|mif1)",
    re.DOTALL,
)
_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def is_playlist(head: bytes) -> bool:
    """Return whether a file begins as a list of other files or addresses does."""
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return _PLAYLIST.match(head.replace(b"\0", b"")) is not None


def is_picture(head: bytes) -> bool:
    """Return whether a file begins as a still picture does."""
    return _PICTURE.match(head) is not None
