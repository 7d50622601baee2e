"""How far places that are saved have come, with an end."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from viewer.ui.theme import plain
from viewer.ui.widgets.elided_label import ElidedLabel

_WHOLE = 1000


class SavingBar(QWidget):
    """Shows what is written, and how much of it is. A wish: `cancelled`."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._bar = ElidedLabel(), QProgressBar()
        self._bar.setRange(0, _WHOLE)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 4)
        row.setSpacing(12)
        row.addWidget(self._words, 3)
        row.addWidget(self._bar, 2)
        row.addWidget(self.cancel)
        self.hide()

    @Slot(str, float)
    def show_progress(self, name: str, done: float) -> None:
        """Tell how much of a file is written, 0 to 1; without a name it is over."""
        self.setHidden(not name)
        words = self.tr("Saving places in {file}").format(file=plain.name(name))
        self._words.setText(plain.line(words))
        self._bar.setValue(round(done * _WHOLE))
