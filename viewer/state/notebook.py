"""A transcript's notebook: its notes, and how what two windows changed comes together."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from viewer.core.quote import Quote
from viewer.core.value import value
from viewer.state.note import Note, now_ms

#: So many deleted notes are remembered, so that no other window brings them back.
MOST_GONE: Final = 2_000
#: Moments no farther apart are the same: less than a picture of a film with sixty a second.
SAME_MS: Final = 15


@value
class Notebook:
    """The notes of one transcript.

    `key` names its content, `transcript` where it lay when something was last kept. `gone` says of
    notes that were deleted when that was.
    """

    key: str
    transcript: str = ""
    title: str = ""
    notes: tuple[Note, ...] = ()
    gone: tuple[tuple[str, int], ...] = ()

    def with_note(self, note: Note) -> "Notebook":
        """Return the notebook with a note added, or in the place of the one with its id.

        One that was deleted is back, for other windows too.
        """
        was_gone = dict(self.gone).get(note.id, -1)
        if was_gone >= note.changed_ms:
            note = replace(note, changed_ms=was_gone + 1)
        others = [each for each in self.notes if each.id != note.id]
        place = next((i for i, each in enumerate(self.notes) if each.id == note.id), len(others))
        notes = (*others[:place], note, *others[place:])
        return replace(self, notes=notes, gone=tuple(g for g in self.gone if g[0] != note.id))

    def note_of(self, quote: Quote) -> Note | None:
        """Return the note that keeps a quote; a moment flagged within these words is another."""
        kept = (note for note in self.notes if note.quote and note.told is note.quote)
        return next((note for note in kept if note.quote and _same(note.quote, quote)), None)

    def note_at(self, at_ms: int | None, quote: Quote | None) -> Note | None:
        """Return the note that keeps a moment with what is said then.

        Without times no moment is the same but one of which nothing was noted yet.
        """
        for note in self.notes:
            if at_ms is None or note.at_ms is None:
                is_then = at_ms is note.at_ms and not note.comment
            else:
                is_then = abs(at_ms - note.at_ms) <= SAME_MS
            if is_then and _say_the_same(note.quote, quote):
                return note
        return None

    def without(self, ids: Iterable[str]) -> "Notebook":
        """Return the notebook without some notes, which no other window can bring back."""
        left_out = set(ids)
        away = [each for each in self.notes if each.id in left_out]
        gone = [(each.id, max(now_ms(), each.changed_ms)) for each in away]
        notes = tuple(each for each in self.notes if each.id not in left_out)
        return replace(self, notes=notes, gone=(*self.gone, *gone)[-MOST_GONE:])

    def since(self, before: "Notebook") -> "Notebook":
        """Return the notebook with no more in it than has been changed since it was as `before`."""
        known = {note.id: note.changed_ms for note in before.notes}
        notes = tuple(note for note in self.notes if known.get(note.id) != note.changed_ms)
        were_gone = set(before.gone)
        return replace(
            self, notes=notes, gone=tuple(each for each in self.gone if each not in were_gone)
        )

    def by_time(self) -> tuple[Note, ...]:
        """Return the notes in the order of their moments, those without one at the end."""
        return tuple(sorted(self.notes, key=lambda n: (n.at_ms is None, n.at_ms or 0, n.made)))

    def by_hand(self) -> tuple[Note, ...]:
        """Return the notes in the order that the user gave them."""
        return tuple(sorted(self.notes, key=lambda note: (note.order, note.made)))


def _say_the_same(one: Quote | None, other: Quote | None) -> bool:
    return one is other if one is None or other is None else _same(one, other)


def _same(one: Quote, other: Quote) -> bool:
    return one.text == other.text and one.lines == other.lines


def merged(ours: Notebook, theirs: Notebook, base: Notebook | None = None) -> Notebook:
    """Return what two windows have of one notebook together.

    Of a note that both have, the one changed later counts; where both have changed it since it was
    as in `base`, what each has changed of it, and the comments of both. One that was deleted after
    its last change stays away. What the notebook belongs to is as `ours` has it.
    """
    before = {note.id: note for note in base.notes} if base is not None else {}
    gone = dict(ours.gone)
    for name, when in theirs.gone:
        gone[name] = max(when, gone.get(name, 0))
    latest = {note.id: note for note in ours.notes}
    for note in theirs.notes:
        mine = latest.get(note.id)
        if mine is not None and note.id in before and mine != note:
            from viewer.state.two_hands import together  # seldom needed, and never by a start

            latest[note.id] = together(before[note.id], mine, note)
        elif mine is None or note.changed_ms > mine.changed_ms:
            latest[note.id] = note
    notes = tuple(note for note in latest.values() if gone.get(note.id, -1) < note.changed_ms)
    kept = {note.id for note in notes}
    left = [(name, when) for name, when in gone.items() if name not in kept]
    return replace(ours, notes=notes, gone=tuple(left[-MOST_GONE:]))
