"""Places that are found, read out of their transcripts and written down, off the GUI thread."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QCoreApplication

from viewer.errors import UsageError, ViewerError
from viewer.library.entry import Entry
from viewer.library.export import CUT, KNOWN, check_name
from viewer.library.passages import Passage, passages, sketched
from viewer.library.query import Node
from viewer.library.shelves import Shelves
from viewer.library.supercut import Found, save_found
from viewer.session.job import Job

#: Of a film that is cut of places, the part of the time in which they are read.
_TO_READ: Final = 0.2
#: So many places of one transcript are listed.
MOST_PASSAGES: Final = 1_000


class Saved(NamedTuple):
    """How many places are in a file, and how many are not, as they are not heard here."""

    places: int
    silent: int


def name_filters() -> str:
    """Return what can be saved, as a dialog offers it."""
    titles = {
        ".csv": _tr("Table"),
        ".json": _tr("JSON"),
        ".md": _tr("Markdown"),
        ".m3u": _tr("Playlist"),
        ".srt": _tr("Captions of the playlist"),
        ".mp4": _tr("Supercut of the recordings"),
        ".m4a": _tr("Supercut, sound alone"),
    }
    return ";;".join(f"{titles[suffix]} (*{suffix})" for suffix in KNOWN)


def gathered(
    shelves: Shelves, listed: Sequence[Entry], node: Node, job: Job, path: Path
) -> list[Found]:
    """Return all places in transcripts, to be written to a path; raises `ExportError`."""
    check_name(path)  # before anything is read: that may take minutes
    report = _share(job.report, 0.0, _TO_READ if path.suffix.lower() in CUT else 1.0)
    found: list[Found] = []
    for number, entry in enumerate(listed):
        if job.cancelled:
            break
        report(number / len(listed))
        found += [(entry, each) for each in passages_of(shelves, entry, node)]
    return found


def save(found: Sequence[Found], path: Path, title: str, job: Job) -> Saved:
    """Write places in the way that a name's suffix says; raises `ViewerError`."""
    if job.cancelled:
        return Saved(0, 0)
    writing = _share(job.report, _TO_READ, 1.0)
    count = save_found(found, path, title, job.is_cancelled, writing)
    return Saved(count, len(found) - count)


def told(saved: Saved, path: Path) -> str:
    """Return what is said of it."""
    words = _tr("Saved {n} places in {file}")
    if saved.silent:
        words = _tr("Saved {n} places in {file}; {more} have no time or no recording here")
    return words.format(n=f"{saved.places:,}", more=f"{saved.silent:,}", file=path.name)


def passages_of(shelves: Shelves, entry: Entry, node: Node) -> list[Passage]:
    """Return the places in a transcript; where the file has gone, as the index has them."""
    try:
        return passages(entry, node, MOST_PASSAGES)
    except UsageError:
        raise
    except ViewerError:
        return sketch(shelves, entry, node)


def sketch(shelves: Shelves, entry: Entry, node: Node) -> list[Passage]:
    """Return the places in a transcript as the index has them."""
    leaves = shelves.index.leaves([entry.id])
    return [each for _, leaf in leaves for each in sketched(entry, node, leaf, MOST_PASSAGES)]


def _share(report: Callable[[float], None], begin: float, end: float) -> Callable[[float], None]:
    """Return what reports a part of the work as it counts in the whole."""
    return lambda done: report(begin + done * (end - begin))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Librarian", text)
