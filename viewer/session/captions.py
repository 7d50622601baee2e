"""Transcripts out of files and out of the caption tracks of recordings; without Qt."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from viewer.core.media_source import MediaSource
from viewer.core.transcript import Transcript
from viewer.core.value import value
from viewer.errors import MalformedTranscriptError, MediaError, UnknownFormatError, UsageError
from viewer.formats import registry
from viewer.formats.format import NothingUsableError
from viewer.media.info import TextTrack
from viewer.media.inspection import info_of
from viewer.media.locate import is_media
from viewer.state.content_key import key_for

if TYPE_CHECKING:
    from viewer.media.tracks import TrackContent


@value
class Loaded:
    """A transcript; where it was read from a recording, its tracks and which one it is."""

    transcript: Transcript
    tracks: tuple[TextTrack, ...] = ()
    track: TextTrack | None = None


def load(path: Path, number: int | None = None) -> Loaded:
    """Read a transcript from a file, or from a caption track of a recording.

    `number` is the track's, from 1; otherwise it is the first one that is text. Raises
    `ViewerError`; for a recording without captions the sentence is about the file.
    """
    try:
        transcript = registry.load(path)
    except UnknownFormatError as unknown:
        return _load_from_tracks(path, number, unknown)
    if number is not None:
        sentence = f"{path.name} is not a recording, so there is no track to choose in it."
        raise UsageError(sentence, hint="Leave the track out.")
    return Loaded(transcript)


def _load_from_tracks(path: Path, number: int | None, unknown: UnknownFormatError) -> Loaded:
    try:
        tracks = _tracks(path)
    except MediaError:
        raise unknown from None
    if not tracks:
        raise unknown
    first = next((track.index for track in tracks if track.is_text), 0)
    index = first if number is None else number - 1
    transcript, _ = load_track(path, index)
    return Loaded(transcript, tracks, tracks[index])


def _tracks(path: Path) -> tuple[TextTrack, ...]:
    """Return the caption tracks of a recording, whatever its name ends in."""
    from viewer.media.tracks import text_tracks

    # Some text is taken for a track of captions: by another name it must have picture or sound.
    return text_tracks(path) if is_media(path) else info_of(MediaSource(path)).text_tracks


def load_track(
    path: Path, index: int, is_cancelled: Callable[[], bool] = lambda: False
) -> tuple[Transcript, str]:
    """Read the caption track of that index, and the key of its content; raises `ViewerError`."""
    from viewer.media.tracks import read_track

    content = read_track(path, index, is_cancelled)
    return _transcript_of(content, path), _key_for(content)


def _key_for(content: "TrackContent") -> str:
    """Return the name of what a track says, whatever recording it is in."""
    return key_for(repr((content.header, content.events)).encode())


def _transcript_of(content: "TrackContent", path: Path) -> Transcript:
    from viewer.formats.containers.tracks import read_captions

    try:
        return read_captions(
            content.track.codec,
            content.events,
            header=content.header,
            language=content.track.language,
            title=content.title,
            chapters=content.chapters,
        )
    except NothingUsableError as nothing:
        raise MalformedTranscriptError(path, nothing.reason, line=nothing.line) from nothing
