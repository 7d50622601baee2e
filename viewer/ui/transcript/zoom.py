"""The size of the reading face."""

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QWheelEvent
from PySide6.QtWidgets import QPlainTextEdit

from viewer.core.bounds import LARGEST_POINTS, SMALLEST_POINTS
from viewer.ui.transcript.lit import Lit
from viewer.ui.transcript.place_keeping import PlaceKeeping
from viewer.ui.transcript.sheet import Sheet

#: A wheel's notch, as Qt counts.
NOTCH: Final = 120


class Zoom(QObject):
    """Makes the letters larger or smaller and keeps the place; `point_size_changed` is a fact."""

    point_size_changed = Signal(int)

    def __init__(self, edit: QPlainTextEdit, sheet: Sheet, keeping: PlaceKeeping, lit: Lit) -> None:
        super().__init__(edit)
        self._edit, self._sheet, self._keeping, self._lit = edit, sheet, keeping, lit
        self._turned = 0

    @property
    def point_size(self) -> int:
        """The size of the reading face."""
        return self._edit.font().pointSize()

    def set(self, points: int) -> None:
        """Set the size of the reading face, within bounds."""
        points = max(SMALLEST_POINTS, min(points, LARGEST_POINTS))
        if points == self.point_size:
            return
        font = QFont(self._edit.font())
        font.setPointSize(points)
        with self._keeping.kept(self._lit.held()):
            self._sheet.set_font(font)
        self.point_size_changed.emit(points)

    def by(self, steps: int) -> None:
        """Make the letters larger or smaller by so many points."""
        self.set(self.point_size + steps)

    def wheel(self, event: QWheelEvent) -> bool:
        """Zoom where Ctrl is held; return whether it is."""
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        # A touchpad turns by little; eighths of a degree add up to a wheel's notch.
        self._turned += event.angleDelta().y()
        steps = int(self._turned / NOTCH)
        self._turned -= steps * NOTCH
        self.by(steps)
        return True
