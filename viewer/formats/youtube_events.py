"""YouTube's caption events, which its JSON and its XML have in common."""

from dataclasses import dataclass

from viewer.formats.base import Draft
from viewer.formats.timed_text import Piece
from viewer.formats.youtube_lines import add_line


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
    def blank(self) -> bool:
        """Whether nothing is to be seen."""
        text = "".join([piece[1] for piece in self.pieces])
        return not text or text.isspace()


def add_events(events: list[Event], draft: Draft) -> None:
    """Add every event that shows something, put together and each ending where it is said."""
    lines = _joined(events)
    windows: dict[int, int] = {}
    for event in reversed(lines):
        if event.window is None:
            continue
        later = windows.get(event.window)
        if later is not None and event.end_ms is not None and event.start_ms < later:
            event.end_ms = min(event.end_ms, later)
        windows[event.window] = event.start_ms
    for event in lines:
        add_line(draft, event.start_ms, event.end_ms, event.pieces)


def _joined(events: list[Event]) -> list[Event]:
    lines: list[Event] = []
    last: dict[int | None, Event] = {}
    for event in events:
        if event.blank:
            continue
        before = last.get(event.window) if event.appends else None
        if before is None:
            lines.append(event)
            last[event.window] = event
            continue
        before.pieces += event.pieces
        if before.end_ms is not None and event.end_ms is not None:
            before.end_ms = max(before.end_ms, event.end_ms)
    return lines
