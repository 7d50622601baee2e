"""The wish of a terminal or the system that the program ends, noted from its first moment on."""

import os
import signal
import sys
from collections.abc import Callable
from types import FrameType
from typing import TypeAlias

_Handler: TypeAlias = Callable[[int, FrameType | None], object] | int | None


class Signals:
    """Notes signals, also while Qt is loading, where an exception would end it by an abort.

    Python runs a signal's handler only between its own instructions, of which a waiting event
    loop has none; the pipe that Python writes each signal to wakes it.
    """

    def __init__(self) -> None:
        #: Whether one has come.
        self.came = False
        #: The end of the pipe that is read, or -1 where there is none.
        self.reader = self._writer = -1
        self._before: dict[signal.Signals, _Handler] = {}
        if sys.platform != "win32":  # where pipes do not wake and windows are told to close
            self.reader, self._writer = os.pipe()
            os.set_blocking(self.reader, False)
            os.set_blocking(self._writer, False)
            signal.set_wakeup_fd(self._writer, warn_on_full_buffer=False)
            for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                self._before[number] = signal.signal(number, self._note)

    def stop(self) -> None:
        """Let signals do again what they did before."""
        if self._before:
            signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        for end in {self.reader, self._writer} - {-1}:
            os.close(end)

    def _note(self, _number: int, _frame: object) -> None:
        """Take the place of the default action."""
        self.came = True
