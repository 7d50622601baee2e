"""Which recording belongs to a transcript: the chosen one, or one found near it; without Qt."""

from pathlib import Path

from viewer.core.transcript import Transcript
from viewer.errors import StateError
from viewer.media import locate
from viewer.state import media_links


def find(path: Path, transcript: Transcript, key: str) -> Path | None:
    """Return where the recording of the transcript at `path` is, or None where there is none.

    `key` names its content. Raises `StateError` where the chosen one is gone and no rule finds
    another.
    """
    chosen, gone = None, None
    try:
        chosen = media_links.find(key, path)
    except StateError as error:
        gone = error
    found = chosen or locate.recording_for(path, transcript, _length_of)
    if found is None and gone is not None:
        raise gone
    return found


def _length_of(path: Path) -> int | None:
    from viewer.media.probe import duration_of  # slow to import, and few transcripts need it

    return duration_of(path)
