"""YouTube's caption events, which its JSON and its XML have in common."""

from dataclasses import dataclass

from viewer.formats.draft import Draft
from viewer.formats.kit.inline_times import Piece
from viewer.formats.kit.turn_marks import add_line


@dataclass(slots=True)
class Event:
    """A line in a window: when it appears, when it goes, and what is said.

    `rolls` tells that it stands in a window in which a later line pushes it up: it is on the
    screen for two lines' time, but said in one's. `appends` tells that it goes on where the
    window's last line stopped.
    """

    start_ms: int
    end_ms: int | None
    pieces: list[Piece]
    window: int | None = None
    appends: bool = False

    @property
    def text(self) -> str:
        """What is to be seen."""
        return "".join([piece[1] for piece in self.pieces])


def add_events(events: list[Event], draft: Draft) -> None:
    """Add every event that shows something, put together and each ending where it is said."""
    lines, texts = _joined(events)
    windows: dict[int, int] = {}
    for event in reversed(lines):
        if event.window is None:
            continue
        later = windows.get(event.window)
        if later is not None and event.end_ms is not None and event.start_ms < later:
            event.end_ms = min(event.end_ms, later)
        windows[event.window] = event.start_ms
    for event, text in zip(lines, texts, strict=True):
        add_line(draft, event.start_ms, event.end_ms, event.pieces, text or event.text)


def _joined(events: list[Event]) -> tuple[list[Event], list[str]]:
    """Return the lines that show something, with what was appended; and the texts of the others."""
    lines: list[Event] = []
    texts: list[str] = []
    last: dict[int | None, int] = {}
    for event in events:
        text = event.text
        if not text or text.isspace():
            continue
        row = last.get(event.window) if event.appends else None
        if row is None:
            last[event.window] = len(lines)
            lines.append(event)
            texts.append(text)
            continue
        before = lines[row]
        texts[row] = ""  # known again once all is there: adding each time would take ever longer
        before.pieces += event.pieces
        if before.end_ms is not None and event.end_ms is not None:
            before.end_ms = max(before.end_ms, event.end_ms)
    return lines, texts
