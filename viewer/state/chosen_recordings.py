"""The recordings that the user chose, remembered by the content of their transcripts.

A transcript is known by what its file holds and not by where it lies, so that moving or renaming
its folder loses nothing. Of copies each has its own choice, where one was made for it. The
recording's path is kept whole and relative to the transcript.
"""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Final, Literal, TypeAlias

from viewer.core.digest import blake2b
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
#: The content, and where the transcript lay, which older choices leave out.
_NAME: Final = text(49, "[0-9a-f]{32}(-[0-9a-f]{16})?")


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
    links: dict[str, _Link] = checked(last(_MOST_LOOKED_AT, _NAME, record(_Link)), dict)


class ChosenRecordings:
    """The list that is kept in a file; other programs may write it, too."""

    def __init__(self, file: Path) -> None:
        self._file = file
        #: What distinguished the file from others when it was read, and what it held.
        self._read: tuple[_Stamp | None, _Links] = (None, _Links())

    def remember(self, key: str, recording: MediaSource, transcript: Path) -> None:
        """Remember that `recording` was chosen for the transcript of this key, at this place.

        What was chosen for a copy elsewhere stays. Raises `StateError`.
        """
        link = _Link(
            recording=_whole(recording),
            relative=_relative(recording.path, transcript) if recording.path else "",
            transcript=os.path.abspath(transcript),
        )
        with self._turn():
            known = self._load().links.items()
            others = [
                (name, each)
                for name, each in known
                if not (name.startswith(key) and _is_of(each, transcript))
            ]
            links = dict([*others, (f"{key}-{_place_name(transcript)}", link)][-MOST_LINKS:])
            store.save(_Links(links=links), self._file)

    def forget(self, key: str, transcript: Path) -> None:
        """Forget what was chosen for a transcript, by its content and by its place.

        That of its copies is forgotten, too, for it would hold here as well. Raises `StateError`.
        """
        here = _place(transcript)
        with self._turn():
            links = self._load().links
            kept = {
                name: link
                for name, link in links.items()
                if not name.startswith(key) and os.path.normcase(link.transcript) != here
            }
            if len(kept) < len(links):
                store.save(_Links(links=kept), self._file)

    def find(self, key: str, transcript: Path) -> MediaSource | None:
        """Return the recording chosen for this content, or None where none was.

        A transcript that was edited since is known by its place. Raises `RecordingGoneError` where
        the recording is neither where it was nor in the same place beside the transcript.
        """
        link = _taken(self._load().links, key, transcript)
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
        link = _taken(self._load().links, key, transcript)
        return link is not None and bool(link.transcript) and not _is_of(link, transcript)

    def transcript_of(self, recording: MediaSource) -> Path | None:
        """Return the transcript that a recording was chosen for last, or None where there is none.

        Where both moved together it is known by its place beside the recording and by its content.
        Raises `StateError`.
        """
        here = recording.path and Path(os.path.abspath(recording.path))
        for name, link in reversed(self._load().links.items()):
            was, there = link.source, Path(link.transcript)
            if not link.transcript or not _named_alike(was, recording):
                continue
            if _same(was, recording) and there.is_file():
                return there
            if here is None or was.path is None:
                continue
            moved = _seen_from(here, was.path, there)
            if moved is not None and moved.is_file() and name.startswith(key_for_file(moved)):
                return moved
        return None

    def chosen(self, key: str, transcript: Path) -> MediaSource | None:
        """Return the recording chosen for this content as it lay then; raises `StateError`."""
        link = _taken(self._load().links, key, transcript)
        return link.source if link else None

    def keep_up(self, key: str, recording: MediaSource, transcript: Path) -> None:
        """Remember a chosen recording's place anew where it moved together with its transcript.

        Raises `StateError`.
        """
        link = _taken(self._load().links, key, transcript)
        if link is not None and link.is_gone and _beside(link, transcript) == recording.path:
            self.remember(key, recording, transcript)

    def relink(self, moves: Mapping[str, Path]) -> None:
        """Remember for each choice where its recording lies now; raises `StateError`."""
        with self._turn():
            links = dict(self._load().links)
            for name, recording in moves.items():
                if (link := links.get(name)) is not None:
                    relative = (
                        _relative(recording, Path(link.transcript)) if link.transcript else ""
                    )
                    moved = {"recording": os.path.abspath(recording), "relative": relative}
                    links[name] = replace(link, **moved)
            store.save(_Links(links=links), self._file)

    def siblings(self, old: Path, new: Path) -> dict[str, Path]:
        """Return what else moved with a recording from `old` to `new`, and where it is now.

        These are the chosen recordings that are gone from the folder of `old` and lie in that of
        `new`, for `relink`. Raises `StateError`.
        """
        left = os.path.normcase(os.path.abspath(old.parent))
        found = {}
        for name, link in self._load().links.items():
            if not link.is_gone:
                continue
            was = Path(link.recording)
            now = new.parent / was.name
            if (
                os.path.normcase(was.parent) == left
                and was.name != old.name
                and os.path.isfile(now)
            ):
                found[name] = now
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


def _taken(links: dict[str, _Link], key: str, transcript: Path) -> _Link | None:
    """Return the choice that holds for a transcript: the latest one made for this content.

    One made for this place comes first, then one for a file that is gone: it may have become this
    one. A transcript that was edited since is known by its place alone.
    """
    own = links.get(f"{key}-{_place_name(transcript)}")
    if own is not None:
        return own
    same = [link for name, link in links.items() if name.startswith(key)]
    here = _place(transcript)
    at_this_place = [k for k in (same or links.values()) if os.path.normcase(k.transcript) == here]
    if at_this_place or not same:
        return next(reversed(at_this_place), None)
    gone = [link for link in same if link.transcript and not os.path.isfile(link.transcript)]
    return (gone or same)[-1]


def _is_of(link: _Link, transcript: Path) -> bool:
    """Return whether a choice was made for this file, which may have moved with its recording."""
    if os.path.normcase(link.transcript) == _place(transcript):
        return True
    beside = _beside(link, transcript)
    along = link.source.path is None or (beside is not None and os.path.isfile(beside))
    return along and not os.path.isfile(link.transcript)


def _place(transcript: Path) -> str:
    return os.path.normcase(os.path.abspath(transcript))


def _place_name(transcript: Path) -> str:
    return blake2b(os.fsencode(_place(transcript)), digest_size=8).hexdigest()


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
