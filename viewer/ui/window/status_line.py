"""The status bar: what was just done, and at its end what is open."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QApplication, QStatusBar, QWidget

from viewer.session.opened import Change, Opened
from viewer.ui.theme import plain
from viewer.ui.theme.palette import beneath
from viewer.ui.theme.words import isolated

#: Before the message, and between it and what stands beside it.
_BEFORE: Final = 6
_BETWEEN: Final = 16


class StatusLine(QStatusBar):
    """Shows a message whole: where both have no room, what is open gives way until it is gone.

    So it does for the `note`, which stands where messages do while there is none.
    """

    def __init__(self, facts: QWidget, note: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts, self._note = facts, note
        self._selection, self._elsewhere = "", False
        # By a style of Python's, PySide would make 52 enumerations to see what it is to draw.
        self.setStyle(beneath(QApplication.style()))
        self.addWidget(note)
        note.installEventFilter(self)
        self.addPermanentWidget(facts)
        self.messageChanged.connect(self._make_room)

    def shown_message(self) -> str:
        """Return the message as far as there is room for it."""
        end = self._facts.x() - _BETWEEN if self._facts.isVisible() else self.width() - _BETWEEN
        right = Qt.TextElideMode.ElideRight
        return self.fontMetrics().elidedText(self.currentMessage(), right, end - _BEFORE)

    @Slot(str)
    def describe_selection(self, text: str) -> None:
        """Say what is selected for as long as it is; an empty text for nothing."""
        if text:
            self.showMessage(plain.line(text))
        elif self.currentMessage() == self._selection:
            self.clearMessage()
        self._selection = plain.line(text)

    @Slot(object)
    def show_opened(self, opened: Opened) -> None:
        """Say no more of what was open before: the words would be taken for this one's."""
        if opened.change is Change.DOCUMENT:
            self.clearMessage()

    @Slot(bool)
    def leave_text(self, left: bool) -> None:
        """Say nothing of what is open while something else is in view."""
        self._elsewhere = left
        self.clearMessage()
        self._note.hide()
        self._make_room()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look again at what has room."""
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the message; Qt would cut it off in the middle of a letter."""
        if not self.currentMessage():
            super().paintEvent(event)
            return
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        along = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        room = self.rect().adjusted(_BEFORE, 0, 0, 0)
        shown = isolated(self.shown_message())
        painter.drawText(room, along | Qt.TextFlag.TextSingleLine, shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again at what has room when the note comes and goes."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._make_room()
        return super().eventFilter(watched, event)

    @Slot()
    def _make_room(self) -> None:
        message = self.currentMessage()
        note = self._note.sizeHint().width() if self._note.isVisible() else 0
        wanted = self.fontMetrics().horizontalAdvance(message) if message else note
        together = _BEFORE + wanted + 2 * _BETWEEN + self._facts.sizeHint().width()
        room = not wanted or together <= self.width()
        self._facts.setVisible(room and not self._elsewhere)
