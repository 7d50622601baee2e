"""What a recording holds; what looks into one takes long to load, and is loaded with the first."""

from pathlib import Path

from viewer.core.media_source import MediaSource
from viewer.errors import MediaError
from viewer.media.info import UNKNOWN, MediaInfo


def info_of(source: MediaSource) -> MediaInfo:
    """Return what a recording holds, as `probe` does; raises `MediaError`.

    Only what plays an address asks the web for it: its picture and its length are reported then.
    """
    if source.path is None:
        return UNKNOWN
    from viewer.media.probe import probe

    return probe(source.path)


def duration_of(path: Path) -> int | None:
    """Return the length in milliseconds, or None where there is none that can be known."""
    try:
        return info_of(MediaSource(path)).duration_ms
    except MediaError:
        return None
