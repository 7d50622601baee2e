"""Transcripts out of files and out of the caption tracks of recordings; without Qt."""

from collections.abc import Callable
from pathlib import Path

from viewer.core.transcript import Transcript
from viewer.errors import MalformedTranscriptError, MediaError, UnknownFormatError
from viewer.formats import registry
from viewer.formats.base import NothingUsableError
from viewer.formats.track_captions import read_captions
from viewer.media.locate import is_media


def load(path: Path) -> Transcript:
    """Read a transcript from a file, or from the first caption track of a recording.

    Raises `ViewerError`; for a recording without captions the sentence is about the file.
    """
    try:
        return registry.load(path)
    except UnknownFormatError as unknown:
        index = first_track(path)
        if index is None:
            raise unknown from None
        return load_track(path, index)


def first_track(path: Path) -> int | None:
    """Return the first caption track of a recording that is text, or None."""
    if not is_media(path):
        return None
    from viewer.media.tracks import text_tracks  # slow to import, and few files need it

    try:
        return next((track.index for track in text_tracks(path) if track.is_text), None)
    except MediaError:
        return None


def load_track(
    path: Path, index: int, is_cancelled: Callable[[], bool] = lambda: False
) -> Transcript:
    """Read the caption track of that index; raises `ViewerError`."""
    from viewer.media.tracks import read_track

    content = read_track(path, index, is_cancelled)
    try:
        return read_captions(
            content.track.codec,
            content.events,
            header=content.header,
            language=content.track.language,
            title=content.track.title,
            chapters=content.chapters,
        )
    except NothingUsableError as nothing:
        raise MalformedTranscriptError(path, nothing.reason, line=nothing.line) from nothing
