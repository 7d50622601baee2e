"""Leaving in good order when a terminal or the system ends the program."""

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

from viewer.signals import Signals


class LeavingOnSignals(QObject):
    """Tells in the event loop that a signal asks the program to end, also one from before it ran.

    A signal waits in the socket until `listen`: while the window is being built, nobody would
    hear it.
    """

    asked = Signal()

    def __init__(self, signals: Signals) -> None:
        super().__init__()
        self._signals = signals
        self._notifier = QSocketNotifier(signals.reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.setEnabled(False)
        self._notifier.activated.connect(self._woken)

    def listen(self) -> None:
        """Tell from now on, and of what has come before."""
        self._notifier.setEnabled(True)

    def stop(self) -> None:
        """Tell no more."""
        self._notifier.setEnabled(False)

    @Slot()
    def _woken(self) -> None:
        try:
            self._signals.reader.recv(64)
        except BlockingIOError:  # woken for nothing
            return
        self.asked.emit()
