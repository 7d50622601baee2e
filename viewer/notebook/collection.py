"""Notes as they are written down: in an order, of a source, with what their tags are called."""

from collections.abc import Mapping
from dataclasses import field
from typing import Final
from urllib.parse import quote as quote_url

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

#: Said of a quote that a changed transcript does not have any more.
LOST: Final = "These words are no longer in the transcript."


@value
class Collection:
    """The notes that are to be written down; `source` is that of moments without words.

    `sources` has those of other transcripts' moments, by the ids of notes. `tags` says what tags
    are called, and `beside`, by the ids of notes, which files lie beside the one that is written;
    `lost` are the ids of notes whose words are no longer in their transcript.
    """

    title: str
    source: Source
    notes: tuple[Note, ...]
    tags: Mapping[str, str] = field(default_factory=dict)
    wording: Wording = Wording()
    beside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    lost: frozenset[str] = frozenset()

    def parts(self, note: Note) -> Parts:
        """Return what there is to tell of a note; nothing is said in a moment without words."""
        source = self.sources.get(note.id, self.source)
        quote = note.told or Quote("", note.at_ms, note.at_ms, None, source)
        return Parts.of(quote, self.wording)

    def files(self, note: Note) -> list[tuple[str, str]]:
        """Return the names of a note's files, each with the relative address that leads there."""
        return [(name, quote_url(name)) for name in self.beside.get(note.id, ())]

    def remarks(self, note: Note) -> list[str]:
        """Return the paragraphs below a note: what has become of its words, and its comment."""
        lost = [LOST] if note.id in self.lost else []
        paragraphs = comment_of(note).split("\n\n")
        return [*lost, *(each.strip("\n") for each in paragraphs if each.strip())]

    def tag(self, note: Note) -> str:
        """Return what a note's tag is called, or nothing."""
        return self.tags.get(note.tag, note.tag) if note.tag else ""


def comment_of(note: Note) -> str:
    """Return a comment without control characters."""
    return plain_lines(note.comment).strip()
