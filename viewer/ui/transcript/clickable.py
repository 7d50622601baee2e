"""The transcript under the mouse: clicks choose, drags select, and the pointer tells which."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHelpEvent, QHideEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from viewer.core.follow import FollowEvent
from viewer.ui.transcript.caret_page import CaretPage
from viewer.ui.transcript.click_rules import ClickRules, Press
from viewer.ui.transcript.touch_scroll import by_touch

_LEFT: Final = Qt.MouseButton.LeftButton
_HELD: Final = (
    Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
#: A second press may be told of a little late, in milliseconds.
_LATE_MS: Final = 50


@dataclass(frozen=True, slots=True)
class Hit:
    """The segment under the pointer, and whether the pointer is on its time."""

    index: int
    on_time: bool


class ClickableTranscript(CaretPage):
    """Tells which segment was chosen with the mouse; `choice_withdrawn` takes the last one back.

    `reader_acted` carries the `FollowEvent` of what the reader did besides. `settled` tells that
    a press can become nothing else any more: no drag, and no double click.
    """

    segment_chosen = Signal(int)
    choice_withdrawn = Signal()
    reader_acted = Signal(object)
    settled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._clicks = ClickRules()
        super().__init__(parent)
        self._press_event: QMouseEvent | None = None
        self._pointer: QPointF | None = None
        self._told_selection = False
        self._doubling = QTimer(self, singleShot=True)
        self._doubling.timeout.connect(self._settle)
        self.selectionChanged.connect(self.moved)
        self.viewport().setMouseTracking(True)
        self.viewport().setCursor(Qt.CursorShape.IBeamCursor)

    # Clicks

    @property
    def held(self) -> bool:
        """Whether a press may still become a drag or a double click: nothing moves meanwhile."""
        return self._clicks.pressed is not None or self._doubling.isActive()

    @Slot()
    def _settle(self) -> None:
        if not self.held:
            self.settled.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click or a drag; on a time the caret and the selection stay."""
        event.accept()
        if event.button() != _LEFT:
            return
        self._motion.stop()
        self._doubling.start(QApplication.doubleClickInterval() + _LATE_MS)
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
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag once the pointer has moved far enough; until then nothing is selected."""
        self._pointer = event.position()
        press = self._clicks.pressed
        if not event.buttons() & _LEFT:
            if press is not None:
                self._lose_press()
            self._point_at(event.position())
            return
        if by_touch(event):
            # A finger that moves scrolls.
            self._clicks.drag()
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
            super().mouseReleaseEvent(event)
        released = self._clicks.release(window_active=self.isActiveWindow())
        self._point_at(event.position())
        if released.chosen is not None:
            if on_time and not self.textCursor().hasSelection():
                self.place_caret(released.chosen)
            self._caret_placed = True
            self.segment_chosen.emit(released.chosen)
        elif self.textCursor().hasSelection():
            self._tell_selection()
        elif released.moved_caret:
            self._caret_placed = True
            if self.caret_browsing:
                self.reader_acted.emit(FollowEvent.CARET_MOVED)
            if press is not None and press.had_selection:
                self._show_unselected(event)
        self._settle()

    def _lose_press(self) -> None:
        """Forget a press whose release never came: a selection was dragged away."""
        self._clicks.release(window_active=False)
        self._settle()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word, and take back what the first click did; on a time, click again."""
        hit = self._hit(event.position())
        if event.button() != _LEFT or (hit is not None and hit.on_time):
            self.mousePressEvent(event)
            return
        self._told_selection = False
        withdrawn = self._clicks.double_click()
        super().mouseDoubleClickEvent(event)
        self.select_word(event.position())
        # Who reads a word is not to be taken along to what the first click is taken back to.
        self._tell_selection()
        if withdrawn:
            self.choice_withdrawn.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        """Expect no second press."""
        self._doubling.stop()
        super().hideEvent(event)

    def event(self, event: QEvent) -> bool:
        """Note that the window came to the front or went behind another."""
        # Qt sends ActivationChange to windows alone, these two to every widget in them.
        if event.type() in (QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate):
            self._clicks.window_changed(active=event.type() == QEvent.Type.WindowActivate)
        return super().event(event)

    def _tell_selection(self) -> None:
        if self.textCursor().hasSelection() and not self._told_selection:
            self._told_selection = True
            self.reader_acted.emit(FollowEvent.SELECTED)

    # The pointer

    def viewportEvent(self, event: QEvent) -> bool:
        """Say what a click will do, while the pointer rests on a time."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._show_tip(event)
            return True
        if event.type() == QEvent.Type.Leave:
            self._pointer = None
            self._point_at(None)
        return super().viewportEvent(event)

    def moved(self) -> None:
        """Point at what is under the pointer now, where no button is held."""
        if self._clicks.pressed is None and self._pointer is not None:
            self._point_at(self._pointer)

    def _show_tip(self, event: QHelpEvent) -> None:
        """Say it on the time alone: over words it would hide words."""
        hit = self._hit(QPointF(event.pos()))
        index = self._promised(hit)
        if hit is None or not hit.on_time or index is None:
            QToolTip.hideText()
            return
        text = self.tr("Play from {time}").format(time=self._gutter.time_of(index))
        QToolTip.showText(event.globalPos(), text, self.viewport(), self.segment_rect(index))

    def _show_unselected(self, event: QMouseEvent) -> None:
        """Say that a click has done no more than clear the selection, where the eye is."""
        index = self._promised(self._hit(event.position()))
        if index is not None:
            text = self.tr("Selection cleared. Click again to play.")
            spot = event.globalPosition().toPoint()
            QToolTip.showText(spot, text, self.viewport(), self.segment_rect(index))

    def _point_at(self, position: QPointF | None) -> None:
        """Show what a click would do where the pointer is."""
        hit = self._hit(position) if position is not None else None
        pointed = self._promised(hit)
        if pointed != self._pointed:
            changed = {index for index in (pointed, self._pointed) if index is not None}
            self._pointed = pointed
            self._repaint(changed)
        shape = Qt.CursorShape.PointingHandCursor
        if pointed is None:
            in_text = position is None or not self._column.on_time(position.x())
            shape = Qt.CursorShape.IBeamCursor if in_text else Qt.CursorShape.ArrowCursor
        if self.viewport().cursor().shape() != shape:
            self.viewport().setCursor(shape)

    def _hit(self, position: QPointF) -> Hit | None:
        if not self._transcript.segments or not self._column.holds(position.x()):
            return None
        row = next((row for row in self.rows() if row.top <= position.y() < row.bottom), None)
        if row is None:
            return None
        return Hit(row.index, self._column.on_time(position.x()))

    def _promised(self, hit: Hit | None) -> int | None:
        """Return the segment that a click there plays now; on words it clears a selection first."""
        only_clears = hit is not None and not hit.on_time and self.textCursor().hasSelection()
        return None if only_clears else self._playable(hit)

    def _playable(self, hit: Hit | None) -> int | None:
        """Return the segment that a click there plays; one without a time cannot be played."""
        timed = hit is not None and self._transcript.segments[hit.index].start_ms is not None
        return hit.index if hit is not None and timed else None


def _far(event: QMouseEvent, press: QMouseEvent) -> bool:
    moved = event.position() - press.position()
    return moved.manhattanLength() >= QApplication.startDragDistance()
