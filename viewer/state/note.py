"""What the user keeps of a transcript: a quote or a flagged moment, with a tag and a comment."""

import os
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

from viewer.core.quote import Quote
from viewer.core.quote_record import from_record, to_record
from viewer.core.tags import TAGS
from viewer.core.timecode import LATEST_MS
from viewer.core.value import value
from viewer.state.checked import BadValueError, checked, number, one_of, optional, text, whole

LONGEST_COMMENT: Final = 100_000
_LATEST_CLOCK_MS: Final = 2**53


def _quote(value: object, _lost: list[str]) -> Quote:
    return from_record(value)


@value
class Note:
    """One entry of a notebook.

    `at_ms` is the moment that it is about, None without times; `made` an ISO time in UTC;
    `changed_ms` when it was last changed, since 1970, by which two windows agree. `order` is its
    place where the user puts entries in an order by hand.
    """

    id: str = checked(text(64, "[0-9a-f]{8,64}"))
    made: str = checked(text(40), "")
    changed_ms: int = checked(whole(0, _LATEST_CLOCK_MS), 0)
    at_ms: int | None = checked(optional(whole(0, LATEST_MS)), None)
    quote: Quote | None = checked(optional(_quote), None)
    tag: str = checked(one_of("", *TAGS), "")
    comment: str = checked(text(LONGEST_COMMENT), "")
    order: float = checked(number(-1e12, 1e12), 0)

    @property
    def told(self) -> Quote | None:
        """The quote as it is written down: a line that was flagged has the moment of the flag."""
        return None if self.quote is None else self.quote.told_at(self.at_ms)


def new_note(quote: Quote | None, at_ms: int | None, *, order: float = 0) -> Note:
    """Return a note made now, with an id that no other has."""
    made = datetime.now(UTC).isoformat(timespec="seconds")
    return Note(os.urandom(8).hex(), made, now_ms(), at_ms, quote, order=order)


def changed(note: Note, **changes: object) -> Note:
    """Return a note with other members, later than it was.

    Raises `ValueError` for a comment that is too long.
    """
    comment = changes.get("comment", "")
    if not isinstance(comment, str) or len(comment) > LONGEST_COMMENT:
        raise BadValueError(f"A comment has at most {LONGEST_COMMENT} characters.")
    later = max(now_ms(), note.changed_ms + 1)
    return replace(note, changed_ms=later, **changes)  # type: ignore[arg-type]


def now_ms() -> int:
    """Return the time of the clock in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def note_record(note: Note) -> Mapping[str, object]:
    """Return a note as JSON can hold it; `checked.read` makes it a `Note` again."""
    return {
        "id": note.id,
        "made": note.made,
        "changed_ms": note.changed_ms,
        "at_ms": note.at_ms,
        "tag": note.tag,
        "comment": note.comment,
        "order": note.order,
        "quote": None if note.quote is None else to_record(note.quote),
    }
