"""Finding the notebook of a document, and putting one into its file: plain functions for jobs."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from viewer.core.quote import Quote
from viewer.core.refinding import Fate, Refinder
from viewer.core.value import value
from viewer.disk.lock import LIMIT_S
from viewer.errors import StateError
from viewer.session.document import Document
from viewer.state.note import Note, changed
from viewer.state.notebook import Notebook
from viewer.state.notebooks import Notebooks

#: How long the window waits for another one at the file, when it is closed.
CLOSING_S: Final = 0.5


@value
class Loaded:
    """A notebook as it was found for a document, with its quotes found again.

    `lost` names the notes whose words are not in the transcript any more, `old` the file that it is
    in, `changed` tells that it is there under the content that the transcript had before.
    """

    notebook: Notebook
    lost: frozenset[str] = frozenset()
    old: Path | None = None
    changed: bool = False
    trouble: str = ""


@value
class Keeping:
    """Puts a notebook into its file; `base` is what was last known to be there."""

    notebooks: Notebooks
    notebook: Notebook
    base: Notebook
    transcript: Path | None
    old: Path | None
    beside: bool
    read: bool

    def __call__(self, limit_s: float) -> tuple[Notebook, Path | None]:
        """Return what is in the file now, and which it is; None where it was only put by."""
        if not self.read:
            self.notebooks.put_by(self.notebook, limit_s)
            return self.notebook, None
        file = self.notebooks.settle(
            self.notebook, self.transcript, beside=self.beside, limit_s=limit_s
        )
        whole = self.notebooks.save(self.notebook, file, limit_s, self.base)
        if self.old is not None and self.old != file:
            self.notebooks.forget(self.old)
        return whole, file


def keep(owed: Sequence[Keeping], limit_s: float = LIMIT_S) -> list[tuple[Notebook, Path | None]]:
    """Keep what is owed; return what is in each file now. Raises `StateError`."""
    return [each(limit_s) for each in owed]


def file_of(document: Document) -> Path | None:
    """Return the file of a transcript that is one of its own."""
    return None if document.in_recording else document.path


def load(notebooks: Notebooks, document: Document, owed: Sequence[Keeping] = ()) -> Loaded:
    """Find a document's notebook, and its quotes in what it says now.

    Where it lies is noted, for it may have been moved there, and may change before its notes do.
    What is still `owed` of it, as it was before it was read again, is kept first, to be found too.
    """
    with suppress(StateError):  # it stays owed, and is tried again
        keep(owed, CLOSING_S)
    path = file_of(document)
    found = notebooks.find(document.key, path)
    if found.notebook.notes and path is not None and not found.changed:
        with suppress(StateError):  # with the next change it is tried again
            notebooks.remember(document.key, path, CLOSING_S)
    refinder, lost, notes = Refinder(document.quotable), set(), []
    for note in found.notebook.notes:
        again = None if note.quote is None else refinder.find(note.quote)
        if again is not None and again.fate is Fate.LOST:
            lost.add(note.id)
        if again is not None and again.fate is Fate.FOUND:
            note = changed(note, quote=again.quote, at_ms=_moment(note, again.quote))
        notes.append(note)
    notebook = replace(found.notebook, notes=tuple(notes))
    old = found.file if found.notebook.notes else None
    return Loaded(notebook, frozenset(lost), old, found.changed, found.trouble)


def _moment(note: Note, again: Quote) -> int | None:
    """Return the moment of a note whose quote was found again: as far into it as before."""
    before = None if note.quote is None else note.quote.start_ms
    if again.start_ms is None or note.at_ms is None or before is None:
        return note.at_ms if again.start_ms is None else again.start_ms
    return max(again.start_ms + note.at_ms - before, 0)
