"""What dropping the files that are held over the window will do."""

from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from viewer.media.locate import is_media
from viewer.session.session import Session
from viewer.ui.theme import plain
from viewer.ui.widgets.overlay import Overlay
from viewer.ui.widgets.plain_label import PlainLabel


class DropSign(Overlay):
    """Tells it in the middle of the window, over picture and text, while something is open."""

    def __init__(self, window: QWidget, session: Session) -> None:
        super().__init__(window, deaf=True, edge=2)
        self._window, self._session = window, session
        self._held: list[Path] = []
        self._words = PlainLabel()
        self._words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 16, 24, 16)
        row.addWidget(self._words)
        self.hide()

    @property
    def text(self) -> str:
        """What is reported; empty while nothing is held."""
        return "" if self.isHidden() else self._words.text()

    @Slot(list)
    def hold(self, paths: list[Path]) -> None:
        """Take in which files are held over the window; none when they are gone."""
        if paths == self._held:
            return
        self._held = paths
        open_ = self._session.document is not None or self._session.recording is not None
        if not paths or not open_:
            self.hide()
            return
        self._words.setText(self._promise(paths))
        self._place()
        self.show()

    def _promise(self, paths: list[Path]) -> str:
        """Return what `Opening.open_together` will do."""
        media = next((path for path in paths if is_media(path)), None)
        transcript = next((path for path in paths if not is_media(path)), None)
        if transcript is None and self._session.document is not None:
            return self.tr("Drop to play {b} with this transcript").format(b=_name(media))
        if transcript is not None and media is not None:
            sentence = self.tr("Drop to open {a} with {b}")
            return sentence.format(a=_name(transcript), b=_name(media))
        return self.tr("Drop to open {a}").format(a=_name(transcript or media))

    def _place(self) -> None:
        room = self._window.rect()
        words = self._words.fontMetrics().horizontalAdvance(self._words.text()) + 1
        self._words.setFixedWidth(min(room.width() * 2 // 3, words))
        self.resize(self.sizeHint())
        self.move(room.center() - self.rect().center())


def _name(path: Path | None) -> str:
    return plain.breakable(plain.name(path.name)) if path is not None else ""
