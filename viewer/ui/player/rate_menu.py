"""The menu of speeds: the usual ones, and a field for any other."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QMenu, QWidget, QWidgetAction

from viewer.core.bounds import FASTEST_RATE, SLOWEST_RATE
from viewer.ui.player.rates import FINE_STEP, RATES, times
from viewer.ui.widgets.plain_label import PlainLabel


class RateMenu(QMenu):
    """Ticks the rate that it is told; the wish for another is `rate_requested`."""

    rate_requested = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rate = 1.0
        self._choices = QActionGroup(self)
        for rate in RATES:
            self.addAction(self._choice(rate))
        self.addSeparator()
        self._field = _Field()
        self._exactly = self._fine()
        self.addAction(self._exactly)
        self.hovered.connect(self._give_keys)
        self._choices.triggered.connect(self._chosen)
        self._field.valueChanged.connect(self.rate_requested)
        self._field.taken.connect(self.close)

    def set_rate(self, rate: float) -> None:
        """Tick how fast it plays."""
        self._rate = rate
        for action in self._choices.actions():
            action.setChecked(abs(action.data() - rate) < 0.001)
        blocked = self._field.blockSignals(True)
        self._field.setValue(rate)
        self._field.blockSignals(blocked)

    def point_at_rate(self) -> None:
        """Make the rate of the moment the entry that keys go on from."""
        self.setActiveAction(self._choices.checkedAction() or self._exactly)

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
        action = QWidgetAction(self)
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
            self.setFocus()


class _Field(QDoubleSpinBox):
    """Any speed at all; Enter takes it, where a menu would take the entry chosen last."""

    #: What is written was taken.
    taken = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            self.taken.emit()
