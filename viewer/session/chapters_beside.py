"""Chapters in a file of their own beside a transcript, as web players have them; without Qt."""

import logging
from dataclasses import replace
from pathlib import Path
from typing import Final

from viewer.core.transcript import Chapter, Transcript
from viewer.errors import ViewerError
from viewer.formats import registry
from viewer.media import names

log = logging.getLogger(__name__)

#: What such a file's name adds to the talk's.
_ENDING: Final = ".chapters.vtt"


def with_chapters(transcript: Transcript, path: Path) -> Transcript:
    """Return a transcript with the chapters of `talk.chapters.vtt`, where it has none itself."""
    if transcript.chapters or path.name.endswith(_ENDING):
        return transcript
    stems = dict.fromkeys((path.stem, names.base_of(path.name)))
    for beside in (path.with_name(f"{stem}{_ENDING}") for stem in stems):
        if beside.is_file():
            return replace(transcript, chapters=_chapters_in(beside))
    return transcript


def _chapters_in(path: Path) -> tuple[Chapter, ...]:
    try:
        read = registry.load(path)
    except ViewerError as error:
        log.warning("%s", error)
        return ()
    timed = ((each.start_ms, each.text.strip()) for each in read.segments)
    return tuple(Chapter(ms, title) for ms, title in timed if ms is not None and title)
