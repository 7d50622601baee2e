"""Telling those beside the text what was found in it, once the text itself shows it."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from viewer.core.find import Found
from viewer.core.transcript import Transcript

#: So many places at most are marked on the seek bar, which has no more pixels.
MOST_MARKS: Final = 1_000


class FoundNews(QObject):
    """What was found, as the list of places and the seek bar hear of it.

    They hear a moment later: who types sees the text and the count with each letter, and they
    follow, once where letters come faster than that. `listed` carries the transcript and what was
    found in it, `here_changed` which of that the reader is at; `moments_changed` and
    `moment_changed` when that is said, the latter None for nowhere.
    """

    listed = Signal(object, object)
    here_changed = Signal(int)
    moments_changed = Signal(object)
    moment_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._transcript, self._here = Transcript(()), -1
        self._found: Found | None = None
        self._new = False
        self._owed = QTimer(self, singleShot=True, interval=0)
        self._owed.timeout.connect(self.tell)

    def found(self, transcript: Transcript, found: Found | None) -> None:
        """Take in what was found; None where nothing is looked for."""
        self._transcript, self._found, self._here = transcript, found, -1
        self._new = True
        if found:
            self._owed.start()
        else:
            self.tell()  # there is nothing to work out

    def here(self, number: int) -> None:
        """Take in which place the reader is at."""
        self._here = number
        self._owed.start()

    @Slot()
    def tell(self) -> None:
        """Pass on what has waited."""
        self._owed.stop()
        if self._new:
            self._new = False
            self.listed.emit(self._transcript, self._found)
            self.moments_changed.emit(self._moments())
        self.here_changed.emit(self._here)
        self.moment_changed.emit(self._moment())

    @Slot()
    def repeat(self) -> None:
        """Tell all again, to a list that has just been made."""
        self._new = True
        self.tell()

    def _moments(self) -> tuple[int, ...]:
        segments = self._transcript.segments
        shown = self._found.segments(MOST_MARKS) if self._found else ()
        starts = (segments[index].start_ms for index in shown)
        return tuple(start for start in starts if start is not None)

    def _moment(self) -> int | None:
        if not self._found or self._here < 0:
            return None
        return self._transcript.segments[self._found[self._here].first].start_ms
