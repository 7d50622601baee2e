"""Selection and caret in the transcript; the caret is there for those alone who ask for it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QPointF, Qt, Signal, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from viewer.core.turns import as_it_reads
from viewer.core.words import word_at
from viewer.ui.theme import plain
from viewer.ui.transcript.between_lines import on_a_line
from viewer.ui.transcript.lit import Lit
from viewer.ui.transcript.scrolling import Scrolling
from viewer.ui.transcript.sheet import Sheet
from viewer.ui.transcript.shown import Shown

_BY_MOUSE = Qt.TextInteractionFlag.TextSelectableByMouse
_BY_KEYS = Qt.TextInteractionFlag.TextSelectableByKeyboard


class Caret(QObject):
    """Knows what is selected and where the caret is; `browsing_changed` is a fact.

    Without caret browsing there is no caret to be seen, and no key moves one; where Qt has it is
    where it will appear.
    """

    browsing_changed = Signal(bool)

    def __init__(self, edit: QPlainTextEdit, sheet: Sheet, scrolling: Scrolling, lit: Lit) -> None:
        super().__init__(edit)
        self._edit, self._sheet, self._scrolling, self._lit = edit, sheet, scrolling, lit
        self._browsing_wanted: bool | None = None
        #: Whether the reader has put the caret where it is.
        self.placed = False
        edit.cursorPositionChanged.connect(self.describe)
        edit.setTextInteractionFlags(_BY_MOUSE)

    # Caret browsing

    @property
    def browsing(self) -> bool:
        """Whether there is a caret that keys move."""
        return bool(self._edit.textInteractionFlags() & _BY_KEYS)

    def set_browsing(self, wanted: bool | None) -> None:
        """Have a caret or none; None is to have one where a screen reader is at work."""
        self._browsing_wanted = wanted
        self.suit_reader()

    def suit_reader(self) -> None:
        """Have a caret at once where a screen reader has begun to work meanwhile."""
        wanted = self._browsing_wanted
        on = QAccessible.isActive() if wanted is None else wanted
        if on != self.browsing:
            self.fetch()
            self._edit.setTextInteractionFlags(_BY_MOUSE | _BY_KEYS if on else _BY_MOUSE)
            self.set(self._edit.textCursor())  # else it would be seen at its next blink alone
            self.browsing_changed.emit(on)

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Have keys move the caret meanwhile, even where nobody sees it."""
        flags = self._edit.textInteractionFlags()
        self._edit.setTextInteractionFlags(_BY_MOUSE | _BY_KEYS)
        yield
        self._edit.setTextInteractionFlags(flags)

    def segment(self) -> int | None:
        """Return the segment in which the caret stands; None where nothing is shown."""
        return self._sheet.shown.segment_at(self._edit.textCursor().position())

    def line(self) -> int | None:
        """Return the segment in which the reader has put the caret, if it can be seen there."""
        index = self.segment()
        if index is None or not self.browsing or not self.placed:
            return None
        return None if self._sheet.segment_rect(index).isEmpty() else index

    def place(self, index: int) -> None:
        """Put the caret before a segment's first character, without scrolling."""
        if index < len(self._sheet.shown.text_map):
            position = self._sheet.shown.position_of(index)
            self.set_range(position, position)

    def set_range(self, anchor: int, position: int) -> None:
        """Select from one position to another, the caret at the latter, without scrolling."""
        cursor = self._edit.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.set(cursor)

    def set(self, cursor: QTextCursor) -> None:
        """Take a cursor, without scrolling."""
        with self._scrolling.own_moves():
            here = self._scrolling.place()
            self._edit.setTextCursor(cursor)
        self._scrolling.go(here)

    @contextmanager
    def kept(self, after: Shown) -> Iterator[None]:
        """Keep the caret on its character while the text is exchanged for `after`.

        What is selected stays so where its words are in the other text, too.
        """
        before, cursor = self._sheet.shown, self._edit.textCursor()
        anchor, caret = (
            before.translated(at, after) for at in (cursor.anchor(), cursor.position())
        )
        if after.transcript is not before.transcript:
            there = before.same_words(cursor.selectionStart(), cursor.selectionEnd(), after)
            backwards = cursor.anchor() > cursor.position()
            anchor, caret = (reversed(there) if backwards else there) if there else (caret, caret)
        yield
        self.set_range(anchor, caret)
        self.describe()

    def fetch(self) -> None:
        """Take the caret along to where the reader is: to the lit line, else the first in view."""
        if self._edit.textCursor().hasSelection():
            return
        shown = self._sheet.begun_in_view()
        if shown and self.segment() not in shown:
            self.place(self._lit.followed if self._lit.followed in shown else shown[0])

    @Slot()
    def describe(self) -> None:
        """Tell screen readers who says the caret's line and when: that is not in the text."""
        index, edit = self.segment(), self._edit
        text = "" if index is None else self._sheet.gutter.spoken(index)
        if plain.line(text) == edit.accessibleDescription():
            return
        edit.setAccessibleDescription(plain.line(text))
        if text and edit.hasFocus() and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(edit, text))

    # Selection

    @property
    def selects(self) -> bool:
        """Whether anything is selected."""
        return self._edit.textCursor().hasSelection()

    def selected_range(self) -> tuple[int, int] | None:
        """Return where the selection begins and ends, in characters; None without one."""
        cursor, units = self._edit.textCursor(), self._sheet.shown.units
        if not cursor.hasSelection():
            return None
        return units.to_offset(cursor.selectionStart()), units.to_offset(cursor.selectionEnd())

    def selected_text(self) -> str:
        """Return the selected text as it reads: lines joined, turns with their names, no times.

        What is hidden of it is left out.
        """
        selected, shown = self.selected_range(), self._sheet.shown
        if not selected:
            return ""
        left_out = self._sheet.left_out
        return as_it_reads(shown.transcript, shown.text_map, *selected, left_out)

    def readers_segment(self) -> int | None:
        """Return the segment that keys are about: the selection's first, else the caret's."""
        if self.selects:
            return self._sheet.shown.segment_at(self._edit.textCursor().selectionStart())
        return self.segment() if self.browsing else None

    def clear_selection(self) -> None:
        """Select nothing; the caret stays where the selection ended."""
        cursor = self._edit.textCursor()
        cursor.clearSelection()
        self.set(cursor)

    def select_word(self, point: QPointF) -> None:
        """Select the word under a point; a space there belongs to the word before it."""
        shown = self._sheet.shown
        text, offset = shown.text_map.text, self.character_at(point)
        while offset and text[offset : offset + 1] in {"", " "}:
            offset -= 1
        if text[offset : offset + 1].strip():
            begin, end = word_at(text, offset)
            self.set_range(shown.units.to_units(begin), shown.units.to_units(end))

    def character_at(self, point: QPointF) -> int:
        """Return the offset of the character under a point, not that of the nearest gap."""
        cursor = self._edit.cursorForPosition(on_a_line(self._sheet, point).toPoint())
        layout = cursor.block().layout()
        line = layout.lineForTextPosition(cursor.positionInBlock())
        on_character = line.CursorPosition.CursorOnCharacter
        within = line.xToCursor(point.x() - self._edit.contentOffset().x(), on_character)
        return self._sheet.shown.units.to_offset(cursor.block().position() + within)
