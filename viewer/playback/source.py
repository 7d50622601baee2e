"""What can be said about a recording before any engine sees it."""

import re
import stat
from pathlib import Path
from typing import Final

from viewer.core.links import is_web_link
from viewer.core.media_source import MediaSource

_HEAD: Final = 4096
_TAG: Final = re.compile(rb"ID3.{3}([\x00-\x7f]{4})", re.DOTALL)
#: So many bytes of text tell that it is text: all others have bytes among them that are none.
_SAMPLE_LENGTH: Final = 12
_BYTE_ORDER: Final = b"\xef\xbb\xbf"
_LETTERS: Final = bytes([*b"\t\n\r", *range(0x20, 0x7F)])
_RECORDING: Final = re.compile(
    rb"RIFF|RF64|FORM|OggS|fLaC|caff|\.snd|.{4}(?:ftyp|moov|mdat|free|skip|wide|pnot)|#!AMR|FLV"
    rb"|Creative Voice File|nut/multimedia|YUV4MPEG2|MPCK|TTA1|wvpk|riff|DSD |NSV[fs]|DKIF",
    re.DOTALL,
)


def refusal(source: MediaSource) -> str:
    """Return why this cannot be a recording, as a sentence; empty where it may be one.

    Reads from the disk, which may never answer: workers ask.
    """
    path = source.path
    if path is None:
        known = is_web_link(str(source))
        return "" if known else f"Cannot play {source}: only files and web addresses can be played."
    try:
        if path.is_dir():
            return f"Cannot play {source.name}: it is a folder."
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            return f"Cannot play {source.name}: it is a device or a pipe."
        if not found.st_size:
            return f"Cannot play {source.name}: the file is empty."
        if is_text(head_of(path)):
            return f"Cannot play {source.name}: it holds text, not a recording."
    except FileNotFoundError:
        return f"Cannot play {source.name}: there is no such file."
    except OSError as error:
        return unreadable(source, error)
    return ""


def unreadable(source: MediaSource, error: OSError) -> str:
    """Return the sentence for a recording that the system does not let be read."""
    return f"Cannot play {source.name}: {error.strerror}."


def head_of(recording: Path) -> bytes:
    """Return a file's first bytes, behind the tag that sound may begin with; raises `OSError`."""
    with recording.open("rb") as file:
        head = file.read(_HEAD)
        if not (tag := _TAG.match(head)):
            return head
        size = 0
        for byte in tag[1]:
            size = size << 7 | byte
        file.seek(tag.end() + size)
        return file.read(_HEAD).lstrip(b"\0")


def is_text(head: bytes) -> bool:
    """Return whether a file begins as text, and not as one of the recordings that do so.

    Playlists and their kin do, of every sort: engines would open whatever a stranger names there.
    """
    begin = head[: len(_BYTE_ORDER) + _SAMPLE_LENGTH].removeprefix(_BYTE_ORDER)[:_SAMPLE_LENGTH]
    return begin.translate(None, _LETTERS) == b"" and not _RECORDING.match(head)


def no_answer(source: MediaSource) -> str:
    """Return the sentence for a recording that nothing can be read from, for as long as it may."""
    if source.path is None:
        return f"Cannot play {source.name}: it does not answer."
    return f"Cannot play {source.name}: its folder or disk does not answer."


def not_media(source: MediaSource, engine: str) -> str:
    """Return the sentence for a recording in which an engine found nothing to play."""
    return f"Cannot play {source.name}: {engine} finds no sound or picture in it."
