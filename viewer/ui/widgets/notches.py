"""Whole notches of a wheel out of what finer wheels and touchpads turn."""

from typing import Final

from PySide6.QtGui import QWheelEvent

_NOTCH: Final = 120  # eighths of a degree that one notch of a wheel turns


class Notches:
    """Adds up what is turned; away from the hand, or to the left, is upwards."""

    def __init__(self) -> None:
        self._turned = 0

    def turned(self, event: QWheelEvent) -> int:
        """Return how many notches are full by now."""
        turn = event.angleDelta()
        self._turned += turn.y() or -turn.x()
        notches = int(self._turned / _NOTCH)
        self._turned -= notches * _NOTCH
        return notches

    def forget(self) -> None:
        """Begin anew: the pointer has left."""
        self._turned = 0
