"""Choosing the recording of a transcript: the best guesses with their lengths, or any file."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from viewer.core.media_source import MediaSource
from viewer.core.timecode import format_clock
from viewer.session.loading import Guess
from viewer.ui.theme import plain
from viewer.ui.widgets.plain_label import PlainLabel

_PATH: Final = Qt.ItemDataRole.UserRole


class ChooseRecording(QDialog):
    """Offers what lies around the transcript.

    Wishes: `chosen(source)`, and `browse_requested` for a file that lies elsewhere.
    """

    chosen = Signal(MediaSource)
    browse_requested = Signal()

    def __init__(self, title: str, length_ms: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Choose the recording"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._list = QTreeWidget()
        self._list.setHeaderLabels([self.tr("Recording"), self.tr("Length"), self.tr("Folder")])
        self._list.setRootIsDecorated(False)
        self._list.setUniformRowHeights(True)
        self._list.setAccessibleName(self.tr("Recordings near the transcript"))
        self._list.itemActivated.connect(self._take)
        self._list.currentItemChanged.connect(self._offer)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Open | QDialogButtonBox.StandardButton.Cancel
        )
        browse = QPushButton(self.tr("Choose another file…"))
        self._buttons.addButton(browse, QDialogButtonBox.ButtonRole.ActionRole)
        browse.clicked.connect(self._browse)
        self._buttons.accepted.connect(self._take)
        self._buttons.rejected.connect(self.reject)
        for button in self._buttons.buttons():
            button.setIcon(QIcon())  # the style's own are of another family
        self._words = PlainLabel(self._question(title, length_ms))
        self._words.setWordWrap(True)
        layout = QVBoxLayout(self)
        for widget in (self._words, self._list, self._buttons):
            layout.addWidget(widget)
        self._offer()

    def set_guesses(self, guesses: Sequence[Guess]) -> None:
        """List what was found, the best first."""
        self._list.clear()
        for guess in guesses:
            length = "" if guess.duration_ms is None else format_clock(guess.duration_ms)
            folder = plain.line(str(guess.path.parent))
            item = QTreeWidgetItem([plain.line(guess.path.name), length, folder])
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            item.setToolTip(0, plain.tip(str(guess.path)))
            item.setData(0, _PATH, str(guess.path))
            self._list.addTopLevelItem(item)
        for column in range(2):
            self._list.resizeColumnToContents(column)
        if first := self._list.topLevelItem(0):
            self._list.setCurrentItem(first)

    def sizeHint(self) -> QSize:
        """Return room for a few names with their folders."""
        return QSize(640, 320)

    def _question(self, title: str, length_ms: int | None) -> str:
        question = self.tr("Which recording belongs to “{title}”?").format(title=plain.name(title))
        if length_ms is None:
            return question
        length = self.tr("The transcript is {length} long.").format(length=format_clock(length_ms))
        return f"{question} {length}"

    @Slot()
    def _offer(self) -> None:
        button = self._buttons.button(QDialogButtonBox.StandardButton.Open)
        button.setEnabled(self._list.currentItem() is not None)

    @Slot()
    def _take(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.accept()
            self.chosen.emit(MediaSource(Path(item.data(0, _PATH))))

    @Slot()
    def _browse(self) -> None:
        self.reject()
        self.browse_requested.emit()
