"""Choosing what an evidence pack is made of."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.core.stretch import Stretch
from viewer.core.timecode import format_length
from viewer.notebook.export import KINDS
from viewer.ui.theme import plain
from viewer.ui.widgets.choice_box import ChoiceBox
from viewer.ui.widgets.plain_label import PlainLabel

_WIDTH: Final = 420


class SavePack(QDialog):
    """Asks which document goes into a pack, and whether it is a folder or a zip file.

    A wish: `chosen(kind, zipped)`. It says what will be in it, and how many notes have no times.
    """

    chosen = Signal(object, bool)

    def __init__(
        self, stretches: Sequence[Stretch], untimed: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save evidence pack"))
        self.document, self.form = ChoiceBox(), ChoiceBox()
        for number, kind in enumerate(KINDS):
            self.document.addItem(plain.line(kind.title), number)
        self.form.addItem(self.tr("Zip file"), True)
        self.form.addItem(self.tr("Folder"), False)
        self.summary = PlainLabel()
        self.summary.setWordWrap(True)
        self.summary.setText(plain.line(self._summary(stretches, untimed)))
        self._lay_out()

    def _summary(self, stretches: Sequence[Stretch], untimed: int) -> str:
        length_ms = sum(each.end_ms - each.begin_ms for each in stretches)
        notes = self.tr("1 note") if len(stretches) == 1 else self.tr("{count} notes")
        words = self.tr(
            "The notes that are shown, and of each the clip, a still and the captions:"
            " {notes}, {length}."
        ).format(notes=notes.format(count=len(stretches)), length=format_length(length_ms))
        if untimed:
            one = self.tr("1 without times is in the document alone.")
            many = self.tr("{count} without times are in the document alone.")
            more = one if untimed == 1 else many
            words += " " + more.format(count=untimed)
        return words

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Document"), self.document)
        form.addRow(self.tr("&As"), self.form)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        save = QPushButton(self.tr("&Save as…"))
        buttons.addButton(save, QDialogButtonBox.ButtonRole.AcceptRole)
        for button in buttons.buttons():
            button.setIcon(QIcon())  # the style's own are of another family
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(self.summary)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.setMinimumWidth(_WIDTH)
        save.setDefault(True)

    @Slot()
    def _take(self) -> None:
        self.accept()
        self.chosen.emit(KINDS[self.document.currentData()], self.form.currentData())
