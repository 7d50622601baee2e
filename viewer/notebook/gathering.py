"""The notes of every notebook, as they are listed and searched."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from viewer.core.folding import fold
from viewer.core.value import value
from viewer.state.note import Note
from viewer.state.notebook import Notebook
from viewer.state.notebooks import Found


@value
class Kept:
    """A note, the content it is of, where that lies, and the words it is found by, folded."""

    note: Note
    key: str
    source: str
    transcript: Path | None
    words: str

    @property
    def said(self) -> str:
        """What is quoted, or nothing."""
        return "" if self.note.quote is None else self.note.quote.text

    def matches(self, wanted: str, tag: str | None, source: str | None) -> bool:
        """Return whether it holds folded words, and has a tag and a source where one is given."""
        if tag is not None and self.note.tag != tag:
            return False
        return (source is None or self.source == source) and wanted in self.words


def gather(found: Iterable[Found], present: Notebook, tags: Mapping[str, str]) -> list[Kept]:
    """Return the notes of all notebooks, by source and time.

    `present` is the open transcript's, of which the file may not have everything yet.
    """
    books = {each.notebook.key: each.notebook for each in found}
    if present.key:
        books[present.key] = present
    kept = [_kept(book, note, tags) for book in books.values() for note in book.by_time()]
    return sorted(kept, key=lambda each: fold(each.source))


def _kept(book: Notebook, note: Note, tags: Mapping[str, str]) -> Kept:
    quote, place = note.quote, Path(book.transcript) if book.transcript else None
    title = quote.source.title if quote is not None else ""
    source = book.title or title or (place.stem if place is not None else "")
    said = () if quote is None else (quote.text, *quote.speakers)
    words = " ".join((*said, note.comment, source, tags.get(note.tag, "")))
    return Kept(note, book.key, source, place, fold(words))
