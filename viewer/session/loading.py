"""The slow parts of opening, as plain functions for jobs: reading, finding, probing."""

import logging
import os
from collections.abc import Collection, Mapping
from dataclasses import field, replace
from pathlib import Path

from viewer.core.media_source import MediaSource
from viewer.core.paragraphs import readable
from viewer.core.transcript import Transcript
from viewer.core.value import value
from viewer.disk.stamp import Stamp, stamp_of
from viewer.errors import MediaError, StateError, UnknownFormatError, ViewerError
from viewer.formats import registry
from viewer.formats.decoding.disk import read_bytes
from viewer.formats.decoding.encoding import decode
from viewer.formats.entries import SUFFIXES
from viewer.media import locate
from viewer.media.inspection import duration_of, info_of
from viewer.session import captions, recordings
from viewer.session.chapters_beside import with_chapters
from viewer.session.document import Document, Recording, Version
from viewer.session.job import Job
from viewer.state.chosen_recordings import ChosenRecordings
from viewer.state.content_key import key_for_file

log = logging.getLogger(__name__)


@value
class Found:
    """What looking for a recording came to: one that plays, or why there is none.

    Without either, there simply is no recording.
    """

    recording: Recording | None = None
    trouble: ViewerError | None = None
    #: What else moved along with a recording that was chosen again: keys and places.
    moved: Mapping[str, Path] = field(default_factory=dict)
    #: The transcript's versions, where further ones lie beside the recording.
    versions: tuple[Version, ...] = ()


@value
class Pair:
    """A transcript and a recording that were asked for as one; either may be absent.

    `trouble` tells why the recording's transcript could not be read; a `folder` is neither.
    """

    document: Document | None
    recording: Recording | None = None
    trouble: ViewerError | None = None
    folder: Path | None = None


def read(
    path: Path,
    encoding: str | None = None,
    *,
    parts: Collection[str] | None = None,
    is_sample: bool = False,
    beside: tuple[Version, ...] = (),
) -> Document:
    """Read a transcript and all that takes long to find out about it; raises `ViewerError`.

    `beside` are versions that are known, in other folders maybe.
    """
    path = Path(os.path.abspath(path))
    whole, key, stamp = _read_at_once(path, encoding, parts)
    near = () if is_sample else tuple(map(Version, locate.sibling_transcripts(path, SUFFIXES)))
    return Document(
        Version(path),
        readable(whole),
        key,
        tuple(dict.fromkeys((*beside, *near))),
        is_sample,
        whole,
        encoding=encoding,
        parts=parts,
        stamp=stamp,
    ).prepared()


def read_again(
    document: Document,
    job: Job,
    encoding: str | None = None,
    parts: Collection[str] | None = None,
) -> Document:
    """Read what is open once more, as it was chosen to be read or is chosen now.

    Raises `ViewerError`.
    """
    if document.in_recording:
        return read_version(document.version, document.siblings, job)
    return read(
        document.path,
        encoding or document.encoding,
        parts=document.parts if parts is None else parts,
        is_sample=document.is_sample,
        beside=document.siblings,
    )


def _read_at_once(
    path: Path, encoding: str | None, parts: Collection[str] | None
) -> tuple[Transcript, str, Stamp | None]:
    """Return what a file says, what its content is called, and its stamp, all of the same bytes.

    What is written to meanwhile is read once more: else the new words would be taken for known.
    """
    before = _stamp_of(path)
    whole, key = with_chapters(registry.load(path, encoding, parts), path), key_for_file(path)
    if _stamp_of(path) != before:
        before = _stamp_of(path)
        whole, key = with_chapters(registry.load(path, encoding, parts), path), key_for_file(path)
    return whole, key, before


def _stamp_of(path: Path) -> Stamp | None:
    try:
        return stamp_of(path)
    except (OSError, ValueError):
        return None  # that it cannot be read is said by who reads it


def read_inside(path: Path, job: Job) -> Document:
    """Read a transcript, or the first captions of a recording; raises `ViewerError`."""
    try:
        return read(path)
    except UnknownFormatError:
        track = captions.load(path).track
        if track is None:
            raise
        return read_version(Version(path, track), (), job)


def read_version(version: Version, siblings: tuple[Version, ...], job: Job) -> Document:
    """Read a transcript of the recording that is open; raises `ViewerError`."""
    if version.track is None:
        return replace(read(version.path), siblings=siblings).prepared()
    transcript, key = captions.load_track(version.path, version.track.index, job.is_cancelled)
    return Document(version, transcript, key, siblings).prepared()


