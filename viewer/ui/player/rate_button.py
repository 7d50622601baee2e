"""How fast it plays: a button that shows the rate and opens the choice of others."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QWidget

from viewer.core.bounds import FASTEST_RATE, SLOWEST_RATE
from viewer.ui.player.rates import FINE_STEP, times
from viewer.ui.theme import plain
from viewer.ui.widgets.icon_button import IconButton

if TYPE_CHECKING:
    from viewer.ui.player.rate_menu import RateMenu


class RateButton(IconButton):
    """Shows the rate; the menu, made when it is first opened, has the usual ones and any other."""

    rate_requested = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._rate, self._words = 1.0, ""
        self._menu: RateMenu | None = None
        self.clicked.connect(self._open)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.set_rate(1.0)

    def set_words(self, text: str, key: str = "") -> None:
        """Say what the button is about; a reader says how fast it plays, too."""
        super().set_words(text, key)
        self._words = text
        self._name_itself()

    def set_rate(self, rate: float) -> None:
        """Take in how fast it plays."""
        self._rate = rate
        self.setText(times(rate))
        self._name_itself()
        if self._menu:
            self._menu.set_rate(rate)

    def _name_itself(self) -> None:
        if self._words:
            self.setAccessibleName(plain.line(f"{self._words}: {times(self._rate)}"))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Change the rate a little with each notch."""
        turn = event.angleDelta().y()
        if turn and self.isEnabled():
            rate = self._rate + (FINE_STEP if turn > 0 else -FINE_STEP)
            self.rate_requested.emit(round(min(max(rate, SLOWEST_RATE), FASTEST_RATE), 2))
        event.accept()

    def _open(self) -> None:
        menu = self._menu or self._make_menu()
        size = menu.sizeHint()
        left = (self.width() - size.width()) // 2
        menu.popup(self.mapToGlobal(QPoint(left, -size.height())))
        menu.point_at_rate()

    def _make_menu(self) -> "RateMenu":
        from viewer.ui.player.rate_menu import RateMenu  # few open it

        self._menu = menu = RateMenu(self)
        menu.set_rate(self._rate)
        menu.rate_requested.connect(self.rate_requested)
        return menu
