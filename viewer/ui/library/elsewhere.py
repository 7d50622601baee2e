"""Noticing what other windows, and commands, change in the library while it is in view."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QWidget

from viewer.ui.library.librarian import Librarian

#: How often it is looked at: at the time of one small file, and at one number in the index.
EVERY_MS: Final = 3_000


class Elsewhere(QObject):
    """Has a library looked at now and then, where somebody sees what comes of it."""

    def __init__(self, librarian: Librarian, window: QWidget) -> None:
        super().__init__(librarian)
        self._librarian, self._window = librarian, window
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)

    @Slot(bool)
    def set_in_view(self, in_view: bool) -> None:
        """Begin to look, or end that."""
        if in_view:
            self._timer.start()
        else:
            self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Look at once, unless the window is minimised."""
        if not self._window.isMinimized():
            self._librarian.look_elsewhere()
