"""The transcript view: how the reader scrolls, moves the caret, and asks for what."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QKeyEvent,
    QKeySequence,
    QScrollEvent,
    QScrollPrepareEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QAbstractSlider, QApplication, QMenu, QWidget

from viewer.core.find import Hit
from viewer.core.follow import FollowEvent
from viewer.ui.commands.actions import Command
from viewer.ui.commands.key_table import key_hints
from viewer.ui.commands.menus import add_wish
from viewer.ui.transcript.caret_keys import KeyUse, use_of
from viewer.ui.transcript.caret_moves import paragraph_beside, sentence_beside
from viewer.ui.transcript.clickable import ClickableTranscript
from viewer.ui.transcript.scrolling_page import TOP, Place
from viewer.ui.transcript.touch_scroll import TouchScroll

_PAGE_STEPS: Final = (
    QAbstractSlider.SliderAction.SliderPageStepAdd,
    QAbstractSlider.SliderAction.SliderPageStepSub,
)
_FORWARD: Final = (Qt.Key.Key_Right, Qt.Key.Key_Down)


class TranscriptView(ClickableTranscript):
    """Turns what the reader does into wishes; it never plays, follows or copies quotes itself.

    `reader_scrolled` says whether the lit line is in view now. `choice_withdrawn` takes back the
    last `segment_chosen`. `copy_quote_requested` carries the segment that was pointed at, or
    None where there is a selection. `copy_link_requested` carries the moment, `hinted` a sentence
    about what a key needs. `shown_changed` tells that other lines are in view, whoever scrolled.
    """

    reader_scrolled = Signal(bool)
    copy_requested = Signal()
    copy_quote_requested = Signal(object)
    copy_link_requested = Signal(int)
    hinted = Signal(str)
    shown_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys_at_work = False
        self._bar_at_work = False
        self._touch = TouchScroll(self.viewport())
        self.verticalScrollBar().actionTriggered.connect(self._bar_used)

    # Scrolling by the reader

    def viewportEvent(self, event: QEvent) -> bool:
        """Scroll with a finger."""
        if isinstance(event, QScrollPrepareEvent):
            self._touch.begin(event)
        elif isinstance(event, QScrollEvent):
            self.scrolled_by_wheel(self._touch.step(event))
        else:
            return super().viewportEvent(event)
        return True

    @Slot(int)
    def show_place(self, index: int) -> None:
        """Show a line as the reader's own scrolling would, with the caret in it."""
        index = min(index, len(self._transcript.segments) - 1)
        self.place_caret(index)
        self._caret_placed = True
        self.go(Place(index, 0))
        self._reader_scrolled()

    def show_hit(self, hit: Hit) -> None:
        """Select what was found, and bring it into view where it is not, by the shortest way."""
        begin = self._text_map.range_of(hit.first)[0] + hit.begin
        end = self._text_map.range_of(hit.last)[0] + hit.end
        cursor = self.textCursor()
        cursor.setPosition(self._units.to_units(begin))
        cursor.setPosition(self._units.to_units(end), QTextCursor.MoveMode.KeepAnchor)
        self._told_selection = True  # it is no wish of the reader's own
        self._set_cursor(cursor)
        rect = self.segment_rect(hit.first)
        if rect.isEmpty() or rect.top() < 0 or rect.bottom() > self.viewport().height():
            self.glide_to(Place(hit.first, -self.viewport().height() // 3), animate=True)

    def moved(self) -> None:
        """Tell that other lines are in view."""
        super().moved()
        self.shown_changed.emit()

    def scrolled_by_wheel(self, pixels: int) -> None:
        """Scroll, and tell."""
        if self.scroll_by(pixels):
            self._reader_scrolled()

    def scrolled_by_qt(self) -> None:
        """Tell that the reader scrolled by a key, the scroll bar, or a drag beyond the edge."""
        if self._keys_at_work or self._bar_at_work or self._clicks.dragging:
            self._bar_at_work = False
            self._reader_scrolled()

    def _reader_scrolled(self) -> None:
        self._motion.stop()
        self.reader_scrolled.emit(self.lit_visible())

    @Slot(int)
    def _bar_used(self, action: int) -> None:
        bar = self.verticalScrollBar()
        if QAbstractSlider.SliderAction(action) in _PAGE_STEPS:
            # QPlainTextEdit has done these by itself already.
            self._reader_scrolled()
        else:
            self._bar_at_work = bar.sliderPosition() != bar.value()

    # Keys

    def event(self, event: QEvent) -> bool:
        """Leave the window its shortcuts, but for the keys that the text takes."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(self._use_of(event) is not None)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Play from the caret, scroll, move the caret; the window gets the rest."""
        use = self._use_of(event)
        if use is KeyUse.PLAY:
            self.play_here()
        elif use is KeyUse.SCROLL:
            self._scroll_by_key(Qt.Key(event.key()))
        elif use is KeyUse.UNSELECT:
            self.clear_selection()
        elif use is not None:
            self._move_caret(event, use)
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            event.ignore()

    def _use_of(self, event: QKeyEvent) -> KeyUse | None:
        selection = self.textCursor().hasSelection()
        return use_of(event, caret=self.caret_browsing, selection=selection)

    @Slot()
    def play_here(self) -> None:
        """Play from the selection, or from the caret where there is one."""
        index = self._readers_segment()
        if index is None:
            words = self.tr("Select the words to play from, or press {key} for a caret.")
            self.hinted.emit(words.format(key=key_hints()[Command.CARET_BROWSING]))
        elif self._transcript.segments[index].start_ms is not None:
            self.segment_chosen.emit(index)

    def _readers_segment(self) -> int | None:
        """Return the segment that keys are about: the selection's first, else the caret's."""
        cursor = self.textCursor()
        if self._transcript.segments and cursor.hasSelection():
            return self.document().findBlock(cursor.selectionStart()).blockNumber()
        return self.caret_segment() if self.caret_browsing else None

    def _scroll_by_key(self, key: Qt.Key) -> None:
        step, page = self._layout.leading.step, self.viewport().height()
        line = QApplication.wheelScrollLines() * step
        by = {Qt.Key.Key_Down: line, Qt.Key.Key_Up: -line}
        by |= {Qt.Key.Key_PageDown: page - step, Qt.Key.Key_PageUp: step - page}
        if key in by:
            self.scrolled_by_wheel(by[key])
        elif self.go(TOP if key == Qt.Key.Key_Home else Place(self.blockCount() - 1, page)):
            self._reader_scrolled()
        if self.caret_browsing:
            self._fetch_caret()

    def _move_caret(self, event: QKeyEvent, use: KeyUse) -> None:
        before = self.textCursor()
        selects = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if not selects:
            self._fetch_caret()
        self._keys_at_work = True
        if use is KeyUse.CARET:
            with self._caret_lent():
                super().keyPressEvent(event)
        else:
            self._leap(use, forward=event.key() in _FORWARD, selects=selects)
        self._keys_at_work = False
        after = self.textCursor()
        if (after.anchor(), after.position()) == (before.anchor(), before.position()):
            return
        self._caret_placed = True
        moved = FollowEvent.SELECTED if after.hasSelection() else FollowEvent.CARET_MOVED
        self.reader_acted.emit(moved)

    def _leap(self, use: KeyUse, *, forward: bool, selects: bool) -> None:
        """Move the caret by a sentence or a paragraph."""
        cursor = self.textCursor()
        offset = self._units.to_offset(cursor.position())
        if use is KeyUse.SENTENCE:
            offset = sentence_beside(self._text_map.text, offset, forward=forward)
        else:
            offset = paragraph_beside(self._text_map, offset, forward=forward)
        mode = QTextCursor.MoveMode
        cursor.setPosition(
            self._units.to_units(offset), mode.KeepAnchor if selects else mode.MoveAnchor
        )
        self.setTextCursor(cursor)

    def select_all(self) -> None:
        """Select everything, as the reader's wish."""
        self.selectAll()
        self._told_selection = False
        self._tell_selection()

    # The menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the selection or the line under the pointer."""
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        hit = self._hit(QPointF(event.pos())) if by_mouse else None
        index = self._readers_segment() if not by_mouse else hit.index if hit else None
        menu = self.menu_for(index)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos() if by_mouse else self._caret_spot())

    def menu_for(self, index: int | None) -> QMenu:
        """Return the menu for a segment that is pointed at; what makes no sense is disabled."""
        menu = QMenu(self)
        selected = self.textCursor().hasSelection()
        start = None if index is None else self._transcript.segments[index].start_ms
        quoted = None if selected else index
        quote = partial(self.copy_quote_requested.emit, quoted)
        play = partial(self.segment_chosen.emit, index)
        link = partial(self.copy_link_requested.emit, start)
        can_quote, timed = selected or index is not None, start is not None
        at_caret = index is not None and index == self._readers_segment()
        add_wish(menu, Command.COPY, self.copy_requested.emit, enabled=selected, has_key=True)
        add_wish(menu, Command.COPY_QUOTE, quote, enabled=can_quote, has_key=selected)
        menu.addSeparator()
        add_wish(menu, Command.PLAY_HERE, play, enabled=timed, has_key=at_caret)
        add_wish(menu, Command.COPY_LINK, link, enabled=timed, has_key=False)
        return menu

    def _caret_spot(self) -> QPoint:
        return self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
