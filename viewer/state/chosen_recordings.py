"""The recordings that the user chose, remembered by the content of their transcripts.

A transcript is known by what its file holds and not by where it lies, so that moving or renaming
its folder loses nothing. The recording's path is kept whole and relative to the transcript.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final, Literal, TypeAlias

from viewer.core.media_source import MediaSource
from viewer.core.value import value
from viewer.errors import RecordingGoneError
from viewer.state import store
from viewer.state.checked import checked, last, one_of, record, text
from viewer.state.content_key import key_for_file

#: The ones chosen longest ago are dropped beyond this.
MOST_LINKS: Final = 10_000
#: More entries than these are not looked at, good or bad.
_MOST_LOOKED_AT: Final = MOST_LINKS + 1_000

_PATH: Final = text(32_767)
_Stamp: TypeAlias = tuple[int, int, int]
_KEY: Final = text(32, "[0-9a-f]{32}")


@value
class _Link:
    """One choice: the recording, and the transcript it was chosen for, as they lay then."""

    recording: str = checked(text(32_767, ".+"))
    #: The recording as seen from the transcript's folder, with `/`; empty across drives and where
    #: it is an address.
    relative: str = checked(_PATH, "")
    transcript: str = checked(_PATH, "")

    @property
    def source(self) -> MediaSource:
        """The recording."""
        return MediaSource.named(self.recording)

    @property
    def is_gone(self) -> bool:
        """Whether it is a file that is no longer there."""
        path = self.source.path
        return path is not None and not os.path.isfile(path)


@value
class _Links:
    version: Literal[1] = checked(one_of(1), 1)
    links: dict[str, _Link] = checked(last(_MOST_LOOKED_AT, _KEY, record(_Link)), dict)


class ChosenRecordings:
    """The list that is kept in a file; other programs may write it, too."""

    def __init__(self, file: Path) -> None:
        self._file = file
        #: What distinguished the file from others when it was read, and what it held.
        self._read: tuple[_Stamp | None, _Links] = (None, _Links())

    def remember(self, key: str, recording: MediaSource, transcript: Path) -> None:
        """Remember that `recording` was chosen for the transcript of this key.

        Raises `StateError`.
        """
        link = _Link(
            recording=_whole(recording),
            relative=_relative(recording.path, transcript) if recording.path else "",
            transcript=os.path.abspath(transcript),
        )
        with self._turn():
            links = dict(self._load().links)
            links.pop(key, None)
            links = dict([*links.items(), (key, link)][-MOST_LINKS:])
            store.save(_Links(links=links), self._file)

    def forget(self, key: str, transcript: Path) -> None:
        """Forget what was chosen for a transcript, by its content and by its place.

        Raises `StateError`.
        """
        here = os.path.normcase(os.path.abspath(transcript))
        with self._turn():
            links = self._load().links
            kept = {
                each: link
                for each, link in links.items()
                if each != key and os.path.normcase(link.transcript) != here
            }
            if len(kept) < len(links):
                store.save(_Links(links=kept), self._file)

    def find(self, key: str, transcript: Path) -> MediaSource | None:
        """Return the recording chosen for this content, or None where none was.

        A transcript that was edited since is known by its place. Raises `RecordingGoneError` where
        the recording is neither where it was nor in the same place beside the transcript.
        """
        links = self._load().links
        link = links.get(key) or _by_place(links, transcript)
        if link is None:
            return None
        if not link.is_gone:
            return link.source
        beside = _beside(link, transcript)
        if beside is not None and os.path.isfile(beside):
            return MediaSource(beside)
        there = Path(link.recording)
        raise RecordingGoneError(
            f"The recording that was chosen, {there.name}, is no longer in {there.parent}.",
            hint="Choose it again where it is now, or forget it.",
        )

    def is_for_another(self, key: str, transcript: Path) -> bool:
        """Return whether the choice for this content was made for another file than this.

        Not where that file has gone and its recording lies from here as it did from there, or on
        the web: then it is the same file, which was moved or renamed. Raises `StateError`.
        """
        link = self._load().links.get(key)
        if link is None or not link.transcript:
            return False
        here, there = (os.path.normcase(os.path.abspath(p)) for p in (transcript, link.transcript))
        if here == there:
            return False
        beside = _beside(link, transcript)
        along = link.source.path is None or (beside is not None and os.path.isfile(beside))
        return os.path.isfile(link.transcript) or not along

    def transcript_of(self, recording: MediaSource) -> Path | None:
        """Return the transcript that a recording was chosen for last, or None where there is none.

        Where both moved together it is known by its place beside the recording and by its content.
        Raises `StateError`.
        """
        here = recording.path and Path(os.path.abspath(recording.path))
        for key, link in reversed(self._load().links.items()):
            was, there = link.source, Path(link.transcript)
            if not link.transcript or not _named_alike(was, recording):
                continue
            if _same(was, recording) and there.is_file():
                return there
            if here is None or was.path is None:
                continue
            moved = _seen_from(here, was.path, there)
            if moved is not None and moved.is_file() and key_for_file(moved) == key:
                return moved
        return None

    def chosen(self, key: str, transcript: Path) -> MediaSource | None:
        """Return the recording chosen for this content as it lay then; raises `StateError`."""
        links = self._load().links
        link = links.get(key) or _by_place(links, transcript)
        return link.source if link else None

    def keep_up(self, key: str, recording: MediaSource, transcript: Path) -> None:
        """Remember a chosen recording's place anew where it moved together with its transcript.

        Raises `StateError`.
        """
        link = self._load().links.get(key)
        if link is not None and link.is_gone and _beside(link, transcript) == recording.path:
            self.remember(key, recording, transcript)

    def relink(self, moves: Mapping[str, Path]) -> None:
        """Remember for each key where its recording lies now; raises `StateError`."""
        with self._turn():
            links = dict(self._load().links)
            for key, recording in moves.items():
                if (link := links.get(key)) is not None:
                    relative = (
                        _relative(recording, Path(link.transcript)) if link.transcript else ""
                    )
                    moved = {"recording": os.path.abspath(recording), "relative": relative}
                    links[key] = replace(link, **moved)
            store.save(_Links(links=links), self._file)

    def siblings(self, old: Path, new: Path) -> dict[str, Path]:
        """Return what else moved with a recording from `old` to `new`: keys and where they are now.

        These are the chosen recordings that are gone from the folder of `old` and lie in that of
        `new`. Raises `StateError`.
        """
        left = os.path.normcase(os.path.abspath(old.parent))
        found = {}
        for key, link in self._load().links.items():
            if not link.is_gone:
                continue
            was = Path(link.recording)
            now = new.parent / was.name
            if (
                os.path.normcase(was.parent) == left
                and was.name != old.name
                and os.path.isfile(now)
            ):
                found[key] = now
        return found

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Keep others from saving what they have not seen, and see what they have saved."""
        with store.turn(self._file):
            self._read = None, _Links()
            yield

    def _load(self) -> _Links:
        """Return the list; it is read again only where another one has been written since."""
        stamp, (known, links) = _stamp(self._file), self._read
        if stamp is None or stamp != known:
            links = store.load(_Links, self._file)
            self._read = stamp, links
        return links


