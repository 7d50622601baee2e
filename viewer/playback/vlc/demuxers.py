"""Which of libVLC's readers a recording is given to: known by its first bytes, and no other.

Left to itself libVLC goes by names and tries every reader it has. Some of them are for playlists
(HLS, DASH, M3U and their kin) and fetch what a stranger's file names; some go by the suffix alone.
"""

import os
import re
from pathlib import Path
from typing import Final

from viewer.core.counted import counted_ms
from viewer.playback.source import head_of

#: What is no container that libVLC's own readers know goes to its FFmpeg.
OTHER: Final = "avformat"

#: What its FFmpeg plays to the point and libVLC's own readers do not; they are tried after it.
_FOR_FFMPEG: Final = tuple(
    (re.compile(sign, re.DOTALL), name)
    for sign, name in (
        (rb"OggS", "ogg"),
        (rb"caff", "caf"),
        (rb"\xff[\xe2-\xef\xf2-\xf7\xfa-\xff]", "mpga"),
    )
)
#: What MP3 is given to; one that begins within a frame is not known as such.
_MP3: Final = f"{OTHER},mpga"
#: The first bytes, and libVLC's own reader for them; FFmpeg's is tried after it.
_SIGNS: Final = tuple(
    (re.compile(sign, re.DOTALL), name)
    for sign, name in (
        (rb".{4}(?:ftyp|moov|mdat|free|skip|wide|pnot)", "mp4"),
        (rb"\x1a\x45\xdf\xa3", "mkv"),
        (rb"RIFF.{4}AVI ", "avi"),
        (rb"(?:RIFF|RF64).{4}WAVE", "wav"),
        (rb"fLaC", "flacsys"),
        (rb"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "asf"),
        (rb"FORM.{4}AIF[FC]", "aiff"),
        (rb"\.snd", "au"),
        (rb"(?:.{4})?\x47.{187}(?:.{4})?\x47", "ts"),
        (rb"\x00\x00\x01\xba", "ps"),
        (rb"\x00\x00\x01\xb3", "mpgv"),
    )
)


#: Names by which libVLC takes a file for a list, before it heeds any option.
_LISTS: Final = frozenset({
    ".asx", ".b4s", ".ifo", ".itml", ".m3u", ".m3u8", ".pls", ".qtl", ".ram", ".rm", ".sgimb",
    ".wax", ".wpl", ".wvx", ".xml", ".xspf", ".zip",
})  # fmt: skip


def misleads(recording: Path) -> bool:
    """Return whether libVLC would go by the name instead of what is in the recording."""
    return recording.suffix.lower() in _LISTS and os.path.isdir("/proc/self/fd")


def demuxers_for(recording: Path) -> str:
    """Return the names of libVLC's readers that a recording is given to, best first.

    Bare AAC (ADTS) is for its FFmpeg: libVLC looks for MP3 in such a file named `.mp3` and
    finds nothing, and it guesses the length of one named `.aac` (91 s of 87 s). So is bare MP3,
    which libVLC places by the bit rate heard so far. `docs/engines.md` has the figures, and why Ogg
    and CAF are, too.
    """
    try:
        head = head_of(recording)
    except OSError:
        return OTHER
    if own := _named(_SIGNS, head):
        return f"{own},{OTHER}"
    if own := _named(_FOR_FFMPEG, head):
        return f"{OTHER},{own}"
    return OTHER


def _named(signs: tuple[tuple[re.Pattern[bytes], str], ...], head: bytes) -> str:
    return next((name for sign, name in signs if sign.match(head)), "")


def counted_length_ms(recording: Path) -> int | None:
    """Return how long a recording is of which FFmpeg would only guess it; None for all others.

    A container states its length. May read all of the recording.
    """
    return counted_ms(recording) if demuxers_for(recording) in {OTHER, _MP3} else None
