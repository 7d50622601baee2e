"""One short word on the picture for what a key did."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QFont, QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from viewer.ui.theme import plain
from viewer.ui.widgets.overlay import Overlay
from viewer.ui.widgets.plain_label import PlainLabel

#: How long a word stays.
WORD_MS: Final = 500
#: How large its letters are: next to the window's, and as a part of the picture's height.
_LARGER: Final = 1.5
_TALL: Final = 32
#: How far down it stands, as a part of the picture's height.
_DOWN: Final = 12


class PictureWord(Overlay):
    """Shows a word for half a second at the top of what it lies on."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, deaf=True)
        self._below = parent
        self._word = PlainLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.addWidget(self._word)
        self._over = QTimer(self, singleShot=True, interval=WORD_MS)
        self._over.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """The word that is shown; empty for none."""
        return "" if self.isHidden() else self._word.text()

    @Slot(str)
    def say(self, word: str) -> None:
        """Show a word, in place of the one before."""
        self._word.setText(plain.line(word))
        self._place()
        self.show()
        self._over.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when what it lies on changes its size."""
        if event.type() is QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Be over, too, where the picture is hidden: it would be there when that comes back."""
        super().hideEvent(event)
        self._over.stop()
        self.hide()

    def _place(self) -> None:
        room = self._below.rect()
        font = QFont(self.font())
        least = self.fontMetrics().ascent() * _LARGER
        font.setPixelSize(max(round(least), room.height() // _TALL))
        self._word.setFont(font)
        self.resize(self.sizeHint())
        self.move((room.width() - self.width()) // 2, room.height() // _DOWN)
