"""The field in which the comment of one note is read and written."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from viewer.state.note import LONGEST_COMMENT, Note
from viewer.state.two_hands import both_comments

#: A comment is taken in when nobody has typed for so long.
_PAUSE_MS: Final = 700
_LINES: Final = 3
_PADDING: Final = 8


class CommentField(QPlainTextEdit):
    """Shows a note's comment, and asks for what was written to be taken in: `revised`.

    `find` gives a note as it is now: another window may have changed its comment meanwhile.
    """

    #: A note's id, and what is to be its comment.
    revised = Signal(str, str)
    #: A comment is about to be written.
    entered = Signal()
    #: The reader is done with it, by Escape.
    left = Signal()

    def __init__(self, find: Callable[[str], Note | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        #: The note that is commented on, and the comment that the writing began with.
        self._note = self._begun_with = ""
        #: The note that went while it had the keys, as where its file is read again, and who has
        #: them since.
        self._away: tuple[str, QWidget | None] = "", None
        self._typed = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self.setPlaceholderText(self.tr("Comment"))
        self.setAccessibleName(self.tr("Comment on the note"))
        self.setTabChangesFocus(True)
        line = self.fontMetrics().lineSpacing()
        self.setMaximumHeight(line * _LINES + 2 * _PADDING)
        self.setMinimumHeight(line + 2 * _PADDING)  # where height is short the list needs it
        self._typed.timeout.connect(self.take)
        self.textChanged.connect(self._typed.start)

    def show_note(self, note: Note | None) -> None:
        """Show a note's comment; what is being written on it stays, and is taken in of another."""
        ident, comment = ("", "") if note is None else (note.id, note.comment)
        if self._typed.isActive() and ident != self._note:
            self.take()
        before, self._note = self._note, ident
        had_keys = self.hasFocus()
        self.setEnabled(note is not None)
        if note is not None:
            self._take_keys_back()
        else:  # twice where there are no notes: then it does not come back
            self._away = (before, QApplication.focusWidget()) if had_keys else ("", None)
        if self._typed.isActive():
            return
        self._begun_with = comment
        if comment != self.toPlainText():
            self.blockSignals(True)
            self.setPlainText(comment)
            self.moveCursor(QTextCursor.MoveOperation.End)
            self.blockSignals(False)

    def _take_keys_back(self) -> None:
        """Have the keys again where the note is back, unless the reader has gone on meanwhile."""
        (away, keys), self._away = self._away, ("", None)
        if away == self._note and keys is QApplication.focusWidget():
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Take nothing in of what was written: its note is not here any more."""
        self._typed.stop()

    @Slot()
    def take(self) -> None:
        """Take in what was written on the note, beside what others have written there."""
        self._typed.stop()
        note = self._find(self._note)
        written = self.toPlainText()[:LONGEST_COMMENT]
        if note is not None and written not in (note.comment, self._begun_with):
            self.revised.emit(note.id, both_comments(self._begun_with, note.comment, written))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that a comment may be written now."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take a comment in when its field is left."""
        self.take()
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape, with what was written."""
        if event.key() == Qt.Key.Key_Escape:
            self.take()
            self.left.emit()
        else:
            super().keyPressEvent(event)
