"""Notes written to a file: which kinds there are, by the suffixes of their names."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final

from viewer.core.value import value
from viewer.disk.whole import write_whole
from viewer.errors import ExportError
from viewer.notebook import odt, pages
from viewer.notebook.collection import Collection


@value
class Kind:
    """A kind of file: what it is called, how its name ends, and what writes it."""

    title: str
    suffixes: tuple[str, ...]
    write: Callable[[Collection], str | bytes]


def _word(held: Collection) -> bytes:
    from viewer.notebook import word

    return word.document(held)


KINDS: Final = (
    Kind("Markdown", (".md", ".markdown"), pages.markdown),
    Kind("Word", (".docx",), _word),
    Kind("OpenDocument text", (".odt",), odt.document),
    Kind("HTML", (".html", ".htm"), pages.html),
    Kind("CSV", (".csv",), pages.table),
    Kind("JSON", (".json",), pages.notes_json),
    Kind("BibTeX", (".bib",), pages.bibtex),
)


def save(held: Collection, path: Path, kind: Kind, *, spared: tuple[Path, ...] = ()) -> Path:
    """Write notes to a file of a kind, which is whole or not there; return where it is.

    Raises `ExportError`, also for the files that are `spared`.
    """
    if not held.notes:
        raise ExportError("There are no notes to write.", hint="Empty the filter above them.")
    if any(_same(path, each) for each in spared):
        sentence = f"{path.name} belongs to the transcript and is never overwritten."
        raise ExportError(sentence, hint="Choose another name for the notes.")
    try:
        write_whole(path, data_of(held, kind))
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        hint = "Choose a folder that you may write to."
        raise ExportError(f"Cannot write {path.name}: {reason}.", hint=hint) from error
    return path


def data_of(held: Collection, kind: Kind) -> bytes:
    """Return what a file of a kind has in it."""
    written = kind.write(held)
    return written.encode("utf-8", "replace") if isinstance(written, str) else written


def _same(one: Path, other: Path) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False
