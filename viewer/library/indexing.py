"""Bringing the index up to what is on disk: what changed is read, what is gone is forgotten."""

import os
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Protocol, TypeVar

from viewer.core.value import value
from viewer.library.entry import Entry, Known, Stamp
from viewer.library.errors import LibraryError
from viewer.library.index import Batch, Index
from viewer.library.pairing import recordings_of
from viewer.library.readers import Readers, Wanted, how_many
from viewer.library.walk import Walk, walk

T = TypeVar("T")

#: So much, or for so long, is collected before it is written; a commit takes a tenth of a second.
_MOST_BYTES: Final = 2_000_000
_MOST_S: Final = 1.0
#: From so many files on one can tell how long the rest takes.
_SURE: Final = 20


@value
class Progress:
    """How far reading a folder has come; without one, how far what had time until then."""

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
    control.tell(Progress(folder, 0, 0))
    number = index.add_folder(folder)
    found = walk(folder, lambda: not control.go_on())
    if not control.go_on():
        return Outcome(complete=False)
    if captions:
        _add_recordings(found)
    known = index.known(number)
    if known and found.empty:
        raise _emptied(folder, len(known))
    outcome = Outcome(files=len(found.files), unread=found.unread)
    gone = [each.id for path, each in known.items() if _is_gone(path, found)]
    outcome.gone = len(gone)
    for begin in range(0, len(gone), 200):
        index.write(number, Batch(gone=gone[begin : begin + 200]))
    wanted = _wanted(found.files, known)
    if wanted:
        _read(index, number, wanted, known, outcome, _Pace(control, folder, len(wanted)), readers)
    _pair(index, number, found.recordings)
    return outcome


def _emptied(folder: Path, known: int) -> LibraryError:
    """Return what is said of a folder with nothing in it: where a disk was, such a one is left."""
    return LibraryError(
        f"The folder {folder.name or folder} is empty; what is known of its {known:,} files stays.",
        hint="Connect its disk, or take the folder out of the library.",
    )


def _is_gone(path: bytes, found: Walk) -> bool:
    """Return whether a file that is known is no longer there; an unread folder's files stay."""
    if path in found.files:
        return False
    return not any(path.startswith(os.fsencode(each)) for each in found.unread)


def _wanted(files: Mapping[bytes, Stamp], known: Mapping[bytes, Known]) -> list[Wanted]:
    """Return the files that have to be read: new ones, and those that are not as they were."""
    return [
        (path, known[path].key if path in known else "")
        for path, stamp in files.items()
        if path not in known or known[path].stamp != stamp
    ]


def _add_recordings(found: Walk) -> None:
    for path in found.recordings:
        try:
            found.files[bytes(path)] = Stamp.of(path.stat())
        except OSError:
            continue


def _read(
    index: Index,
    folder: int,
    wanted: list[Wanted],
    known: Mapping[bytes, Known],
    outcome: Outcome,
    pace: "_Pace",
    readers: int | None,
) -> None:
    """Read files and write what they hold, a batch at a time."""
    number = readers or min(how_many(), 1 + len(wanted) // 50)
    processes = Readers(number, go_on=pace.go_on)
    arriving = processes.read(wanted)
    batch, size, since = Batch(), 0, time.monotonic()
    for each in pace.over(arriving):
        before = known.get(each.path)
        if each.problem and not os.path.lexists(each.path):  # it has vanished meanwhile
            batch.gone += [before.id] if before else []
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
    outcome.complete = pace.finished


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