def _stamp(file: Path) -> _Stamp | None:
    """Return what tells a file from one that is written in its place; None where there is none."""
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _by_place(links: dict[str, _Link], transcript: Path) -> _Link | None:
    """Return the latest link that was made for a transcript at this place."""
    here = os.path.normcase(os.path.abspath(transcript))
    return next(
        (k for k in reversed(links.values()) if os.path.normcase(k.transcript) == here), None
    )


def _whole(recording: MediaSource) -> str:
    """Return an address as it is, and a file's place from the root on."""
    return str(recording) if recording.path is None else os.path.abspath(recording.path)


def _same(one: MediaSource, other: MediaSource) -> bool:
    return os.path.normcase(_whole(one)) == os.path.normcase(_whole(other))


def _named_alike(one: MediaSource, other: MediaSource) -> bool:
    return os.path.normcase(one.name) == os.path.normcase(other.name)


def _relative(one: Path, other: Path) -> str:
    """Return the way to one file from the folder of another; empty where there is none."""
    try:
        return Path(os.path.relpath(one, other.parent)).as_posix()
    except ValueError:  # on another drive
        return ""


def _seen_from(recording: Path, was: Path, transcript: Path) -> Path | None:
    """Return where a transcript is if it lies from a recording as from where that was."""
    way = _relative(transcript, was)
    return Path(os.path.abspath(recording.parent / way)) if way else None


def _beside(link: _Link, transcript: Path) -> Path | None:
    if not link.relative:
        return None
    return Path(os.path.abspath(transcript.parent / link.relative))
