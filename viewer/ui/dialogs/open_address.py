"""Asking for an address of the web."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from viewer.core.own_links import is_own_link
from viewer.ui.theme import plain
from viewer.ui.widgets.plain_label import PlainLabel
from viewer.web.places import recognise

_Button: Final = QDialogButtonBox.StandardButton
_WIDTH: Final = 480


class OpenAddress(QDialog):
    """Takes one address, also of a place in Cueline; `chosen(address)` is the wish.

    It can be opened once it is one.
    """

    chosen = Signal(str)

    def __init__(self, address: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Open address"))
        self._field = QLineEdit()
        self._field.setText(plain.line(address))
        self._field.setClearButtonEnabled(True)
        self._field.setMinimumWidth(_WIDTH)
        self._field.setAccessibleName(self.tr("Address"))
        self._field.setPlaceholderText("https://")
        self._field.selectAll()
        self._field.textChanged.connect(self._look)
        self._buttons = QDialogButtonBox(_Button.Open | _Button.Cancel)
        self._buttons.accepted.connect(self._take)
        self._buttons.rejected.connect(self.reject)
        for button in self._buttons.buttons():
            button.setIcon(QIcon())
        what = PlainLabel(self.tr("A transcript, sound or a video on the web:"))
        layout = QVBoxLayout(self)
        for widget in (what, self._field, self._buttons):
            layout.addWidget(widget)
        self._look()

    @Slot()
    def _look(self) -> None:
        address = self._field.text().strip()
        known = recognise(address) is not None or is_own_link(address)
        self._buttons.button(_Button.Open).setEnabled(known)

    @Slot()
    def _take(self) -> None:
        self.accept()
        self.chosen.emit(self._field.text().strip())
