"""The transcript view: what the reader does with mouse, wheel and keys."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal, Slot
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QApplication, QMenu, QToolTip, QWidget

from viewer.core.follow import FollowEvent
from viewer.ui.caret_keys import KeyUse, use_of
from viewer.ui.click_rules import ClickRules, Press
from viewer.ui.transcript_page import TranscriptPage

_LEFT: Final = Qt.MouseButton.LeftButton
_PAGE_STEPS: Final = (
    QAbstractSlider.SliderAction.SliderPageStepAdd,
    QAbstractSlider.SliderAction.SliderPageStepSub,
)
_HELD: Final = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


@dataclass(frozen=True, slots=True)
class _Hit:
    """The segment under the pointer, and whether the pointer is on its time."""

    index: int
    on_time: bool


class TranscriptView(TranscriptPage):
    """Turns what the reader does into wishes; it never plays, follows or copies quotes itself.

    `reader_scrolled` says whether the lit line is in view now. `choice_withdrawn` takes back the
    last `segment_chosen`. `copy_quote_requested` carries the segment that was pointed at, or
    None where there is a selection. `copy_link_requested` carries the moment.
    """

    segment_chosen = Signal(int)
    choice_withdrawn = Signal()
    reader_acted = Signal(object)
    reader_scrolled = Signal(bool)
    copy_requested = Signal()
    copy_quote_requested = Signal(object)
    copy_link_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._clicks = ClickRules()
        self._press_event: QMouseEvent | None = None
        self._pointer: QPointF | None = None
        self._keys_at_work = False
        self._bar_at_work = False
        self._told_selection = False
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)
        self.verticalScrollBar().actionTriggered.connect(self._bar_used)
        self.verticalScrollBar().valueChanged.connect(self._bar_settled)

    # Clicks

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag; on a time the caret and the selection stay."""
        if event.button() != _LEFT:
            super().mousePressEvent(event)
            return
        self._motion.stop()
        self._press_event = event.clone()
        self._told_selection = False
        hit = self._hit(event.position())
        self._clicks.press(
            Press(
                self._playable(hit),
                on_time=hit is not None and hit.on_time,
                had_selection=self.textCursor().hasSelection(),
                modified=bool(event.modifiers() & _HELD),
                window_active=self.isActiveWindow(),
            )
        )
        if hit is None or not hit.on_time:
            with self._still():
                super().mousePressEvent(event)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag once the pointer has moved far enough; until then nothing is selected."""
        self._pointer = event.position()
        press = self._clicks.pressed
        if not event.buttons() & _LEFT:
            self._point_at(event.position())
            return
        if press is not None and not self._clicks.dragging:
            if not self._press_event or not _far(event, self._press_event):
                return
            self._clicks.drag()
            self._point_at(None)
            if press.on_time:
                super().mousePressEvent(self._press_event)
        super().mouseMoveEvent(event)
        self._tell_selection()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a click or a drag."""
        if event.button() != _LEFT:
            super().mouseReleaseEvent(event)
            return
        press, dragged = self._clicks.pressed, self._clicks.dragging
        on_time = press is not None and press.on_time and not dragged
        if not on_time:
            with self._still():
                super().mouseReleaseEvent(event)
        released = self._clicks.release(window_active=self.isActiveWindow())
        self._point_at(event.position())
        if released.chosen is not None:
            if on_time and not self.textCursor().hasSelection():
                self.place_caret(released.chosen)
            self.segment_chosen.emit(released.chosen)
        elif self.textCursor().hasSelection():
            self._tell_selection()
        elif released.moved_caret:
            self.reader_acted.emit(FollowEvent.CARET_MOVED)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word, and take back what the first click did; on a time, click again."""
        hit = self._hit(event.position())
        if event.button() != _LEFT or (hit is not None and hit.on_time):
            self.mousePressEvent(event)
            return
        self._told_selection = False
        withdrawn = self._clicks.double_click()
        with self._still():
            super().mouseDoubleClickEvent(event)
        if withdrawn:
            self.choice_withdrawn.emit()
        self._tell_selection()

    def changeEvent(self, event: QEvent) -> None:
        """Note that the window came to the front or went behind another."""
        super().changeEvent(event)
        # Qt sends some before the constructor is done.
        if event.type() == QEvent.Type.ActivationChange and hasattr(self, "_clicks"):
            self._clicks.window_changed(active=self.isActiveWindow())

    def _tell_selection(self) -> None:
        if self.textCursor().hasSelection() and not self._told_selection:
            self._told_selection = True
            self.reader_acted.emit(FollowEvent.SELECTED)

    @contextmanager
    def _still(self) -> Iterator[None]:
        """Keep Qt from scrolling a line under the pointer wholly into view."""
        here, self._own_move = self.place(), True
        yield
        self._own_move = False
        if self.place() != here:
            self.go(here)

    # The pointer

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what a click will do, while the pointer rests on a line."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        if event.type() == QEvent.Type.Leave:
            self._pointer = None
            self._point_at(None)
        return super().viewportEvent(event)

    def _show_tip(self, event: QHelpEvent) -> None:
        hit = self._hit(QPointF(event.pos()))
        index = self._playable(hit)
        plays = hit is not None and (hit.on_time or not self.textCursor().hasSelection())
        if index is None or not plays:
            QToolTip.hideText()
            return
        text = self.tr("Play from {time}").format(time=self._gutter.time_of(index))
        QToolTip.showText(event.globalPos(), text, self.viewport(), self.segment_rect(index))

    def _point_at(self, position: QPointF | None) -> None:
        """Show what a click would do where the pointer is."""
        hit = self._hit(position) if position is not None else None
        pointed = self._playable(hit)
        if pointed != self._pointed:
            changed = {index for index in (pointed, self._pointed) if index is not None}
            self._pointed = pointed
            self._repaint(changed)
        shape = Qt.CursorShape.PointingHandCursor
        if pointed is None:
            in_text = position is None or self._column.text_left <= position.x()
            shape = Qt.CursorShape.IBeamCursor if in_text else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def _hit(self, position: QPointF) -> _Hit | None:
        column = self._column
        if not self._transcript.segments or not column.left <= position.x() < column.right:
            return None
        row = next((row for row in self.rows() if row.top <= position.y() < row.bottom), None)
        if row is None:
            return None
        in_gutter = position.x() < column.time_right + column.inset // 2
        return _Hit(row.index, bool(self._gutter.width) and in_gutter)

    def _playable(self, hit: _Hit | None) -> int | None:
        """Return the segment that a click there plays; one without a time cannot be played."""
        timed = hit is not None and self._transcript.segments[hit.index].start_ms is not None
        return hit.index if hit is not None and timed else None

    # Scrolling by the reader

    def scrolled_by_wheel(self, pixels: float) -> None:
        """Scroll, and tell."""
        if self.scroll_by(pixels):
            self._reader_scrolled()

    def scrolled_by_qt(self) -> None:
        """Tell that the reader scrolled by a key, the scroll bar, or a drag beyond the edge."""
        if self._keys_at_work or self._bar_at_work or self._clicks.dragging:
            self._reader_scrolled()

    def _reader_scrolled(self) -> None:
        self._motion.stop()
        self._point_at(self._pointer)
        self.reader_scrolled.emit(self.lit_visible())

    @Slot(int)
    def _bar_used(self, action: int) -> None:
        bar = self.verticalScrollBar()
        if QAbstractSlider.SliderAction(action) in _PAGE_STEPS:
            # QPlainTextEdit has done these by itself already.
            self._reader_scrolled()
        elif bar.sliderPosition() != bar.value():
            self._bar_at_work = True

    @Slot()
    def _bar_settled(self) -> None:
        self._bar_at_work = False

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
        if not event.modifiers() & _HELD and not before.hasSelection():
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
        shown = [row.index for row in self.rows() if row.text_top >= 0]
        if shown and not shown[0] <= self.textCursor().blockNumber() <= shown[-1]:
            self.place_caret(self._followed() if self._followed() in shown else shown[0])

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
        copy = menu.addAction(self.tr("&Copy"), self.copy_requested.emit)
        copy.setEnabled(selected)
        quote = menu.addAction(
            self.tr("Copy &quote"), partial(self.copy_quote_requested.emit, quoted)
        )
        quote.setEnabled(selected or index is not None)
        menu.addSeparator()
        play = menu.addAction(self.tr("&Play from here"), partial(self.segment_chosen.emit, index))
        play.setEnabled(start is not None)
        link = menu.addAction(
            self.tr("Copy &link to this moment"), partial(self.copy_link_requested.emit, start)
        )
        link.setEnabled(start is not None)
        return menu

    def _caret_spot(self) -> QPoint:
        return self.viewport().mapToGlobal(self.cursorRect().bottomLeft())


def _far(event: QMouseEvent, press: QMouseEvent) -> bool:
    moved = event.position() - press.position()
    return moved.manhattanLength() >= QApplication.startDragDistance()
