"""What can be told about a recording before any engine sees it."""

from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

#: Twelve bits of a mark, then two of the layer, which MP3 has and AAC has not.
_ADTS: Final = b"\xff\xf0"
_MASK: Final = b"\xff\xf6"


def name_of(source: Path | str) -> str:
    """Return what to call the recording in a sentence."""
    if isinstance(source, Path):
        return source.name or str(source)
    return urlsplit(source).hostname or source


def refusal(source: Path | str) -> str:
    """Return why this cannot be a recording, as a sentence; empty where it may be one."""
    if not isinstance(source, Path):
        known = urlsplit(source).scheme in {"http", "https"}
        return "" if known else f"Cannot play {source}: only files and web addresses can be played."
    try:
        if source.is_dir():
            return f"Cannot play {name_of(source)}: it is a folder."
        if not source.stat().st_size:
            return f"Cannot play {name_of(source)}: the file is empty."
    except FileNotFoundError:
        return f"Cannot play {name_of(source)}: there is no such file."
    except OSError as error:
        return f"Cannot play {name_of(source)}: {error.strerror}."
    return ""


def not_media(source: Path | str, engine: str) -> str:
    """Return the sentence for a recording in which an engine found nothing to play."""
    return f"Cannot play {name_of(source)}: {engine} finds no sound or picture in it."


def is_bare_aac(source: Path | str) -> bool:
    """Return whether a file is AAC without a container (ADTS), whatever its name says.

    libVLC goes by the name: it looks for MP3 in such a file named `.mp3` and finds nothing, and
    it guesses the length of one named `.aac` (91 s of 87 s). Its `avformat` reads both rightly.
    """
    try:
        if not isinstance(source, Path):
            return False
        with source.open("rb") as file:
            head = file.read(2)
    except OSError:
        return False
    return len(head) == len(_ADTS) and all(
        a & m == b for a, m, b in zip(head, _MASK, _ADTS, strict=True)
    )
