"""How fast the text scrolls for a drag beyond its edge."""

from typing import Final

from PySide6.QtCore import QElapsedTimer
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

#: Lines a second at the edge, and more for each pixel beyond it; no more than so many.
_SLOWEST, _A_PIXEL, _FASTEST = 8.0, 0.5, 120.0
_SECOND_MS: Final = 1000


def lines_a_second(beyond_px: int) -> float:
    """Return how many lines go by in a second where the pointer is so far beyond the edge."""
    return min(_SLOWEST + _A_PIXEL * max(beyond_px, 0), _FASTEST)


class DragPace:
    """Tells whether the next line is due.

    Qt's own pace grows with the square of the distance: 17 pixels beyond the edge are 60 lines a
    second, 50 are an hour of talk in a few seconds, so nobody can stop where the words end.
    """

    def __init__(self, viewport: QWidget) -> None:
        self._viewport = viewport
        self._since = QElapsedTimer()

    def due(self) -> bool:
        """Return whether a line may go by now, and note that it does."""
        y = self._viewport.mapFromGlobal(QCursor.pos()).y()
        beyond_px = max(-y, y - self._viewport.height())
        if self._since.isValid():
            left_ms = _SECOND_MS / lines_a_second(beyond_px) - self._since.elapsed()
            if left_ms > 0:
                return False
        self._since.start()
        return True
