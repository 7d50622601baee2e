"""What a reader does to keep something, and finds kept."""


def quote(window, index):
    """Copy a line as a quote, which is kept."""
    window.quoting.copy_quote_of(index)


def words(window):
    """Return the words of what is kept, in its order in time."""
    notes = window.workspace.notes.notebook.by_time()
    return [note.quote.text if note.quote else None for note in notes]
