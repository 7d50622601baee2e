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
)
from PySide6.QtWidgets import QAbstractSlider, QMenu, QWidget

from viewer.core.follow import FollowEvent
from viewer.ui.commands.actions import Command
from viewer.ui.commands.menus import add_wish
from viewer.ui.transcript.caret_keys import KeyUse, use_of
from viewer.ui.transcript.clickable import ClickableTranscript
from viewer.ui.transcript.scrolling_page import Place
from viewer.ui.transcript.touch_scroll import TouchScroll

_PAGE_STEPS: Final = (
    QAbstractSlider.SliderAction.SliderPageStepAdd,
    QAbstractSlider.SliderAction.SliderPageStepSub,
)
_UNHELD: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class TranscriptView(ClickableTranscript):
    """Turns what the reader does into wishes; it never plays, follows or copies quotes itself.

    `reader_scrolled` says whether the lit line is in view now. `choice_withdrawn` takes back the
    last `segment_chosen`. `copy_quote_requested` carries the segment that was pointed at, or
    None where there is a selection. `copy_link_requested` carries the moment.
    """

    reader_scrolled = Signal(bool)
    copy_requested = Signal()
    copy_quote_requested = Signal(object)
    copy_link_requested = Signal(int)

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
        self.go(Place(index, 0))
        self._reader_scrolled()

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
        """Leave the window its shortcuts, but for the keys that the caret takes."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(use_of(event) is not None)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Play from the caret, scroll, move the caret; the window gets the rest."""
        use = use_of(event)
        copies = event.matches(QKeySequence.StandardKey.Copy)
        if use is KeyUse.PLAY:
            self._play_from_caret()
        elif use is KeyUse.PAGE:
            down = event.key() == Qt.Key.Key_PageDown
            page = self.viewport().height() - self._layout.leading.step
            self.scrolled_by_wheel(page if down else -page)
            self._fetch_caret()
        elif use is KeyUse.CARET or copies or event.matches(QKeySequence.StandardKey.SelectAll):
            self._pass_to_caret(event)
        else:
            event.ignore()

    def _play_from_caret(self) -> None:
        index = self.caret_segment()
        if index is not None and self._transcript.segments[index].start_ms is not None:
            self.segment_chosen.emit(index)

    def _pass_to_caret(self, event: QKeyEvent) -> None:
        before = self.textCursor()
        if event.modifiers() in _UNHELD:
            self._fetch_caret()
        self._keys_at_work = True
        super().keyPressEvent(event)
        self._keys_at_work = False
        after = self.textCursor()
        if after.hasSelection():
            if (after.anchor(), after.position()) != (before.anchor(), before.position()):
                self.reader_acted.emit(FollowEvent.SELECTED)
        elif after.position() != before.position():
            self.reader_acted.emit(FollowEvent.CARET_MOVED)

    def _fetch_caret(self) -> None:
        """Take the caret along to where the reader is: to the lit line, else the first in view."""
        if self.textCursor().hasSelection():
            return
        shown = [row.index for row in self.rows() if row.text_top >= 0]
        if shown and not shown[0] <= self.textCursor().blockNumber() <= shown[-1]:
            self.place_caret(self._followed() if self._followed() in shown else shown[0])

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
        index = self.caret_segment() if not by_mouse else hit.index if hit else None
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
        at_caret = index == self.caret_segment()
        add_wish(menu, Command.COPY, self.copy_requested.emit, enabled=selected, has_key=True)
        add_wish(menu, Command.COPY_QUOTE, quote, enabled=can_quote, has_key=selected)
        menu.addSeparator()
        add_wish(menu, Command.PLAY_HERE, play, enabled=timed, has_key=at_caret)
        add_wish(menu, Command.COPY_LINK, link, enabled=timed, has_key=False)
        return menu

    def _caret_spot(self) -> QPoint:
        return self.viewport().mapToGlobal(self.cursorRect().bottomLeft())
