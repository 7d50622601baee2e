"""What can be told about a recording before any engine sees it."""

from pathlib import Path
from urllib.parse import urlsplit


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
