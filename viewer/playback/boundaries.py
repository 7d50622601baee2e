"""The moments at which something begins or ends, for as many as wait for one."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

if TYPE_CHECKING:
    from viewer.playback.clocked_engine import ClockedEngine

#: Is asked for the first moment after a position at which anything begins or ends; None for none.
NextChange: TypeAlias = Callable[[int], int | None]


class Boundaries(QObject):
    """Sets one precise timer for the first of the moments that anyone waits for.

    Lines wait for theirs, and so can words, the end of a quote, or a second transcript.
    """

    #: The moment is there.
    reached = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[NextChange] = []
        self._heard: list[NextChange] = []
        self._clocked: ClockedEngine | None = None
        self.timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self._reach)

    def add(self, next_change: NextChange) -> None:
        """Wait for these moments, too."""
        self._waiting.append(next_change)
        self.aim()

    def add_heard(self, next_end: NextChange) -> None:
        """Wait for these moments, as they are heard: they may lie inside a frame."""
        self._heard.append(next_end)
        self.aim()

    def remove(self, next_change: NextChange) -> None:
        """Wait for these no longer."""
        self._waiting.remove(next_change)
        self.aim()

    def watch(self, clocked: "ClockedEngine | None") -> None:
        """Aim by the clock of another engine, or stop with none."""
        self._clocked = clocked
        self.aim()

    def aim(self) -> None:
        """Set the timer anew: the clock has changed, or the moments have."""
        self.timer.stop()
        if self._clocked is None:
            return
        seen_ms, heard_ms = self._clocked.position_ms, self._clocked.heard_ms
        seen = _first(self._waiting, seen_ms)
        heard = _first(self._heard, heard_ms)
        due = (
            None if seen is None else self._clocked.due_ms(seen),
            None if heard is None else self._clocked.due_ms(heard, heard=True),
        )
        soonest = min((each for each in due if each is not None), default=None)
        if soonest is not None:
            self.timer.start(soonest)

    @Slot()
    def _reach(self) -> None:
        self.reached.emit()
        self.aim()


def _first(waiting: list[NextChange], ms: int) -> int | None:
    """Return the first moment after a position that any of them waits for."""
    changes = [each(ms) for each in waiting]
    return min((change for change in changes if change is not None), default=None)
