"""Choosing one of several things that were found on the web: captions, episodes."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from viewer.ui.theme import plain
from viewer.ui.widgets.plain_label import PlainLabel

_Button: Final = QDialogButtonBox.StandardButton
_WIDTH: Final = 520
_HEIGHT: Final = 360
#: With so many rows there is a field to look among them.
_MANY: Final = 12


class ChooseOne(QDialog):
    """Shows rows of text, one of them chosen already; `chosen(index)` is the wish."""

    chosen = Signal(int)

    def __init__(
        self, title: str, words: str, rows: Sequence[str], first: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(plain.line(title))
        self._list = QListWidget()
        self._list.setAccessibleName(plain.line(words))
        self._list.addItems([plain.line(row) for row in rows])
        self._list.setCurrentRow(first)
        self._list.itemActivated.connect(self._take)
        self._field = QLineEdit()
        self._field.setPlaceholderText(self.tr("Filter"))
        self._field.setAccessibleName(self.tr("Filter"))
        self._field.setClearButtonEnabled(True)
        self._field.setVisible(len(rows) >= _MANY)
        self._field.textChanged.connect(self._filter)
        self._buttons = QDialogButtonBox(_Button.Open | _Button.Cancel)
        self._buttons.accepted.connect(self._take)
        self._buttons.rejected.connect(self.reject)
        for button in self._buttons.buttons():
            button.setIcon(QIcon())
        self._lay_out(words)
        self._list.setFocus()

    def _lay_out(self, words: str) -> None:
        what = PlainLabel(plain.line(words))
        what.setWordWrap(True)
        layout = QVBoxLayout(self)
        for widget in (what, self._field, self._list, self._buttons):
            layout.addWidget(widget)
        self.resize(_WIDTH, _HEIGHT)

    @Slot(str)
    def _filter(self, typed: str) -> None:
        """Show the rows in which every word that was typed stands."""
        words = typed.casefold().split()
        shown = []
        for index in range(self._list.count()):
            row = self._list.item(index)
            fits = all(word in row.text().casefold() for word in words)
            row.setHidden(not fits)
            shown += [index] if fits else []
        if shown and self._list.currentRow() not in shown:
            self._list.setCurrentRow(shown[0])
        self._buttons.button(_Button.Open).setEnabled(bool(shown))

    @Slot()
    def _take(self) -> None:
        self.accept()
        self.chosen.emit(self._list.currentRow())
