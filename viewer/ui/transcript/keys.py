"""The keys that the transcript takes for itself: scrolling, the caret, playing from it."""

from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from viewer.core.follow import FollowEvent
from viewer.ui.transcript.caret import Caret
from viewer.ui.transcript.caret_keys import KeyUse, use_of
from viewer.ui.transcript.caret_moves import paragraph_beside, sentence_beside, word_beside
from viewer.ui.transcript.scrolling import TOP, Place, Scrolling
from viewer.ui.transcript.sheet import Sheet

_FORWARD: Final = (Qt.Key.Key_Right, Qt.Key.Key_Down)


class Keys(QObject):
    """Turns keys into moves and wishes; `scrolled` tells that the reader scrolled by one."""

    segment_chosen = Signal(int)
    reader_acted = Signal(object)
    hinted = Signal(str)
    scrolled = Signal()

    def __init__(
        self, edit: QPlainTextEdit, sheet: Sheet, scrolling: Scrolling, caret: Caret
    ) -> None:
        super().__init__(edit)
        self._edit, self._sheet, self._scrolling, self._caret = edit, sheet, scrolling, caret
        #: The key that brings a caret, as a hint names it.
        self.caret_key = ""
        #: Whether a key moves the caret just now, and Qt may scroll because of it.
        self.at_work = False

    def use_of(self, event: QKeyEvent) -> KeyUse | None:
        """Return what the text does with a key, or None where it is the window's."""
        return use_of(event, caret=self._caret.browsing, selection=self._caret.selects)

    def press(self, event: QKeyEvent) -> bool:
        """Play from the caret, scroll, move the caret; return whether the key was ours."""
        use = self.use_of(event)
        if use is KeyUse.PLAY:
            self.play_here()
        elif use is KeyUse.SCROLL:
            self._scroll(Qt.Key(event.key()))
        elif use is KeyUse.UNSELECT:
            self._caret.clear_selection()
            self.reader_acted.emit(FollowEvent.UNSELECTED)
        elif use is not None:
            self._move_caret(event, use)
        elif event.matches(QKeySequence.StandardKey.Copy):
            self._edit.copy()
        else:
            return False
        return True

    def play_here(self) -> None:
        """Play from the selection, or from the caret where there is one."""
        index = self._caret.readers_segment()
        if index is None:
            words = self.tr("Select the words to play from, or press {key} for a caret.")
            without = self.tr("Select the words to play from.")
            self.hinted.emit(words.format(key=self.caret_key) if self.caret_key else without)
        elif self._sheet.shown.transcript.segments[index].start_ms is not None:
            self.segment_chosen.emit(index)

    def _scroll(self, key: Qt.Key) -> None:
        step, page = self._sheet.layout.leading.step, self._edit.viewport().height()
        line = QApplication.wheelScrollLines() * step
        by = {Qt.Key.Key_Down: line, Qt.Key.Key_Up: -line}
        by |= {Qt.Key.Key_PageDown: page - step, Qt.Key.Key_PageUp: step - page}
        if key in by:
            moved = self._scrolling.by(by[key])
        else:
            end = self._edit.document().lastBlock()
            height = round(self._sheet.layout.blockBoundingRect(end).height())
            low = Place(end.blockNumber(), height)
            moved = self._scrolling.go(TOP if key == Qt.Key.Key_Home else low)
        if moved:
            self.scrolled.emit()
        if self._caret.browsing:
            self._caret.fetch()

    def _move_caret(self, event: QKeyEvent, use: KeyUse) -> None:
        before = self._edit.textCursor()
        selects = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not selects:
            self._caret.fetch()
        self.at_work = True
        if use is KeyUse.CARET:
            with self._caret.lent():
                QPlainTextEdit.keyPressEvent(self._edit, event)
        else:
            forward = (event.key() in _FORWARD) is not self._turned_round(use)
            self._leap(use, forward=forward, selects=selects)
        self.at_work = False
        self._caret.placed = True  # at an end of the text, too, where it cannot move
        after = self._edit.textCursor()
        if (after.anchor(), after.position()) == (before.anchor(), before.position()):
            return
        moved = FollowEvent.SELECTED if after.hasSelection() else FollowEvent.CARET_MOVED
        self.reader_acted.emit(moved)

    def _turned_round(self, use: KeyUse) -> bool:
        """Return whether Left goes on: by words it does where a line reads from right to left.

        By a letter Qt moves the caret in the same direction.
        """
        direction = self._edit.textCursor().block().textDirection()
        return use is KeyUse.WORD and direction == Qt.LayoutDirection.RightToLeft

    def _leap(self, use: KeyUse, *, forward: bool, selects: bool) -> None:
        """Move the caret by a word, a sentence or a paragraph, over what is hidden."""
        cursor, shown = self._edit.textCursor(), self._sheet.shown
        offset, text = shown.units.to_offset(cursor.position()), shown.text_map.text
        if use is KeyUse.WORD:
            offset = word_beside(text, offset, forward=forward)
        elif use is KeyUse.SENTENCE:
            offset = sentence_beside(text, offset, shown.transcript.language, forward=forward)
        else:
            offset = paragraph_beside(shown.text_map, offset, forward=forward)
        mode = QTextCursor.MoveMode
        position = self._seen(shown.units.to_units(offset), forward=forward)
        if position is not None:
            cursor.setPosition(position, mode.KeepAnchor if selects else mode.MoveAnchor)
        self._edit.setTextCursor(cursor)

    def _seen(self, position: int, *, forward: bool) -> int | None:
        """Return a place, or where it is hidden the next one that is not; None without one."""
        block, layout = self._edit.document().findBlock(position), self._sheet.layout
        if block.isVisible():
            return position
        beside = layout.next_shown(block) if forward else layout.previous_shown(block)
        if not beside.isValid():
            return None
        return beside.position() + (0 if forward else beside.length() - 1)
