"""Notes as they are written down: in an order, of a source, with what their tags are called."""

from collections.abc import Mapping
from dataclasses import field
from typing import Final

from viewer.core.oneline import plain_lines
from viewer.core.quote import Quote
from viewer.core.transcript import Source
from viewer.core.value import value
from viewer.quotes.wording import Parts, Wording
from viewer.state.note import Note

#: The colours of tags on white paper.
COLOURS: Final = {
    "yellow": "8A6800", "green": "2E8B4F", "blue": "2F74C0",
    "red": "C8372D", "purple": "8A4BB0", "grey": "6A6560",
}  # fmt: skip


@value
class Collection:
    """The notes that are to be written down; `source` is that of moments without words.

    `tags` says what tags are called.
    """

    title: str
    source: Source
    notes: tuple[Note, ...]
    tags: Mapping[str, str] = field(default_factory=dict)
    wording: Wording = Wording()

    def parts(self, note: Note) -> Parts:
        """Return what there is to tell of a note; nothing is said in a moment without words."""
        quote = note.told or Quote("", note.at_ms, note.at_ms, None, self.source)
        return Parts.of(quote, self.wording)

    def tag(self, note: Note) -> str:
        """Return what a note's tag is called, or nothing."""
        return self.tags.get(note.tag, note.tag) if note.tag else ""


def comment_of(note: Note) -> str:
    """Return a comment without control characters."""
    return plain_lines(note.comment).strip()
