"""Which recording belongs to a transcript, and which transcripts to a recording; without Qt.

What was chosen comes first, seen from either side; then what is found near.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from viewer.core.media_source import MediaSource
from viewer.core.transcript import Transcript
from viewer.errors import StateError
from viewer.formats.entries import SUFFIXES
from viewer.media import locate
from viewer.media.inspection import duration_of

if TYPE_CHECKING:
    from viewer.state.chosen_recordings import ChosenRecordings


def find(
    path: Path, transcript: Transcript, key: str, choices: "ChosenRecordings | None"
) -> MediaSource | None:
    """Return where the recording of the transcript at `path` is, or None where there is none.

    `key` names its content, by which it is known in `choices`. Raises `StateError` where the chosen
    one is gone and no rule finds another.
    """
    chosen, gone = None, None
    try:
        chosen = chosen_for(path, key, choices) if choices is not None else None
    except StateError as error:
        gone = error
    if chosen is not None:
        return chosen
    found = locate.recording_for(path, transcript, duration_of)
    if found is None and gone is not None:
        raise gone
    return MediaSource(found) if found is not None else None


def chosen_for(path: Path, key: str, choices: "ChosenRecordings") -> MediaSource | None:
    """Return the recording that the user chose for the transcript at `path`, or None.

    A choice holds for other copies of the text, too, but not before a recording of their own name
    beside them: who keeps both together wants that one. Raises `StateError` as `find` does.
    """
    if choices.is_for_another(key, path) and locate.has_its_own(path):
        return None
    return choices.find(key, path)


def transcripts_of(
    recording: Path, choices: "ChosenRecordings"
) -> tuple[Path | None, tuple[Path, ...]]:
    """Return the transcript to show with a recording, and all it has, in what languages ever.

    It is the one that the recording was chosen for last, or else one near it; None for none.
    """
    try:
        chosen = choices.transcript_of(MediaSource(recording))
    except StateError:
        chosen = None
    firsts = [
        path for path in (chosen, locate.transcript_for(recording, SUFFIXES)) if path is not None
    ]
    each = (sibling for first in firsts for sibling in locate.sibling_transcripts(first, SUFFIXES))
    return next(iter(firsts), None), tuple(dict.fromkeys(each))
