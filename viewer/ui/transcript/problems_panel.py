"""What was skipped or guessed while the file was read."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListView,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from viewer.core.transcript import Problem
from viewer.ui.theme import plain
from viewer.ui.widgets.icon_button import IconButton
from viewer.ui.widgets.plain_label import PlainLabel

_LINE: Final = Qt.ItemDataRole.UserRole
_HEIGHT: Final = 140


class ProblemsPanel(QWidget):
    """Lists problems; a click or Enter on one asks for its line.

    Wishes: `problem_chosen(line)`, `close_requested`.
    """

    problem_chosen = Signal(int)
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = PlainLabel()
        close = IconButton("close")
        close.set_words(self.tr("Hide this list"))
        close.clicked.connect(self.close_requested)
        self._list = _Problems()
        self._list.setAccessibleName(self.tr("Problems in the file"))
        self._list.chosen.connect(self._choose)
        top = QHBoxLayout()
        top.setContentsMargins(16, 4, 8, 0)
        top.addWidget(self._title, 1)
        top.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self._list)

    def set_problems(self, problems: Sequence[Problem]) -> None:
        """List the problems of a file, which may be none."""
        self._list.clear()
        for problem in problems:
            text = self.tr("Line {line}: {message}").format(
                line=problem.line, message=problem.message
            )
            item = QListWidgetItem(plain.line(text), self._list)
            item.setData(_LINE, problem.line)
            item.setToolTip(self.tr("Show this line of the file"))
        words = self.tr("Problems in the file: {count}")
        self._title.setText(words.format(count=len(problems)))

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        self.problem_chosen.emit(item.data(_LINE))


class _Problems(QListWidget):
    """A list that a click and Enter mean the same in."""

    chosen = Signal(QListWidgetItem)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setViewportMargins(12, 0, 0, 0)
        self.setSpacing(1)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.itemClicked.connect(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.chosen.emit(item)
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEIGHT)
