"""Leaving in good order when a terminal or the system ends the program."""

import os

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

from viewer.signals import Signals


class LeavingOnSignals(QObject):
    """Tells in the event loop that a signal asks the program to end, also one from before it ran.

    A signal waits in the pipe until `listen`: while the window is being built, nobody would
    hear it.
    """

    asked = Signal()

    def __init__(self, signals: Signals) -> None:
        super().__init__()
        self._signals = signals
        self._notifier: QSocketNotifier | None = None

    def listen(self) -> None:
        """Tell from now on, and of what has come before."""
        if self._signals.reader >= 0:
            self._notifier = QSocketNotifier(self._signals.reader, QSocketNotifier.Type.Read, self)
            self._notifier.activated.connect(self._woken)

    def stop(self) -> None:
        """Tell no more."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)

    @Slot()
    def _woken(self) -> None:
        try:
            os.read(self._signals.reader, 64)
        except BlockingIOError:  # woken for nothing
            return
        self.asked.emit()
