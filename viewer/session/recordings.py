"""Which recording belongs to a transcript, and which transcripts to a recording; without Qt.

What was chosen comes first, seen from either side; then what is found near.
"""

from pathlib import Path

from viewer.core.transcript import Transcript
from viewer.errors import StateError
from viewer.formats.entries import SUFFIXES
from viewer.media import locate
from viewer.media.info import duration_of
from viewer.state.places import places


def find(path: Path, transcript: Transcript, key: str) -> Path | None:
    """Return where the recording of the transcript at `path` is, or None where there is none.

    `key` names its content. Raises `StateError` where the chosen one is gone and no rule finds
    another.
    """
    chosen, gone = None, None
    try:
        chosen = _chosen_for(key, path)
    except StateError as error:
        gone = error
    found = chosen or locate.recording_for(path, transcript, duration_of)
    if found is None and gone is not None:
        raise gone
    return found


def transcripts_of(recording: Path) -> tuple[Path | None, tuple[Path, ...]]:
    """Return the transcript to show with a recording, and all it has, in what languages ever.

    It is the one that the recording was chosen for last, or else one near it; None for none.
    """
    try:
        chosen = _transcript_of(recording)
    except StateError:
        chosen = None
    firsts = [
        path for path in (chosen, locate.transcript_for(recording, SUFFIXES)) if path is not None
    ]
    each = (sibling for first in firsts for sibling in locate.sibling_transcripts(first, SUFFIXES))
    return next(iter(firsts), None), tuple(dict.fromkeys(each))


def _chosen_for(key: str, transcript: Path) -> Path | None:
    if not places().recordings.exists():
        return None
    from viewer.state import media_links  # for nothing where none was chosen

    return media_links.find(key, transcript)


def _transcript_of(recording: Path) -> Path | None:
    if not places().recordings.exists():
        return None
    from viewer.state import media_links

    return media_links.transcript_of(recording)
