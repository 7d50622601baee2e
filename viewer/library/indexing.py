"""Bringing the index up to what is on disk: what changed is read, what is gone is forgotten."""

import os
import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol, TypeVar

from viewer.core.value import value
from viewer.library.entry import UNSEEN, Entry, Known, Read, Stamp
from viewer.library.errors import LibraryError, UnansweredError
from viewer.library.index import Batch, Index
from viewer.library.pairing import recordings_of
from viewer.library.readers import Readers, Wanted, how_many
from viewer.library.walk import Folder, Walk

T = TypeVar("T")

#: So much, or for so long, is collected before it is written; a commit takes a tenth of a second.
_MOST_BYTES: Final = 2_000_000
_MOST_S: Final = 1.0
#: From so many files on one can tell how long the rest takes.
_SURE: Final = 20


@value
class Progress:
    """How far reading a folder has come; without one, how far what had time until then.

    While the folder is looked through nobody knows the total: it is 0.
    """

    folder: Path | None
    done: int
    total: int
    #: Seconds to go, where that is known yet.
    left_s: float | None = None


class Control(Protocol):
    """Whoever wanted it: is told how it goes on, and may have it wait or end."""

    def tell(self, progress: Progress) -> None:
        """Take in how far it is."""

    def go_on(self) -> bool:
        """Return whether it is still wanted; may take its time, and it waits."""


@dataclass(slots=True)
class Outcome:
    """What came of it: how many files were read, had problems, were forgotten, are there."""

    read: int = 0
    problems: int = 0
    gone: int = 0
    files: int = 0
    complete: bool = True
    unread: list[Path] = field(default_factory=list)


def refresh(
    index: Index,
    folder: Path,
    control: Control,
    *,
    readers: int | None = None,
    captions: bool = False,
) -> Outcome:
    """Bring what the index knows of a folder up to date; what was written stays if it is stopped.

    With `captions` recordings are looked into for captions, too. Raises `LibraryError`.
    """
    number = index.add_folder(folder)
    with closing(Readers(control.go_on)) as processes:
        try:
            found = _looked_through(processes, Folder(folder, captions), control)
            if not found.whole:
                return Outcome(complete=False)
            known = index.known(number)
            if known and found.empty:
                raise _emptied(folder, len(known))
            outcome = Outcome(files=len(found.files), unread=found.unread)
            outcome.gone = _forget(index, number, known, found)
            wanted = _wanted(found.files, known)
            if wanted:
                arriving = processes.read(wanted, readers or min(how_many(), 1 + len(wanted) // 50))
                pace = _Pace(control, folder, len(wanted))
                _take_in(index, number, pace.over(arriving), known, outcome)
                outcome.complete = pace.finished
        except UnansweredError as error:
            raise _unanswered(folder) from error
    _pair(index, number, found.recordings)
    return outcome


def _looked_through(processes: Readers, folder: Folder, control: Control) -> Walk:
    found = Walk()
    control.tell(Progress(folder.path, 0, 0))
    for more in processes.look_through(folder):
        found.take(more)
        control.tell(Progress(folder.path, len(found.files), 0))
    return found


def _unanswered(folder: Path) -> LibraryError:
    return LibraryError(
        f"The disk with {folder.name or folder} does not answer; what is known of it stays.",
        hint="Look after the disk, and then have its changes read.",
    )


def _emptied(folder: Path, known: int) -> LibraryError:
    """Return what is said of a folder with nothing in it: where a disk was, such a one is left."""
    return LibraryError(
        f"The folder {folder.name or folder} is empty; what is known of its {known:,} files stays.",
        hint="Connect its disk, or take the folder out of the library.",
    )


def _forget(index: Index, number: int, known: Mapping[bytes, Known], found: Walk) -> int:
    """Let go of the files that are no longer there, and return how many they are."""
    unread = {os.fsencode(each) for each in found.unread}
    gone = [
        each.id
        for path, each in known.items()
        if path not in found.files and not _inside(path, unread)
    ]
    for begin in range(0, len(gone), 200):
        index.write(number, Batch(gone=gone[begin : begin + 200]))
    return len(gone)


def _inside(path: bytes, places: Collection[bytes]) -> bool:
    """Return whether a path is one of some places, or in one of them."""
    while places and path not in places:
        folder = os.path.dirname(path)
        if folder == path:
            return False
        path = folder
    return bool(places)


def _wanted(files: Mapping[bytes, Stamp], known: Mapping[bytes, Known]) -> list[Wanted]:
    """Return the files that have to be read: new ones, and those that are not as they were."""
    return [
        (path, known[path].key if path in known else "")
        for path, stamp in files.items()
        if path not in known or known[path].stamp != stamp
    ]


def _take_in(
    index: Index,
    folder: int,
    arriving: Iterable[Read],
    known: Mapping[bytes, Known],
    outcome: Outcome,
) -> None:
    """Write what files hold, a batch at a time."""
    batch, size, since = Batch(), 0, time.monotonic()
    for each in arriving:
        before = known.get(each.path)
        if each.gone or (before is not None and each.problem and each.stamp == UNSEEN):
            outcome.problems += not each.gone  # what is known of it stays: its disk may come back
        elif before is not None and each.key == before.key and not each.folded and not each.problem:
            batch.same.append((before.id, each.stamp))
        else:
            batch.read.append(each)
            outcome.problems += bool(each.problem)
        outcome.read += 1
        size += each.stamp.size
        if size > _MOST_BYTES or time.monotonic() - since > _MOST_S:
            index.write(folder, batch)
            batch, size, since = Batch(), 0, time.monotonic()
    index.write(folder, batch)


def _pair(index: Index, number: int, recordings: Sequence[Path]) -> None:
    """Note which transcripts have a recording, where that has changed."""
    folder = next(path for path, each in index.folders().items() if each == number)
    entries = [each for each in index.entries() if each.folder == folder]
    if not recordings and not any(each.recording for each in entries):
        return
    found = recordings_of(entries, recordings)
    changed = {each.id: found.get(each.id) for each in entries if _differs(each, found)}
    if changed:
        index.set_recordings(changed)


def _differs(entry: Entry, found: Mapping[int, Path]) -> bool:
    return entry.recording != found.get(entry.id)


class _Pace:
    """Passes things on for as long as they are wanted, and tells how fast it goes."""

    def __init__(self, control: Control, folder: Path, total: int) -> None:
        self._control, self._folder, self._total = control, folder, total
        self.go_on = control.go_on
        self.finished = False

    def over(self, arriving: Iterator[T]) -> Iterator[T]:
        """Yield each; what provides them is closed where they are no longer wanted."""
        began, waited = time.monotonic(), 0.0
        try:
            for done, each in enumerate(arriving, 1):
                yield each
                before = time.monotonic()
                left = (before - began - waited) / done * (self._total - done)
                shown_s = left if done > _SURE else None
                self._control.tell(Progress(self._folder, done, self._total, shown_s))
                if not self.go_on():
                    return
                waited += time.monotonic() - before
            self.finished = self.go_on()
        finally:
            close = getattr(arriving, "close", None)
            if close is not None:
                close()
