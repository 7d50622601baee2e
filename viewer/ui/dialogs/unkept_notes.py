"""Asking what to do with notes that cannot be kept, before the window goes."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractButton, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from viewer.ui.theme import plain
from viewer.ui.widgets.plain_label import PlainLabel

Answer = QDialogButtonBox.StandardButton


class UnkeptNotes(QDialog):
    """Says why notes cannot be kept; `answer` is to try again, to lose them, or to stay."""

    def __init__(self, reason: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Your notes are not kept yet"))
        self.answer = Answer.Cancel
        self.reason = PlainLabel(plain.breakable(reason))
        self.reason.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(self.reason)
        column.addWidget(PlainLabel(self.tr("They are only in this window as yet.")))
        self._buttons = QDialogButtonBox(Answer.Retry | Answer.Discard | Answer.Cancel)
        self._buttons.button(Answer.Retry).setDefault(True)
        self._buttons.clicked.connect(self._take)
        column.addWidget(self._buttons)

    @Slot(QAbstractButton)
    def _take(self, button: QAbstractButton) -> None:
        self.answer = self._buttons.standardButton(button)
        self.accept()