def open_any(path: Path, job: Job, choices: ChosenRecordings) -> Pair:
    """Open a transcript, or a recording with the transcript that belongs to it; or tell a folder.

    Raises `ViewerError` where the file is nothing of that.
    """
    try:
        return _open_file(path, job, choices)
    except ViewerError:
        if path.is_dir():
            return Pair(None, folder=path)
        raise


def _open_file(path: Path, job: Job, choices: ChosenRecordings) -> Pair:
    if locate.is_media(path):
        return _open_recording(path, job, choices)
    try:
        return Pair(read(path))
    except UnknownFormatError as unknown:
        try:
            return _open_recording(path, job, choices)  # whose suffix lies
        except MediaError:
            raise unknown from None


def find_recording(document: Document, choices: ChosenRecordings) -> Found:
    """Return the recording that the user chose for this transcript, or the one found near it."""
    try:
        source = recordings.find(document.path, document.transcript, document.key, choices)
        if source is None:
            return Found()
        chosen = _is_chosen(document, source, choices)
        recording = Recording(source, info_of(source), chosen=chosen)
    except (StateError, MediaError) as error:
        return Found(trouble=error)
    try:
        choices.keep_up(document.key, source, document.path)
    except StateError as error:
        log.warning("%s", error)
    return Found(recording, versions=versions_with(document, source, choices))


def versions_with(
    document: Document, source: MediaSource, choices: ChosenRecordings
) -> tuple[Version, ...]:
    """Return a transcript's versions with those beside its recording, in another folder.

    A download brings captions along. Without any that are new, nothing.
    """
    path = source.path
    if path is None or document.in_recording or path.parent == document.path.parent:
        return ()
    own = document.siblings or (document.version,)
    beside = recordings.transcripts_of(path, choices)[1]
    versions = tuple(dict.fromkeys((*own, *map(Version, beside))))
    return versions if len(versions) > len(own) else ()


def source_text(path: Path, encoding: str) -> str:
    """Return the file's text as it was read; raises `ViewerError`."""
    return decode(read_bytes(path), encoding).text


def remember(
    document: Document, recording: MediaSource, choices: ChosenRecordings
) -> Mapping[str, Path]:
    """Remember the recording chosen for a transcript.

    Return what else moved with it from where the one chosen before lay. Raises `StateError`.
    """
    if document.in_recording:
        return {}
    before = choices.chosen(document.key, document.path)
    choices.remember(document.key, recording, document.path)
    if before is None or before == recording or before.path is None or recording.path is None:
        return {}
    return choices.siblings(before.path, recording.path)


@value
class Guess:
    """A recording that may be the transcript's; its length in milliseconds, where it tells."""

    path: Path
    duration_ms: int | None
    likely: bool


def guesses(document: Document, job: Job) -> tuple[Guess, ...]:
    """Return recordings around a transcript, best first: by name, then by length."""
    transcript = document.transcript
    likely = [each.path for each in locate.candidates(document.path, transcript)]
    near = dict.fromkeys([*likely, *locate.recordings_near(document.path)])
    found = []
    for looked_at, path in enumerate(near):
        if job.cancelled:
            break
        job.report(looked_at / len(near))
        found.append(Guess(path, duration_of(path), path in likely))
    wanted = transcript.length_ms or 0
    found.sort(key=lambda g: (not g.likely, abs((g.duration_ms or 10**12) - wanted)))
    return tuple(found)


def _open_recording(path: Path, job: Job, choices: ChosenRecordings) -> Pair:
    path = Path(os.path.abspath(path))
    source = MediaSource(path)
    recording = Recording(source, info_of(source))
    beside, files = recordings.transcripts_of(path, choices)
    tracks = tuple(Version(path, track) for track in recording.info.text_tracks if track.is_text)
    versions = (*map(Version, files), *tracks)
    first = Version(beside) if beside is not None else next(iter(tracks), None)
    try:
        document = read_version(first, versions, job) if first else None
    except ViewerError as error:
        return Pair(None, recording, error)
    chosen = document is not None and _is_chosen(document, source, choices)
    return Pair(document, replace(recording, chosen=chosen))


def _is_chosen(document: Document, recording: MediaSource, choices: ChosenRecordings) -> bool:
    """Return whether a transcript's recording is the one that was chosen for it."""
    if document.in_recording:
        return False
    try:
        return recordings.chosen_for(document.path, document.key, choices) == recording
    except StateError:
        return False
