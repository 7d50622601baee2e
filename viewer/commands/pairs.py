"""A transcript with its recording, from whichever of the two was named."""

from pathlib import Path
from typing import TYPE_CHECKING

from viewer.commands.arguments import Home
from viewer.core.media_source import MediaSource
from viewer.core.transcript import Transcript
from viewer.errors import MediaError, StateError, ViewerError
from viewer.formats.entries import SUFFIXES
from viewer.media.inspection import info_of
from viewer.media.locate import is_media, transcript_for
from viewer.session import captions, recordings
from viewer.state.content_key import key_for_file

if TYPE_CHECKING:
    from viewer.state.chosen_recordings import ChosenRecordings


def choices(home: Home) -> "ChosenRecordings | None":
    """Return what the user chose; for nothing is loaded where that is none."""
    file = home().recordings
    if not file.exists():
        return None
    from viewer.state.chosen_recordings import ChosenRecordings

    return ChosenRecordings(file)


def pair_of(file: Path, media: Path | None, home: Home) -> tuple[Path, Transcript | None]:
    """Return the recording that `file` is or has, and its transcript; raises `ViewerError`.

    A recording may be without a transcript, but not the other way round.
    """
    if is_media(file) and media is None:
        info_of(MediaSource(file))  # which says what is the matter with it
        return file, _transcript_of(file)
    loaded = captions.load(file)
    if media is not None:
        return media, loaded.transcript
    if loaded.track is not None:
        return file, loaded.transcript
    hint = "Name it with --media."
    try:
        found = recordings.find(file, loaded.transcript, key_for_file(file), choices(home))
    except StateError as error:
        raise MediaError(str(error), hint=hint) from error
    if found is None:
        raise MediaError(f"No recording was found near {file.name}.", hint=hint)
    if found.path is None:
        raise MediaError(f"The recording of {file.name} is on the web.", hint=hint)
    return found.path, loaded.transcript


def _transcript_of(recording: Path) -> Transcript | None:
    beside = transcript_for(recording, SUFFIXES)
    for path in (beside, recording):
        try:
            if path is not None:
                return captions.load(path).transcript
        except ViewerError:
            continue
    return None
