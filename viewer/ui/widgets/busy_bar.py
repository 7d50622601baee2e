"""A thin bar that says what is going on, once it has gone on for a while."""

from typing import Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSizePolicy, QWidget

from viewer.session.tasks import Doing
from viewer.ui.theme import plain
from viewer.ui.widgets.elided_label import ElidedLabel
from viewer.ui.widgets.word_button import WordButton

#: Work that is done sooner is not worth a word.
PATIENCE_MS: Final = 300
_PARTS: Final = 1000


class BusyBar(QWidget):
    """Shows work under way, and offers to give it up.

    A wish: `cancel_requested`. The bar stays until `stop` is called.
    """

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None, *, patience_ms: int = PATIENCE_MS) -> None:
        super().__init__(parent)
        self._words = {
            Doing.OPENING: self.tr("Opening…"),
            Doing.LOOKING: self.tr("Looking for the recording…"),
            Doing.MAKING: self.tr("Preparing the sample's recording…"),
            Doing.SAVING: self.tr("Saving…"),
            Doing.CLIPPING: self.tr("Cutting…"),
            Doing.DOWNLOADING: self.tr("Downloading…"),
            Doing.UPDATING: self.tr("Updating yt-dlp…"),
        }
        self._word = ElidedLabel()
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._bar.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._cancel = WordButton(self.tr("Cancel"))
        self._cancel.clicked.connect(self.cancel_requested)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 12, 4)
        layout.setSpacing(12)
        layout.addWidget(self._word, 2)
        layout.addWidget(self._bar, 3)
        layout.addWidget(self._cancel)
        self._delay = QTimer(self, singleShot=True, interval=patience_ms)
        self._delay.timeout.connect(self.show)
        self.hide()

    @Slot(object)
    def show_work(self, doing: Doing | None) -> None:
        """Say what the session does, or nothing when it is done."""
        if doing is None:
            self.stop()
        else:
            self.start(self._words[doing])

    def start(self, word: str, cancellable: bool = True) -> None:
        """Say what is going on, at once if the bar is already there."""
        self._word.setText(plain.line(word))
        self._bar.setAccessibleName(plain.line(word))
        self._cancel.setVisible(cancellable)
        self.progress(None)
        if self.isHidden() and not self._delay.isActive():
            self._delay.start()

    @Slot(str)
    def say(self, word: str) -> None:
        """Say more exactly what goes on, or how far it is."""
        self._word.setText(plain.line(word))

    def progress(self, share: float | None) -> None:
        """Show how much is done, from 0 to 1, or that nobody knows."""
        if share is None:
            self._bar.setRange(0, 0)
            return
        self._bar.setRange(0, _PARTS)
        self._bar.setValue(round(min(max(share, 0.0), 1.0) * _PARTS))

    def stop(self) -> None:
        """Take the bar away; the work is done or given up."""
        self._delay.stop()
        self.hide()
