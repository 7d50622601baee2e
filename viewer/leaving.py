"""Leaving in good order when a terminal or the system ends the program."""

import signal
import socket
import sys
from collections.abc import Callable
from types import FrameType
from typing import TypeAlias

from PySide6.QtCore import QObject, QSocketNotifier, Signal, Slot

_Handler: TypeAlias = Callable[[int, FrameType | None], object] | int | None


class LeavingOnSignals(QObject):
    """Tells in the event loop that a signal asks the program to end, also one from before it ran.

    Python runs a signal's handler only between its own instructions, of which a waiting event
    loop has none; the socket that Python writes each signal to wakes it.
    """

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._reader, self._writer = socket.socketpair()
        self._writer.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._woken)
        self._before: dict[signal.Signals, _Handler] = {}
        if sys.platform != "win32":  # where sockets do not wake and windows are told to close
            signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                self._before[number] = signal.signal(number, _handled)

    def stop(self) -> None:
        """Let signals do again what they did before."""
        if self._before:
            signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        self._reader.close()
        self._writer.close()

    @Slot()
    def _woken(self) -> None:
        self._reader.recv(64)
        self.asked.emit()


def _handled(_number: int, _frame: object) -> None:
    """Take the place of the default action; the wake-up is what counts."""
