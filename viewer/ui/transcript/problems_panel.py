"""What was skipped or guessed while the file was read, with the words that it is about."""

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
from viewer.ui.widgets.scroll_parts import know_parts

_PLACE: Final = Qt.ItemDataRole.UserRole
_HEIGHT: Final = 140


class ProblemsPanel(QWidget):
    """Lists problems; a click or Enter on one asks for what it is about.

    Wishes: `problem_chosen(line)` of the file, or where that has no lines `place_chosen(segment)`;
    `close_requested`.
    """

    problem_chosen = Signal(int)
    place_chosen = Signal(int)
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_lines = True
        self._title = PlainLabel()
        close = IconButton("close")
        close.set_words(self.tr("Hide this list"))
        close.clicked.connect(self.close_requested)
        self._list = _Problems()
        self._list.setAccessibleName(self.tr("Problems in the file"))
        self._list.chosen.connect(self._choose)
        self._list.left.connect(self.close_requested)
        top = QHBoxLayout()
        top.setContentsMargins(16, 4, 8, 0)
        top.addWidget(self._title, 1)
        top.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(top)
        layout.addWidget(self._list)

    def set_problems(self, problems: Sequence[Problem], *, has_lines: bool = True) -> None:
        """List the problems of a file, which may be none; a package of files has no lines."""
        self._has_lines = has_lines
        self._list.clear()
        where = self.tr("Show this line in the file") if has_lines else self.tr("Show where it is")
        for problem in problems:
            words = plain.line(problem.text)
            sentence = self._sentence(problem)
            item = QListWidgetItem(f"{sentence}\n{words}" if words else sentence, self._list)
            item.setData(_PLACE, problem.line if has_lines else problem.segment)
            item.setToolTip(where)
        count = self.tr("Problems in the file: {count}")
        self._title.setText(count.format(count=len(problems)))

    def take_keys(self) -> None:
        """Take the focus, with a problem marked that the arrow keys go on from."""
        if self._list.currentRow() < 0:
            self._list.setCurrentRow(0)
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def has_keys(self) -> bool:
        """Return whether the focus is in the list."""
        return self._list.hasFocus()

    def _sentence(self, problem: Problem) -> str:
        message = plain.line(problem.message)
        if not self._has_lines:
            return plain.line(message)
        line = plain.line(str(problem.line))
        return self.tr("Line {line}: {message}").format(line=line, message=message)

    @Slot(QListWidgetItem)
    def _choose(self, item: QListWidgetItem) -> None:
        chosen = self.problem_chosen if self._has_lines else self.place_chosen
        chosen.emit(item.data(_PLACE))


class _Problems(QListWidget):
    """A list that a click and Enter mean the same in, and that Escape leaves."""

    chosen = Signal(QListWidgetItem)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        know_parts(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setViewportMargins(12, 0, 0, 0)
        self.setSpacing(2)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Window)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.itemClicked.connect(self.chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and item is not None:
            self.chosen.emit(item)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), _HEIGHT)
