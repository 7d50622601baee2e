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
        self._clocked: ClockedEngine | None = None
        self.timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self.timer.timeout.connect(self._reach)

    def add(self, next_change: NextChange) -> None:
        """Wait for these moments, too."""
        self._waiting.append(next_change)
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
        here_ms = self._clocked.position_ms
        changes = [each(here_ms) for each in self._waiting]
        change = min((change for change in changes if change is not None), default=None)
        due_ms = None if change is None else self._clocked.due_ms(change)
        if due_ms is not None:
            self.timer.start(due_ms)

    @Slot()
    def _reach(self) -> None:
        self.reached.emit()
        self.aim()
