"""Which transcripts of a library have a recording near them: by names alone, for all at once."""

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from viewer.library.entry import Entry
from viewer.media import names
from viewer.media.locate import MEDIA_FOLDERS
from viewer.web import youtube


def recordings_of(entries: Iterable[Entry], recordings: Sequence[Path]) -> dict[int, Path]:
    """Return the recordings of transcripts, by the numbers of their entries.

    Told as `media.locate` does for one: in the same folder, one up, or in `media` in either; by the
    name, or by the id of the video in it; of several the one that would be played, as far as names
    tell. A transcript that was read from a recording has that.
    """
    by_name: dict[tuple[str, str], Path] = {}
    by_video: dict[tuple[str, str], Path] = {}
    for path in sorted(recordings, key=_order):
        folder = os.path.normcase(path.parent)
        by_name.setdefault((folder, names.stem_of(path.name)), path)
        if video := youtube.id_in_name(path.stem):
            by_video.setdefault((folder, video), path)
    found = {}
    for entry in entries:
        if names.is_media(path := entry.path):
            found[entry.id] = path
        elif near := _recording_of(entry, by_name, by_video):
            found[entry.id] = near
    return found


def _order(path: Path) -> tuple[bool, bool, bool, str]:
    """Whole ones first, by video ids as downloaders write them, those with a picture, by name."""
    video = youtube.id_in_name(path.stem)
    return (
        names.is_part(names.stem_of(path.name)),
        video is not None and f"[{video}]" not in path.name,
        not names.has_picture(path.name),
        path.name,
    )


def _recording_of(
    entry: Entry, by_name: dict[tuple[str, str], Path], by_video: dict[tuple[str, str], Path]
) -> Path | None:
    here = entry.path
    stems = names.recording_stems(here.name)
    video = youtube.video_id(entry.facts.url) or youtube.id_in_name(here.stem)
    for folder in _around(here.parent):
        for stem in stems:
            if path := by_name.get((folder, stem)):
                return path
        if video and (path := by_video.get((folder, video))):
            return path
    return None


def _around(folder: Path) -> Iterator[str]:
    for home in (folder, folder.parent):
        yield os.path.normcase(home)
        for inner in MEDIA_FOLDERS:
            yield os.path.normcase(home / inner)
