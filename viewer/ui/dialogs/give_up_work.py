"""Asking whether work on a file is to be given up, before the window goes."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from viewer.session.tasks import Doing
from viewer.ui.theme import plain
from viewer.ui.widgets.plain_label import PlainLabel

_Role = QDialogButtonBox.ButtonRole


class GiveUpWork(QDialog):
    """Says what is still under way; `given_up` tells that the window may go all the same."""

    def __init__(self, doing: Doing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = {
            Doing.CLIPPING: (
                self.tr("A clip is still being cut. Quit and give it up?"),
                self.tr("&Keep cutting"),
            ),
            Doing.DOWNLOADING: (
                self.tr("A download is still under way. Quit and give it up?"),
                self.tr("&Keep downloading"),
            ),
            Doing.UPDATING: (
                self.tr("yt-dlp is still being updated. Quit and give it up?"),
                self.tr("&Keep updating"),
            ),
        }
        saving = self.tr("A file is still being saved. Quit and give it up?")
        question, keep = words.get(doing, (saving, self.tr("&Keep saving")))
        self.setWindowTitle(self.tr("Quit Cueline?"))
        self.given_up = False
        self.question = PlainLabel(plain.line(question))
        self.buttons = QDialogButtonBox()
        self.keep = self.buttons.addButton(keep, _Role.RejectRole)
        self.quit = self.buttons.addButton(self.tr("&Quit"), _Role.DestructiveRole)
        self.keep.setDefault(True)
        self.keep.setFocus()
        self.keep.clicked.connect(self.reject)
        self.quit.clicked.connect(self.leave)
        column = QVBoxLayout(self)
        column.addWidget(self.question)
        column.addWidget(self.buttons)

    @Slot()
    def leave(self) -> None:
        """Have the window go, for that is wanted, or for the work has come to its end."""
        self.given_up = True
        self.accept()

    @Slot()
    def stay(self) -> None:
        """Have the window stay: the work has failed, which is to be read."""
        self.given_up = False
        self.reject()
