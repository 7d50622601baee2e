"""What tests do with a notebook."""

from viewer.core.quote import quote_segments


def quote_line(desk, index):
    return quote_segments(desk.session.document.quotable, range(index, index + 1))


def add(notes, quote, at_ms):
    note = notes.made(quote, at_ms)
    notes.have({note.id: note})
    return note


def words(notes):
    return [note.quote.text for note in notes.notebook.by_time()]


def kept(notes, desk, qtbot):
    """Wait until the timer has begun to keep, and let it."""
    qtbot.waitUntil(lambda: bool(desk.waiting))
    desk.work()
