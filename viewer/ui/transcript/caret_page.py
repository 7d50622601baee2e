"""Selection and caret in the transcript; the caret is there for those alone who ask for it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QMimeData, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QFocusEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from viewer.core.textmap import TextMap
from viewer.core.transcript import Transcript
from viewer.core.turns import as_it_reads
from viewer.core.words import word_at
from viewer.ui.theme import plain
from viewer.ui.transcript.page import TranscriptPage
from viewer.ui.transcript.scrolling_page import Place

_BY_MOUSE = Qt.TextInteractionFlag.TextSelectableByMouse
_BY_KEYS = Qt.TextInteractionFlag.TextSelectableByKeyboard


class CaretPage(TranscriptPage):
    """A page to select in; `caret_browsing_changed` is a fact.

    Without caret browsing there is no caret to be seen, and no key moves one; where Qt has it is
    where it will appear.
    """

    caret_browsing_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._browsing_wanted: bool | None = None
        self._caret_placed = False
        self.cursorPositionChanged.connect(self._describe_caret)
        self.setTextInteractionFlags(_BY_MOUSE)

    def show_transcript(self, transcript: Transcript, text_map: TextMap | None = None) -> None:
        """Show a transcript from its beginning, with nothing lit and the caret at its head."""
        super().show_transcript(transcript, text_map)
        self._caret_placed = False
        self._describe_caret()

    def exchange_transcript(self, transcript: Transcript, text_map: TextMap) -> None:
        """Show another reading; what was said at the top and at the caret stays there."""
        before, here, caret = self._transcript, self.place(), self.textCursor().blockNumber()
        placed = self._caret_placed
        self.show_transcript(transcript, text_map)
        self.place_caret(before.counterpart(caret, transcript))
        self._caret_placed = placed
        top = before.counterpart(here.block, transcript)
        height = self._height(self.document().findBlockByNumber(top))
        self.go(Place(top, min(here.y, height - 1)))

    # Caret browsing

    @property
    def caret_browsing(self) -> bool:
        """Whether there is a caret that keys move."""
        return bool(self.textInteractionFlags() & _BY_KEYS)

    def set_caret_browsing(self, wanted: bool | None) -> None:
        """Have a caret or none; None is to have one where a screen reader is at work."""
        self._browsing_wanted = wanted
        self._suit_reader()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a caret at once where a screen reader has begun to work meanwhile."""
        self._suit_reader()
        super().focusInEvent(event)

    def _suit_reader(self) -> None:
        wanted = self._browsing_wanted
        on = QAccessible.isActive() if wanted is None else wanted
        if on != self.caret_browsing:
            self._fetch_caret()
            self.setTextInteractionFlags(_BY_MOUSE | _BY_KEYS if on else _BY_MOUSE)
            self._set_cursor(self.textCursor())  # else it would be seen at its next blink alone
            self.caret_browsing_changed.emit(on)

    @contextmanager
    def _caret_lent(self) -> Iterator[None]:
        """Have keys move the caret meanwhile, even where nobody sees it."""
        flags = self.textInteractionFlags()
        self.setTextInteractionFlags(_BY_MOUSE | _BY_KEYS)
        yield
        self.setTextInteractionFlags(flags)

    def caret_segment(self) -> int | None:
        """Return the segment in which the caret stands; None where nothing is shown."""
        return self.textCursor().blockNumber() if self._transcript.segments else None

    def caret_line(self) -> int | None:
        """Return the segment in which the reader has put the caret, if it can be seen there."""
        index = self.caret_segment()
        if index is None or not self.caret_browsing or not self._caret_placed:
            return None
        return None if self.segment_rect(index).isEmpty() else index

    def place_caret(self, index: int) -> None:
        """Put the caret before a segment's first character, without scrolling."""
        self._set_cursor(QTextCursor(self.document().findBlockByNumber(index)))

    def _set_cursor(self, cursor: QTextCursor) -> None:
        here = self.place()
        self._own_move = True
        self.setTextCursor(cursor)
        self._own_move = False
        self.go(here)

    def _fetch_caret(self) -> None:
        """Take the caret along to where the reader is: to the lit line, else the first in view."""
        if self.textCursor().hasSelection():
            return
        shown = [row.index for row in self.rows() if row.text_top >= 0]
        if shown and not shown[0] <= self.textCursor().blockNumber() <= shown[-1]:
            self.place_caret(self._followed() if self._followed() in shown else shown[0])

    @Slot()
    def _describe_caret(self) -> None:
        """Tell screen readers who says the caret's line and when: that is not in the text."""
        index = self.caret_segment()
        known = index is not None and index < len(self._transcript.segments)
        text = self._gutter.spoken(index) if index is not None and known else ""
        if plain.line(text) == self.accessibleDescription():
            return
        self.setAccessibleDescription(plain.line(text))
        if text and self.hasFocus() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    # Selection

    def selected_range(self) -> tuple[int, int] | None:
        """Return where the selection begins and ends, in characters; None without one."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        begin, end = cursor.selectionStart(), cursor.selectionEnd()
        return self._units.to_offset(begin), self._units.to_offset(end)

    def selected_text(self) -> str:
        """Return the selected text as it reads: lines joined, turns with their names, no times."""
        selected = self.selected_range()
        return as_it_reads(self._transcript, self._text_map, *selected) if selected else ""

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what is copied or dragged away: the selection as it reads."""
        data = QMimeData()
        data.setText(self.selected_text())
        return data

    def clear_selection(self) -> None:
        """Select nothing; the caret stays where the selection ended."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self._set_cursor(cursor)

    def select_word(self, point: QPointF) -> None:
        """Select the word under a point; a space there belongs to the word before it."""
        text, offset = self._text_map.text, self._character_at(point)
        while offset and text[offset : offset + 1] in {"", " "}:
            offset -= 1
        if not text[offset : offset + 1].strip():
            return
        begin, end = word_at(text, offset)
        cursor = self.textCursor()
        cursor.setPosition(self._units.to_units(begin))
        cursor.setPosition(self._units.to_units(end), QTextCursor.MoveMode.KeepAnchor)
        self._set_cursor(cursor)

    def _character_at(self, point: QPointF) -> int:
        """Return the offset of the character under a point, not that of the nearest gap."""
        cursor = self.cursorForPosition(point.toPoint())
        layout = cursor.block().layout()
        line = layout.lineForTextPosition(cursor.positionInBlock())
        on_character = line.CursorPosition.CursorOnCharacter
        within = line.xToCursor(point.x() - self.contentOffset().x(), on_character)
        return self._units.to_offset(cursor.block().position() + within)
