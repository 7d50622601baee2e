"""How far reading the library's folders is, with a pause and an end."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from viewer.library.indexing import Progress
from viewer.ui.theme import plain
from viewer.ui.widgets.elided_label import ElidedLabel
from viewer.ui.widgets.word_button import WordButton

_MINUTE_S = 60


def _name(folder: Path | None) -> str:
    return "" if folder is None else folder.name or str(folder)


class ReadingBar(QWidget):
    """Shows a number and what is left. Wishes: `held` or not, `cancelled`."""

    held = Signal(bool)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words, self._bar = ElidedLabel(), QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._pause = WordButton(self.tr("Pause"))
        self._pause.setCheckable(True)
        self._pause.toggled.connect(self._hold)
        self._cancel = WordButton(self.tr("Cancel"))
        self._cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 12, 4)
        row.setSpacing(12)
        row.addWidget(self._words, 3)
        row.addWidget(self._bar, 2)
        row.addWidget(self._pause)
        row.addWidget(self._cancel)
        self.hide()

    @Slot(object)
    def show_progress(self, progress: Progress | None) -> None:
        """Tell how far it is; None when it is over."""
        if progress is None:
            self._pause.setChecked(False)
            self.hide()
            return
        words = self._told(progress).format(
            folder=plain.name(_name(progress.folder)),
            done=f"{progress.done:,}",
            total=f"{progress.total:,}",
        )
        self._words.setText(plain.line(f"{words}{self._left(progress.left_s)}"))
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        self.show()

    def _told(self, progress: Progress) -> str:
        if progress.folder is None:
            return self.tr("Putting the index in order: {done} of {total}")
        if not progress.total:
            looking = self.tr("Looking through {folder}: {done} files")
            return looking if progress.done else self.tr("Looking through {folder}…")
        return self.tr("Reading {folder}: {done} of {total}")

    def _left(self, seconds: float | None) -> str:
        if seconds is None:
            return ""
        if seconds < _MINUTE_S:
            return self.tr(", about {n} s to go").format(n=round(seconds))
        return self.tr(", about {n} min to go").format(n=round(seconds / _MINUTE_S))

    @Slot(bool)
    def _hold(self, held: bool) -> None:
        words = self.tr("Go on") if held else self.tr("Pause")
        self._pause.setText(plain.line(words))
        self.held.emit(held)
