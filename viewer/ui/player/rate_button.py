"""How fast it plays: a button that shows the rate and opens the choice of others."""

from typing import Final

from PySide6.QtCore import QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QMenu, QWidget, QWidgetAction

from viewer.core.bounds import FASTEST_RATE, SLOWEST_RATE
from viewer.ui.theme import plain
from viewer.ui.theme.words import left_to_right
from viewer.ui.widgets.icon_button import IconButton
from viewer.ui.widgets.plain_label import PlainLabel

#: What the menu offers and keys step through.
RATES: Final = (SLOWEST_RATE, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, FASTEST_RATE)
FINE_STEP: Final = 0.05


class RateButton(IconButton):
    """Shows the rate; the menu has the usual ones and a field for any other."""

    rate_requested = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._rate, self._words = 1.0, ""
        self._menu = QMenu(self)
        self._choices = QActionGroup(self._menu)
        for rate in RATES:
            self._menu.addAction(self._choice(rate))
        self._menu.addSeparator()
        self._field = _Field()
        self._exactly = self._fine()
        self._menu.addAction(self._exactly)
        self._menu.hovered.connect(self._give_keys)
        self._choices.triggered.connect(self._chosen)
        self._field.valueChanged.connect(self.rate_requested)
        self._field.taken.connect(self._menu.close)
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
        for action in self._choices.actions():
            action.setChecked(abs(action.data() - rate) < 0.001)
        blocked = self._field.blockSignals(True)
        self._field.setValue(rate)
        self._field.blockSignals(blocked)

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

    def _choice(self, rate: float) -> QAction:
        action = QAction(times(rate), self._choices)
        action.setCheckable(True)
        action.setData(rate)
        return action

    def _fine(self) -> QWidgetAction:
        self._field.setRange(SLOWEST_RATE, FASTEST_RATE)
        self._field.setSingleStep(FINE_STEP)
        self._field.setSuffix("×")
        self._field.setKeyboardTracking(False)  # typing 1.5 does not ask for 1 on the way
        self._field.setAccessibleName(self.tr("Custom speed"))
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(12, 4, 8, 4)
        layout.addWidget(PlainLabel(self.tr("Custom")))
        layout.addWidget(self._field)
        action = QWidgetAction(self._menu)
        action.setDefaultWidget(row)
        return action

    def _chosen(self, action: QAction) -> None:
        rate = action.data()
        self.set_rate(self._rate)  # the tick moves when the fact is reported, not by the wish
        self.rate_requested.emit(rate)

    def _give_keys(self, action: QAction) -> None:
        """Have the field take what is typed while its row is the current one."""
        if action is self._exactly:
            self._field.setFocus()
            self._field.selectAll()
        else:
            self._menu.setFocus()

    def _open(self) -> None:
        size = self._menu.sizeHint()
        left = (self.width() - size.width()) // 2
        self._menu.popup(self.mapToGlobal(QPoint(left, -size.height())))
        self._menu.setActiveAction(self._choices.checkedAction() or self._exactly)


class _Field(QDoubleSpinBox):
    """Any speed at all; Enter takes it, where a menu would take the entry chosen last."""

    #: What is written was taken.
    taken = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.taken.emit()


def times(rate: float) -> str:
    """Return how a rate is written."""
    return left_to_right(f"{QLocale().toString(rate, 'g', 4)}×")
