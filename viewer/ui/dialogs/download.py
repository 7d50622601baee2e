"""Asking how a recording is to be downloaded, and where to."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from viewer.state.settings import HEIGHTS, Web
from viewer.ui.theme import plain
from viewer.ui.widgets.choice_box import ChoiceBox
from viewer.ui.widgets.plain_label import PlainLabel

_Button: Final = QDialogButtonBox.StandardButton
_WIDTH: Final = 440


class DownloadDialog(QDialog):
    """Shows what was chosen last; the wish is `wanted(settings)`, those of `Web` by their names."""

    wanted = Signal(dict)

    def __init__(self, last: Web, note: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Download"))
        self._folder = last.folder
        self._folder_shown = PlainLabel()
        self._folder_shown.setMinimumWidth(_WIDTH // 2)
        choose = QPushButton(self.tr("Choose folder…"))
        choose.clicked.connect(self._choose_folder)
        self._make_choices(last)
        self._buttons = QDialogButtonBox(_Button.Cancel)
        self._go = self._buttons.addButton(
            self.tr("Download"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._buttons.accepted.connect(self._take)
        self._buttons.rejected.connect(self.reject)
        for button in self._buttons.buttons():
            button.setIcon(QIcon())
        self._lay_out(choose, note)
        self._show_folder()

    def _make_choices(self, last: Web) -> None:
        self._height = ChoiceBox()
        self._height.addItems([plain.line(f"{each} p") for each in HEIGHTS])
        self._height.setCurrentIndex(HEIGHTS.index(last.height))
        self._height.setAccessibleName(self.tr("Highest picture"))
        self._sound = QCheckBox(self.tr("Sound alone"))
        self._sound.setChecked(last.sound_alone)
        self._sound.toggled.connect(self._height.setDisabled)
        self._height.setDisabled(last.sound_alone)
        self._subtitles = QCheckBox(self.tr("Its captions, too, as further versions"))
        self._subtitles.setChecked(last.subtitles)

    def _lay_out(self, choose: QPushButton, note: str) -> None:
        where = QHBoxLayout()
        where.addWidget(self._folder_shown, 1)
        where.addWidget(choose)
        form = QFormLayout()
        form.addRow(self.tr("Into"), where)
        form.addRow(self.tr("At most"), self._height)
        form.addRow("", self._sound)
        form.addRow("", self._subtitles)
        note_label = PlainLabel(plain.line(note))
        note_label.setWordWrap(True)
        note_label.setVisible(bool(note))
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(note_label)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(_WIDTH)

    @Slot()
    def _choose_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.windowTitle(), self._folder)
        if folder:
            self._folder = folder
            self._show_folder()

    def _show_folder(self) -> None:
        self._folder_shown.setText(plain.line(self._folder or self.tr("No folder chosen yet")))
        self._go.setEnabled(bool(self._folder))

    @Slot()
    def _take(self) -> None:
        self.accept()
        self.wanted.emit(
            {
                "folder": self._folder,
                "height": HEIGHTS[self._height.currentIndex()],
                "sound_alone": self._sound.isChecked(),
                "subtitles": self._subtitles.isChecked(),
            }
        )
